import ICAL from 'ical.js'
import type { Encoding } from '../../shared/contract/imports'
import { instantIn } from '../../shared/imports/instants'
import { htmlToText } from '../../shared/imports/html'
import { addressKey } from '../../shared/imports/origin'
import { domainOf, isOpenDomain, OwnAddresses, SidesSeen } from '../../shared/imports/own'
import type { FileRow } from '../../shared/imports/row-source'
import type { Bytes } from '../bytes'
import { inSlices, type Rows, type Table } from '../source'
import { decoderOf } from '../table/encodings'
import { entriesIn } from './entries'
import { zonedTime } from './zone'

/** The columns of appointments. */
const headers = [
  'UID',
  'Start',
  'End',
  'All day',
  'Summary',
  'Description',
  'Location',
  'Organizer',
  'Attendees',
  'Company',
  'Person',
  'Contact name',
  'Contact email',
  'Direction',
  'Status',
  'Channel',
  'Categories'
] as const

interface Guest {
  name: string
  address: string
}
interface Meeting {
  event: ICAL.Event
  component: ICAL.Component
  guests: Guest[]
  organizer: Guest | null
}

/** A meeting that recurs is one for each time, but no more than so many, and none later than so many days ahead. */
const mostTimes = 1_000
const daysAhead = 366

/** Takes the bytes of a calendar, gives its meetings as rows, each of a recurring one by itself. Error: invalid, it cannot be read. */
export async function openCalendar(bytes: Bytes, encoding: Encoding, said: string[] | null): Promise<Table> {
  const text = decoderOf(encoding)(await bytes.all()).replace(/^\ufeff/, '')
  const meetings = meetingsIn(text, bytes.name)
  const sides = new SidesSeen()
  for (const { guests, organizer } of meetings)
    sides.see(
      [...guests, ...(organizer ? [organizer] : [])].map(({ address }) => address),
      []
    )
  const own = new OwnAddresses(said ?? sides.own())
  return {
    kind: 'calendar',
    headers: [...headers],
    own: { told: said !== null, domains: said ?? sides.own(), seen: sides.seen() },
    rows: ({ signal }): Rows => inSlices(rowsOf(meetings, own), signal)
  }
}

function meetingsIn(text: string, file: string): Meeting[] {
  return entriesIn(text, file).map((component) => ({
    component,
    event: new ICAL.Event(component, { exceptions: [] } as object),
    guests: component.getAllProperties('attendee').flatMap(guestOf),
    organizer: component.getAllProperties('organizer').flatMap(guestOf)[0] ?? null
  }))
}

function guestOf(property: ICAL.Property): Guest[] {
  const address =
    addressKey(String(property.getFirstValue() ?? '').replace(/^mailto:/i, '')) ?? addressKey(text(property.getParameter('email')))
  const type = text(property.getParameter('cutype')).toUpperCase()
  if (!address || type === 'ROOM' || type === 'RESOURCE') return []
  const name = text(property.getParameter('cn')).replace(/^"|"$/g, '')
  return [{ name: name === address ? '' : name, address }]
}

const text = (value: unknown): string => (Array.isArray(value) ? String(value[0] ?? '') : typeof value === 'string' ? value : '')

function* rowsOf(meetings: Meeting[], own: OwnAddresses): Generator<FileRow> {
  // a time of a series that was moved or changed stands by itself
  const moved = new Set(
    meetings.flatMap(({ event, component }) =>
      event.recurrenceId ? [idOf(event.uid, event.recurrenceId, component, 'recurrence-id')] : []
    )
  )
  let row = 0
  for (const meeting of meetings) {
    const { event } = meeting
    if (!event.startDate) {
      yield { row: ++row, line: row, cells: [], trouble: 'broken' }
      continue
    }
    if (!event.isRecurring() || event.recurrenceId) {
      const id = event.recurrenceId ? idOf(event.uid, event.recurrenceId, meeting.component, 'recurrence-id') : event.uid
      yield rowOf(++row, meeting, cellsOf(meeting, own, id, event.startDate, event.endDate))
      continue
    }
    const last = Date.now() + daysAhead * 86_400_000
    const times = event.iterator()
    for (let turn = 0; turn < mostTimes; turn++) {
      const time = times.next()
      if (!time || time.toJSDate().getTime() > last) break
      const id = idOf(event.uid, time, meeting.component, 'dtstart')
      if (moved.has(id)) continue
      const { startDate, endDate } = event.getOccurrenceDetails(time)
      yield rowOf(++row, meeting, cellsOf(meeting, own, id, startDate, endDate))
    }
  }
}

/** One time of a series is known by the instant at which it was to be. */
function idOf(uid: string, time: ICAL.Time, component: ICAL.Component, property: string): string {
  const at = zonedTime(time, component, property)
  // without a zone only the clock on the wall tells it
  const zoned = /(?:Z|[+-][0-9]{2}:[0-9]{2})$/.test(at) ? instantIn(at) : null
  return `${uid} ${zoned ?? at}`
}

function rowOf(row: number, { component }: Meeting, cells: string[]): FileRow {
  const off = String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'
  return { row, line: row, cells, ...(off ? { left: 'cancelled' as const } : {}) }
}

function cellsOf(
  { event, component, guests, organizer }: Meeting,
  own: OwnAddresses,
  id: string,
  start: ICAL.Time,
  end: ICAL.Time
): string[] {
  const people = [...guests, ...(organizer ? [organizer] : [])]
  const other = people.find(({ address }) => !own.has(address))
  const domain = other ? domainOf(other.address) : ''
  const company = other && !isOpenDomain(domain) ? domain : ''
  const ours = organizer ? own.has(organizer.address) : true
  const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '')
  const cells: Record<(typeof headers)[number], string> = {
    UID: id,
    Start: zonedTime(start, component, 'dtstart'),
    End: zonedTime(end, component, 'dtend'),
    'All day': start.isDate ? 'yes' : 'no',
    Summary: event.summary ?? '',
    Description: htmlToText(event.description ?? ''),
    Location: event.location ?? '',
    Organizer: organizer ? written(organizer) : '',
    Attendees: guests.map(written).join(', '),
    Company: company,
    Person: other && !company ? other.name || other.address : '',
    'Contact name': other ? other.name || other.address : '',
    'Contact email': other?.address ?? '',
    Direction: !other && people.length > 0 ? 'internal' : ours ? 'out' : 'in',
    Status: value('status').toLowerCase(),
    Channel: 'meeting',
    Categories: value('categories')
  }
  return headers.map((header) => cells[header])
}

const written = ({ name, address }: Guest): string => (name ? `${name} <${address}>` : address)
