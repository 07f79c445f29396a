import { imported, median, rowCount, type Measured } from './imported'

export const name = 'import'

/**
 * A file of 100,000 rows imported with checks, journal and search, against a plain loop that puts the same rows into a
 * bare table, and against one that writes all that is kept of them: record, row of the import, two rows of the journal, words
 * of the search. Interleaved, each in a process of its own, medians. Seconds, the peak of memory in MB, and how long other
 * writes waited meanwhile.
 */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const { ours, plain, kept } = await imported(3, ['plain', 'ours', 'kept'])
  const ratio = (pick: (measured: Measured) => number) => median(ours.map((one, at) => pick(one) / pick(plain[at]!)))
  const took = ({ took }: Measured) => took / 1_000
  const peak = ({ peak }: Measured) => peak
  const seconds = median(ours.map(took))
  const waits = ours.flatMap((one) => one.waits).toSorted((a, b) => a - b)
  const wait = waits[Math.floor(waits.length * 0.95)]!
  return [
    {
      name: `100,000 rows (${Math.round(rowCount / seconds)} rows a second)`,
      ours: seconds,
      baseline: median(plain.map(took)),
      ratio: ratio(took),
      goal: 4,
      unit: 's'
    },
    {
      name: 'the same, against writing by hand all that is kept of it',
      ours: seconds,
      baseline: median(kept.map(took)),
      ratio: median(ours.map((one, at) => one.took / kept[at]!.took)),
      goal: 3,
      unit: 's'
    },
    { name: `other writes wait, p95 of ${waits.length}`, ours: wait, baseline: 100, ratio: wait / 100, goal: 1, unit: 'ms' },
    {
      name: 'peak memory of 100,000 rows',
      ours: median(ours.map(peak)),
      baseline: median(plain.map(peak)),
      ratio: ratio(peak),
      goal: 2.5,
      unit: 'MB'
    }
  ]
}
