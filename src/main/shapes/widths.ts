import type { BriefTable } from '../../shared/brief/types'

/** Letters of a column: what has fewer still has room for its head, what has more goes over several lines. */
const least = 13
const most = 44
/** Heads are bold, and cells have margins. */
const spare = 4

/** Takes a table, gives how wide each of its columns is as a share of the whole: by its longest line, within bounds. */
export function columnShares({ columns, rows }: BriefTable): number[] {
  const longest = columns.map(({ label }, at) => {
    const lines = rows.flatMap((row) => (row[at] ?? '').split('\n'))
    const word = Math.max(0, ...label.split(/\s/).map(({ length }) => length)) + spare
    return Math.min(most, Math.max(least, word, ...lines.map(({ length }) => length + spare)))
  })
  const all = longest.reduce((sum, one) => sum + one, 0)
  return longest.map((one) => one / all)
}
