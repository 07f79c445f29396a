import { describe, expect, it } from 'vitest'
import type { Draw } from '../../../src/shared/losses/model/calculator'
import { calculatorById, calculators } from '../../../src/shared/losses/model/all-calculators'

/** Each figure was reckoned from the method's formula by hand, step by step in the comment, not by the code. */
const byHand: [string, Draw, number, string?][] = [
  // 60 units at most were late, 80 a day over 5 exposed days would be 400: min 60; 60 × 10
  ['late-delivery', { unitsLate: 60, unitsPerDay: 80, daysLate: 9, daysOfCover: 4, contributionPerUnit: 10 }, 600],
  // no daily rate: 90 late units over 9 days, 3 of them exposed: 30 units; 30 × 10 × 0.5
  ['late-delivery', { unitsLate: 90, daysLate: 9, daysOfCover: 6, contributionPerUnit: 10, shareRecaptured: 0.5 }, 150],
  // stock lasted longer than the delay
  ['late-delivery', { unitsLate: 90, unitsPerDay: 10, daysLate: 3, daysOfCover: 4, contributionPerUnit: 10 }, 0],
  // 20 × 9 × 0.75 = 135; 30 × 2 = 60; 7
  [
    'lost-sales',
    { unitsShort: 20, contributionPerUnit: 9, shareRecaptured: 0.25, unitsBackordered: 30, backorderCost: 2, fixedCost: 7 },
    202
  ],
  // 10 h × 8 × (1 − 0.25) = 60 units × 5 = 300; labour 10 × 20 = 200 counts as it was taken off and still paid
  [
    'line-down',
    { hoursDown: 10, unitsPerHour: 8, shareMadeUp: 0.25, contributionPerUnit: 5, standingLabour: 20, labourInMargin: 'variable' },
    500
  ],
  [
    'line-down',
    { hoursDown: 10, unitsPerHour: 8, shareMadeUp: 0.25, contributionPerUnit: 5, standingLabour: 20, labourInMargin: 'fixed' },
    300,
    'Idle labour is not added'
  ],
  // 5 × 4 × 30 × 0.6
  ['idle-labour', { people: 5, hoursIdle: 4, loadedRate: 30, shareRedeployed: 0.4 }, 360],
  // 10 × (7 − 4) × 0.5 + 6; a rate below the normal one costs nothing
  ['expedite', { units: 10, expeditedRate: 7, normalRate: 4, shareExpedited: 0.5, fixedFee: 6 }, 21],
  ['expedite', { units: 10, expeditedRate: 3, normalRate: 4, fixedFee: 6 }, 6],
  // 10 days late, 3 of grace: 7 days = 1 week; 2 % of 1000
  [
    'liquidated-damages',
    { price: 1000, ratePerPeriod: 0.02, period: 'week', counting: 'part', daysLate: 10, graceDays: 3 },
    20,
    'usually replace'
  ],
  // 8 days after grace: 2 weeks begun, 1 week full, 8/7 weeks in proportion
  ['liquidated-damages', { price: 1000, ratePerPeriod: 0.02, period: 'week', counting: 'part', daysLate: 11, graceDays: 3 }, 40],
  ['liquidated-damages', { price: 1000, ratePerPeriod: 0.02, period: 'week', counting: 'full', daysLate: 11, graceDays: 3 }, 20],
  ['liquidated-damages', { price: 700, ratePerPeriod: 0.02, period: 'week', counting: 'pro-rata', daysLate: 11, graceDays: 3 }, 16],
  // 61 days are two full months of 30; 0.15 % a day for 101 days stops at the cap of 100 days
  ['liquidated-damages', { price: 1000, ratePerPeriod: 0.01, period: 'month', counting: 'full', daysLate: 61 }, 20],
  [
    'liquidated-damages',
    { price: 1000, ratePerPeriod: 0.0015, period: 'day', counting: 'full', daysLate: 101, capShare: 0.15 },
    150,
    'cap was reached'
  ],
  // 100 × (8 − 5) + 40 − 90
  [
    'lost-profit',
    { route: 'unit', unitsLost: 100, pricePerUnit: 8, avoidedCostPerUnit: 5, extraExpense: 40, mitigationProfit: 90 },
    250,
    'Only one route'
  ],
  // the routes: 250 by unit, 200 by the business; they differ by 50/250 = 20 %
  [
    'lost-profit',
    {
      route: 'unit',
      unitsLost: 100,
      pricePerUnit: 8,
      avoidedCostPerUnit: 5,
      extraExpense: 40,
      mitigationProfit: 90,
      profitButFor: 500,
      profitActual: 300
    },
    250,
    'differ by 20%'
  ],
  // a profit turned into a loss: 500 − (−100)
  ['lost-profit', { route: 'business', profitButFor: 500, profitActual: -100 }, 600, 'Only the whole-business route'],
  // (7 − 5) × 1000 × 0.5 × 0.4 × (1 − 0.25) + 30
  [
    'contingent-interruption',
    {
      revenuePerDay: 1000,
      shareDependent: 0.5,
      contributionRatio: 0.4,
      daysLate: 7,
      daysOfCover: 5,
      shareRecaptured: 0.25,
      extraExpense: 30
    },
    330
  ],
  // (−20 + 100) × (1 − 48/(4 × 24)) + 10: the waiting period spares extra expense
  ['interruption-worksheet', { netIncome: -20, continuingExpenses: 100, extraExpense: 10, waitingHours: 48, periodDays: 4 }, 50],
  // 100 from the incomes, 150 from the revenue: a third apart
  [
    'interruption-worksheet',
    { netIncome: 40, continuingExpenses: 60, lostRevenue: 200, discontinuedCosts: 50 },
    100,
    'differ by 33.3%'
  ],
  // rate 30 %; short 1000 × 1.2 − 200 = 1000; 300; insured 270 of 0.3 × 1000 × 1.2 = 360: three quarters
  [
    'gross-profit',
    {
      netProfit: 100,
      standingCharges: 200,
      turnover: 1000,
      standardTurnover: 1000,
      trend: 0.2,
      actualTurnover: 200,
      sumInsured: 270
    },
    225,
    'Under-insured'
  ],
  // 500 were spent and saved 1000 of sales, 300 of gross profit: 300 count; what it saved is not given: nothing counts, and it says so
  [
    'gross-profit',
    {
      netProfit: 100,
      standingCharges: 200,
      turnover: 1000,
      standardTurnover: 1000,
      actualTurnover: 900,
      increasedCost: 500,
      salesSaved: 1000
    },
    330,
    'only as far as it saved'
  ],
  [
    'gross-profit',
    { netProfit: 100, standingCharges: 200, turnover: 1000, standardTurnover: 1000, actualTurnover: 900, increasedCost: 500 },
    30,
    'Give the sales that it saved'
  ],
  // over-insured pays no more than the loss
  [
    'gross-profit',
    {
      netProfit: 100,
      standingCharges: 200,
      turnover: 1000,
      standardTurnover: 1000,
      trend: 0.2,
      actualTurnover: 200,
      sumInsured: 9999
    },
    300
  ],
  // demand of exactly 50, 20 in stock, 40 late: 30 missed × 4; the other 10 would have been left anyway: 40 × 0.5 − 10 = 10 cleared × 2
  [
    'seasonal-stock',
    {
      demand: 'normal',
      meanDemand: 50,
      sdDemand: 0,
      stockAvailable: 20,
      unitsLate: 40,
      contributionPerUnit: 4,
      clearanceLoss: 2,
      shareKept: 0.5
    },
    140
  ],
  // 20 days held, 5 free: 15 charged: 4 × 10, 6 × 20, 5 × 30, for 2 containers
  ['demurrage', { daysHeld: 20, freeDays: 5, containers: 2, rate1: 10, tier1Days: 4, rate2: 20, tier2Days: 6, rate3: 30 }, 620],
  // no third rate: the second one goes on
  ['demurrage', { daysHeld: 20, freeDays: 5, containers: 1, rate1: 10, tier1Days: 4, rate2: 20, tier2Days: 6 }, 260],
  ['demurrage', { from: '2025-12-28', to: '2026-01-02', freeDays: 6, containers: 1, rate1: 10 }, 0],
  // 100 × 4 × 0.5 × 0.6 × (1 − 0.5) = 60; 3 × 20 × 4 × 0.25 = 60; 5
  [
    'outage',
    {
      hoursDown: 4,
      revenuePerHour: 100,
      shareDependent: 0.5,
      contributionRatio: 0.6,
      shareRecaptured: 0.5,
      people: 3,
      loadedRate: 20,
      impact: 0.25,
      labourInMargin: 'variable',
      recoveryCost: 5
    },
    125
  ],
  // labour as fixed: the larger counts, here the people: 3 × 20 × 4 × 0.5 = 120 against 60
  [
    'outage',
    {
      hoursDown: 4,
      revenuePerHour: 100,
      shareDependent: 0.5,
      contributionRatio: 0.6,
      shareRecaptured: 0.5,
      people: 3,
      loadedRate: 20,
      impact: 0.5,
      labourInMargin: 'fixed'
    },
    120,
    'counted once'
  ],
  ['outage', { hoursDown: 4, revenuePerHour: 100 }, 400, 'No contribution ratio'],
  // 99.9 % class: a credit of exactly 1 is not paid; above 1 it is
  ['provider-credit', { provider: 'aws-999', minutesDown: 100, month: 'days-30', bill: 10 }, 0, 'pays out no credit of USD 1'],
  ['provider-credit', { provider: 'aws-999', minutesDown: 100, month: 'days-30', bill: 11 }, 1.1],
  // two copies of 90 %: 99 %; three such in series: 0.970299; (1 − 0.970299) × 1000 × 2
  ['availability', { partAvailability: 0.9, copies: 2, inSeries: 3, hoursInPeriod: 1000, lossPerHour: 2 }, 59.402],
  ['scrap', { units: 10, material: 3, labour: 2, disposal: 1, salvage: 12 }, 48],
  ['scrap', { units: 10, material: 1, salvage: 50 }, 0],
  // 30 × 10 ÷ 60 = 5 h × (20 + 4) + 30 × 2
  ['rework', { units: 30, minutesPerUnit: 10, loadedRate: 20, capacityRate: 4, material: 2 }, 180],
  ['warranty', { claims: 4, costPerClaim: 25, shipped: 8000 }, 100],
  // 10 × (2 + 3) + 10 × 40 × 0.3
  ['returns', { units: 10, handling: 2, carriage: 3, price: 40, shareRecovered: 0.7 }, 170],
  [
    'poor-quality',
    {
      definition: 'failure',
      scrap: 1,
      rework: 2,
      otherInternal: 3,
      warranty: 4,
      penalties: 5,
      otherExternal: 6,
      inspection: 7,
      prevention: 8
    },
    21,
    'failure costs only'
  ],
  [
    'poor-quality',
    {
      definition: 'inspection',
      scrap: 1,
      rework: 2,
      otherInternal: 3,
      warranty: 4,
      penalties: 5,
      otherExternal: 6,
      inspection: 7,
      prevention: 8
    },
    28,
    'inspection is appraisal'
  ],
  // 10 × (5 − 3) − 8 + 4; refunded beyond the overcharge leaves the bank's charges
  ['overcharge', { units: 10, charged: 5, agreed: 3, refunded: 8, bankCharges: 4 }, 16],
  ['overcharge', { units: 10, charged: 5, agreed: 3, refunded: 30, bankCharges: 4 }, 4],
  // the day after the due date to the day of payment: 73 days, a fifth of a year
  ['simple-interest', { principal: 1000, rate: 0.1, from: '2025-01-01', to: '2025-03-15', dayCount: 'actual-365' }, 20],
  ['simple-interest', { principal: 1000, rate: 0.1, days: 36, dayCount: 'actual-360' }, 10],
  // 5 % a half-year on quarterly terms: 1000 × (1.05² − 1) over two quarters of 91.25 days
  ['compound-interest', { principal: 1000, rate: 0.2, days: 182.5, dayCount: 'actual-365', compounding: 'quarterly' }, 102.5],
  // lost on 1, 2 and 3 January, paid on the 5th: 4, 3 and 2 days of interest, 3 on average; 0.10 a day
  [
    'period-interest',
    {
      loss: 365,
      rate: 0.1,
      first: '2026-01-01',
      last: '2026-01-03',
      paid: '2026-01-05',
      dayCount: 'actual-365',
      compounding: 'none'
    },
    0.3
  ],
  // one day's loss, a year before; across 29 February a year of 365 days is a day short
  [
    'period-interest',
    {
      loss: 1000,
      rate: 0.1,
      first: '2025-07-02',
      last: '2025-07-02',
      paid: '2026-07-02',
      dayCount: 'actual-365',
      compounding: 'yearly'
    },
    100
  ],
  [
    'period-interest',
    {
      loss: 1000,
      rate: 0.365,
      first: '2023-07-02',
      last: '2023-07-02',
      paid: '2024-07-02',
      dayCount: 'actual-365',
      compounding: 'none'
    },
    366
  ],
  [
    'period-interest',
    {
      loss: 1000,
      rate: 0.1,
      first: '2026-01-05',
      last: '2026-01-05',
      paid: '2026-01-05',
      dayCount: 'actual-360',
      compounding: 'none'
    },
    0
  ],
  // Bank Rate 0.25 + 8 of the first half of 2017
  ['late-payment-uk', { principal: 36500, due: '2017-03-01', paid: '2017-03-11', fixedSum: false }, 82.5],
  // two half-years at 12.25 % (30 June) and 11.15 %: 4 days of December, 6 of January
  ['late-payment-eu', { country: 'eu', principal: 36500, due: '2024-12-27', paid: '2025-01-06', fixedSum: true }, 49 + 66.9 + 40],
  ['late-payment-eu', { country: 'ie', principal: 36500, due: '2024-12-27', paid: '2025-01-06', fixedSum: false }, 111.5],
  // ECB 4.5 + 10 points
  [
    'late-payment-eu',
    { country: 'fr', principal: 36500, due: '2024-01-31', paid: '2024-02-10', fixedSum: false },
    145,
    'Not confirmed'
  ],
  // Bank Rate 5.25 + 8 of the half-year of the default, though the payment falls into the next
  ['late-payment-uk', { principal: 36500, due: '2024-06-25', paid: '2024-07-05', fixedSum: true }, 132.5 + 100],
  // 2 + (3 × 20 + 60) ÷ 60 = 4 h × 30 + 5
  [
    'time-and-trouble',
    { hoursSpent: 2, contacts: 3, minutesPerContact: 20, minutesWaiting: 60, loadedRate: 30, outOfPocket: 5, band: 'none' },
    125
  ],
  // re-routed within 2 h at most 1,500 km, and one minute later; another flight within 4 h beyond 3,500 km
  ['flight-eu', { date: '2025-05-01', event: 'rerouted', distance: 900, delayHours: 2, passengers: 2 }, 250],
  ['flight-eu', { date: '2025-05-01', event: 'rerouted', distance: 900, delayHours: 2.02, passengers: 2 }, 500],
  ['flight-eu', { date: '2025-05-01', event: 'rerouted', distance: 6000, delayHours: 4, passengers: 1 }, 300],
  ['flight-eu', { date: '2025-05-01', event: 'stranded', distance: 3500, delayHours: 0, passengers: 1 }, 400],
  ['flight-eu', { date: '2025-05-01', event: 'stranded', distance: 3501, delayHours: 0, passengers: 1 }, 600],
  [
    'flight-eu',
    { date: '2026-09-01', event: 'delay', distance: 900, delayHours: 3, passengers: 1 },
    250,
    'change of this rule has been reported'
  ],
  // one hour exactly owes nothing; abroad 4 h exactly is the longer delay
  ['denied-boarding-us', { date: '2025-06-01', fare: 100, delayHours: 1, international: false, passengers: 3 }, 0],
  ['denied-boarding-us', { date: '2025-06-01', fare: 100, delayHours: 3.99, international: true, passengers: 3 }, 600],
  ['denied-boarding-us', { date: '2025-06-01', fare: 100, delayHours: 4, international: true, passengers: 3 }, 1200],
  ['flight-refund-us', { date: '2025-06-01', fare: 100, delayHours: 3, international: false, passengers: 2 }, 200],
  ['flight-refund-us', { date: '2025-06-01', fare: 100, delayHours: 5.9, international: true, passengers: 2 }, 0],
  ['baggage-us', { date: '2024-06-01', passengers: 2, provenLoss: 9000 }, 7600, 'above the limit'],
  ['baggage-us', { date: '2025-06-01', passengers: 2, provenLoss: 9000 }, 9000],
  ['baggage-us', { date: '2025-06-01', passengers: 1 }, 4700],
  ['rail-eu', { date: '2026-03-02', fare: 16, delayMinutes: 60, leastPaid: 4 }, 4],
  ['rail-eu', { date: '2026-03-02', fare: 15, delayMinutes: 60, leastPaid: 4 }, 0, 'below what this railway pays'],
  ['rail-eu', { date: '2026-03-02', fare: 15, delayMinutes: 120 }, 7.5],
  ['rail-eu', { date: '2026-03-02', fare: 15, delayMinutes: 59 }, 0],
  ['rail-eu', { date: '2026-03-02', fare: 15, delayMinutes: 120, forceMajeure: true }, 0],
  ['delay-repay-uk', { date: '2026-01-19', ticket: 'single', fare: 20, delayMinutes: 15, fifteen: true, journeys: 3 }, 15],
  ['delay-repay-uk', { date: '2026-01-19', ticket: 'single', fare: 20, delayMinutes: 29, fifteen: false, journeys: 1 }, 0],
  ['delay-repay-uk', { date: '2026-01-19', ticket: 'return', fare: 20, delayMinutes: 119, journeys: 1 }, 10],
  ['delay-repay-uk', { date: '2026-01-19', ticket: 'return', fare: 20, delayMinutes: 120, journeys: 1 }, 20],
  ['delay-repay-uk', { date: '2026-01-19', ticket: 'monthly', fare: 400, delayMinutes: 120, journeys: 2 }, 20, 'operators differ'],
  ['telecoms-uk', { date: '2022-06-01', repairDays: 2, startDays: 1, appointments: 1 }, 16.8 + 5.25 + 26.24, 'Not confirmed'],
  ['telecoms-uk', { date: '2026-05-01', repairDays: 1 }, 10.34],
  // no more can be unpaid than were missed
  ['energy-standards-gb', { date: '2020-05-12', missed: 2, unpaid: 5 }, 120],
  // 24 h is the first further span of 12; 5,000 premises and more begin at 24 h
  ['power-cut-gb', { date: '2026-01-10', weather: 'normal', premises: 'home', hoursOff: 23.9 }, 95],
  ['power-cut-gb', { date: '2026-01-10', weather: 'normal', premises: 'home', hoursOff: 24 }, 135],
  ['power-cut-gb', { date: '2026-01-10', weather: 'normal', premises: 'home', hoursOff: 999 }, 360],
  ['power-cut-gb', { date: '2026-01-10', weather: 'large', premises: 'business', hoursOff: 23.9 }, 0],
  ['power-cut-gb', { date: '2026-01-10', weather: 'large', premises: 'business', hoursOff: 36 }, 220],
  ['power-cut-gb', { date: '2026-01-10', weather: 'storm2', premises: 'home', hoursOff: 54 }, 125],
  // owed over 12 hours (24, 48), not after exactly so many: the supply came back in time
  ['power-cut-gb', { date: '2026-01-10', weather: 'normal', premises: 'home', hoursOff: 12 }, 0],
  ['power-cut-gb', { date: '2026-01-10', weather: 'normal', premises: 'business', hoursOff: 12.1 }, 180],
  ['power-cut-gb', { date: '2026-01-10', weather: 'large', premises: 'home', hoursOff: 24 }, 0],
  ['power-cut-gb', { date: '2024-01-10', weather: 'storm1', premises: 'home', hoursOff: 24 }, 0, 'Not confirmed'],
  ['power-cut-gb', { date: '2024-01-10', weather: 'storm1', premises: 'home', hoursOff: 24.1 }, 80, 'Not confirmed'],
  ['power-cut-gb', { date: '2026-01-10', weather: 'storm2', premises: 'home', hoursOff: 2000 }, 2000],
  ['carriage-limit', { mode: 'baggage', date: '2025-03-04', passengers: 2, sdrRate: 2, provenLoss: 9000 }, 6076, 'above the limit'],
  ['carriage-limit', { mode: 'cargo', date: '2024-03-04', weight: 10, sdrRate: 1.5 }, 330, 'Not confirmed'],
  ['carriage-limit', { mode: 'cargo', date: '2025-03-04', weight: 10, sdrRate: 1.5, provenLoss: 100 }, 100],
  ['carriage-limit', { mode: 'road', date: '2025-03-04', carriageCharges: 80, provenLoss: 100 }, 80, 'CMR'],
  ['plain-amount', { amount: 12.34 }, 12.34]
]

