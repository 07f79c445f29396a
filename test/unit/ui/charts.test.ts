import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { distribution, lossByLine, tornado, waiting, waterfall, type ChartSpec } from '../../../src/renderer/charts/configs'
import { html, tsv } from '../../../src/renderer/charts/copy'
import { lightPalette, readPalette, tint } from '../../../src/renderer/charts/palette'
import { moneyScale, roundTicks, wrap, wrapParts } from '../../../src/renderer/charts/spec'

const look = { locale: 'en', currency: 'EUR', palette: lightPalette, width: 720 }
const lineLabels = {
  line: 'Line',
  low: 'P10',
  middle: 'P50',
  high: 'P90',
  confirmed: 'Confirmed',
  estimated: 'Estimated',
  back: 'Came back'
}
const line = (name: string, p10: number, p50: number, p90: number, confirmed = false) => ({ name, p10, p50, p90, confirmed })

interface Drawn {
  data: { labels: (string | string[])[]; datasets: { label: string; data: unknown[] }[] }
  options: {
    scales: { x: { min: number; max: number } }
    plugins: {
      legend: { display: boolean }
      marks: { ranges?: unknown[]; texts?: { text: string }[]; lines?: { text: string }[] }
    }
  }
}
const drawn = (spec: ChartSpec): Drawn => spec.config as unknown as Drawn

/** How light a colour is when printed without colour, 0 to 255. */
const grey = (colour: string): number =>
  [1, 3, 5].reduce((sum, at, i) => sum + Number.parseInt(colour.slice(at, at + 2), 16) * [0.299, 0.587, 0.114][i]!, 0)

describe('loss by line', () => {
  test('shows each line in major units, with its range and its amount in words', () => {
    const spec = lossByLine(
      [line('Idle labour', 100_000, 200_000, 300_000, true), line('Freight', 5_000, 5_000, 5_000)],
      lineLabels,
      look
    )
    const { data, options } = drawn(spec)
    expect(data.datasets.map((set) => set.data)).toEqual([
      [2_000, null],
      [null, 50]
    ])
    expect(options.plugins.marks.ranges).toEqual([
      { index: 0, low: 1_000, high: 3_000 },
      { index: 1, low: 50, high: 50 }
    ])
    expect(options.plugins.marks.texts!.map((each) => each.text)).toEqual(['€2,000', '€50'])
    expect(options.plugins.legend.display).toBe(true)
    expect(spec.table.rows).toEqual([
      ['Idle labour (Confirmed)', 1_000, 2_000, 3_000],
      ['Freight (Estimated)', 50, 50, 50]
    ])
  })
  test('one line, none, zero and below zero keep a scale that is not empty', () => {
    for (const lines of [[], [line('Nothing', 0, 0, 0)], [line('One', 1, 2, 3)], [line('Back', -300, -200, -100)]]) {
      const { x } = drawn(lossByLine(lines, lineLabels, look)).options.scales
      expect(x.max).toBeGreaterThan(x.min)
      expect(Math.min(0, ...lines.map((each) => each.p10 / 100))).toBeGreaterThanOrEqual(x.min)
    }
  })
  test('grows with its lines and asks for no legend where all are of one kind', () => {
    const forty = lossByLine(
      Array.from({ length: 40 }, (_, index) => line(`Line ${index}`, 1, 2, 3)),
      lineLabels,
      look
    )
    expect(forty.height).toBeGreaterThan(40 * 24)
    expect(drawn(forty).options.plugins.legend.display).toBe(false)
  })
  test('tells kinds apart by fill as well as colour; others together are no kind, and the table has every line', () => {
    const all = [
      line('Sure', 1, 2, 3, true),
      line('Guess', 1, 2, 3),
      { ...line('Paid', -3, -2, -1), back: true },
      line('Small', 1, 1, 1),
      line('Smaller', 1, 1, 1)
    ]
    const drawnLines = [...all.slice(0, 3), { ...line('2 other lines', 2, 2, 2), others: true }]
    const spec = lossByLine(drawnLines, lineLabels, look, all)
    const sets = drawn(spec).data.datasets as unknown as { label: string; backgroundColor: string; borderColor: string }[]
    expect(sets.map(({ label }) => label)).toEqual(['Confirmed', 'Estimated', 'Came back', ''])
    expect(sets.map(({ backgroundColor, borderColor }) => backgroundColor === borderColor)).toEqual([true, false, false, false])
    const fills = sets.map(({ backgroundColor }) => grey(backgroundColor))
    expect(Math.abs(fills[0]! - fills[1]!)).toBeGreaterThan(60)
    expect(spec.table.rows.map(([name]) => name)).toEqual([
      'Sure (Confirmed)',
      'Guess (Estimated)',
      'Paid (Came back)',
      'Small (Estimated)',
      'Smaller (Estimated)'
    ])
  })
  test('nothing lost has nothing to measure but zero', () => {
    const { x } = drawn(lossByLine([line('Nothing', 0, 0, 0)], lineLabels, look)).options.scales as unknown as {
      x: { afterBuildTicks: (scale: object) => void }
    }
    const scale = { ticks: [] as { value: number }[] }
    x.afterBuildTicks(scale)
    expect(scale.ticks).toEqual([{ value: 0 }])
  })
  test('a currency without minor units is not divided', () => {
    expect(drawn(lossByLine([line('A', 1, 500, 900)], lineLabels, { ...look, currency: 'JPY' })).data.datasets[0]!.data).toEqual([
      500
    ])
  })
})

