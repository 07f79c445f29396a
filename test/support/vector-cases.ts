import { afterWorkingHours, workingTimeBetween, type Schedule } from '../../src/shared/records/clocks'
import { minutesInMonth, uptime } from '../../src/shared/losses/model/availability'
import { calculatorById } from '../../src/shared/losses/model/all-calculators'
import { daysInclusive } from '../../src/shared/losses/calculators/dates'
import type { Draw } from '../../src/shared/losses/model/calculator'
import { lognormal, pert, triangular } from '../../src/shared/losses/sampling/distributions'
import { newsvendor } from '../../src/shared/losses/model/inventory'
import { creditShare, slaCredits } from '../../src/shared/losses/presets/sla-credits'
import { normalLoss } from '../../src/shared/records/statistics'
import { lifetimeValue, valueMultiple } from '../../src/shared/records/value'
import { afterWorkingDays, allowedDowntime, delayRank, incomeUntil, newsvendorWithDisruptions, orderQuantity } from './unreached'

const menu = { unitsLost: 1500, pricePerUnit: 3, avoidedCostPerUnit: 1, profitButFor: 35500, profitActual: 33500 }
const worksheet = {
  netIncome: 15000,
  continuingExpenses: 45000,
  extraExpense: 5000,
  lostRevenue: 100000,
  discontinuedCosts: 40000
}
const line = { hoursDown: 8.75, unitsPerHour: 115, contributionPerUnit: 6.75, standingLabour: 240, labourInMargin: 'variable' }
const clause = { price: 400000, ratePerPeriod: 0.005, period: 'week', counting: 'part', capShare: 0.1 }
const rushed = { units: 240, expeditedRate: 16.5, shareExpedited: 0.72, fixedFee: 650 }
const reworked = { units: 200, minutesPerUnit: 6, loadedRate: 38, material: 1.2, capacityRate: 45 }
const quality = {
  definition: 'inspection',
  scrap: 21000,
  rework: 5200,
  warranty: 3100,
  inspection: 2600,
  penalties: 1500,
  units: 18000
}
const report = {
  definition: 'failure',
  otherInternal: 114750,
  otherExternal: 533250,
  inspection: 162000,
  prevention: 540000,
  sales: 8.1e6
}
export const a = { id: 'A', gainPerPeriod: 10, periods: 2 }
export const b = { id: 'B', gainPerPeriod: 30, periods: 4 }

/** Whoever asks hears which calculator was given what: the product is then asked the same. */
export const heard: { onCompute: ((id: string, draw: Draw) => void) | null } = { onCompute: null }

function computed(id: string, draw: Draw) {
  heard.onCompute?.(id, draw)
  return calculatorById(id)!.compute(draw)
}

/** Takes a calculator's id and values, gives its total. */
const total = (id: string, draw: Draw): number => computed(id, draw).total

/** Takes a calculator's id, values and the ids of parts, gives the amounts of those parts. */
function parts(id: string, draw: Draw, ...wanted: string[]): number[] {
  const { lines } = computed(id, draw)
  return wanted.map((part) => lines.find((line) => line.id === part)!.amount)
}

const flight = (distance: number, delayHours: number, withinEu = false) =>
  total('flight-eu', { date: '2026-02-14', event: 'delay', distance, delayHours, withinEu, passengers: 1 })
const bumped = (fare: number, delayHours: number, international = false) =>
  total('denied-boarding-us', { date: '2025-02-01', fare, delayHours, international, passengers: 1 })
const fixedSum = (principal: number) =>
  parts('late-payment-uk', { principal, due: '2024-01-31', paid: '2024-02-29', fixedSum: true }, 'fixed-sum')[0]!
const started = (startDays: number) => total('telecoms-uk', { date: '2024-09-04', startDays })

const biz: Schedule = {
  zone: 'UTC',
  hours: {
    1: [['09:00', '17:00']],
    2: [['10:00', '16:00']],
    3: [['09:00', '17:00']],
    4: [['10:00', '16:00']],
    5: [['09:00', '17:00']],
    6: [['11:00', '14:30']]
  }
}
const sundays: Schedule = { zone: 'UTC', hours: { 7: [['11:00', '12:00']] } }
const office: Schedule = { zone: 'UTC', hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [['09:00', '17:00']]])) }
const worked = (from: string, to: string) => workingTimeBetween(biz, from, to) / 3_600_000
/** As the sources write it: "2006-01-09T12:00Z", or "Wed 17:00". */
const minute = (instant: string) => `${instant.slice(0, 16)}Z`
const weekday = (instant: string) => `${new Date(instant).toUTCString().slice(0, 3)} ${instant.slice(11, 16)}`

