import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Clock } from '../../src/shared/values/clock'
import type { CarePromise, CareRecords } from '../../src/shared/records/care-records'
import type { SignalKind } from '../../src/shared/records/signal'
import { standardRules } from '../../src/shared/records/signal-rules'
import { byWeight, signalsOf } from '../../src/shared/records/signals'

const today = '2026-11-20'
const nothing: CareRecords = {
  customer: { id: 'c', name: 'Halden', clock: 'Europe/Oslo' as Clock, renewalOn: null },
  lastWord: null,
  lastToThem: null,
  lastGesture: null,
  rhythm: null,
  watchedSince: null,
  others: new Map(),
  replies: [],
  orders: [],
  promises: [],
  incidents: [],
  voices: []
}
const of = (records: Partial<CareRecords>) => signalsOf({ ...nothing, ...records }, today, standardRules)
const kinds = (records: Partial<CareRecords>): SignalKind[] => of(records).map(({ kind }) => kind)

const order = {
  id: 'o',
  title: 'Freezer',
  state: 'late' as const,
  late: { days: 4, minutes: null },
  due: '2026-11-16',
  crucial: 0 as const,
  decidedOn: null
}
const promise = (id: string, state: 'overdue' | 'kept' | 'kept-late' | 'withdrawn', dueAt: string, firstDueAt = dueAt) => ({
  id,
  words: id,
  madeBy: 'us' as const,
  madeAt: '2026-10-01T09:00:00Z',
  state,
  open: state === 'overdue',
  dueAt,
  firstDueAt,
  orderId: null,
  incidentId: null,
  interactionId: null
})
const untied = { interactionId: null, incidentId: null, backOn: null, decidedOn: null }
const incident = (id: string, began: string, open = false, kind = 'outage') => ({
  id,
  title: id,
  kind,
  began,
  open,
  nearMiss: false,
  decidedOn: null
})

