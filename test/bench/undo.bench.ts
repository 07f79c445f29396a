import { imported } from './imported'

export const name = 'undo'

/** How long it takes to undo an import of 100,000 rows, against the import itself. Seconds. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const { ours } = await imported(1, ['ours'], 'undo')
  const { undo, took } = ours[0]!
  return [{ name: 'undo of 100,000 rows', ours: undo / 1_000, baseline: took / 1_000, ratio: undo / took, goal: 1.5, unit: 's' }]
}
