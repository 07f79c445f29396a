import fc from 'fast-check'
import { expect, it } from 'vitest'
import { standardHours, type Schedule } from '../../src/shared/records/clocks'
import { elapsedClock, isPaused, replyDue, workingClock, type ReplyEvent } from '../../src/shared/records/reply-clock'
import { instantAt } from '../../src/shared/values/zones'

const hour = 3_600_000
const berlin: Schedule = { ...standardHours, zone: 'Europe/Berlin', holidays: ['2026-04-03', '2026-04-06'] }
const letter = (at: string, replyEvents: ReplyEvent[] = [], repliedAt: string | null = null) => ({ at, replyEvents, repliedAt })

it('promises elapsed hours: the wall clock moves by one where summer time begins', () => {
  // London, Saturday 28 March 2026 12:00 GMT: due on Sunday at 13:00 BST
  const { dueAt, breached, elapsed } = elapsedClock(letter('2026-03-28T12:00:00Z'), 24, '2026-03-29T11:59:00Z')
  expect({ dueAt, breached }).toEqual({ dueAt: '2026-03-29T12:00:00Z', breached: false })
  expect(elapsed).toBe(23.9 * hour + 5 * 60_000)
  expect(elapsedClock(letter('2026-03-28T12:00:00Z'), 24, '2026-03-29T12:00:01Z').breached).toBe(true)
})

it('counts our working hours over a weekend and holidays', () => {
  // Thursday 2 April 16:00 in Berlin; Good Friday, the weekend and Easter Monday are closed: 1 h on Thursday, 7 h on Tuesday
  const clock = workingClock(letter('2026-04-02T14:00:00Z'), 8, berlin, '2026-04-07T08:00:00Z')!
  expect(clock.dueAt).toBe('2026-04-07T14:00:00Z')
  expect(clock.elapsed / hour).toBe(2)
  expect(clock.remaining / hour).toBe(6)
})

it('stands still while it is paused, and goes on with what was left', () => {
  const paused = letter('2026-11-02T08:00:00Z', [{ kind: 'paused', at: '2026-11-02T12:00:00Z' }])
  expect(isPaused(paused)).toBe(true)
  expect(elapsedClock(paused, 24, '2026-11-05T08:00:00Z')).toMatchObject({
    dueAt: null,
    paused: true,
    breached: false,
    elapsed: 4 * hour
  })
  const on = letter(paused.at, [...paused.replyEvents, { kind: 'resumed', at: '2026-11-04T12:00:00Z' }])
  expect(replyDue(on, 24)).toBe('2026-11-05T08:00:00Z')
  expect(workingClock(on, 8, standardHours, '2026-11-04T13:00:00Z')).toMatchObject({
    // 9 to 12 on Monday, then from Wednesday noon
    elapsed: 4 * hour,
    dueAt: '2026-11-04T17:00:00Z'
  })
})

it('begins anew when it is reopened, and a due hour that had passed before a pause stays passed', () => {
  const reopened = letter('2026-11-02T08:00:00Z', [
    { kind: 'answered', at: '2026-11-02T10:00:00Z' },
    { kind: 'reopened', at: '2026-11-03T10:00:00Z' }
  ])
  expect(elapsedClock(reopened, 24, '2026-11-03T11:00:00Z')).toMatchObject({
    startedAt: '2026-11-03T10:00:00Z',
    dueAt: '2026-11-04T10:00:00Z',
    elapsed: hour
  })
  const late = letter('2026-11-02T08:00:00Z', [{ kind: 'paused', at: '2026-11-04T08:00:00Z' }])
  expect(elapsedClock(late, 24, '2026-11-05T08:00:00Z')).toMatchObject({ dueAt: '2026-11-03T08:00:00Z', breached: true })
})

it('is answered in time at the very moment, and holds the time that it took', () => {
  const clock = elapsedClock(letter('2026-11-02T08:00:00Z', [], '2026-11-03T08:00:00Z'), 24, '2026-12-01T00:00:00Z')
  expect(clock).toMatchObject({ breached: false, elapsed: 24 * hour, remaining: 0 })
})

it('has no working clock where nobody ever works', () => {
  expect(workingClock(letter('2026-11-02T08:00:00Z'), 8, { zone: 'UTC', hours: {} }, '2026-11-03T08:00:00Z')).toBeNull()
})

it('a pause moves the due hour by as long as it lasted, wherever it falls before it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 * 60 }), fc.integer({ min: 0, max: 10_000 }), (begins, lasts) => {
      const at = Date.parse('2026-06-01T00:00:00Z')
      const moment = (minutes: number): string => instantAt(at + minutes * 60_000)
      const events: ReplyEvent[] = [
        { kind: 'paused', at: moment(begins) },
        { kind: 'resumed', at: moment(begins + lasts) }
      ]
      expect(replyDue(letter(moment(0), events), 24)).toBe(moment(24 * 60 + lasts))
    })
  )
})
