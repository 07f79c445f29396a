/** Languages whose month names are understood. */
const monthLanguages = ['en', 'el', 'es', 'et', 'fil', 'de', 'fr', 'it', 'nl', 'pt', 'fi', 'sv']
let months: Map<string, number> | null = null

/** Takes a month's name, long or short, in one of the languages that are understood; gives its number. */
export function monthNamed(name: string): number | undefined {
  if (!months) {
    months = new Map([['sept', 9]])
    for (const language of monthLanguages) {
      for (const style of ['long', 'short'] as const) {
        for (const withDay of [true, false]) {
          const format = new Intl.DateTimeFormat(language, {
            month: style,
            timeZone: 'UTC',
            ...(withDay ? { day: 'numeric' } : {})
          })
          for (let month = 1; month <= 12; month++) {
            const part = format.formatToParts(Date.UTC(2024, month - 1, 15)).find(({ type }) => type === 'month')
            if (part) months.set(plain(part.value), month)
          }
        }
      }
    }
  }
  return months.get(plain(name))
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
