import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundle } from '../support/bundle'

const ROWS = 100_000
const PAIRS = 3

interface Measured {
  took: number
  peak: number
}

/** 100,000 promises of 200 customers, nine columns, seven of them mapped with three local times. */
function writeFile(file: string): void {
  const at = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ')
  const lines = ['number,customer,promise,owner,opened,due,closed,note,region']
  for (let i = 0; i < ROWS; i++) {
    const made = Date.UTC(2022, 0, 1) + i * 180_000
    const closed = i % 7 ? at(made + 86_400_000 * (i % 8)) : ''
    const words = `"Deliver part ${i % 977}, batch ${i} to dock ${i % 12}"`
    const note = 'Called twice about it and agreed the day'
    lines.push(
      `P-${i},Customer ${i % 200},${words},Team ${i % 9},${at(made)},${at(made + 432_000_000)},${closed},${note},North ${i % 4}`
    )
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

export const name = 'import'

/**
 * A file of 100,000 rows imported with checks, journal and search, against a plain loop that puts the same rows into a
 * bare table: interleaved pairs, each in a process of its own, medians. Seconds, and the peak of memory in MB.
 */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  try {
    const file = join(folder, 'rows.csv')
    writeFile(file)
    const child = await bundle('test/bench/import-child.ts', false, true)
    const measure = async (way: string, turn: number): Promise<Measured> => {
      const target = join(folder, `${way}-${turn}.redress`)
      const { stdout } = await promisify(execFile)(process.execPath, [child, way, file, target])
      for (const end of ['', '-wal', '-shm']) rmSync(target + end, { force: true })
      return JSON.parse(stdout) as Measured
    }
    const own: Measured[] = []
    const base: Measured[] = []
    for (let turn = 0; turn < PAIRS; turn++) {
      base.push(await measure('plain', turn))
      own.push(await measure('ours', turn))
    }
    const pairs = (pick: (measured: Measured) => number) => median(own.map((one, at) => pick(one) / pick(base[at]!)))
    const took = ({ took }: Measured) => took / 1_000
    const peak = ({ peak }: Measured) => peak
    const seconds = median(own.map(took))
    return [
      {
        name: `100,000 rows (${Math.round(ROWS / seconds)} rows a second)`,
        ours: seconds,
        baseline: median(base.map(took)),
        ratio: pairs(took),
        goal: 15,
        unit: 's'
      },
      {
        name: 'peak memory of 100,000 rows',
        ours: median(own.map(peak)),
        baseline: median(base.map(peak)),
        ratio: pairs(peak),
        goal: 2.5,
        unit: 'MB'
      }
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
