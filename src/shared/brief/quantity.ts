import type { Unit } from '../losses/model/calculator'
import type { Driver } from '../contract/losses'
import type { Quantity } from '../losses/model/quantity'
import { m } from '../messages/messages.js'
import { toMinor } from '../values/money'
import type { Words } from './words'

type Suffix = (inputs: { currency: string }, options: Words['in']) => string
const units: Partial<Record<Unit, Suffix>> = {
  'money-per-unit': m.ui_unit_per_unit,
  'money-per-hour': m.ui_unit_per_hour,
  'money-per-day': m.ui_unit_per_day,
  'units-per-hour': m.ui_unit_units_per_hour,
  hours: m.ui_unit_hours,
  days: m.ui_unit_days,
  weeks: m.ui_unit_weeks,
  minutes: m.ui_unit_minutes,
  people: m.ui_unit_people,
  kilometres: m.ui_unit_km,
  kilograms: m.ui_unit_kg
}

/** Takes a number and its unit, gives "€1,250", "12.5 %", "9 days". */
export function quantityNumber(value: number, unit: string, currency: string, w: Words): string {
  if (unit === 'money') return w.money(toMinor(value, currency), currency, Number.isInteger(value) ? 'whole' : 'exact')
  if (unit === 'share') return w.share(value, 1)
  return `${bareNumber(value, unit, w)} ${suffixOf(unit, currency, w)}`.trim()
}

/** Takes a unit, gives its word, as a head of a column: "hours", "%"; nothing for a plain count. */
export const unitText = (unit: string, currency: string, w: Words): string => (unit === 'share' ? '%' : suffixOf(unit, currency, w))

const suffixOf = (unit: string, currency: string, w: Words): string =>
  unit === 'share-per-year'
    ? m.ui_unit_per_year({}, w.in)
    : (units[unit as Unit]?.({ currency }, w.in) ?? (unit === 'count' || unit === 'number' ? '' : unit))

function bareNumber(value: number, unit: string, w: Words): string {
  if (unit === 'share-per-year') return w.number(value * 100)
  if (!unit.startsWith('money-')) return w.number(value)
  // an hour costs 27.40, not 27.4
  return new Intl.NumberFormat(w.locale, {
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 4
  }).format(value)
}

/** The same for a number that was drawn: three figures are enough, as more would say more than is known. */
export function roughNumber(value: number, unit: string, currency: string, w: Words): string {
  return quantityNumber(unit.startsWith('share') ? value : Number(value.toPrecision(3)), unit, currency, w)
}

/** Takes a quantity, gives its value or range in words, and what is meant by it. A shared amount is in `home`, the incident's currency. */
export function quantityText(
  given: Quantity,
  unit: string,
  currency: string,
  drivers: readonly Driver[],
  w: Words,
  home = currency
): { text: string; meaning: string } {
  const show = (value: number) => quantityNumber(value, unit, currency, w)
  // the unit of a range is said once, after its last number
  const apart = unit !== 'money' && unit !== 'share'
  const first = (value: number) => (apart ? bareNumber(value, unit, w) : show(value))
  switch (given.as) {
    case 'exact':
      return { text: show(given.value), meaning: m.brief_meaning_exact({}, w.in) }
    case 'range':
      return {
        text: m.brief_low_likely_high({ low: first(given.low), likely: first(given.likely), high: show(given.high) }, w.in),
        meaning: m.brief_meaning_range({}, w.in)
      }
    case 'one-in-twenty':
      return {
        text: m.brief_low_high({ low: first(given.low), high: show(given.high) }, w.in),
        meaning: m.brief_meaning_twenty({}, w.in)
      }
    case 'driver': {
      const driver = drivers.find(({ id }) => id === given.driverId)
      if (!driver) return { text: '', meaning: m.brief_meaning_driver({ name: '' }, w.in) }
      return {
        text: quantityText(driver.quantity, unit, home, [], w).text,
        meaning: m.brief_meaning_driver({ name: driver.name }, w.in)
      }
    }
  }
}
