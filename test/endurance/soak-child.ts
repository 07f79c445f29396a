import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { headsIn } from '../../src/workspace/store/heads'
import { fill } from './fill'

// Many years of work in one file: how long it takes to open, and how long a change waits while it is verified and backed up.
const [orders = 0, interactions = 0, files = 0] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'redress-soak-'))
const file = join(folder, 'Book.redress')

/** Makes changes while something long is done. Gives how long the whole took, and how long changes waited, in milliseconds. */
async function meanwhile(workspace: Workspace, customerId: string, long: () => Promise<unknown>) {
  let done = false
  const since = performance.now()
  const work = long().finally(() => (done = true))
  const waits: number[] = []
  while (!done) {
    const asked = performance.now()
    await workspace.call('customers.change', { id: customerId, patch: { about: `Change ${waits.length}` } })
    waits.push(performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await work
  const sorted = waits.toSorted((a, b) => a - b)
  const [half, most] = [0.5, 1].map((share) => Math.round(sorted[Math.ceil(sorted.length * share) - 1]!)) as [number, number]
  const late = waits.filter((wait) => wait > 100).length
  return { seconds: Math.round(performance.now() - since) / 1_000, changes: waits.length, half, most, late }
}

/** Kept files of 20 MB each: what makes a workspace of many years large. */
async function attach(workspace: Workspace, customerId: string): Promise<void> {
  const path = join(folder, 'kept.bin')
  for (let n = 0; n < files; n++) {
    writeFileSync(path, randomBytes(20 * 1_048_576))
    await workspace.call('evidence.attach', { customerId, file: path })
  }
}

async function soak() {
  // as the program does it: what it left itself is looked at from beside
  const options = { heads: headsIn(join(folder, 'heads')), checkLater: true }
  let workspace = await openWorkspace(file, { ...options, create: true })
  // no backup before each of the imports that only fill the file
  workspace.upkeep.before = () => Promise.resolve()
  await fill(workspace, folder, 'orders', orders)
  await fill(workspace, folder, 'interactions', interactions)
  await attach(workspace, (await workspace.call('customers.list', {}))[0]!.id)
  await workspace.close()
  const since = performance.now()
  workspace = await openWorkspace(file, options)
  const opened = performance.now() - since
  // what the first screen asks
  await workspace.call('workspace.info', {})
  await workspace.call('desk.today', {})
  const answered = performance.now() - since
  const [customer] = await workspace.call('customers.list', {})
  const id = customer!.id
  // what a change waits on this computer when nothing else is done
  const idle = await meanwhile(workspace, id, () => new Promise((resolve) => setTimeout(resolve, 10_000)))
  const told: number[] = []
  const verifying = await meanwhile(workspace, id, async () => {
    const found = await workspace.call('journal.verify', {}, { onProgress: (done) => told.push(done) })
    if (!found.ok) throw new Error(JSON.stringify(found.problems.slice(0, 3)))
  })
  const stop = new AbortController()
  const asked = performance.now()
  const stopped = workspace.call('journal.verify', {}, { signal: stop.signal }).catch((error: { code?: string }) => error.code)
  setTimeout(() => stop.abort(), 300)
  const cancelled = { code: await stopped, ms: Math.round(performance.now() - asked - 300) }
  const backingUp = await meanwhile(workspace, id, () => workspace.upkeep.backUp('changes'))
  const megabytes = Math.round(statSync(file).size / 1_048_576)
  await workspace.close()
  return { orders, interactions, megabytes, opened, answered, idle, verifying, told: told.length, cancelled, backingUp }
}

try {
  process.stdout.write(`${JSON.stringify(await soak())}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
