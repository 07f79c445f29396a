import { addDays, dayEnd, daysBetween } from '../values/zones'

export type StripLength = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A strip: its first and its last day, and where it lies in epoch milliseconds. */
export interface Strip {
  first: string
  last: string
  from: number
  to: number
}

/** As many strips of a length as may be, before longer ones are taken. */
const most: readonly [StripLength, number][] = [
  ['day', 7],
  ['week', 14],
  ['month', 24],
  ['quarter', 24],
  ['year', Infinity]
]

/** The first day of the strip in which a day lies. Weeks begin on Mondays. */
function beginning(on: string, length: StripLength): string {
  if (length === 'day') return on
  if (length === 'week') return addDays(on, -((new Date(on).getUTCDay() + 6) % 7))
  if (length === 'year') return `${on.slice(0, 4)}-01-01`
  const month = Number(on.slice(5, 7))
  const first = length === 'month' ? month : month - ((month - 1) % 3)
  return `${on.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
}

const longer: Record<StripLength, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }

/** Takes two days, gives the length of the strips that lie between them: the shortest of which there are not too many. */
export function stripLength(first: string, last: string): StripLength {
  return most.find(([length, count]) => daysBetween(beginning(first, length), last) < count * longer[length])![0]
}

/** Takes the first and the last day of a stretch and the zone of the calendar, gives the whole strips that cover it and how long each is. */
export function stripsOf(first: string, last: string, zone: string): { length: StripLength; strips: Strip[] } {
  const length = stripLength(first, last)
  const strips: Strip[] = []
  for (let on = beginning(first, length); on <= last;) {
    const next = beginning(addDays(on, longer[length]), length)
    const end = addDays(next, -1)
    strips.push({ first: on, last: end, from: dayEnd(addDays(on, -1), zone), to: dayEnd(end, zone) })
    on = next
  }
  return { length, strips }
}
