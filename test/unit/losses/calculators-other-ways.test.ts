import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesInMonth, uptime } from '../../../src/shared/losses/model/availability'
import type { Draw } from '../../../src/shared/losses/model/calculator'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import { exactly } from '../../../src/shared/losses/calculators/build'
import { dayNumber, isoDate } from '../../../src/shared/losses/calculators/dates'
import type { LossLineInput } from '../../../src/shared/losses/engine/incident-loss'
import { creditShare, slaCredits } from '../../../src/shared/losses/presets/sla-credits'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'

// The same figures reckoned in another way, day by day or hour by hour, from the methods and not from the code.

const compute = (id: string, draw: Draw) => calculatorById(id)!.compute(draw)
const total = (id: string, draw: Draw) => compute(id, draw).total
const near = (found: number, right: number) =>
  expect(Math.abs(found - right)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(right)))
const day = (from: string, to: string) => fc.integer({ min: dayNumber(from)!, max: dayNumber(to)! })

/** What was in force on 1 January and 1 July, in percent: the ECB's main refinancing rate; Bank Rate on the day before. */
const ecb: Record<string, number> = {
  '2021-01': 0,
  '2021-07': 0,
  '2022-01': 0,
  '2022-07': 0,
  '2023-01': 2.5,
  '2023-07': 4,
  '2024-01': 4.5,
  '2024-07': 4.25,
  '2025-01': 3.15,
  '2025-07': 2.15,
  '2026-01': 2.15,
  '2026-07': 2.4
}
const bank: Record<string, number> = {
  '2016-07': 0.5,
  '2017-01': 0.25,
  '2017-07': 0.25,
  '2018-01': 0.5,
  '2018-07': 0.5,
  '2019-01': 0.75,
  '2019-07': 0.75,
  '2020-01': 0.75,
  '2020-07': 0.1,
  '2021-01': 0.1,
  '2021-07': 0.1,
  '2022-01': 0.25,
  '2022-07': 1.25,
  '2023-01': 3.5,
  '2023-07': 5,
  '2024-01': 5.25
}
const half = (date: string) => `${date.slice(0, 4)}-${Number(date.slice(5, 7)) < 7 ? '01' : '07'}`
const between = (table: Record<string, number>) => {
  const keys = Object.keys(table)
  return day(`${keys[0]!}-01`, `${keys.at(-1)!}-30`)
}

