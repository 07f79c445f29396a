import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, daysBetween, isoDate } from '../../../src/shared/losses/calculators/dates'
import type { Draw } from '../../../src/shared/losses/model/calculator'
import { calculatorById, calculators } from '../../../src/shared/losses/model/all-calculators'
import { airEu } from '../../../src/shared/losses/presets/air'
import { ldClauses } from '../../../src/shared/losses/presets/ld-clauses'
import { presetOn } from '../../../src/shared/losses/presets/preset'
import { slaCredits } from '../../../src/shared/losses/presets/sla-credits'
import { presetTables } from '../../support/preset-tables'
import { ecbRate } from '../../../src/shared/losses/presets/late-payment'
import { telecomsUk } from '../../../src/shared/losses/presets/telecoms'

const said = (warnings: readonly ((inputs: object, options: { locale: string }) => string)[] = []) =>
  warnings.map((warning) => warning({}, { locale: 'en' }))
const compute = (id: string, draw: Draw) => calculatorById(id)!.compute(draw)

describe.each(presetTables.map((table) => [table.id, table] as const))('%s', (_, table) => {
  it('has dated, ordered rows with a source; one that is not confirmed has no date of checking', () => {
    expect(table.rows.length).toBeGreaterThan(0)
    for (const locale of ['en', 'el', 'es', 'et', 'fil']) expect(table.title({}, { locale })).not.toBe('')
    table.rows.forEach((row, index) => {
      expect(dayNumber(row.effectiveFrom)).toBeDefined()
      expect(row.source.length).toBeGreaterThan(10)
      expect(row.verifiedOn !== null).toBe(row.confirmed)
      const next = table.rows[index + 1]
      if (next) expect(next.effectiveFrom > (row.effectiveTo ?? row.effectiveFrom)).toBe(true)
      if (row.effectiveTo) expect(row.effectiveTo > row.effectiveFrom).toBe(true)
    })
  })

  it('gives the row in force, and says when it is not confirmed', () => {
    for (const row of table.rows) {
      const found = presetOn(table, row.effectiveFrom)
      expect(found.row).toBe(row)
      expect(said(found.warnings).some((text) => text.startsWith('Not confirmed'))).toBe(!row.confirmed)
    }
  })
})

describe('dated amounts', () => {
  it('use the nearest earlier row and say so where none is known', () => {
    expect(said(presetOn(ecbRate, '2027-06-01').warnings)[0]).toBe(
      'No amount is known for this date; the one from 2026-07-01 was used.'
    )
    expect(said(presetOn(telecomsUk, '2001-01-01').warnings)).toHaveLength(1)
    expect(presetOn(telecomsUk, '').row.effectiveFrom).toBe('2026-04-01')
  })

  it('reach the reader from every calculation that rests on one that is not confirmed', () => {
    const unconfirmed: [string, Draw][] = [
      ['rail-eu', { date: '2026-03-02', fare: 84, delayMinutes: 95 }],
      ['power-cut-gb', { date: '2026-01-10', hoursOff: 30 }],
      ['energy-standards-gb', { date: '2025-05-12', missed: 1 }],
      ['telecoms-uk', { date: '2025-06-01', startDays: 1 }],
      ['flight-refund-us', { date: '2025-06-01', fare: 100, delayHours: 4 }],
      ['denied-boarding-us', { date: '2023-06-01', fare: 100, delayHours: 4 }],
      ['carriage-limit', { mode: 'road', date: '2025-06-01', carriageCharges: 100 }],
      ['provider-credit', { provider: 'google-cloud-run', minutesDown: 600, bill: 100 }],
      ['late-payment-uk', { principal: 100, due: '2025-03-01', paid: '2025-04-01' }],
      ['late-payment-eu', { country: 'de', principal: 100, due: '2024-08-01', paid: '2024-09-01' }],
      ['time-and-trouble', { hoursSpent: 1, loadedRate: 1, band: 'moderate' }]
    ]
    for (const [id, draw] of unconfirmed) {
      expect(
        said(compute(id, draw).warnings).some((text) => text.startsWith('Not confirmed')),
        id
      ).toBe(true)
    }
    expect(compute('telecoms-uk', { date: '2024-06-01', startDays: 1 }).warnings).toBeUndefined()
  })

  it('are in the currency that the calculator names', () => {
    const named = calculators
      .filter(({ group, currency }) => group === 'statutory' && currency)
      .map(({ id, currency }) => `${id} ${currency}`)
    expect(named).toEqual([
      'flight-eu EUR',
      'denied-boarding-us USD',
      'flight-refund-us USD',
      'delay-repay-uk GBP',
      'telecoms-uk GBP',
      'energy-standards-gb GBP',
      'power-cut-gb GBP',
      'baggage-us USD'
    ])
    // a law that fixes amounts names their currency; the others take the line's, or ask for a rate in the form
    const open = calculators.filter(({ group, currency }) => group === 'statutory' && !currency).map(({ id }) => id)
    expect(open).toEqual(['rail-eu', 'carriage-limit'])
  })

  it('say that a change was reported whose first day is not known, from then on', () => {
    const on = (date: string) => said(presetOn(airEu, date).warnings)
    expect(on('2026-05-31')).toEqual([])
    expect(on('2026-06-01')[0]).toContain('no day of application was found')
    expect(presetOn(airEu, '2026-06-01').row.values.long).toBe(600)
  })

  it('fill the form of liquidated damages', () => {
    const ids = calculatorById('liquidated-damages')!.fields.map(({ id }) => id)
    for (const clause of ldClauses) {
      for (const key of Object.keys(clause.rows[0]!.values)) expect(ids).toContain(key)
      const { total } = compute('liquidated-damages', { price: 1000, daysLate: 400, ...clause.rows[0]!.values })
      expect(total).toBeCloseTo(1000 * (clause.rows[0]!.values.capShare as number), 9)
    }
  })

  it('credit more for less uptime', () => {
    for (const table of Object.values(slaCredits)) {
      const { steps } = table.rows[0]!.values
      steps.slice(1).forEach((step, index) => {
        expect(step.below).toBeLessThan(steps[index]!.below)
        expect(step.credit).toBeGreaterThan(steps[index]!.credit)
      })
    }
  })
})

