import { CAUSED } from '../../losses/model/cause'
import type { PreparedLine } from '../../losses/model/prepare'

/** Gives the cell of a field of the line, in this row. */
type CellOf = (field: string) => string
type Formula = (cell: CellOf, line: PreparedLine) => string | null

const has = ({ likely }: PreparedLine, field: string) => likely[field] !== undefined
const daysIn: Record<string, number> = { day: 1, week: 7, month: 30 }

/** Calculators as formulas of a sheet; each says what its `compute` says. A test holds them against one another. */
export const formulas: Readonly<Record<string, Formula>> = {
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
  expedite: (cell, line) =>
    `${cell('units')}*MAX(0,${cell('expeditedRate')}-${cell('normalRate')})*${has(line, 'shareExpedited') ? cell('shareExpedited') : '1'}+${cell('fixedFee')}`
}

/** Takes a line, gives its formula, or null where it has none: it goes on, happens often, or its calculator is not in the sheet. */
export function formulaOf(line: PreparedLine): Formula | null {
  const { base, running, frequency, likely } = line
  return running || frequency || CAUSED in likely ? null : (formulas[base.id] ?? null)
}
