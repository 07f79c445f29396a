import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openWorkspace } from '../../src/workspace/index'
import { backupFolder } from '../../src/workspace/store/backup'
import { chainStart, entryHash } from '../../src/workspace/store/digest'
import { digestOfFileNow } from '../../src/workspace/store/files'
import { backupsIn } from '../../src/workspace/store/keep'
import { finishInterrupted } from '../../src/workspace/store/restore'
import type { Tables } from '../../src/workspace/store/tables'
import { verifyFile } from '../../src/workspace/store/verify'
import { Disk, drawn, readLog } from './disk'

/** What was found after so many losses of power in one scene. */
export interface Found {
  scene: string
  asked: number
  states: number
  /** States in which something acknowledged was not there. */
  lost: number
  /** States in which the file did not open, was not whole, or was neither the old one nor the new one. */
  neither: number
  /** States that were opened by the whole product, verified and written to. */
  opened: number
  first: string | null
}

/** How much each scene does. */
export const scenes = { writing: 60, import: 12, evidence: 8, backup: 6, restore: 3, migration: 1, control: 60 } as const
export type Scene = keyof typeof scenes

/** A file in memory where there is such a place: nobody needs what is written here after a real loss of power. */
const scratch = () => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'redress-power-'))
/** Every so many states the whole product opens what is left. */
const openEvery = 40

/** Gives whether the machine can build what logs the writes; it needs gcc and Linux. */
export function canLog(): boolean {
  return process.platform === 'linux' && spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status === 0
}

/** Builds the library that logs. Gives its path. */
export function builtLog(folder: string): string {
  const library = join(folder, 'log.so')
  const built = spawnSync('gcc', ['-O1', '-shared', '-fPIC', '-o', library, 'test/power/log.c', '-ldl', '-lpthread'], {
    encoding: 'utf8'
  })
  if (built.status !== 0) throw new Error(built.stderr)
  return library
}