describe('late payment', () => {
  const debt = { principal: 10000, due: '2025-05-31', paid: '2025-07-30', fixedSum: false }

  it('splits at half-years, or takes the rate of the payment or of the default, as the law has it', () => {
    expect(compute('late-payment-eu', { ...debt, country: 'eu' }).total).toBeCloseTo((10000 * (0.1115 * 30 + 0.1015 * 30)) / 365, 9)
    expect(compute('late-payment-eu', { ...debt, country: 'ie' }).total).toBeCloseTo((10000 * 0.1015 * 60) / 365, 9)
    expect(compute('late-payment-eu', { ...debt, country: 'fr' }).total).toBeCloseTo((10000 * (0.1315 * 30 + 0.1215 * 30)) / 365, 9)
    expect(compute('late-payment-eu', { ...debt, country: 'de' }).total).toBeCloseTo((10000 * (0.1127 * 30 + 0.1027 * 30)) / 365, 9)
    const uk = { ...debt, due: '2023-06-20', paid: '2023-07-20' }
    expect(compute('late-payment-uk', uk).total).toBeCloseTo((10000 * 0.115 * 30) / 365, 9)
  })

  it('owes nothing when it was paid in time, not even the fixed sum', () => {
    expect(compute('late-payment-eu', { ...debt, fixedSum: true, paid: debt.due }).total).toBe(0)
    expect(compute('late-payment-uk', { ...debt, fixedSum: true, paid: '2024-01-01' }).total).toBe(0)
  })

  it('shows each stretch in its working', () => {
    const { lines } = compute('late-payment-eu', { ...debt, country: 'eu' })
    expect(lines.find(({ id }) => id === 'interest')?.working).toBe('10000 × 11.15% × 30 ÷ 365 + 10000 × 10.15% × 30 ÷ 365')
  })

  it('counts days across leap years and refuses what is no date', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1)
    expect(dayNumber('2025-02-29')).toBeUndefined()
    expect(dayNumber('2025-13-01')).toBeUndefined()
    expect(dayNumber('1 May 2025')).toBeUndefined()
    fc.assert(
      fc.property(fc.integer({ min: -100000, max: 100000 }), (day) => {
        expect(dayNumber(isoDate(day))).toBe(day)
      })
    )
  })
})
