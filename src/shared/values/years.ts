/** The years that dates of records may bear, wide enough for the oldest customer and the longest lease. */
export const firstYear = 1800
export const lastYear = 2199

/** Takes a date as text that begins with its year in four figures, gives whether that is a year records are about. */
export function inYears(date: string): boolean {
  const year = Number(date.slice(0, 4))
  return year >= firstYear && year <= lastYear
}
