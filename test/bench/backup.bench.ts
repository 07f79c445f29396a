import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { bundle } from '../support/bundle'

/** 1,000 takes some minutes more. */
const MEGABYTES = Number(process.env.REDRESS_BACKUP_MEGABYTES ?? 300)
const TURNS = 3
/** No change waits longer for a backup, in milliseconds. */
const most = 100

export const name = 'backup'

interface Waits {
  all: number
  own: number
}

/**
 * How long changes wait while a large file is backed up, the backup copied to a second place, and an older one let go: of all that they wait, 19 of 20 against those of the same run without
 * a backup; and the longest, less what it stood in line for a processor that other programs had, against 100 ms.
 */
export async function run() {
  const child = await bundle('test/bench/backup-child.ts', true)
  const args = [child, String(MEGABYTES), String(TURNS)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 })
  const { bytes, quiet, during } = JSON.parse(stdout) as { bytes: number; quiet: Waits[]; during: Waits[] }
  const row = (what: string, ours: number, baseline: number, goal: number) => ({
    name: `${what}, ${Math.round(bytes / 1_048_576)} MB backed up beside`,
    ours,
    baseline,
    ratio: ours / baseline,
    goal,
    unit: 'ms'
  })
  const of = (waits: Waits[], which: keyof Waits, share: number) => {
    const sorted = waits.map((wait) => wait[which]).toSorted((a, b) => a - b)
    return sorted[Math.ceil(sorted.length * share) - 1]!
  }
  return [
    row(`19 of 20 of ${during.length} changes`, of(during, 'all', 0.95), of(quiet, 'all', 0.95), 2),
    row('999 of 1,000 of them by themselves', of(during, 'own', 0.999), most, 1),
    row(`the longest of them by itself (${Math.round(of(quiet, 'own', 1))} ms without one)`, of(during, 'own', 1), most, 1)
  ]
}