test('a tornado puts the low word on the low side, whichever way the input works', () => {
  const labels = { input: 'Input', low: 'Low', high: 'High', base: 'Likely', lossAtLow: 'At low', lossAtHigh: 'At high' }
  const spec = tornado(
    [
      { name: 'Days', low: '6 days', high: '14 days', atLow: 100, atHigh: 900 },
      { name: 'Recaptured', low: '10 %', high: '60 %', atLow: 800, atHigh: 300 }
    ],
    500,
    labels,
    look
  )
  expect(drawn(spec).options.plugins.marks.texts!.map((each) => each.text)).toEqual(['6 days', '14 days', '60 %', '10 %'])
  expect(drawn(spec).data.datasets[0]!.data).toEqual([
    [1, 5],
    [5, 8]
  ])
})

test('a waterfall below zero keeps the bars and says each step with its sign', () => {
  const spec = waterfall(
    [
      { name: 'Loss', kind: 'loss', from: 0, to: 10_000 },
      { name: 'Paid', kind: 'back', from: 10_000, to: -5_000 },
      { name: 'Net', kind: 'total', from: 0, to: -5_000 }
    ],
    { step: 'Step', amount: 'Amount', after: 'After' },
    look
  )
  expect(drawn(spec).options.plugins.marks.texts!.map((each) => each.text)).toEqual(['+€100', '−€150', '−€50'])
  expect(spec.table.rows).toEqual([
    ['Loss', 100, 100],
    ['Paid', -150, -50],
    ['Net', null, -50]
  ])
  expect(drawn(spec).options.scales.x.min).toBe(-50)
})

test('a distribution names its marks; a certain loss has one', () => {
  const labels = { amount: 'Loss', share: 'Chance', low: 'Low', middle: 'Middle', high: 'High' }
  const bins = [
    { from: 0, to: 10_000, count: 25 },
    { from: 10_000, to: 20_000, count: 75 }
  ]
  const spec = distribution({ bins, p10: 5_000, p50: 12_000, p90: 18_000 }, labels, look)
  expect(drawn(spec).options.plugins.marks.lines!.map((each) => each.text)).toEqual(['Low €50', 'Middle €120', 'High €180'])
  expect(spec.table.rows.slice(3)).toEqual([
    ['€0 – €100', '25%'],
    ['€100 – €200', '75%']
  ])
  const certain = distribution({ bins: bins.slice(0, 1), p10: 9, p50: 9, p90: 9 }, labels, look)
  expect(drawn(certain).options.plugins.marks.lines).toHaveLength(1)
})

test('waiting marks today and every cliff with its day', () => {
  const points = [1, 2, 3].map((day) => ({ on: `2025-06-0${day}`, p10: day * 100, p50: day * 200, p90: day * 300 }))
  const spec = waiting(
    { points, today: '2025-06-02', cliffs: [{ on: '2025-06-03', name: 'Penalty' }] },
    { day: 'Day', low: 'P10', middle: 'P50', high: 'P90', today: 'Today' },
    look
  )
  expect(drawn(spec).options.plugins.marks.lines!.map((each) => each.text)).toEqual(['Today', 'Penalty, Jun 3'])
  expect(spec.table.rows[2]).toEqual(['Jun 3, 2025 · Penalty', 3, 6, 9])
  expect(drawn(spec).options.scales.x.max - drawn(spec).options.scales.x.min).toBe(2)
})

