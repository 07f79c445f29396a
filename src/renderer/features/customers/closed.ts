import type { WorkCalendar } from '../../../shared/records/calendar'
import type { Day } from '../../../shared/values/flavours'

/** Takes a calendar and how a day is shown, gives its closed days as people write them: one in each line, with its name. */
export function closedText({ holidays, names }: WorkCalendar, show: (day: Day) => string): string {
  return holidays.map((on) => [show(on), names?.[on]].filter(Boolean).join(' · ')).join('\n')
}

/**
 * Takes what was typed and how a day is read; gives the closed days in order, each once, with their names, or the first line that
 * is no day. A name stands after "·", a dash or a colon between spaces, or a tab.
 */
export function readClosed(
  text: string,
  read: (day: Day) => string | null
): { holidays: string[]; names: Record<string, string>; wrong?: undefined } | { wrong: string } {
  const names: Record<string, string> = {}
  const days = new Set<string>()
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!line) continue
    const { day, name } = parted(line, read)
    if (!day) return { wrong: line }
    days.add(day)
    if (name) names[day] ??= name
  }
  return { holidays: [...days].sort(), names }
}

const apart = ['·', '\t', ' - ', ' – ', ' — ', ': ']

function parted(line: string, read: (day: Day) => string | null): { day: Day | null; name: string } {
  const [at, sign] = apart
    .map((sign) => [line.indexOf(sign), sign] as const)
    .filter(([found]) => found > 0)
    .sort(([one], [other]) => one - other)[0] ?? [-1, '']
  const day = line.slice(0, Math.max(0, at))
  // a number alone is no day: "24 - 12 - 2026" has no name
  const first = /\d\D+\d|\p{L}/u.test(day) ? read(day.trim()) : null
  return first
    ? {
        day: first,
        name: line
          .slice(at + sign.length)
          .trim()
          .slice(0, 100)
          .trim()
      }
    : { day: read(line), name: '' }
}
