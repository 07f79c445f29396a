import type { SimulationInput } from '../../losses/engine/incident-loss'
import { countedOnce } from '../../losses/engine/once'
import { netOf } from '../../losses/engine/net'
import { onceFor } from '../../losses/engine/simulate'
import { CAUSED } from '../../losses/model/cause'
import { within } from '../../losses/model/likely'
import { prepare, type PreparedLine, type Uncertain } from '../../losses/model/prepare'
import type { OwnQuantity } from '../../losses/model/quantity'
import { drawLine } from '../../losses/sampling/draws'
import { checkedOf } from '../../losses/model/validate-quantity'
import { distributionOf } from '../../losses/sampling/distributions'
import { quantiles } from '../../losses/sampling/quantiles'
import { randomBits, randomStream, UNIT } from '../../losses/sampling/random'
import { shuffle } from '../../losses/sampling/sample'
import { m } from '../../messages/messages.js'
import type { Words } from '../words'
import { formulaOf } from './formulas'
import { columnOf, quoted, type BookColumn, type BookSheet, type Cell } from './types'

/** How many draws the sheet makes: enough for its P10 to P90 to be within a few per cent, few enough to be quick. */
export const draws = 1000

/** A quantity that is drawn: its own row among the inputs, its own uniform numbers. */
interface Drawn {
  id: string
  row: number
  own: OwnQuantity
  uniform: Float64Array
  values: Float64Array
}

export interface IncidentSheets {
  sheets: BookSheet[]
  /** The range of the net in each draw. */
  net: string
  /** P10, P50 and P90 of these draws, as the sheet comes to them. */
  figures: [number, number, number]
  /** Titles of lines whose draws are numbers, not formulas. */
  fixed: string[]
}

/** Takes an incident as it is simulated and its name; gives its inputs and its draws as sheets, alive. Errors: a LossRefusal. */
export function incidentSheets(input: SimulationInput, name: string, w: Words): IncidentSheets {
  const prepared = prepare(input)
  const inputs = `${m.book_inputs({}, w.in)} ${name}`.slice(0, 31)
  const sheetName = `${m.book_draws({}, w.in)} ${name}`.slice(0, 31)
  const rows: Cell[][] = [heads(w)]
  const drawn = new Map<string, Drawn>()
  const places = new Map<string, number>()
  for (const driver of input.drivers) {
    addRow(rows, [driver.name, m.brief_quantity({}, w.in)], driver.quantity, w)
    drawn.set(driver.id, drawnOf(driver.id, rows.length, driver.quantity, input.seed))
  }
  for (const one of prepared.lines) {
    for (const field of one.calculator.fields) {
      const value = one.line.inputs[field.id]
      if (field.kind !== 'quantity' || one.likely[field.id] === undefined) continue
      const key = `${one.line.id}|${field.id}`
      if (typeof value === 'object' && value.as === 'driver') continue
      const given: OwnQuantity =
        typeof value === 'object' ? (value as OwnQuantity) : { as: 'exact', value: Number(one.likely[field.id]) }
      addRow(rows, [one.line.title, field.label({}, w.in)], given, w)
      places.set(key, rows.length)
      if (one.uncertain.some((known) => known.field.id === field.id)) drawn.set(key, drawnOf(key, rows.length, given, input.seed))
    }
  }
  const all = [...drawn.values()].filter(({ own }) => distributionOf(checkedOf(own)).sd > 0)
  const xAt = new Map(all.map(({ id }, index) => [id, all.length + index]))
  const amounts = prepared.lines.map((one) => amountsOf(one, drawn, input))
  const once = onceFor(prepared, input)
  const counted = countedOnce(prepared.lines, amounts, once)
  const { net } = netOf(prepared.lines, counted, draws, { allowNegative: input.allowNegativeNet ?? false })
  const from = 2 * all.length
  const sum = from + prepared.lines.length
  const fixed: string[] = []

  const causes = new Map(input.lines.map(({ id, caused }) => [id, caused]))

  const cellFor = (one: PreparedLine) => (field: string) => {
    const value = one.line.inputs[field]
    const cause = field === CAUSED ? causes.get(one.line.id) : null
    const shared = cause ?? (typeof value === 'object' && value.as === 'driver' ? value.driverId : null)
    const key = shared ?? `${one.line.id}|${field}`
    const column = xAt.get(key)
    const place = drawn.get(key)?.row ?? places.get(key)
    if (place === undefined) return '0'
    const cell = column === undefined ? `${quoted(inputs)}!$D$${place}` : `$${columnOf(column)}{row}`
    const uncertain = one.uncertain.find((known) => known.field.id === field)
    return uncertain ? bounded(cell, uncertain) : cell
  }
  const table: Cell[][] = [
    [
      ...all.map((_, index) => `U${index + 1}`),
      ...all.map(({ row }) => rows[row - 1]!.slice(0, 2).join(': ')),
      ...prepared.lines.map(({ line }) => line.title),
      { value: m.brief_net({}, w.in), strong: true }
    ]
  ]
  for (const one of prepared.lines) if (lineFormula(one) === null) fixed.push(one.line.title)
  const signed = prepared.lines.map((one, index) => `${one.sign < 0 ? '-' : '+'}${columnOf(from + index)}{row}`).join('')
  const below: BookColumn[] = [
    ...all.map(({ uniform }) => ({ formula: null, values: Array.from(uniform) })),
    ...all.map((one, index) => ({
      formula: quantileOf(one, `$${columnOf(index)}{row}`, inputs),
      values: Array.from(one.values)
    })),
    ...prepared.lines.map((one, index) => ({ formula: lineFormula(one), values: Array.from(counted[index]!) })),
    { formula: `MAX(0,${signed.replace(/^\+/, '') || '0'})`, values: Array.from(net), strong: true }
  ]

  function lineFormula(one: PreparedLine): string | null {
    const formula = formulaOf(one)?.(cellFor(one), one)
    const touched = once.left.has(one.line.id) || once.shared.some(({ from }) => from === one.line.id)
    return formula && !touched ? (one.factor === 1 ? formula : `(${formula})*${one.factor}`) : null
  }

  const net1 = `${quoted(sheetName)}!$${columnOf(sum)}$2:$${columnOf(sum)}$${draws + 1}`
  return {
    sheets: [
      { name: inputs, widths: [44, 38, 14, 14, 14, 26], rows, heads: 1 },
      { name: sheetName, widths: table[0]!.map((_, at) => (at < all.length ? 8 : 14)), rows: table, below, heads: 1 }
    ],
    net: net1,
    figures: quantiles(net, [0.1, 0.5, 0.9]) as [number, number, number],
    fixed
  }
}

