import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PictureEvent } from '../../../src/shared/records/picture'
import { event } from './event'
import { clustered, packed } from '../../../src/renderer/features/timeline/picture/clusters'
import { lanesOf } from '../../../src/renderer/features/timeline/picture/lanes'
import { sceneOf } from '../../../src/renderer/features/timeline/picture/scene'
import { svg } from '../../../src/renderer/features/timeline/picture/shapes'
import { stretchOf, ticks, zoomed } from '../../../src/renderer/features/timeline/picture/scale'
import { lightPalette } from '../../../src/renderer/charts/palette'
const iso = (at: number): string => new Date(at).toISOString()
const day = 86_400_000

describe('a moment on the axis', () => {
  test('is as wide as it is known, on the customer’s calendar, over a change of summer time too', () => {
    const stretch = (at: string) => {
      const is = stretchOf(at, 'Europe/Athens')!
      return [iso(is.from), iso(is.to)]
    }
    expect(stretch('2026-03-29')).toEqual(['2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z'])
    expect(stretch('2026-03')).toEqual(['2026-02-28T22:00:00.000Z', '2026-03-31T21:00:00.000Z'])
    expect(stretch('2026')).toEqual(['2025-12-31T22:00:00.000Z', '2026-12-31T22:00:00.000Z'])
    expect(stretch('2026-03-29T10:00:00Z')).toEqual(['2026-03-29T10:00:00.000Z', '2026-03-29T10:00:00.000Z'])
    expect(stretchOf('', 'UTC')).toBeNull()
  })

  test('the moment that is zoomed around stays where it is, at every width', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 20, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (factor, share) => {
        const shown = { from: 1e12, to: 1e12 + 90 * day }
        const around = shown.from + share * (shown.to - shown.from)
        const next = zoomed(shown, factor, around)
        expect((around - next.from) / (next.to - next.from)).toBeCloseTo(share, 6)
      })
    )
  })

  test.each([
    [2, 'hour'],
    [40, 'day'],
    [800, 'month'],
    [9_000, 'year']
  ] as const)('%d days have lines as far apart as they need, each at the beginning of its %s', (days, unit) => {
    const shown = { from: Date.parse('2026-03-20T00:00:00Z'), to: Date.parse('2026-03-20T00:00:00Z') + days * day }
    const lines = ticks(shown, 900, 64, 'Europe/Tallinn')
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.some((tick) => tick.unit === unit)).toBe(true)
    lines.slice(1).forEach((tick, i) => expect(tick.at).toBeGreaterThan(lines[i]!.at))
    for (const { at, on, unit: of } of lines) if (of !== 'hour') expect(stretchOf(on, 'Europe/Tallinn')!.from).toBe(at)
  })
})

describe('what would cover one another', () => {
  const place = (x: number, more: Partial<PictureEvent> = {}) => ({
    event: event(String(x), more),
    when: { from: x, to: x },
    x,
    end: x
  })

  test('is one, but never what was pinned or harmed the customer', () => {
    const found = clustered(
      [place(0), place(5), place(6, { pinned: 1 }), place(9), place(30), place(31, { kind: 'incident', step: 'began' })],
      15
    )
    expect(found.map(({ events }) => events.map(({ x }) => x))).toEqual([[0, 5, 9], [6], [30], [31]])
  })

  test('no event is lost in the clusters, however near they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 })), fc.integer({ min: 1, max: 60 }), (xs, near) => {
        const placed = xs.sort((a, b) => a - b).map((x) => place(x))
        const found = clustered(placed, near)
        expect(found.flatMap(({ events }) => events)).toHaveLength(xs.length)
        found.slice(1).forEach(({ x }, i) => expect(x - found[i]!.x).toBeGreaterThanOrEqual(near))
      })
    )
  })

  test('bars stand in rows without touching', () => {
    expect(
      packed(
        [
          { x: 0, end: 10 },
          { x: 5, end: 8 },
          { x: 12, end: 20 },
          { x: 6, end: 9 }
        ],
        2,
        2
      )
    ).toEqual([0, 1, 0, -1])
  })
})