/** What the product gives for each vector, by its id. */
export const given: Record<string, () => number | number[] | string> = {
  T01: () => total('lost-profit', { ...menu, route: 'unit' }),
  T02: () => total('lost-profit', { ...menu, route: 'business' }),
  T04: () =>
    total('gross-profit', {
      netProfit: 65009,
      standingCharges: 85000,
      turnover: 600000,
      standardTurnover: 250000,
      trend: 0.1,
      actualTurnover: 100000
    }),
  T07: () => [total('interruption-worksheet', worksheet), ...parts('interruption-worksheet', worksheet, 'from-revenue')],
  T08: () => [...parts('line-down', line, 'units-lost', 'lost-contribution', 'standing-labour'), total('line-down', line)],
  T10: () => total('lost-sales', { unitsShort: 100, contributionPerUnit: 45, shareRecaptured: 1 - 0.92, fixedCost: 250 }),
  T12: () => [total('expedite', rushed), ...parts('expedite', rushed, 'per-unit')],
  T14: () => {
    const { stock, cost } = newsvendor({ kind: 'normal', mean: 50, sd: 8 }, 0.18, 0.7)
    return [stock, cost]
  },
  T16: () => {
    const { stock, cost } = newsvendor({ kind: 'poisson', mean: 6 }, 1, 4)
    return [stock, cost]
  },
  T18: () => normalLoss(1.3),
  T20: () => {
    const { quantity, backorderShare, cost } = orderQuantity(8, 0.225, 5, 1300)
    return [quantity, backorderShare, cost]
  },
  T21: () => {
    const { stock, cost } = newsvendorWithDisruptions(0.25, 3, 2000, 0.04, 0.25)
    return [stock, cost]
  },
  T22: () => [
    daysInclusive('2025-12-05', '2025-12-15')!,
    ...parts('demurrage', { from: '2025-12-05', to: '2025-12-15', freeDays: 7, rate1: 1 }, 'days-charged')
  ],
  T24: () => [21, 210].map((daysLate) => total('liquidated-damages', { ...clause, daysLate })),
  T27: () => [99.99, 99.98, 99, 98.99, 95, 94.99].map((up) => creditShare(slaCredits['aws-ec2']!.rows[0]!.values, up / 100) * 100),
  T29: () => [
    uptime(50, minutesInMonth['days-30']) * 100,
    total('provider-credit', { provider: 'aws-ec2', minutesDown: 50, month: 'days-30', bill: 8000 })
  ],
  T30: () => [0.9999, 0.9995, 0.999].map((promised) => allowedDowntime(promised, 30.4375 * 24 * 60)),
  T32: () => [1, 0.1].map((shareDependent) => total('outage', { revenuePerHour: 100, hoursDown: 2, shareDependent })),
  T33: () => [total('poor-quality', quality), ...parts('poor-quality', quality, 'per-unit', 'internal', 'external')],
  T34: () => [...parts('rework', reworked, 'hours'), total('rework', reworked), ...parts('rework', reworked, 'per-unit')],
  T37: () =>
    parts('poor-quality', report, 'prevention-sales', 'inspection-sales', 'internal-sales', 'external-sales', 'all-sales').map(
      (share) => share * 100
    ),
  T39: () => {
    const year = { principal: 1000, rate: 0.085, days: 365, dayCount: 'actual-365' }
    return parts('simple-interest', year, 'interest', 'per-day')
  },
  T40: () => {
    const late = { country: 'eu', principal: 4500, due: '2025-03-01', paid: '2025-03-31', ownRate: 0.11, fixedSum: true }
    return [...parts('late-payment-eu', late, 'interest'), total('late-payment-eu', late)]
  },
  T42: () => [999.99, 1000, 9999.99, 10000].map(fixedSum),
  T43: () => total('simple-interest', { principal: 250000, rate: 0.06, days: 1095, dayCount: 'actual-365' }),
  T45: () => [started(1), started(2)],
  T46: () => total('delay-repay-uk', { date: '2026-01-19', ticket: 'annual', fare: 4640, delayMinutes: 45, journeys: 1 }),
  T48: () => [flight(1400, 3), flight(1501, 3), flight(4000, 3.5, true), flight(5000, 3.5), flight(5000, 4), flight(5000, 2.99)],
  T49: () => [bumped(300, 1.5), bumped(300, 2.5), bumped(700, 1.5), bumped(700, 2.5), bumped(700, 3, true)],
  T51: () => {
    const cargo = { mode: 'cargo', date: '2025-03-04', weight: 120, sdrRate: 1.31 }
    return [...parts('carriage-limit', cargo, 'sdr'), total('carriage-limit', cargo)]
  },
  T52: () => [pert(4, 6, 12).mean, (12 - 4) / 6],
  T53: () => {
    const one = pert(4, 6, 12)
    const alpha = 1 + (4 * (6 - 4)) / (12 - 4)
    return [alpha, 6 - alpha, one.sd, ...[0.1, 0.5, 0.9].map(one.quantile)]
  },
  T55: () => {
    const one = triangular(10_000, 18_000, 50_000)
    return [one.mean, ...[0.1, 0.5, 0.9].map(one.quantile)]
  },
  T56: () => [0.1, 3].map((often) => often * lognormal(1, 10).mean),
  T57: () => lognormal(635_000, 19_000_000).mean,
  // an own formula is where an advocate would multiply them
  T60: () => [
    total('own-formula', { formula: 'LEF * LM', LEF: 200, LM: 3_000 }),
    total('own-formula', { formula: 'TEF * V', TEF: 200, V: 0.25 })
  ],
  T61: () => pert(3, 5, 12).mean * pert(125_000, 750_000, 3_500_000).mean,
  T63: () => valueMultiple(0.8, 0.1),
  T64: () => lifetimeValue({ margin: 19.95 - 0.5 - 0.5, retention: 0.788, discount: 0.01 }),
  T66: () => [0.6, 0.7, 0.8, 0.9].map((retention) => valueMultiple(retention, 0.1)),
  T67: () => [incomeUntil([a, b], 10, 6), incomeUntil([b, a], 10, 6), delayRank(a), delayRank(b)],
  T68: () => worked('2006-01-01T00:00:00Z', '2006-01-08T00:00:00Z'),
  T69: () => worked('2006-01-05T12:00:00Z', '2006-01-06T12:00:00Z'),
  T72: () => minute(afterWorkingDays(biz, '2006-01-06T12:00:00Z', 2)),
  T74: () => minute(afterWorkingHours(sundays, '2006-01-01T00:00:00Z', 2, 'roll')),
  T77: () => weekday(afterWorkingHours(office, '2026-01-05T09:00:00Z', 24))
}
