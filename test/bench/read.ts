import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundle } from '../support/bundle'

const PAIRS = 3
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

/**
 * Takes what writes a file, how many records are in it and the name of the library's way; gives how long Redress takes to
 * open it, look at each record and fill in the form, against the library alone: interleaved pairs, each in a process of its
 * own, medians, seconds.
 */
export async function measureReading(name: string, records: number, way: 'xlsx' | 'mbox', write: (file: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  try {
    const file = join(folder, `file.${way}`)
    write(file)
    const child = await bundle('test/bench/read-child.ts', false, true)
    const measure = async (which: string, turn: number): Promise<number> => {
      const { stdout } = await promisify(execFile)(process.execPath, [child, which, file, join(folder, `${turn}.redress`)])
      const { took, rows } = JSON.parse(stdout) as { took: number; rows: number }
      if (rows !== records) throw new Error(`${rows} records instead of ${records}`)
      return took / 1_000
    }
    const pairs: [ours: number, base: number][] = []
    for (let turn = 0; turn < PAIRS; turn++) {
      const base = await measure(way, turn)
      pairs.push([await measure('ours', turn), base])
    }
    return [
      {
        name,
        ours: median(pairs.map(([ours]) => ours)),
        baseline: median(pairs.map(([, base]) => base)),
        ratio: median(pairs.map(([ours, base]) => ours / base)),
        goal: 4,
        unit: 's'
      }
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
