import { imported } from './imported'

export const name = 'verify'

/** How long a look at a whole workspace takes for each row of its journal, after an import of 100,000 rows. Microseconds. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const { ours } = await imported(1, ['ours'], 'verify')
  const { verify, rows } = ours[0]!
  const each = (verify * 1_000) / rows
  return [{ name: `a row, of ${rows}`, ours: each, baseline: 60, ratio: each / 60, goal: 1, unit: 'µs' }]
}