const heads = (w: Words): Cell[] =>
  [
    m.brief_line({}, w.in),
    m.brief_quantity({}, w.in),
    m.book_low({}, w.in),
    m.brief_likely({}, w.in),
    m.book_high({}, w.in),
    m.brief_meaning({}, w.in)
  ].map((value) => ({ value, strong: true }))

function addRow(rows: Cell[][], [title, label]: [string, string], given: OwnQuantity, w: Words): void {
  const meaning =
    given.as === 'exact'
      ? m.brief_meaning_exact({}, w.in)
      : given.as === 'range'
        ? m.brief_meaning_range({}, w.in)
        : m.brief_meaning_twenty({}, w.in)
  const three: Cell[] =
    given.as === 'exact' ? [null, given.value, null] : [given.low, given.as === 'range' ? given.likely : null, given.high]
  rows.push([title, label, ...three, meaning])
}

/** One uniform number from each of equally probable strata, in an order of the quantity's own: the same in every file. */
function drawnOf(id: string, row: number, own: OwnQuantity, seed: number | string): Drawn {
  const stream = randomStream(seed, `sheet|${id}`)
  const bits = randomBits(stream, new Uint32Array(draws))
  const uniform = Float64Array.from(bits, (bit, i) => Math.round(((i + bit * UNIT) / draws) * 1e6) / 1e6 || 1e-6)
  for (let i = 0; i < draws; i++) uniform[i] = Math.min(1 - 1e-6, uniform[i]!)
  shuffle(uniform, randomBits(stream, bits))
  const distribution = distributionOf(checkedOf(own))
  return { id, row, own, uniform, values: uniform.map((u) => distribution.quantile(u)) }
}

/** The quantile as a formula: PERT in Vose's form, a triangle, or a lognormal by its P5 and P95. */
function quantileOf({ row, own }: Drawn, u: string, inputs: string): string {
  const [low, likely, high] = ['C', 'D', 'E'].map((column) => `${quoted(inputs)}!$${column}$${row}`) as [string, string, string]
  if (own.as === 'one-in-twenty') {
    const sd = `(LN(${high})-LN(${low}))/3.28970725390294`
    return `EXP(_xlfn.NORM.INV(${u},(LN(${low})+LN(${high}))/2,${sd}))`
  }
  const range = `(${high}-${low})`
  const shape =
    own.as === 'range' && own.shape === 'triangular'
      ? `IF(${u}<(${likely}-${low})/${range},${low}+SQRT(${u}*${range}*(${likely}-${low})),${high}-SQRT((1-${u})*${range}*(${high}-${likely})))`
      : `_xlfn.BETA.INV(${u},1+4*(${likely}-${low})/${range},1+4*(${high}-${likely})/${range},${low},${high})`
  return `IF(${high}>${low},${shape},${likely})`
}

const bounded = (cell: string, { field, factor }: Uncertain): string =>
  `MAX(${field.min},MIN(${field.max},${factor === 1 ? cell : `${cell}*${factor}`}))`

/** What a line comes to in each draw of the sheet, in major units of the incident's currency. */
function amountsOf(one: PreparedLine, drawn: ReadonlyMap<string, Drawn>, input: SimulationInput): Float64Array {
  if (one.frequency) {
    const driverDraws = (id: string) => drawn.get(id)!.values
    return drawLine(one, { draws, seed: input.seed, currency: input.currency, events: 100_000, driverDraws }).amounts
  }
  const draw = { ...one.likely }
  return Float64Array.from({ length: draws }, (_, i) => {
    for (const { field, driverId, factor } of one.uncertain) {
      draw[field.id] = within(drawn.get(driverId ?? `${one.line.id}|${field.id}`)!.values[i]! * factor, field)
    }
    return one.calculator.compute(draw).total * one.factor
  })
}
