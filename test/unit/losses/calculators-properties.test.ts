import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Calculator, Draw, Field } from '../../../src/shared/losses/model/calculator'
import { calculatorById, calculators } from '../../../src/shared/losses/model/all-calculators'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'

beforeAll(loadFormulas)

function valueOf(field: Field): fc.Arbitrary<number | string | boolean | undefined> {
  switch (field.kind) {
    case 'quantity': {
      // half of the values near what people type, half from the whole range
      const usual = fc.double({ min: field.min, max: Math.min(field.max, Math.max(field.min + 1, 1000)), noNaN: true })
      const number = fc.oneof(usual, fc.double({ min: field.min, max: field.max, noNaN: true }))
      return field.optional ? fc.option(number, { nil: undefined }) : number
    }
    case 'choice':
      return fc.constantFrom(...field.choices.map((choice) => choice.id))
    case 'date': {
      const day = fc.integer({ min: 7305, max: 24000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
      return field.optional ? fc.option(day, { nil: undefined }) : day
    }
    case 'flag':
      return fc.boolean()
    case 'text':
      return fc.string({ maxLength: 40 })
  }
}

/** Draws within the bounds of every field; what was left empty is not in the draw. */
function drawsOf(calculator: Calculator): fc.Arbitrary<Draw> {
  const fields = Object.fromEntries(calculator.fields.map((field) => [field.id, valueOf(field)]))
  return fc
    .record(fields)
    .map((draw) => Object.fromEntries(Object.entries(draw).filter(([, value]) => value !== undefined)) as Draw)
}

describe.each(calculators.map((calculator) => [calculator.id, calculator] as const))('%s', (_, calculator) => {
  it('gives a finite amount, never below zero, with a working for each part', () => {
    fc.assert(
      fc.property(drawsOf(calculator), (draw) => {
        const { total, lines, warnings = [] } = calculator.compute(draw)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(Number.isFinite(total)).toBe(true)
        for (const line of lines) {
          expect(Number.isFinite(line.amount), line.id).toBe(true)
          expect(line.working).not.toMatch(/NaN|undefined|Infinity/)
        }
        for (const warning of warnings) expect(warning({}, { locale: 'el' })).not.toBe('')
      }),
      { numRuns: 150 }
    )
  })
})

/** Amounts that a law or a provider fixes, and the own formula: they do not grow with the money that is typed. */
const fixedAmounts = new Set(['own-formula', 'provider-credit', 'late-payment-eu', 'late-payment-uk', 'carriage-limit'])
const scaling = calculators.filter(({ id, group }) => group !== 'statutory' && !fixedAmounts.has(id))

/** The amounts of money among a draw's values. */
function moneyOf(calculator: (typeof calculators)[number], draw: Draw): [string, number][] {
  return calculator.fields.flatMap((field): [string, number][] => {
    const value = draw[field.id]
    return field.kind === 'quantity' && field.unit.startsWith('money') && typeof value === 'number' ? [[field.id, value]] : []
  })
}

describe.each(scaling.map((calculator) => [calculator.id, calculator] as const))('%s', (_, calculator) => {
  it('grows in proportion to the money that is given, as in another currency', () => {
    fc.assert(
      fc.property(drawsOf(calculator), fc.double({ min: 0.01, max: 100, noNaN: true }), (draw, factor) => {
        const scaled = { ...draw }
        for (const [id, value] of moneyOf(calculator, draw)) scaled[id] = value * factor
        const wanted = calculator.compute(draw).total * factor
        // what is taken away may leave little of much: the error is one of the largest part, and of each amount as far
        // as the total hangs on it (its last digits, 1e-14 of it, times what the total moves with it)
        const { lines, total } = calculator.compute(scaled)
        const largest = Math.max(...lines.map((line) => Math.abs(line.amount)), ...amounts(scaled))
        const hanging = moneyOf(calculator, scaled).reduce((sum, [id, value]) => {
          const moved = calculator.compute({ ...scaled, [id]: value * (1 + 1e-6) }).total
          return sum + Math.abs(moved - total) * 1e-8
        }, 0)
        expect(Math.abs(total - wanted)).toBeLessThanOrEqual(1e-9 * (largest + wanted) + hanging + 1e-9)
      }),
      { numRuns: 100 }
    )
  })
})

function amounts(draw: Draw): number[] {
  return Object.values(draw)
    .filter((value) => typeof value === 'number')
    .map(Math.abs)
}

/** Fields with which the loss must not fall, and those with which it must not rise. */
const directions: Record<string, { up: string[]; down?: string[]; fixed?: Draw; without?: string[] }> = {
  'late-delivery': {
    up: ['unitsLate', 'unitsPerDay', 'daysLate', 'contributionPerUnit'],
    down: ['daysOfCover', 'shareRecaptured']
  },
  'lost-sales': {
    up: ['unitsShort', 'contributionPerUnit', 'unitsBackordered', 'backorderCost', 'fixedCost'],
    down: ['shareRecaptured']
  },
  'line-down': { up: ['hoursDown', 'unitsPerHour', 'contributionPerUnit', 'standingLabour'], down: ['shareMadeUp'] },
  'idle-labour': { up: ['people', 'hoursIdle', 'loadedRate'], down: ['shareRedeployed'] },
  expedite: { up: ['units', 'expeditedRate', 'shareExpedited', 'fixedFee'], down: ['normalRate'] },
  'liquidated-damages': { up: ['price', 'ratePerPeriod', 'daysLate', 'capShare'], down: ['graceDays'] },
  'lost-profit': {
    up: ['pricePerUnit', 'extraExpense', 'profitButFor'],
    down: ['avoidedCostPerUnit', 'mitigationProfit', 'profitActual']
  },
  'contingent-interruption': {
    up: ['revenuePerDay', 'shareDependent', 'contributionRatio', 'daysLate', 'extraExpense'],
    down: ['daysOfCover', 'shareRecaptured']
  },
  'interruption-worksheet': { up: ['netIncome', 'continuingExpenses', 'extraExpense'], down: ['waitingHours'] },
  'gross-profit': {
    up: ['standingCharges', 'standardTurnover', 'trend', 'increasedCost', 'salesSaved'],
    down: ['actualTurnover', 'savedCharges'],
    without: ['sumInsured']
  },
  'seasonal-stock': { up: ['contributionPerUnit', 'clearanceLoss', 'shareKept'] },
  demurrage: { up: ['daysHeld', 'containers', 'rate1'], down: ['freeDays'], without: ['from', 'to'] },
  outage: {
    up: ['hoursDown', 'revenuePerHour', 'shareDependent', 'contributionRatio', 'people', 'loadedRate', 'impact', 'recoveryCost'],
    down: ['shareRecaptured']
  },
  'provider-credit': { up: ['minutesDown', 'bill'] },
  availability: { up: ['inSeries', 'hoursInPeriod', 'lossPerHour'], down: ['partAvailability', 'copies'] },
  scrap: { up: ['units', 'material', 'labour', 'disposal'], down: ['salvage'] },
  rework: { up: ['units', 'minutesPerUnit', 'loadedRate', 'capacityRate', 'material'] },
  warranty: { up: ['claims', 'costPerClaim'] },
  returns: { up: ['units', 'handling', 'carriage', 'price'], down: ['shareRecovered'] },
  'poor-quality': { up: ['scrap', 'rework', 'otherInternal', 'warranty', 'penalties', 'otherExternal', 'inspection'] },
  overcharge: { up: ['units', 'charged', 'bankCharges'], down: ['agreed', 'refunded'] },
  'simple-interest': { up: ['principal', 'rate', 'days'] },
  'compound-interest': { up: ['principal', 'rate', 'days'] },
  'period-interest': { up: ['loss', 'rate'] },
  'late-payment-eu': { up: ['principal', 'ownRate'] },
  'late-payment-uk': { up: ['principal', 'ownRate'] },
  'time-and-trouble': { up: ['hoursSpent', 'contacts', 'minutesPerContact', 'minutesWaiting', 'loadedRate', 'outOfPocket'] },
  'flight-eu': { up: ['delayHours', 'passengers'], fixed: { event: 'delay' } },
  'denied-boarding-us': { up: ['fare', 'delayHours', 'passengers'] },
  'flight-refund-us': { up: ['fare', 'delayHours', 'passengers'] },
  'rail-eu': { up: ['fare', 'delayMinutes'] },
  'delay-repay-uk': { up: ['fare', 'delayMinutes', 'journeys'] },
  'telecoms-uk': { up: ['repairDays', 'startDays', 'appointments'] },
  'energy-standards-gb': { up: ['missed', 'unpaid'] },
  'power-cut-gb': { up: ['hoursOff'] },
  'baggage-us': { up: ['passengers', 'provenLoss'] },
  'carriage-limit': { up: ['weight', 'passengers', 'sdrRate', 'carriageCharges', 'provenLoss'] },
  'plain-amount': { up: ['amount'] }
}

describe('the loss moves the way it must', () => {
  it('is stated for every calculator but the own formula', () => {
    expect(Object.keys(directions).sort()).toEqual(
      calculators
        .map(({ id }) => id)
        .filter((id) => id !== 'own-formula')
        .sort()
    )
  })

  it.each(Object.entries(directions))('%s', (id, { up, down = [], fixed = {}, without = [] }) => {
    const calculator = calculatorById(id)!
    const moving = [...up, ...down]
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(drawsOf(calculator), fc.constantFrom(...moving), share, share, (drawn, name, one, other) => {
        const field = calculator.fields.find((known) => known.id === name)
        if (field?.kind !== 'quantity') throw new Error(`${id} has no quantity ${name}`)
        const draw: Draw = { ...drawn, ...fixed }
        for (const left of without) delete draw[left]
        const reach = Math.min(field.max, Math.max(field.min + 1, 5000))
        const at = (part: number) => field.min + part * (reach - field.min)
        const low = calculator.compute({ ...draw, [name]: at(Math.min(one, other)) }).total
        const high = calculator.compute({ ...draw, [name]: at(Math.max(one, other)) }).total
        const slack = 1e-9 * Math.max(1, low, high, ...amounts(draw))
        if (up.includes(name)) expect(high).toBeGreaterThanOrEqual(low - slack)
        else expect(high).toBeLessThanOrEqual(low + slack)
      }),
      { numRuns: 200 }
    )
  })
})
