import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { backupFolder } from '../../src/workspace/store/backup'
import { headsIn } from '../../src/workspace/store/heads'

/** Run as a process of its own: makes a large workspace and prints how long changes wait with and without a backup under way. */

const [megabytes = 300, turns = 3] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
const file = join(folder, 'Book.redress')

/** How long a change waited, in milliseconds, and how long of that it would have waited had it had a processor at once. */
interface Wait {
  all: number
  own: number
}

/** Milliseconds for which this thread has stood in line for a processor so far; only Linux tells. */
function inLine(): number {
  if (process.platform !== 'linux') return 0
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
}

/** Changes one record after another until `over` says so; gives how long each waited. */
async function changes(workspace: Workspace, customerId: string, over: () => boolean): Promise<Wait[]> {
  const waits: Wait[] = []
  while (!over()) {
    const [asked, stood] = [performance.now(), inLine()]
    await workspace.call('customers.change', { id: customerId, patch: { about: `Change ${waits.length}` } })
    const all = performance.now() - asked
    waits.push({ all, own: Math.max(all - (inLine() - stood), 0) })
    await pause(20)
  }
  return waits
}

/** Puts as many small ones behind the first as are kept whatever their age, so that the large one goes with the next. */
function newer(folder: string): void {
  const [first] = readdirSync(folder)
  for (let n = 2; n <= 7; n++) writeFileSync(join(folder, first!.replace(/^\d+/, String(n).padStart(6, '0'))), '')
}

async function run() {
  const workspace = await openWorkspace(file, { create: true, heads: headsIn(join(folder, 'heads')) })
  const { id } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const path = join(folder, 'kept.bin')
  for (let n = 0; n < megabytes / 20; n++) {
    writeFileSync(path, randomBytes(20 * 1_048_576))
    await workspace.call('evidence.attach', { customerId: id, file: path })
  }
  // what one backup does is copied to a second place and lets an older one go
  const second = join(folder, 'second')
  mkdirSync(second)
  workspace.upkeep.start(second)
  const quiet: Wait[] = []
  const during: Wait[] = []
  const took: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const since = performance.now()
    let done = false
    const backup = workspace.upkeep.backUp('changes').finally(() => (done = true))
    during.push(...(await changes(workspace, id, () => done)))
    if (!(await backup)) throw new Error(workspace.upkeep.trouble ?? 'no backup was made')
    took.push(performance.now() - since)
    if (turn === 0) newer(backupFolder(file))
    // what is still to be brought into the file afterwards is the backup's, too
    const after = performance.now() + 1_000
    during.push(...(await changes(workspace, id, () => performance.now() > after)))
    const end = performance.now() + took.at(-1)!
    quiet.push(...(await changes(workspace, id, () => performance.now() > end)))
  }
  const bytes = statSync(file).size
  await workspace.close()
  return { bytes, took, quiet, during }
}

try {
  process.stdout.write(JSON.stringify(await run()))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