describe('what a customer is probably thinking', () => {
  it('is nothing when there are no records', () => {
    expect(of({})).toEqual([])
  })

  it('a late order weighs more while nobody has told them since', () => {
    const word = (at: string) => ({ lastWord: { id: 'i', subject: 'Call', at } })
    expect(of({ orders: [order], ...word('2026-11-12T09:00:00Z') })).toMatchObject([
      { kind: 'order-late', grave: true, answer: 'none', days: 4, subject: 'Freezer' }
    ])
    // whoever called whom
    expect(of({ orders: [order], ...word('2026-11-17T09:00:00Z') })).toMatchObject([{ grave: false, answer: 'talked' }])
    // 23:30 in Oslo is still the day before it is due
    expect(of({ orders: [order], ...word('2026-11-15T22:30:00Z') })).toMatchObject([{ answer: 'none' }])
    expect(kinds({ orders: [{ ...order, state: 'received-late' }] })).toEqual([])
    expect(of({ orders: [{ ...order, state: 'at-risk', crucial: 1 }] })).toMatchObject([{ kind: 'order-at-risk', grave: true }])
  })

  it('a promise about the very order, or a decision, changes what a late order says', () => {
    const about: CarePromise = { ...promise('p', 'overdue', '2026-11-25'), state: 'open', orderId: 'o' }
    const one = (records: Partial<CareRecords>) => of({ orders: [order], ...records }).find(({ kind }) => kind === 'order-late')!
    expect(one({ promises: [about] })).toMatchObject({ grave: false, answer: 'promised', reasons: [{ id: 'o' }, { id: 'p' }] })
    expect(one({ promises: [{ ...about, orderId: 'other' }] })).toMatchObject({ grave: true, answer: 'none' })
    expect(one({ promises: [{ ...about, madeBy: 'customer' }] })).toMatchObject({ answer: 'none' })
    const over = one({ promises: [{ ...about, state: 'overdue', dueAt: '2026-11-18' }] })
    expect(over).toMatchObject({ grave: true, answer: 'slipped' })
    // it wakes what was set aside before
    expect(over.key).not.toBe(one({}).key)
    expect(of({ orders: [{ ...order, decidedOn: '2026-11-18' }] })).toMatchObject([{ grave: false, answer: 'decided' }])
    expect(of({ orders: [{ ...order, decidedOn: '2026-11-01' }] })).toMatchObject([{ grave: true, answer: 'none' }])
  })

  it('dates that slip, from the second on, moved ones among them', () => {
    const one = promise('a', 'kept-late', '2026-11-01')
    expect(kinds({ promises: [one] })).toEqual([])
    const two = of({ promises: [one, promise('b', 'kept', '2026-11-10', '2026-10-20')] })
    expect(two).toMatchObject([{ kind: 'promises-slip', grave: false }])
    expect(two[0]!.reasons.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(kinds({ promises: [one, promise('old', 'kept-late', '2026-01-01')] })).toEqual([])
    expect(kinds({ promises: [one, promise('gone', 'withdrawn', '2026-11-10', '2026-10-20')] })).toEqual([])
    // a date that slips after the signal was set aside makes another signal
    expect(of({ promises: [one, promise('b', 'overdue', '2026-11-02'), promise('c', 'overdue', '2026-11-03')] })[0]!.key).not.toBe(
      two[0]!.key
    )
  })

  it('the same kind of incident twice in a year, while it is recent or open', () => {
    expect(kinds({ incidents: [incident('a', '2026-11-01'), incident('b', '2026-03')] })).toEqual(['repeat'])
    expect(kinds({ incidents: [incident('a', '2026-11-01'), incident('b', '2025-01')] })).toEqual([])
    expect(kinds({ incidents: [incident('a', '2026-11-01'), incident('b', '2026-03', false, 'billing')] })).toEqual([])
    expect(kinds({ incidents: [incident('a', '2026-06-01'), incident('b', '2026-03')] })).toEqual([])
    expect(kinds({ incidents: [incident('a', '2026-06-01', true), incident('b', '2026-03')] })).toEqual(['repeat'])
  })

  it('a concern with no word from us since, after a few days', () => {
    const voices = [{ id: 'v', kind: 'concern' as const, words: 'Will it hold?', saidAt: '2026-11-12', ...untied }]
    expect(kinds({ voices })).toEqual(['concern'])
    expect(kinds({ voices, lastToThem: '2026-11-13T10:00:00Z' })).toEqual([])
    expect(kinds({ voices: [{ ...voices[0]!, saidAt: '2026-11-19' }] })).toEqual([])
    // a call of theirs on a later day is a conversation; the one in which they said it is none
    const word = (at: string) => ({ lastWord: { id: 'i', subject: 'Call', at } })
    expect(kinds({ voices, ...word('2026-11-12T10:00:00Z') })).toEqual(['concern'])
    expect(kinds({ voices, ...word('2026-11-13T10:00:00Z') })).toEqual([])
    // what was promised in that call, or about that incident
    const said = [{ ...voices[0]!, interactionId: 'call', incidentId: 'inc' }]
    const given = { ...promise('p', 'kept', '2026-11-25'), madeAt: '2026-11-12T11:00:00Z' }
    expect(kinds({ voices: said, promises: [given] })).toEqual(['concern'])
    expect(kinds({ voices: said, promises: [{ ...given, interactionId: 'call' }] })).toEqual([])
    expect(kinds({ voices: said, promises: [{ ...given, incidentId: 'inc' }] })).toEqual([])
    expect(kinds({ voices: [{ ...said[0]!, decidedOn: '2026-11-13' }] })).toEqual([])
  })

  it('a renewal within three months, grave while something is open', () => {
    const customer = { ...nothing.customer, renewalOn: '2027-01-31' }
    expect(of({ customer })).toMatchObject([{ kind: 'renewal', grave: false, days: 72 }])
    expect(of({ customer, incidents: [incident('a', '2026-11-01', true)] })).toMatchObject([{ kind: 'renewal', grave: true }])
    expect(kinds({ customer: { ...customer, renewalOn: '2026-11-19' } })).toEqual([])
    expect(kinds({ customer: { ...customer, renewalOn: '2027-02-19' } })).toEqual([])
  })

  it('a month of silence, and a wish that nothing was given for', () => {
    const lastWord = { id: 'i', subject: 'Call', at: '2026-10-20T09:00:00Z' }
    expect(of({ lastWord })).toMatchObject([{ kind: 'quiet', days: 31, key: 'quiet:c:i' }])
    expect(kinds({ lastWord: { ...lastWord, at: '2026-10-25T09:00:00Z' } })).toEqual([])
    const voices = [{ id: 'w', kind: 'wish' as const, words: 'A tour', saidAt: '2026-10-01', ...untied }]
    expect(kinds({ voices })).toEqual(['wish'])
    expect(kinds({ voices, lastGesture: '2026-10-05' })).toEqual([])
  })

  it('names the records it rests on, once each, and comes in one order', () => {
    const dates = fc
      .integer({ min: 0, max: 500 })
      .map((ago) => new Date(Date.parse(today) - ago * 86_400_000).toISOString().slice(0, 10))
    const records = fc.record({
      renewalOn: fc.option(dates, { nil: null }),
      orders: fc.array(fc.record({ at: dates, late: fc.boolean(), crucial: fc.constantFrom(0 as const, 1 as const) }), {
        maxLength: 5
      }),
      promises: fc.array(
        fc.record({ at: dates, state: fc.constantFrom('overdue' as const, 'kept' as const, 'kept-late' as const) }),
        { maxLength: 6 }
      ),
      incidents: fc.array(fc.record({ at: dates, open: fc.boolean(), kind: fc.constantFrom('outage', 'billing') }), {
        maxLength: 5
      }),
      voices: fc.array(fc.record({ at: dates, kind: fc.constantFrom('need' as const, 'wish' as const, 'concern' as const) }), {
        maxLength: 5
      })
    })
    fc.assert(
      fc.property(records, (given) => {
        const found = of({
          customer: { ...nothing.customer, renewalOn: given.renewalOn },
          orders: given.orders.map(({ at, late, crucial }, n) => ({
            id: `o${n}`,
            title: 'x',
            state: late ? 'late' : 'at-risk',
            late: { days: 1, minutes: null },
            due: at,
            crucial,
            decidedOn: null
          })),
          promises: given.promises.map(({ at, state }, n) => promise(`p${n}`, state, at)),
          incidents: given.incidents.map(({ at, open, kind }, n) => incident(`i${n}`, at, open, kind)),
          voices: given.voices.map(({ at, kind }, n) => ({ id: `v${n}`, kind, words: 'x', saidAt: at, ...untied }))
        })
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
        for (const { reasons } of found) {
          expect(reasons.length).toBeGreaterThan(0)
          expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length)
        }
        expect(found.toReversed().sort(byWeight)).toEqual(found)
      })
    )
  })
})
