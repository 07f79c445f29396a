import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, startMeasured } from './electron'

const PAIRS = 9
const bare = fileURLToPath(new URL('./bare', import.meta.url))
/** What an advocate can work with: a row of the desk, painted. */
const useful = '[elementtiming="desk"]'

export const name = 'start'

async function once(folder: string | null, args: string[], selector: string): Promise<number> {
  const electron = await startMeasured(folder, args)
  try {
    return await electron.painted(selector)
  } finally {
    await electron.stop()
  }
}

/**
 * From starting the program to the first useful screen of the sample, against the first paint of a bare window:
 * interleaved pairs, medians, milliseconds. The sample exists already, as on every start but the very first.
 */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const place = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const own: number[] = []
  const base: number[] = []
  try {
    for (let pair = 0; pair <= PAIRS; pair++) {
      const ours = await once(null, [`--user-data=${join(place, 'redress')}`, '--sample'], useful)
      const theirs = await once(bare, [`--user-data=${join(place, 'bare')}`], 'h1')
      // the first pair makes the sample and fills the caches
      if (pair === 0) continue
      own.push(ours)
      base.push(theirs)
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  const ratio = median(own.map((value, i) => value / base[i]!))
  return [{ name: 'start to the first useful screen', ours: median(own), baseline: median(base), ratio, goal: 1.25, unit: 'ms' }]
}
