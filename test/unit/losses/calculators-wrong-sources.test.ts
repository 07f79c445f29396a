import { beforeAll, describe, expect, it } from 'vitest'
import { inParallel, minutesInMonth } from '../../../src/shared/losses/model/availability'
import type { Draw } from '../../../src/shared/losses/model/calculator'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import { newsvendor } from '../../../src/shared/losses/model/inventory'
import { inSeries, newsvendorWithDisruptions } from '../../support/unreached'
import { lifetimeValue } from '../../../src/shared/records/value'

function compute(id: string, draw: Draw) {
  return calculatorById(id)!.compute(draw)
}

beforeAll(loadFormulas)

// Published pages whose arithmetic or rule is wrong (methods, section 11): what they teach, kept as tests.
describe('what wrong sources teach', () => {
  it('the daily rate is not rounded before it is multiplied', () => {
    const debt = { principal: 2500, rate: 0.1225, days: 202 }
    const { total } = compute('simple-interest', { ...debt, dayCount: 'actual-365' })
    const perDayFirst = Math.round(((debt.principal * debt.rate) / 365) * 100) / 100
    // paidnice.com prints 169.68
    expect(perDayFirst * debt.days).toBeCloseTo(169.68, 9)
    expect(Math.round(total * 100) / 100).toBe(169.49)
  })

  it('a cost for four days is not multiplied by four days again', () => {
    // pdfcoke.com: 15 people at 923 for four days are 13,846, not 55,385
    const wages = { people: 15, hoursIdle: 32, loadedRate: 13846 / 15 / 32 }
    expect(compute('idle-labour', wages).total).toBeCloseTo(13846, 9)
    const rest = { hoursDown: 32, revenuePerHour: 0, recoveryCost: 60000 }
    expect(compute('outage', { ...rest, people: 15, loadedRate: wages.loadedRate, labourInMargin: 'variable' }).total).toBeCloseTo(
      73846,
      9
    )
  })

  it('a share is of what its label says', () => {
    // 15201.com says a tenth of the revenue and adds a tenth of the labour: 24,400 for 26,000
    const day = { revenue: 20000, 'revenue.unit': 'money', labour: 4000, 'labour.unit': 'money' }
    expect(compute('own-formula', { ...day, formula: 'revenue + labour + 0.1 * revenue' }).total).toBe(26000)
    expect(compute('own-formula', { ...day, formula: 'revenue + labour + 0.1 * labour' }).total).toBe(24400)
  })

  it('other income is part of the income and raises the loss, it is not taken off', () => {
    // oksbdc.org, line 5: "3 minus 4"
    const month = { continuingExpenses: 30000, extraExpense: 1000 }
    const [without, withOther] = [10000, 10000 + 2500].map(
      (netIncome) => compute('interruption-worksheet', { ...month, netIncome }).total
    )
    expect(withOther! - without!).toBe(2500)
  })

  it('continuing expenses are not added on top of the lost margin, which holds them', () => {
    // codingace.net adds both; the two routes must agree, and do only when each cost stands in one place
    const right = { netIncome: 10000, continuingExpenses: 30000, lostRevenue: 100000, discontinuedCosts: 60000 }
    expect(compute('interruption-worksheet', right).warnings).toBeUndefined()
    const twice = compute('interruption-worksheet', { ...right, netIncome: 40000 })
    expect(twice.total).toBe(70000)
    expect(twice.warnings?.[0]?.({}, { locale: 'en' })).toContain('differ by 42.9%')
  })

  it('extra expense is added to the loss, not taken off', () => {
    const base = { netProfit: 20, standingCharges: 10, turnover: 100, standardTurnover: 100, actualTurnover: 60, salesSaved: 40 }
    expect(compute('gross-profit', { ...base, increasedCost: 5 }).total - compute('gross-profit', base).total).toBeCloseTo(5, 9)
  })

  it('amounts of two years are not mixed', () => {
    // myclaimbuddy takes the repair of 2023 (9.33) with the others of 2024; pages on power cuts differ by year only
    const days = { repairDays: 1, startDays: 1, appointments: 1 }
    const years = ['2021-05-01', '2022-05-01', '2023-05-01', '2024-05-01', '2026-05-01'].map(
      (date) => compute('telecoms-uk', { ...days, date }).total
    )
    expect(years.map((total) => Math.round(total * 100) / 100)).toEqual([38.28, 39.89, 44.31, 46.35, 49.11])
    const cut = { weather: 'normal', premises: 'business', hoursOff: 500 }
    expect(['2024-01-10', '2026-01-10'].map((date) => compute('power-cut-gb', { ...cut, date }).total)).toEqual([300, 360])
  })

  it('idle labour is not added to a contribution that already holds it', () => {
    const line = { hoursDown: 8.75, unitsPerHour: 115, contributionPerUnit: 6.75, standingLabour: 240 }
    const fixed = compute('line-down', { ...line, labourInMargin: 'fixed' })
    const variable = compute('line-down', { ...line, labourInMargin: 'variable' })
    expect(variable.total - fixed.total).toBeCloseTo(2100, 9)
    expect(fixed.warnings).toHaveLength(1)
    expect(fixed.lines.find((part) => part.id === 'standing-labour')?.reference).toBe(true)
  })

  it('people who sell and idle in an outage are counted once', () => {
    const draw = {
      hoursDown: 4,
      revenuePerHour: 1000,
      contributionRatio: 0.5,
      people: 10,
      loadedRate: 30,
      impact: 1,
      labourInMargin: 'fixed'
    }
    expect(compute('outage', draw).total).toBe(2000)
    expect(compute('outage', { ...draw, labourInMargin: 'variable' }).total).toBe(3200)
  })

  it('the gross profit rate is (net profit + standing charges) ÷ turnover, not net profit ÷ turnover', () => {
    const { lines } = compute('gross-profit', {
      netProfit: 70000,
      standingCharges: 56000,
      turnover: 420000,
      standardTurnover: 100000,
      actualTurnover: 0
    })
    expect(lines.find((part) => part.id === 'rate')?.amount).toBeCloseTo(0.3, 12)
  })

  it('the average clause is not skipped when the sum insured is short', () => {
    const draw = {
      netProfit: 70000,
      standingCharges: 50000,
      turnover: 600000,
      standardTurnover: 200000,
      trend: 0,
      actualTurnover: 100000
    }
    const full = compute('gross-profit', draw).total
    const short = compute('gross-profit', { ...draw, sumInsured: 90000 })
    expect(full).toBeCloseTo(20000, 9)
    expect(short.total).toBeCloseTo(20000 * (90000 / 120000), 9)
    expect(short.warnings).toHaveLength(1)
  })

  it('increased cost of working counts at most for the gross profit that it saved, and saved charges are taken off', () => {
    const draw = {
      netProfit: 20,
      standingCharges: 10,
      turnover: 100,
      standardTurnover: 100,
      actualTurnover: 60,
      increasedCost: 50,
      salesSaved: 40
    }
    expect(compute('gross-profit', draw).total).toBeCloseTo(40 * 0.3 + 12, 9)
    expect(compute('gross-profit', { ...draw, savedCharges: 4 }).total).toBeCloseTo(20, 9)
  })

  it('a newsvendor with overage 30 and underage 60 has ratio 0.667 and z +0.43, not −0.38 or +0.385', () => {
    const { stock, criticalRatio } = newsvendor({ kind: 'normal', mean: 80, sd: 30 }, 30, 60)
    expect(criticalRatio).toBeCloseTo(2 / 3, 12)
    expect((stock - 80) / 30).toBeCloseTo(0.4307, 4)
    expect(stock).toBeCloseTo(92.9, 1)
    const scarce = newsvendor({ kind: 'normal', mean: 0, sd: 1 }, 0.647, 0.353)
    expect(scarce.stock).toBeCloseTo(-0.377, 3)
  })

  it('redundancy is 1 − (1 − a)², not a × a', () => {
    expect(inParallel([0.995, 0.995])).toBeCloseTo(0.999975, 12)
    expect(inSeries([0.995, 0.995])).toBeCloseTo(0.990025, 12)
    const twice = compute('availability', {
      partAvailability: 0.995,
      copies: 2,
      inSeries: 1,
      hoursInPeriod: 1000,
      lossPerHour: 1
    })
    expect(twice.total).toBeCloseTo(0.025, 9)
  })

  it('a month is counted one way throughout', () => {
    expect(minutesInMonth.average - minutesInMonth['days-30']).toBe(630)
    const down = { provider: 'aws-999', minutesDown: 43.5, bill: 1000 }
    expect(compute('provider-credit', { ...down, month: 'days-30' }).total).toBe(100)
    expect(compute('provider-credit', { ...down, month: 'average' }).total).toBe(0)
  })

  it('a credit is a share of the bill and says how little of the loss it covers', () => {
    const found = compute('provider-credit', {
      provider: 'aws-ec2',
      minutesDown: 50,
      month: 'days-30',
      bill: 8000,
      estimatedLoss: 40000
    })
    expect(found.total).toBe(800)
    expect(found.lines.find((part) => part.id === 'covered')?.amount).toBeCloseTo(0.02, 12)
    expect(found.warnings?.[0]?.({}, { locale: 'en' })).toContain('2%')
  })

  it('superseded caps on denied boarding apply only to their own years', () => {
    const draw = { fare: 900, delayHours: 3, international: false, passengers: 1 }
    const years = ['2020-01-10', '2023-05-05', '2025-01-21', '2025-01-22'].map(
      (date) => compute('denied-boarding-us', { ...draw, date }).total
    )
    expect(years).toEqual([1350, 1550, 1550, 2150])
  })

  it('monthly retention is not mixed with a yearly discount', () => {
    const monthly = lifetimeValue({ margin: 18.95, retention: 0.788, discount: 0.01 })
    expect(monthly).toBeCloseTo(67.264, 3)
    expect(lifetimeValue({ margin: 18.95, retention: 0.788, discount: 0.12 })).toBeLessThan(monthly * 0.7)
  })

  it('the disruption series is summed whole, not truncated', () => {
    expect(newsvendorWithDisruptions(0.25, 3, 2000, 0.04, 0.25).cost).toBeCloseTo(2737.0689655, 6)
  })

  it('published bands stay beside the loss', () => {
    const draw = { hoursSpent: 2, loadedRate: 50 }
    const without = compute('time-and-trouble', { ...draw, band: 'none' })
    const beside = compute('time-and-trouble', { ...draw, band: 'severe' })
    expect(beside.total).toBe(without.total)
    expect(beside.lines.filter((part) => part.id.startsWith('band-')).every((part) => part.reference)).toBe(true)
    expect(beside.warnings).toHaveLength(2)
  })
})