describe('interest', () => {
  it('on late payment in the EU is the sum of its days, each at the rate of its own half-year, or all at that of the payment', () => {
    fc.assert(
      fc.property(
        between(ecb),
        between(ecb),
        fc.integer({ min: 1, max: 1e7 }),
        fc.constantFrom('eu', 'ie', 'de', 'fr'),
        (a, b, principal, country) => {
          const [due, paid] = [Math.min(a, b), Math.max(a, b)]
          const points = { eu: 8, ie: 8, de: 9 - 0.88, fr: 10 }[country]!
          let sum = 0
          for (let at = due + 1; at <= paid; at++) {
            const date = country === 'ie' ? paid : at
            sum += (principal * (ecb[half(isoDate(date))]! + points)) / 100 / 365
          }
          near(total('late-payment-eu', { country, principal, due: isoDate(due), paid: isoDate(paid), fixedSum: false }), sum)
        }
      ),
      { numRuns: 60 }
    )
  })
  it('on late payment in the UK is at the rate of the day on which it starts to run, whatever changes later', () => {
    fc.assert(
      fc.property(between(bank), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 20_000 }), (due, late, principal) => {
        const rate = bank[half(isoDate(due + 1))]
        fc.pre(rate !== undefined)
        const fixed = principal < 1000 ? 40 : principal < 10_000 ? 70 : 100
        const found = total('late-payment-uk', { principal, due: isoDate(due), paid: isoDate(due + late), fixedSum: true })
        near(found, (principal * (rate! + 8) * late) / 36_500 + fixed)
      })
    )
  })
  it('on a loss over a period is, without compounding, exactly the interest of each day’s loss from the day after it', () => {
    fc.assert(
      fc.property(
        day('2019-01-01', '2027-12-31'),
        fc.nat(800),
        fc.nat(900),
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        (first, more, wait, rate) => {
          const [last, paid] = [first + more, first + more + wait]
          const loss = 1000 * (more + 1)
          let sum = 0
          for (let at = first; at <= last; at++) sum += (1000 * rate * (paid - at)) / 365
          const draw = {
            loss,
            rate,
            first: isoDate(first),
            last: isoDate(last),
            paid: isoDate(paid),
            dayCount: 'actual-365',
            compounding: 'none'
          }
          near(total('period-interest', draw), sum)
          // and from the middle on it is simple interest, so that both calculators agree
          near(
            total('period-interest', draw),
            total('simple-interest', { principal: loss, rate, days: (paid - first + paid - last) / 2, dayCount: 'actual-365' })
          )
        }
      ),
      { numRuns: 60 }
    )
  })
  it('rolls forward: what each further day adds is what one more day gives', () => {
    const further = (id: string, draw: Draw) => compute(id, draw).lines.find((part) => part.id === 'per-day')!.amount
    fc.assert(
      fc.property(
        day('2020-01-01', '2026-12-31'),
        fc.nat(900),
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        fc.constantFrom('actual-365', 'actual-360', 'actual-36525'),
        fc.constantFrom('yearly', 'quarterly', 'monthly', 'daily'),
        (at, days, rate, dayCount, compounding) => {
          const debt = { principal: 1e5, rate, dayCount, compounding }
          for (const id of ['simple-interest', 'compound-interest']) {
            near(total(id, { ...debt, days: days + 1 }) - total(id, { ...debt, days }), further(id, { ...debt, days }))
          }
          const loss = (paid: number) => ({
            loss: 1e5,
            rate,
            dayCount,
            first: isoDate(at - 90),
            last: isoDate(at),
            paid: isoDate(paid),
            compounding: compounding === 'daily' ? 'none' : 'yearly'
          })
          const [one, two] = [loss(at + days), loss(at + days + 1)]
          near(total('period-interest', two) - total('period-interest', one), further('period-interest', one))
        }
      )
    )
  })
})

describe('charges by the day', () => {
  it('liquidated damages are what is owed as the days go by', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(40),
        fc.constantFrom(1, 7, 30),
        fc.constantFrom('part', 'full'),
        fc.option(fc.integer({ min: 0, max: 20 })),
        (daysLate, graceDays, length, counting, cap) => {
          const period = { 1: 'day', 7: 'week', 30: 'month' }[length]!
          let owed = 0
          for (let late = graceDays + 1; late <= daysLate; late++) {
            const counted = late - graceDays
            // a part counts on its first day, a full period on its last
            if (counting === 'part' ? counted % length === 1 || length === 1 : counted % length === 0) owed += 20
          }
          if (cap !== null) owed = Math.min(owed, cap * 10)
          const draw: Draw = { price: 1000, ratePerPeriod: 0.02, period, counting, daysLate, graceDays }
          if (cap !== null) draw.capShare = cap / 100
          near(total('liquidated-damages', draw), owed)
        }
      )
    )
  })
  it('its working shows that a part was rounded', () => {
    const working = (counting: string) =>
      compute('liquidated-damages', { price: 1, ratePerPeriod: 0.1, period: 'week', counting, daysLate: 22 }).lines[0]!.working
    expect(['part', 'full', 'pro-rata'].map(working)).toEqual([
      '⌈max(0, 22 − 0) ÷ 7⌉',
      '⌊max(0, 22 − 0) ÷ 7⌋',
      'max(0, 22 − 0) ÷ 7'
    ])
  })
  it('demurrage is the rate of each day’s own tier, from the first day after the free ones', () => {
    fc.assert(
      fc.property(
        day('2023-12-01', '2024-04-01'),
        fc.nat(60),
        fc.nat(15),
        fc.nat(10),
        fc.nat(10),
        (from, more, freeDays, tier1Days, tier2Days) => {
          let sum = 0
          for (let held = freeDays + 1; held <= more + 1; held++) {
            const charged = held - freeDays
            sum += charged <= tier1Days ? 10 : charged <= tier1Days + tier2Days ? 20 : 30
          }
          const draw = {
            from: isoDate(from),
            to: isoDate(from + more),
            freeDays,
            containers: 3,
            rate1: 10,
            tier1Days,
            rate2: 20,
            tier2Days,
            rate3: 30
          }
          near(total('demurrage', draw), 3 * sum)
        }
      )
    )
  })
  it('a power cut is paid for as its tenths of an hour go by', () => {
    const rules = {
      normal: [12, 12, 95, 360],
      large: [24, 12, 95, 360],
      storm1: [24, 6, 85, 2000],
      storm2: [48, 6, 85, 2000]
    } as const
    for (const [weather, [over, span, first, cap]] of Object.entries(rules)) {
      let owed = 0
      for (let tenths = 0; tenths <= 4000; tenths++) {
        if (tenths === over * 10 + 1) owed = first
        else if (tenths > over * 10 && (tenths - over * 10) % (span * 10) === 0) owed = Math.min(cap, owed + 40)
        expect(
          total('power-cut-gb', { date: '2026-01-10', weather, premises: 'home', hoursOff: tenths / 10 }),
          `${weather} ${tenths / 10}`
        ).toBe(owed)
      }
    }
  })
})

