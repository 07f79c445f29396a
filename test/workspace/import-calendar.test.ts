import { describe, expect, it } from 'vitest'
import { fileOf } from './import-support'
import { inspect, take } from './reader-support'
import { freshWorkspace } from './support'

const own = ['ours.example']
const event = (lines: string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20260901T000000Z', ...lines, 'END:VEVENT']
const calendar = (...parts: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Redress//Test//EN', ...parts.flat(), 'END:VCALENDAR'].join('\r\n') + '\r\n'
const people = [
  'ORGANIZER;CN=Jo:mailto:jo@ours.example',
  'ATTENDEE;CN="Kanto, Mira":MAILTO:Mira@quay.example',
  'ATTENDEE;CUTYPE=ROOM:mailto:room@quay.example'
]

async function meetings(text: string) {
  const workspace = await freshWorkspace()
  const file = fileOf(text, 'calendar.ics')
  const result = await take(workspace, [file], { own })
  const [customer] = await workspace.call('customers.list', {})
  if (!customer) return { workspace, file, result, events: [] }
  const { events } = await workspace.call('timeline.list', { customerId: customer.id, kinds: ['interaction'], whole: true })
  return {
    workspace,
    file,
    result,
    customer,
    events: events.map(({ at, title, direction, contact }) => [at, title, direction, contact]).reverse()
  }
}

describe('a calendar', () => {
  it('gives its meetings as interactions with their people, in the zones that Outlook, Google and the calendar itself name', async () => {
    const own = [
      'BEGIN:VTIMEZONE',
      'TZID:Our office',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0300',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'END:VTIMEZONE'
    ]
    const zones = [
      ['DTSTART:20260901T080000Z', '2026-09-01T08:00:00Z'],
      ['DTSTART;TZID=Europe/Athens:20260902T080000', '2026-09-02T05:00:00Z'],
      ['DTSTART;TZID=W. Europe Standard Time:20260903T080000', '2026-09-03T06:00:00Z'],
      ['DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20260904T080000', '2026-09-04T06:00:00Z'],
      ['DTSTART;TZID=Our office:20260905T080000', '2026-09-05T05:00:00Z'],
      // on the clock of the wall, and a whole day: in the zone of the file
      ['DTSTART:20260906T080000', '2026-09-06T05:00:00Z'],
      ['DTSTART;VALUE=DATE:20260907', '2026-09-06T21:00:00Z']
    ]
    const text = calendar(own, ...zones.map(([start], at) => event([`UID:${at}@x`, start!, `SUMMARY:Meeting ${at}`, ...people])))
    const { result, events, customer } = await meetings(text)
    expect(result.counts).toMatchObject({ create: 7, error: 0 })
    expect(customer!.name).toBe('quay.example')
    expect(events).toEqual(zones.map(([, at], place) => [at, `Meeting ${place}`, 'out', 'Kanto, Mira']))
  })

  it('a series is each of its times, without those taken out; one that was moved stands at its new time, one called off is told', async () => {
    const series = event([
      'UID:s@x',
      'DTSTART;TZID=Europe/Madrid:20261019T090000',
      'DTEND;TZID=Europe/Madrid:20261019T093000',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'EXDATE;TZID=Europe/Madrid:20261102T090000',
      'SUMMARY:Weekly',
      ...people
    ])
    const moved = event([
      'UID:s@x',
      'RECURRENCE-ID;TZID=Europe/Madrid:20261026T090000',
      'DTSTART;TZID=Europe/Madrid:20261027T150000',
      'SUMMARY:Weekly, moved',
      ...people
    ])
    const off = event([
      'UID:s@x',
      'RECURRENCE-ID;TZID=Europe/Madrid:20261109T090000',
      'DTSTART;TZID=Europe/Madrid:20261109T090000',
      'STATUS:CANCELLED',
      'SUMMARY:Weekly',
      ...people
    ])
    const { workspace, file, result, events } = await meetings(calendar(series, moved, off))
    expect(result.counts).toMatchObject({ create: 3, skipped: 1, error: 0 })
    expect(result.outcomes.find(({ outcome }) => outcome === 'skipped')!.reason).toMatch(/was cancelled/)
    // nine o'clock stays nine o'clock when summer time ends
    expect(events.map(([at, title]) => [at, title])).toEqual([
      ['2026-10-19T07:00:00Z', 'Weekly'],
      ['2026-10-27T14:00:00Z', 'Weekly, moved'],
      ['2026-11-16T08:00:00Z', 'Weekly']
    ])
    expect((await take(workspace, [file], { own })).counts).toMatchObject({ create: 0, unchanged: 3 })
  })

  it('a series without an end stops a year ahead, and one of every second is no trouble', async () => {
    const workspace = await freshWorkspace()
    const text = calendar(event(['UID:e@x', 'DTSTART:20200101T090000Z', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Tick', ...people]))
    const seen = await inspect(workspace, [fileOf(text, 'tick.ics')], { own })
    expect(seen.rows).toBe(1_000)
  })

  it('folded lines, signs that are escaped, pages in the notes; a broken one is refused in words', async () => {
    const { events } = await meetings(
      calendar(
        event([
          'UID:1@x',
          'DTSTART:20260901T080000Z',
          'SUMMARY:Second pump\\, and wh\r\n at then',
          'DESCRIPTION:<p>One</p>',
          ...people
        ])
      )
    )
    expect(events[0]![1]).toBe('Second pump, and what then')
    const workspace = await freshWorkspace()
    await expect(inspect(workspace, [fileOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnonsense', 'cut.ics')])).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('cut.ics')
    })
  })
})