test('what belongs to two orders stands with each of them, and what belongs to none in a lane of its own, the last', () => {
  const of = (...order: string[]) => ({ of: { order, incident: [], case: [] } })
  const events = [event('2026-03-01', of('ORD-2 B', 'ORD-1 A')), event('2026-02-01', of('ORD-2 B')), event('2026-04-01', of())]
  const lanes = lanesOf(events, [], 'order', 'UTC')
  expect(lanes.map(({ key, events: own }) => [key, own.map(({ event: { at } }) => at)])).toEqual([
    ['ORD-1 A', ['2026-03-01']],
    ['ORD-2 B', ['2026-02-01', '2026-03-01']],
    ['', ['2026-04-01']]
  ])
})

describe('the picture', () => {
  const words = {
    lane: (key: string) => key,
    tick: ({ on }: { on: string }) => on,
    count: String,
    promises: 'promises',
    waiting: 'waiting',
    silence: () => 'silence',
    loss: 'loss',
    now: 'now',
    money: String,
    stretch: () => ''
  }
  const scene = (events: PictureEvent[] | null, cells: Parameters<typeof lanesOf>[1] = []) =>
    sceneOf({
      shown: { from: Date.parse('2026-01-01'), to: Date.parse('2026-07-01') },
      width: 1_000,
      zone: 'UTC',
      now: Date.parse('2026-05-01'),
      palette: lightPalette,
      lanes: lanesOf(events, cells, 'side', 'UTC'),
      spans: [
        {
          kind: 'promise',
          id: 'p',
          side: 'us',
          from: '2026-02-01T09:00:00Z',
          due: '2026-02-10',
          to: '2026-02-20T09:00:00Z',
          state: 'kept-late',
          title: 'Tubs'
        },
        {
          kind: 'silence',
          id: 'i',
          side: 'us',
          from: '2026-03-01T09:00:00Z',
          due: null,
          to: '2026-04-10T09:00:00Z',
          state: 'us',
          title: ''
        }
      ],
      loss: null,
      selected: null,
      words
    })

  test('holds every event that is in sight in one place, single or in a cluster', () => {
    const events = Array.from({ length: 300 }, (_, i) => event(iso(Date.parse('2026-01-02') + i * 12 * 3_600_000), { id: `e${i}` }))
    const found = scene(events).places.flatMap((place) => place.events.map(({ id }) => id))
    expect(new Set(found).size).toBe(300)
    expect(found).toHaveLength(300)
  })

  test('shows a promise with its date, and a silence, as what lasted', () => {
    const spans = scene([]).places.flatMap(({ span, x, w }) => (span ? [{ id: span.id, x: Math.round(x), w: Math.round(w) }] : []))
    // 908 pixels for 181 days, after the names
    expect(spans).toEqual([
      { id: 'p', x: Math.round(92 + (908 / 181) * 31.375), w: Math.round((908 / 181) * 19) },
      { id: 'i', x: Math.round(92 + (908 / 181) * 59.375), w: Math.round((908 / 181) * 40) }
    ])
  })

  test('counts by side where there are too many, and says how many', () => {
    const found = scene(null, [
      { kind: 'interaction', at: '2026-02', ours: 40, theirs: 2 },
      { kind: 'voice', at: '2026-02', ours: 0, theirs: 3 }
    ]).places
    expect(found.flatMap(({ count }) => count ?? [])).toEqual([40, 5])
  })

  test('is the same as a vector drawing, with its words escaped', () => {
    const drawn = svg(scene([event('2026-03-05T08:00:00Z', { title: 'A <b> & "c"' })]), 'Halden <Foods>')
    expect(drawn).toContain('aria-label="Halden &lt;Foods>"')
    expect(drawn).toContain('A &lt;b> &amp; &quot;c&quot;')
    expect(drawn).not.toContain('NaN')
  })
})