describe('bounds of a service credit', () => {
  // the shares of downtime that a credit needs, as whole ten-thousandths: no rounding can move a minute over the bound
  const bounds: Record<string, [number, number][]> = {
    'aws-ec2': [
      [1, 0.1],
      [100, 0.3],
      [500, 1]
    ],
    'aws-999': [
      [10, 0.1],
      [100, 0.25],
      [500, 1]
    ],
    'azure-vm-zones': [
      [1, 0.1],
      [100, 0.25],
      [500, 1]
    ],
    'google-cloud-run': [
      [5, 0.1],
      [100, 0.25],
      [500, 0.5]
    ]
  }
  it.each(Object.keys(bounds))('%s: exclusive above, inclusive below, at every tenth of a minute', (provider) => {
    const table = slaCredits[provider]!.rows[0]!.values
    for (const month of Object.values(minutesInMonth)) {
      for (let tenths = 0; tenths <= month * 10; tenths += tenths < 60_000 ? 1 : 997) {
        const credit = bounds[provider]!.findLast(([share]) => tenths * 1000 > share * month)?.[1] ?? 0
        if (creditShare(table, uptime(tenths / 10, month)) !== credit)
          expect.fail(`${tenths / 10} of ${month} minutes is not ${credit}`)
      }
    }
  })
})