describe('figures reckoned by hand', () => {
  it.each(byHand)('%s %o: %d %s', (id, draw, expected, says) => {
    const { total, warnings = [] } = calculatorById(id)!.compute(draw)
    expect(total).toBeCloseTo(expected, 8)
    if (says) expect(warnings.map((warning) => warning({}, { locale: 'en' })).join('\n')).toContain(says)
  })

  it('are there for every calculator but the own formula, which has tests of its own', () => {
    expect([...new Set(byHand.map(([id]) => id)), 'own-formula'].sort()).toEqual(calculators.map(({ id }) => id).sort())
  })

  it('both routes of a lost profit are shown and one is counted', () => {
    const both = { unitsLost: 10, pricePerUnit: 3, avoidedCostPerUnit: 1, profitButFor: 50, profitActual: 31 }
    for (const route of ['unit', 'business']) {
      const { lines, warnings } = calculatorById('lost-profit')!.compute({ ...both, route })
      expect(lines.map(({ id, amount, reference }) => [id, amount, reference])).toEqual([
        ['by-unit', 20, route === 'business'],
        ['by-business', 19, route === 'unit']
      ])
      // 1 of 20 is not more than a few percent
      expect(warnings).toBeUndefined()
    }
  })

  it('cost by unit, share and part as they are shown beside', () => {
    const part = (id: string, draw: Draw, name: string) =>
      calculatorById(id)!
        .compute(draw)
        .lines.find((line) => line.id === name)?.amount
    expect(part('warranty', { claims: 4, costPerClaim: 25, shipped: 8000 }, 'ppm')).toBeCloseTo(500, 9)
    expect(part('poor-quality', { definition: 'failure', scrap: 30, warranty: 70, units: 50 }, 'per-unit')).toBeCloseTo(2, 9)
    expect(
      part('provider-credit', { provider: 'aws-ec2', minutesDown: 50, month: 'days-30', bill: 8000, estimatedLoss: 400 }, 'covered')
    ).toBe(1)
    expect(
      part(
        'provider-credit',
        { provider: 'aws-ec2', minutesDown: 50, month: 'days-30', bill: 8000, estimatedLoss: 20000 },
        'uncovered'
      )
    ).toBe(19200)
    // 10,000 × 1.05³ × (1.05^(1/365) − 1)
    expect(
      part(
        'compound-interest',
        { principal: 10000, rate: 0.05, days: 1095, dayCount: 'actual-365', compounding: 'yearly' },
        'per-day'
      )
    ).toBeCloseTo(1.5475, 4)
  })
})
