import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { median, residentMb, startMeasured } from './electron'

const PAIRS = 5
const bare = fileURLToPath(new URL('./bare', import.meta.url))

export const name = 'memory'

async function once(folder: string | null, args: string[], selector: string): Promise<number> {
  const electron = await startMeasured(folder, args)
  try {
    await electron.painted(selector)
    // until both have finished what they do after the first picture
    await pause(3_000)
    return residentMb(electron.process.pid!)
  } finally {
    await electron.stop()
  }
}

/** Resident memory over all processes with the desk of the sample open, against a bare window: interleaved pairs, medians, megabytes. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const place = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const own: number[] = []
  const base: number[] = []
  try {
    for (let pair = 0; pair <= PAIRS; pair++) {
      const ours = await once(null, [`--user-data=${join(place, 'redress')}`, '--sample'], '[elementtiming="desk"]')
      const theirs = await once(bare, [`--user-data=${join(place, 'bare')}`], 'h1')
      // the first pair makes the sample
      if (pair === 0) continue
      own.push(ours)
      base.push(theirs)
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  const ratio = median(own.map((value, i) => value / base[i]!))
  return [{ name: 'resident memory, all processes', ours: median(own), baseline: median(base), ratio, goal: 1.3, unit: 'MB' }]
}