describe('what the result rests on', () => {
  const used = (id: string, draw: Draw) =>
    (compute(id, draw).dated ?? []).map(
      ({ effectiveFrom, verifiedOn }) => `${effectiveFrom} ${verifiedOn === null ? 'not confirmed' : 'checked'}`
    )
  it('names the dated amounts that were used, each once', () => {
    expect(used('telecoms-uk', { date: '2024-09-04', startDays: 2 })).toEqual(['2024-04-01 checked'])
    expect(used('rail-eu', { date: '2026-03-02', fare: 84, delayMinutes: 95 })).toEqual(['2023-06-07 not confirmed'])
    expect(
      used('late-payment-eu', { country: 'eu', principal: 100, due: '2015-01-31', paid: '2016-09-01', fixedSum: true })
    ).toEqual(['2013-03-16 checked', '2015-01-01 checked', '2016-07-01 checked', '2013-03-16 checked'])
    expect(
      used('late-payment-eu', { country: 'fr', principal: 100, due: '2023-01-31', paid: '2023-03-01', fixedSum: false })
    ).toEqual(['2013-03-16 not confirmed', '2023-01-01 checked'])
    expect(
      used('late-payment-eu', {
        country: 'fr',
        principal: 100,
        due: '2023-01-31',
        paid: '2023-03-01',
        ownRate: 0.1,
        fixedSum: false
      })
    ).toEqual([])
    expect(used('late-payment-uk', { principal: 100, due: '2023-01-31', paid: '2024-03-01', fixedSum: false })).toEqual([
      '2023-01-01 checked'
    ])
    expect(used('late-payment-uk', { principal: 100, due: '2023-01-31', paid: '2023-01-31', fixedSum: true })).toEqual([])
    expect(used('carriage-limit', { mode: 'cargo', date: '2025-06-01', weight: 1, sdrRate: 1 })).toEqual(['2024-12-28 checked'])
    expect(used('carriage-limit', { mode: 'road', date: '2025-06-01', carriageCharges: 1 })).toEqual(['1961-07-02 not confirmed'])
    expect(used('time-and-trouble', { hoursSpent: 1, loadedRate: 1, band: 'none' })).toEqual([])
    for (const provider of Object.keys(slaCredits))
      expect(used('provider-credit', { provider, minutesDown: 1, bill: 1, date: '2026-01-01' })).toHaveLength(1)
  })
  it('marks the figure of a line that rests on what was not confirmed, not of one that only shows it beside', () => {
    const unchecked = (calculator: string, inputs: Record<string, number | string | boolean>, currency: string) => {
      const line: LossLineInput = { id: 'a', title: 'a', calculator, inputs: exactly(inputs), currency, status: 'estimated' }
      return (
        simulateIncident({ lines: [line], drivers: [], currency, rates: [], seed: 1, draws: 100, calculators: calculatorById })
          .byLine[0]!.unchecked ?? false
      )
    }
    expect(unchecked('rail-eu', { date: '2026-03-02', fare: 84, delayMinutes: 95, forceMajeure: false }, 'EUR')).toBe(true)
    expect(unchecked('telecoms-uk', { date: '2025-06-01', startDays: 1 }, 'GBP')).toBe(true)
    expect(unchecked('telecoms-uk', { date: '2024-06-01', startDays: 1 }, 'GBP')).toBe(false)
    expect(unchecked('energy-standards-gb', { date: '2020-06-01', missed: 1 }, 'GBP')).toBe(false)
    expect(unchecked('carriage-limit', { mode: 'cargo', date: '2025-06-01', weight: 5, sdrRate: 1 }, 'EUR')).toBe(false)
    expect(unchecked('carriage-limit', { mode: 'road', date: '2025-06-01', carriageCharges: 5 }, 'EUR')).toBe(true)
    expect(
      unchecked('late-payment-eu', { country: 'de', principal: 9, due: '2024-08-01', paid: '2024-09-01', fixedSum: true }, 'EUR')
    ).toBe(true)
    expect(unchecked('time-and-trouble', { hoursSpent: 1, loadedRate: 1, band: 'severe' }, 'GBP')).toBe(false)
    expect(unchecked('plain-amount', { amount: 1 }, 'EUR')).toBe(false)
  })
  it('says once, not for each half-year, that no rate is known, and also when it is the fixed sum', () => {
    const said = (draw: Draw) =>
      (compute('late-payment-eu', { country: 'eu', principal: 100, ...draw }).warnings ?? []).map((warning) =>
        warning({}, { locale: 'en' })
      )
    expect(
      said({ due: '2027-01-31', paid: '2030-01-31', fixedSum: false }).filter((text) => text.startsWith('No amount'))
    ).toHaveLength(1)
    expect(said({ due: '2010-01-31', paid: '2010-03-31', ownRate: 0.1, fixedSum: true })).toEqual([
      'No amount is known for this date; the one from 2013-03-16 was used.'
    ])
    expect(said({ due: '2010-01-31', paid: '2010-03-31', ownRate: 0.1, fixedSum: false })).toEqual([])
  })
})
