import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundle } from '../support/bundle'

export type Way = 'plain' | 'ours' | 'kept'

export const rowCount = 100_000

/** What one import, or one plain loop, took; in milliseconds and megabytes. */
export interface Measured {
  took: number
  peak: number
  /** Bytes of the whole file afterwards. */
  bytes: number
  /** How long other writes waited meanwhile; none of a plain loop. */
  waits: number[]
  /** How long it took to undo the import, and to verify the file before that, with the rows of the journal. */
  undo: number
  verify: number
  rows: number
}

/** 100,000 promises of 200 customers, nine columns, seven of them mapped with three local times. */
function writeFile(file: string): void {
  const at = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ')
  const lines = ['number,customer,promise,owner,opened,due,closed,note,region']
  for (let i = 0; i < rowCount; i++) {
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

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

/**
 * Imports the file in each of these ways so often, in turn, each in a process of its own: by hand into a bare table, as we
 * do it, and by hand again, writing all that we kept of it. `then` is what is measured after ours.
 */
export async function imported(
  turns: number,
  ways: readonly Way[],
  then: 'nothing' | 'undo' | 'verify' = 'nothing'
): Promise<Record<Way, Measured[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  try {
    const file = join(folder, 'rows.csv')
    writeFile(file)
    const child = await bundle('test/bench/import-child.ts', true, true)
    const found: Record<Way, Measured[]> = { plain: [], ours: [], kept: [] }
    for (let turn = 0; turn < turns; turn++) {
      for (const way of ways) {
        const target = join(folder, `${way}-${turn}.redress`)
        const more = way === 'kept' ? join(folder, `ours-${turn}.redress`) : then
        const { stdout } = await promisify(execFile)(process.execPath, [child, way, file, target, more], { maxBuffer: 1 << 26 })
        found[way].push(JSON.parse(stdout) as Measured)
      }
      for (const way of ways)
        for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${way}-${turn}.redress${end}`), { force: true })
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
