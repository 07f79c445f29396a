import { z } from 'zod'
import type { NamedDay } from '../imports/days'
import { day, text } from '../values/fields'
import type { Schedule } from './clocks'
import type { Zone } from '../values/flavours'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'time' })
const spans = z
  .array(z.tuple([time, time]))
  .max(6)
  .refine((day) => day.every(([open, close], i) => open < close && (i === 0 || day[i - 1]![1] <= open)), { error: 'spans' })

/** So many days may be closed. */
export const mostClosed = 1_000

/** When somebody works: for Monday to Sunday the hours from and to, in order, the days that count as closed, and what those are called. */
export const workCalendar = z.strictObject({
  hours: z.array(spans).length(7),
  holidays: z.array(day).max(mostClosed),
  names: z.record(day, text(100)).optional()
})
export type WorkCalendar = z.infer<typeof workCalendar>

/** Until somebody says otherwise: Monday to Friday from nine to five. */
export const standardCalendar: WorkCalendar = {
  hours: Array.from({ length: 7 }, (_, weekday) => (weekday < 5 ? [['09:00', '17:00']] : [])),
  holidays: []
}

/** Takes a calendar and the zone of its wall clock, gives the schedule that clocks count by. */
export function scheduleOf({ hours, holidays }: WorkCalendar, zone: Zone): Schedule {
  return { zone, hours: Object.fromEntries(hours.map((spans, index) => [index + 1, spans])), holidays }
}

/** Takes a calendar and days with their names, gives it with them; a day that is closed already stays as it is, but gets a name if it has none. */
export function withClosed(calendar: WorkCalendar, days: readonly NamedDay[]): WorkCalendar {
  const names = { ...calendar.names }
  for (const { on, name } of days) if (name && !names[on]) names[on] = name
  return { ...calendar, holidays: [...new Set([...calendar.holidays, ...days.map(({ on }) => on)])].sort(), names }
}
