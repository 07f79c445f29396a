/** Takes milliseconds since 1970, gives the instant in UTC to the second: "2026-09-14T08:12:00Z". */
export function instantText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString()
  return `${text.split('.')[0]!}Z`
}

/** Takes a text, gives its instant in UTC to the second; null where it is none that a calendar has. */
export function instantIn(text: string | undefined): string | null {
  const time = text ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) return null
  const at = instantText(time)
  return /^[0-9]{4}-/.test(at) ? at : null
}
