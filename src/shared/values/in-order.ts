type Value = string | number | null | undefined

const isMissing = (value: Value) => value === null || value === undefined || value === ''

/** Compares texts sign by sign: dates in the order of their days. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Takes rows, what each is sorted by, the direction and a locale (BCP 47); gives the rows in that order, those without a
 * value last in either direction. Rows alike stay in the order given.
 */
export function inOrder<T>(rows: readonly T[], by: (row: T) => Value, down: boolean, locale: string): T[] {
  const collate = new Intl.Collator(locale, { numeric: true }).compare
  const turn = down ? -1 : 1
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (isMissing(a.value) || isMissing(b.value)) return Number(isMissing(a.value)) - Number(isMissing(b.value))
      return (
        turn *
        (typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : collate(String(a.value), String(b.value)))
      )
    })
    .map(({ row }) => row)
}
