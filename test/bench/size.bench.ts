import { imported, rowCount } from './imported'

export const name = 'size'

/** Bytes of the whole workspace for each record of an import of 100,000 rows: the record, its journal, its row at the source, and its search. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const { ours } = await imported(1, ['ours'])
  const bytes = ours[0]!.bytes / rowCount
  return [{ name: 'bytes a record', ours: bytes, baseline: 1_200, ratio: bytes / 1_200, goal: 1, unit: 'bytes' }]
}
