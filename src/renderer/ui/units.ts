import type { Unit } from '../../shared/losses/model/calculator'
import { m } from '../../shared/messages/messages.js'

/** Takes a unit and an ISO 4217 code, gives what stands after a number: "days", "EUR an hour", "%". */
export function unitSuffix(unit: Unit, currency: string): string {
  const words: Record<Unit, string> = {
    money: currency,
    'money-per-unit': m.ui_unit_per_unit({ currency }),
    'money-per-hour': m.ui_unit_per_hour({ currency }),
    'money-per-day': m.ui_unit_per_day({ currency }),
    share: '%',
    'share-per-year': m.ui_unit_per_year(),
    count: '',
    'units-per-hour': m.ui_unit_units_per_hour(),
    hours: m.ui_unit_hours(),
    days: m.ui_unit_days(),
    weeks: m.ui_unit_weeks(),
    minutes: m.ui_unit_minutes(),
    people: m.ui_unit_people(),
    kilometres: m.ui_unit_km(),
    kilograms: m.ui_unit_kg(),
    number: ''
  }
  return words[unit]
}

/** Is a number of this unit kept as a share of 0 to 1 and written as percent? */
export const isShare = (unit: Unit): boolean => unit === 'share' || unit === 'share-per-year'