/** Plays a scene once, with every write logged, and fails the power in so many states of it. */
export async function replayed(scene: Scene, states: number, seed: number, script: string, library: string): Promise<Found> {
  const folder = scratch()
  try {
    const [live, before, image] = ['live', 'before', 'image'].map((name) => join(folder, name)) as [string, string, string]
    mkdirSync(live)
    const file = join(live, 'Book.redress')
    spawnSync(process.execPath, [script, 'prepare', scene, file], { stdio: 'inherit' })
    cpSync(live, before, { recursive: true })
    const disk = new Disk(live, before)
    const env = { ...process.env, LD_PRELOAD: library, POWER_DIR: live, POWER_LOG: join(folder, 'log'), UV_USE_IO_URING: '0' }
    const ran = spawnSync(process.execPath, [script, 'run', scene, file, String(scenes[scene])], {
      env,
      stdio: ['ignore', 'inherit', 'inherit']
    })
    if (ran.status !== 0) throw new Error(`the scene ${scene} ended with ${ran.status}`)
    const log = readLog(join(folder, 'log'), live)
    const begin = log.findIndex(({ op, data }) => op === 'A' && data.includes('READY'))
    if (begin < 0) throw new Error(`the scene ${scene} was not logged`)
    const random = drawn(seed)
    const failures = new Map<number, number>()
    for (let n = 0; n < states; n++) {
      const at = begin + Math.floor(random() * (log.length - begin + 1))
      failures.set(at, (failures.get(at) ?? 0) + 1)
    }
    const found: Found = { scene, asked: log.length - begin, states: 0, lost: 0, neither: 0, opened: 0, first: null }
    const said: Acknowledged = { entries: [], backups: [], restored: 0 }
    for (let at = 0; at <= log.length; at++) {
      for (let n = failures.get(at) ?? 0; n > 0; n--) {
        disk.fail(image, random)
        const wrong = await wrongIn(join(image, 'Book.redress'), scene, said, found.states++ % openEvery === 0, found)
        if (!wrong) continue
        found[wrong.startsWith('lost') ? 'lost' : 'neither']++
        found.first ??= `${wrong}, after ${at} of ${log.length}`
      }
      const words = at < log.length ? disk.do(log[at]!) : null
      for (const line of words?.trim().split('\n') ?? []) heard(said, line)
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Acknowledged {
  entries: [number, string][]
  backups: string[]
  restored: number
}

function heard(said: Acknowledged, line: string): void {
  const [what, ...parts] = line.split(' ')
  if (what === 'E' && Number(parts[0]) > 0) said.entries.push([Number(parts[0]), parts[1]!])
  if (what === 'B') said.backups.push(parts.join(' '))
  if (what === 'R') said.restored++
}

/** Looks at what is left. Gives what is wrong, or null. */
async function wrongIn(file: string, scene: Scene, said: Acknowledged, whole: boolean, found: Found): Promise<string | null> {
  if (!existsSync(file)) return 'no file'
  finishInterrupted(file)
  const backups = existsSync(backupFolder(file)) ? backupsIn(readdirSync(backupFolder(file))) : []
  for (const { name, digest } of backups) {
    if (!digestOfFileNow(join(backupFolder(file), name)).startsWith(digest!)) return `neither: the backup ${name} is another`
  }
  if (said.backups.some((name) => !backups.some((backup) => backup.name === name))) return 'lost a backup'
  const wrong = scene === 'restore' ? wrongRestore(file, said) : wrongJournal(file, said, scene === 'migration')
  if (wrong || !whole) return wrong
  found.opened++
  return opens(file)
}

function wrongJournal(file: string, said: Acknowledged, older: boolean): string | null {
  try {
    const { heads, version } = look(file)
    if (older && version < 3) return `neither: format ${version}`
    const lost = said.entries.filter(([seq, hash]) => heads.get(seq) !== hash).length
    return lost ? `lost ${lost} acknowledged` : null
  } catch (error) {
    return `neither: ${(error as Error).message}`
  }
}

const customers = { old: 9, new: 4 }

function wrongRestore(file: string, said: Acknowledged): string | null {
  try {
    const { customers: now } = look(file)
    if (said.restored > 0 && now !== customers.new) return 'lost a restore'
    if (now !== customers.old && now !== customers.new) return `neither: ${now} customers`
    const folder = join(file, '..')
    const kept = readdirSync(folder).filter((name) => / replaced .*\.redress$/.test(name))
    const counts = kept.map((name) => look(join(folder, name)).customers).sort()
    if (now === customers.new && counts.at(-1) !== customers.old)
      return `lost what was replaced: ${counts.join() || 'nothing'} kept`
    return null
  } catch (error) {
    return `neither: ${(error as Error).message}`
  }
}

/** Opens what is left as SQLite does, looks at every page, and walks the journal's chain. Errors: it is not whole. */
function look(file: string): { heads: Map<number, string>; customers: number; version: number } {
  const db = new Database(file, { fileMustExist: true })
  try {
    const said = db.pragma('integrity_check(1)', { simple: true })
    if (said !== 'ok') throw new Error(String(said))
    const heads = new Map<number, string>()
    let head = chainStart
    const rows = db.prepare('SELECT digest FROM journalRow WHERE seq = ? ORDER BY n').pluck()
    for (const entry of db.prepare('SELECT * FROM journalEntry ORDER BY seq').all() as Tables['journalEntry'][]) {
      const digests = createHash('sha256')
      for (const digest of rows.iterate(entry.seq)) digests.update((digest as Buffer).toString('hex'))
      if (entryHash(head, entry) !== entry.hash || digests.digest('hex') !== entry.rowsDigest) throw new Error(`entry ${entry.seq}`)
      heads.set(entry.seq, (head = entry.hash))
    }
    const count = db.prepare('SELECT count(*) FROM customer').pluck().get() as number
    return { heads, customers: count, version: db.pragma('user_version', { simple: true }) as number }
  } finally {
    db.close()
  }
}

/** The whole product opens it, writes to it and verifies it. */
async function opens(file: string): Promise<string | null> {
  try {
    const workspace = await openWorkspace(file)
    try {
      await workspace.call('customers.create', { name: 'After', currency: 'EUR' })
      const quietly = { onProgress: () => {}, signal: new AbortController().signal }
      const { ok, problems } = await verifyFile(workspace.store.readDb.name, quietly)
      return ok ? null : `neither: ${JSON.stringify(problems[0])}`
    } finally {
      await workspace.close()
    }
  } catch (error) {
    return `neither: ${(error as Error).message}`
  }
}