test('a table is copied with bare numbers in the locale and no stray tabs', () => {
  const table = { columns: [{ label: 'Customer' }, { label: 'Loss', numeric: true }], rows: [['A\tB\nC', 1_234.56]], write: String }
  expect(tsv(table, 'es')).toBe('Customer\tLoss\nA B C\t1234,56')
})

test.each([
  [0, 91_000, 6],
  [-4_000, 87_000, 7],
  [0, 1, 4],
  [3, 3, 5],
  [-5, -1, 3]
])('ticks between %d and %d are round and within', (from, to, most) => {
  const ticks = roundTicks(from, to, most)
  expect(ticks.length).toBeGreaterThan(0)
  expect(ticks.length).toBeLessThanOrEqual(most + 1)
  for (const tick of ticks) expect(tick).toBeGreaterThanOrEqual(Math.min(from, to))
  for (const tick of ticks) expect(tick).toBeLessThanOrEqual(to)
})

test('long names take two lines and are cut after that', () => {
  expect(wrap('Short', 20)).toBe('Short')
  expect(wrap('Lost nights in the high season', 20)).toEqual(['Lost nights in the', 'high season'])
  expect(wrap('Donaudampfschifffahrtsgesellschaftskapitän', 20)).toBe('Donaudampfschifffahr…')
  expect((wrap('one two three four five six seven eight nine ten', 12) as string[])[1]).toMatch(/…$/)
})

test('a long name of a line is cut before the input it is about', () => {
  expect(wrapParts('Late: Days late', 20)).toBe('Late: Days late')
  expect(wrapParts('The whole consignment of raspberries: Days late', 20)).toEqual(['The whole consignme…:', 'Days late'])
  expect(wrapParts('x'.repeat(200), 20)).toBe(`${'x'.repeat(20)}…`)
})

test('ticks that lie close are written with the digits that tell them apart', () => {
  const { ticks } = moneyScale(look, 1_275, 1_425) as { ticks: { callback: (value: number) => string } }
  expect([1_300, 1_325].map(ticks.callback)).toEqual(['€1.3K', '€1.325K'])
})

test('what is lost and what came back differ in print without colour', () => {
  const steps = (['loss', 'back', 'held', 'total'] as const).map((kind) => ({ name: kind, kind, from: 0, to: 1 }))
  const fills = (
    drawn(waterfall(steps, { step: 'Step', amount: 'Amount', after: 'After' }, look)).data.datasets[0] as unknown as {
      backgroundColor: string[]
    }
  ).backgroundColor
  expect(Math.abs(grey(fills[0]!) - grey(fills[1]!))).toBeGreaterThan(60)
  expect(Math.abs(grey(fills[0]!) - grey(fills[3]!))).toBeGreaterThan(30)
})

test('a table is copied as HTML with its title, numbers as people read them, and nothing of a name as markup', () => {
  const table = {
    columns: [{ label: 'Line' }, { label: 'P50', numeric: true }],
    rows: [['<b>A & B</b>', 1_234.5]],
    write: (value: number) => `€${value}`
  }
  expect(html(table, 'A < B')).toBe(
    '<table><caption>A &lt; B</caption><thead><tr><th scope="col" align="left">Line</th><th scope="col" align="right">P50</th></tr></thead>' +
      '<tbody><tr><th scope="row" align="left">&lt;b&gt;A &amp; B&lt;/b&gt;</th><td align="right">€1234.5</td></tr></tbody></table>'
  )
})

test('the palette of print is the light one of the tokens, and dark has every colour too', () => {
  const css = readFileSync(new URL('../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8')
  const [light = '', dark = ''] = css.split("[data-theme='dark']")
  const read = (part: string) => readPalette((name) => new RegExp(`${name}: ([^;]+);`).exec(part)?.[1] ?? '')
  expect(read(light)).toEqual(lightPalette)
  for (const colour of Object.values(read(dark)).flat()) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
  expect(tint('#000000', 0.5, '#ffffff')).toBe('#808080')
})
