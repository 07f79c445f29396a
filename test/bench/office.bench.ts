import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { bundle } from '../support/bundle'

const LINES = 60
const TURNS = 3
/** What it may take at most: seconds, and megabytes of the whole process. */
const most = { took: 3, memory: 300 }

export const name = 'office'

/** The workbook of an incident of 60 lines, each drawn 1,000 times: the median of three, against what it may take. */
export async function run() {
  const child = await bundle('test/bench/office-child.ts')
  const found: { took: number; memory: number }[] = []
  for (let turn = 0; turn < TURNS; turn++)
    found.push(JSON.parse((await promisify(execFile)(process.execPath, [child, String(LINES)])).stdout) as (typeof found)[number])
  const median = (of: 'took' | 'memory') => found.map((one) => one[of]).toSorted((a, b) => a - b)[TURNS >> 1]!
  const row = (of: 'took' | 'memory', what: string, unit: string) => ({
    name: what,
    ours: median(of),
    baseline: most[of],
    ratio: median(of) / most[of],
    goal: 1,
    unit
  })
  return [row('took', `a workbook of ${LINES} lines, 1,000 draws each`, 's'), row('memory', 'the same, at most in memory', 'MB')]
}
