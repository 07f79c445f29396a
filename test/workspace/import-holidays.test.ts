// Holidays of a calendar file become closed days of a calendar: whole days, with their names, none twice.
import { describe, expect, it } from 'vitest'
import { standardCalendar, withClosed } from '../../src/shared/records/calendar'
import { closedText, readClosed } from '../../src/renderer/features/customers/closed'
import { readDate } from '../../src/renderer/ui/dateText'
import { fileOf } from './import-support'
import { freshWorkspace } from './support'

const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'X-WR-CALNAME:Αργίες',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR'
  ].join('\r\n')

async function daysOf(text: string | Buffer, name = 'holidays.ics') {
  const workspace = await freshWorkspace()
  const year = Number((await workspace.call('workspace.info', {})).today.slice(0, 4))
  return { year, workspace, ...(await workspace.call('imports.days', { file: fileOf(text, name) })) }
}
const lines = (days: { on: string; name: string }[]) => days.map(({ on, name }) => `${on} ${name}`)

describe('days off from a calendar file', () => {
  it('are whole days: single ones, several in a row, and Outlook’s from midnight to midnight; meetings are counted', async () => {
    const { days, timed } = await daysOf(
      calendar(
        ['UID:1', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Χριστούγεννα'],
        ['UID:2', 'DTSTART;VALUE=DATE:20270106', 'SUMMARY:Θεοφάνεια'],
        ['UID:3', 'DTSTART;VALUE=DATE:20270106', 'DURATION:P1D', 'SUMMARY:Άγια Φώτα'],
        ['UID:4', 'DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270101'],
        ['UID:5', 'DTSTART;TZID=Europe/Athens:20270325T000000', 'DTEND;TZID=Europe/Athens:20270326T000000', 'SUMMARY:25 March'],
        ['UID:6', 'DTSTART:20270325T080000Z', 'DTEND:20270325T090000Z', 'SUMMARY:Parade with the customer'],
        ['UID:7', 'DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20280101', 'SUMMARY:The year of the rabbit'],
        ['UID:8', 'DTSTART;VALUE=DATE:20270501', 'STATUS:CANCELLED', 'SUMMARY:Called off']
      )
    )
    expect(lines(days)).toEqual([
      '2026-12-25 Χριστούγεννα',
      '2026-12-26 Χριστούγεννα',
      '2027-01-01 ',
      '2027-01-06 Θεοφάνεια · Άγια Φώτα',
      '2027-03-25 25 March'
    ])
    expect(timed).toBe(2)
  })

  it('of a series are each of its days near this year, without those taken out, and moved ones where they were moved to', async () => {
    const year = new Date().getUTCFullYear()
    const { days } = await daysOf(
      calendar(
        ['UID:n', 'DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=YEARLY', `EXDATE;VALUE=DATE:${year}0101`, 'SUMMARY:New Year'],
        ['UID:n', `RECURRENCE-ID;VALUE=DATE:${year + 1}0101`, `DTSTART;VALUE=DATE:${year + 1}0102`, 'SUMMARY:New Year, moved'],
        ['UID:m', 'DTSTART;VALUE=DATE:20000101', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=1MO;UNTIL=20010601', 'SUMMARY:Over']
      )
    )
    const at = (shift: number) => `${year + shift}-01-01 New Year`
    expect(lines(days)).toEqual([at(-2), at(-1), `${year + 1}-01-02 New Year, moved`, at(2), at(3)])
  })

  it('what is no calendar, and a broken one, is said in a sentence', async () => {
    await expect(daysOf('day,name\n2026-12-25,Christmas\n', 'days.csv')).rejects.toMatchObject({
      code: 'invalid',
      message: 'days.csv is not a calendar file (ics).'
    })
    await expect(daysOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:OTHER\r\n')).rejects.toMatchObject({ code: 'invalid' })
    // a series of every day since 1900 that never ends: six years of it
    const { days } = await daysOf(calendar(['UID:e', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY', 'SUMMARY:Always']))
    expect([Math.round(days.length / 365.25), days.at(-1)?.name]).toEqual([6, 'Always'])
  })

  it('are added once, with their names, to the workspace’s calendar or a customer’s, where one undo takes them back', async () => {
    const { workspace, days } = await daysOf(
      calendar(['UID:1', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas'])
    )
    const before = { ...standardCalendar, holidays: ['2026-12-24', '2026-12-25'], names: { '2026-12-24': 'Eve' } }
    const after = withClosed(before, days)
    expect(after.holidays).toEqual(['2026-12-24', '2026-12-25', '2026-12-26'])
    expect(after.names).toEqual({ '2026-12-24': 'Eve', '2026-12-25': 'Christmas', '2026-12-26': 'Christmas' })
    expect(withClosed(after, days)).toEqual(after)
    await workspace.call('workspace.configure', { calendar: after })
    expect((await workspace.call('workspace.info', {})).settings.calendar).toEqual(after)
    const { id } = await workspace.call('customers.create', {
      name: 'Quay',
      currency: 'EUR',
      timeZone: 'Europe/Athens',
      calendar: before
    })
    await workspace.call('customers.change', { id, patch: { calendar: after } })
    expect((await workspace.call('customers.get', { id })).customer.calendar).toEqual(after)
    await workspace.call('journal.undo', {})
    expect((await workspace.call('customers.get', { id })).customer.calendar).toEqual(before)
  })

  it('stand as lines that can be read again, in every language', () => {
    const days = {
      ...standardCalendar,
      holidays: ['2026-12-25', '2027-01-01'],
      names: { '2026-12-25': 'Christmas – first day: all' }
    }
    for (const locale of ['en-GB', 'en-US', 'el', 'es', 'et', 'fil']) {
      const show = (on: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(on))
      const text = closedText(days, show)
      expect(
        readClosed(text, (day) => readDate(day, locale, '2026-06-01') ?? null),
        text
      ).toEqual({
        holidays: days.holidays,
        names: days.names
      })
    }
    const read = (day: string) => readDate(day, 'en-GB', '2026-06-01') ?? null
    expect(readClosed('25/12/2026 – Christmas\n\n1/1/2027: New Year\n25/12/2026\n24 - 12 - 2026', read)).toEqual({
      holidays: ['2026-12-24', '2026-12-25', '2027-01-01'],
      names: { '2026-12-25': 'Christmas', '2027-01-01': 'New Year' }
    })
    expect(readClosed('one of these days · Christmas', read)).toEqual({ wrong: 'one of these days · Christmas' })
  })
})
