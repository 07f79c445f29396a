import { oneLine } from '../../shared/values/one-line'
import ICAL from 'ical.js'
import type { NamedDay, DaysFound } from '../../shared/imports/days'
import { Refusal } from '../../shared/values/errors'
import { addDays } from '../../shared/values/zones'
import { m } from '../../shared/messages/messages.js'
import type { Bytes } from '../bytes'
import { decoderOf } from '../table/encodings'
import { recogniseEncoding } from '../table/text'
import { entriesIn } from './entries'

/** So far back and ahead of this year is a day of a series taken that begins or goes on there, in years. */
const yearsBack = 2
const yearsAhead = 3
/** One entry closes no more days than this: a summer break does, a year in the calendar does not. */
const mostInARow = 62
/** A series is followed no longer than so many of its times, and so many days are found in one file. */
const mostTimes = 80_000
const mostDays = 5_000
const longestName = 100

/**
 * Takes the bytes of a calendar and the year it is, gives the whole days in it with their names, in order: each time of a
 * series by itself, each day of an entry that lasts several. A day with two names has both. What has an hour is no day off and
 * is counted; what was called off is left out. Error: invalid, it is no
 * calendar, or cannot be read.
 */
export async function daysIn(bytes: Bytes, year: number): Promise<DaysFound> {
  const encoding = await recogniseEncoding(bytes, () => {})
  const text = decoderOf(encoding)(await bytes.all()).replace(/^\ufeff/, '')
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) throw new Refusal('invalid', m.imports_no_calendar({ file: bytes.name }))
  const events = entriesIn(text, bytes.name).map((component) => new ICAL.Event(component, { exceptions: [] } as object))
  const moved = new Set(events.flatMap((event) => (event.recurrenceId ? [`${event.uid} ${dayOf(event.recurrenceId)}`] : [])))
  const names = new Map<string, string[]>()
  let timed = 0
  for (const event of events) {
    if (!event.startDate || isOff(event)) continue
    const length = wholeDays(event)
    if (length === null || length > mostInARow) {
      timed++
      continue
    }
    for (const first of firstDays(event, year, moved))
      for (let at = 0; at < length && names.size < mostDays; at++) {
        const on = addDays(first, at)
        const known = names.get(on) ?? []
        const name = nameOf(event)
        if (!known.includes(name)) names.set(on, [...known, name])
      }
  }
  const days = [...names].map(([on, each]): NamedDay => ({ on, name: each.filter(Boolean).join(' · ').slice(0, longestName) }))
  return { days: days.sort((a, b) => (a.on < b.on ? -1 : 1)), timed }
}

/** The days on which an entry begins: of a series those within the years that matter, without those that were moved. */
function* firstDays(event: ICAL.Event, year: number, moved: ReadonlySet<string>): Generator<string> {
  if (!event.isRecurring() || event.recurrenceId) {
    yield dayOf(event.startDate)
    return
  }
  const times = event.iterator()
  for (let turn = 0; turn < mostTimes; turn++) {
    const time = times.next()
    if (!time || time.year > year + yearsAhead) return
    if (time.year >= year - yearsBack && !moved.has(`${event.uid} ${dayOf(time)}`)) yield dayOf(time)
  }
}

/** How many whole days an entry lasts; null where it has an hour. From midnight to midnight is a whole day too, as Outlook writes it. */
function wholeDays({ startDate: start, endDate: end }: ICAL.Event): number | null {
  const whole = (time: ICAL.Time) => time.isDate || (time.hour === 0 && time.minute === 0 && time.second === 0)
  if (!whole(start) || !whole(end)) return null
  const days = (Date.parse(dayOf(end)) - Date.parse(dayOf(start))) / 86_400_000
  // without an end, or with one on the same day, it is that day
  return start.isDate ? Math.max(1, days) : days >= 1 ? days : null
}

const isOff = ({ component }: ICAL.Event) => String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'

const nameOf = (event: ICAL.Event) => oneLine(event.summary ?? '').slice(0, longestName)

const pad = (value: number, length = 2) => String(value).padStart(length, '0')
const dayOf = ({ year, month, day }: ICAL.Time) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
