import { z } from 'zod'
import { day } from '../values/fields'
import type { Schedule } from './clocks'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'time' })
const spans = z
  .array(z.tuple([time, time]))
  .max(6)
  .refine((day) => day.every(([open, close], i) => open < close && (i === 0 || day[i - 1]![1] <= open)), { error: 'spans' })

/** When somebody works: for Monday to Sunday the hours from and to, in order, and the days that count as closed. */
export const workCalendar = z.strictObject({ hours: z.array(spans).length(7), holidays: z.array(day).max(1_000) })
export type WorkCalendar = z.infer<typeof workCalendar>

/** Until somebody says otherwise: Monday to Friday from nine to five. */
export const standardCalendar: WorkCalendar = {
  hours: Array.from({ length: 7 }, (_, weekday) => (weekday < 5 ? [['09:00', '17:00']] : [])),
  holidays: []
}

/** Takes a calendar and the zone of its wall clock, gives the schedule that clocks count by. */
export function scheduleOf({ hours, holidays }: WorkCalendar, zone: string): Schedule {
  return { zone, hours: Object.fromEntries(hours.map((spans, index) => [index + 1, spans])), holidays }
}
