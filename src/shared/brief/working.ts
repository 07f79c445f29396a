import type { Calculator, Computed, Draw } from '../losses/model/calculator'
import { distributionOf } from '../losses/sampling/distributions'
import type { Driver, LossLine, Rate } from '../contract/losses'
import { CAUSED, inPart } from '../losses/model/cause'
import type { OwnQuantity } from '../losses/model/quantity'
import { resolve } from '../losses/model/likely'
import { checkedOf } from '../losses/model/validate-quantity'
import { inTime } from '../losses/model/later'
import { runningOf } from '../losses/model/run-units'
import type { Schedule } from '../records/clocks'
import { endedOn, openEnds } from '../losses/model/open-end'
import { conversion } from '../losses/model/rates'
import { toMinor } from '../values/money'
import { m } from '../messages/messages.js'
import { quantityNumber } from './quantity'
import type { BriefTable } from './types'
import type { Words } from './words'

/** What the lines of an incident share: quantities, amounts of money among them in the incident's currency, and dated rates. */
export interface Shared {
  drivers: readonly Driver[]
  currency: string
  rates: readonly Rate[]
  /** Until when a line counts that still goes on. */
  until?: string
  /** The day of the harm, by which money is turned. */
  on?: string
  /** When the customer works. */
  calendar?: Schedule
  /** The share of the line that is due to the incident, where not all of it is. */
  caused?: OwnQuantity
}

/** Each field at its likely value, as the explanation on screen shows it; a shared amount is turned into the line's currency. */
function likelyDraw(calculator: Calculator, line: LossLine, { drivers, currency, rates, until, on }: Shared): Draw {
  const inputs = until ? endedOn(calculator, line.inputs, until) : line.inputs
  const draw: Draw = {}
  for (const field of calculator.fields) {
    const given = inputs[field.id]
    if (given === undefined) continue
    if (typeof given !== 'object') draw[field.id] = given
    else if (field.kind === 'quantity') {
      const found = resolve(
        field,
        given,
        (id) => drivers.find((one) => one.id === id),
        () => conversion(currency, line.currency, rates, on)?.factor ?? 1
      )
      if (found) draw[field.id] = found.likely
    }
  }
  return draw
}

/** Gives a line's result at its likely values; null where its inputs do not allow one, as of a line that goes on until nobody knows when. */
export function computedOf(calculator: Calculator, line: LossLine, shared: Shared): Computed | null {
  if (!shared.until && openEnds(calculator, line.inputs).length) return null
  try {
    const running = runningOf(line, calculator, shared.until, shared.calendar)
    const timed = inTime(calculator, { running })
    const draw = likelyDraw(calculator, line, shared)
    if (!shared.caused) return timed.compute(draw)
    return inPart(timed).compute({ ...draw, [CAUSED]: distributionOf(checkedOf(shared.caused)).likely })
  } catch {
    return null
  }
}

/**
 * The formula with its numbers, step by step; a figure that only stands beside the loss says so. What follows from uncertain
 * numbers is no more precise here than in the headline; the numbers that were typed stand in full.
 */
export function workingOf(computed: Computed, currency: string, certain: boolean, w: Words): BriefTable {
  const style = certain ? 'exact' : 'estimate'
  const amount = (value: number, unit: string | undefined) =>
    unit === undefined || unit === 'money'
      ? w.money(toMinor(value, currency), currency, style)
      : quantityNumber(value, unit, currency, w)
  const counted = computed.lines.filter(({ reference }) => !reference)
  const rows = computed.lines.map((part) => [
    part.label({}, w.in),
    localNumbers(part.working ?? '', w),
    amount(part.amount, part.unit)
  ])
  const sum = counted.length > 1
  return {
    caption: m.brief_working({}, w.in),
    columns: [
      { label: m.brief_step({}, w.in) },
      { label: m.brief_with_numbers({}, w.in), wide: true },
      { label: m.brief_result({}, w.in), numeric: true }
    ],
    rows: sum ? [...rows, [m.brief_total({}, w.in), '', amount(computed.total, undefined)]] : rows,
    ...(sum ? { sums: [rows.length] } : {})
  }
}

/** What the reader must know of a result, in the brief's language. */
export function warningsOf(computed: Computed, w: Words): string[] {
  return (computed.warnings ?? []).map((warning) => warning({}, w.in))
}

/** Workings are written with a point and without grouping, as in a program; here as the language writes numbers. Dates stay. */
function localNumbers(working: string, w: Words): string {
  return working.replace(/(?<![\p{L}\d.\-:])\d+(?:\.\d+)?(?![\p{L}\d\-:])/gu, (number) => {
    const digits = number.split('.')[1]?.length ?? 0
    return new Intl.NumberFormat(w.locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'min2'
    }).format(Number(number))
  })
}
