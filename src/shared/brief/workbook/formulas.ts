import { CAUSED } from '../../losses/model/cause'
import type { PreparedLine } from '../../losses/model/prepare'
import { given, type Formula } from './formula'
import { business } from './formulas-business'
import { lawful } from './formulas-law'
import { ownAsFormula } from './own'

const has = given
const daysIn: Record<string, number> = { day: 1, week: 7, month: 30 }

/** Calculators as formulas of a sheet; each says what its `compute` says. A test holds them against one another. */
export const formulas: Readonly<Record<string, Formula>> = {
  ...business,
  ...lawful,
  'own-formula': ownAsFormula,
  'plain-amount': (cell) => cell('amount'),
  'idle-labour': (cell) => `${cell('people')}*${cell('hoursIdle')}*${cell('loadedRate')}*(1-${cell('shareRedeployed')})`,
  'late-delivery'(cell, line) {
    const exposed = `MAX(0,${cell('daysLate')}-${cell('daysOfCover')})`
    const units = has(line, 'unitsPerDay')
      ? `MIN(${cell('unitsLate')},${cell('unitsPerDay')}*${exposed})`
      : `IF(${cell('daysLate')}>0,${cell('unitsLate')}*${exposed}/${cell('daysLate')},0)`
    return `${units}*${cell('contributionPerUnit')}*(1-${cell('shareRecaptured')})`
  },
  'liquidated-damages'(cell, line) {
    const length = daysIn[String(line.likely['period'] ?? 'week')] ?? 7
    const quotient = `MAX(0,${cell('daysLate')}-${cell('graceDays')})/${length}`
    const counting = line.likely['counting'] ?? 'part'
    // a fraction that a computer adds by itself is no further period
    const periods =
      counting === 'part'
        ? `ROUNDUP(${quotient}-0.000000001,0)`
        : counting === 'full'
          ? `ROUNDDOWN(${quotient}+0.000000001,0)`
          : quotient
    const uncapped = `${cell('ratePerPeriod')}*${periods}*${cell('price')}`
    return has(line, 'capShare') ? `MIN(${uncapped},${cell('capShare')}*${cell('price')})` : uncapped
  },
  'lost-sales': (cell) =>
    `${cell('unitsShort')}*${cell('contributionPerUnit')}*(1-${cell('shareRecaptured')})+${cell('unitsBackordered')}*${cell('backorderCost')}+${cell('fixedCost')}`,
  'line-down'(cell, { likely }) {
    const made = `${cell('hoursDown')}*${cell('unitsPerHour')}*(1-${cell('shareMadeUp')})*${cell('contributionPerUnit')}`
    return likely['labourInMargin'] === 'variable' ? `${made}+${cell('hoursDown')}*${cell('standingLabour')}` : made
  },
  'time-and-trouble': (cell) =>
    `(${cell('hoursSpent')}+(${cell('contacts')}*${cell('minutesPerContact')}+${cell('minutesWaiting')})/60)*${cell('loadedRate')}+${cell('outOfPocket')}`,
  overcharge: (cell, line) =>
    `MAX(0,${has(line, 'units') ? cell('units') : '1'}*MAX(0,${cell('charged')}-${cell('agreed')})-${cell('refunded')})+${cell('bankCharges')}`,
  scrap: (cell) => `MAX(0,${cell('units')}*(${cell('material')}+${cell('labour')}+${cell('disposal')})-${cell('salvage')})`,
  rework: (cell) =>
    `${cell('units')}*${cell('minutesPerUnit')}/60*(${cell('loadedRate')}+${cell('capacityRate')})+${cell('units')}*${cell('material')}`,
  warranty: (cell) => `${cell('claims')}*${cell('costPerClaim')}`,
  returns: (cell, line) =>
    `${cell('units')}*(${cell('handling')}+${cell('carriage')})+${cell('units')}*${cell('price')}*(1-${has(line, 'shareRecovered') ? cell('shareRecovered') : '1'})`,
  expedite: (cell, line) =>
    `${cell('units')}*MAX(0,${cell('expeditedRate')}-${cell('normalRate')})*${has(line, 'shareExpedited') ? cell('shareExpedited') : '1'}+${cell('fixedFee')}`
}

/** Takes a line, gives its formula, or null where it has none: it goes on, happens often, or its calculator is not in the sheet. */
export function formulaOf(line: PreparedLine): Formula | null {
  const { base, running, frequency, likely } = line
  const formula = running || frequency ? null : formulas[base.id]
  if (!formula) return null
  // of what other causes brought about in part, the part of the incident
  return CAUSED in likely ? (cell, one) => `(${formula(cell, one)})*${cell(CAUSED)}` : formula
}
