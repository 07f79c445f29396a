import { airEu, baggageUs, deniedBoardingUs, flightRefundUs } from '../../losses/presets/air'
import { cmr, montreal } from '../../losses/presets/carriage'
import { energyStandardsGb, powerCutGb } from '../../losses/presets/energy'
import { ukFixedSum } from '../../losses/presets/late-payment'
import { presetOn } from '../../losses/presets/preset'
import { delayRepayUk, railEu } from '../../losses/presets/rail'
import { slaCredits } from '../../losses/presets/sla-credits'
import { telecomsUk } from '../../losses/presets/telecoms'
import { minutesInMonth, type MonthBasis } from '../../losses/model/availability'
import { given, one, said, type Formula } from './formula'

/** Takes steps from the least up, gives what the last one that is reached gives, and nothing below the first. */
const steps = (value: string, all: readonly { from: number; gives: number }[]): string =>
  all.reduce((below, { from, gives }) => `IF(${value}>=${from},${gives},${below})`, '0')

const capped = (owed: string, cell: Parameters<Formula>[0], line: Parameters<Formula>[1]): string =>
  given(line, 'provenLoss') ? `MIN(${cell('provenLoss')},${owed})` : owed

/** What a law or a public tariff grants, with the amounts of the day that the line is about. */
export const lawful: Readonly<Record<string, Formula>> = {
  'flight-eu'(cell, line) {
    const rule = presetOn(airEu, said(line, 'date')).row.values
    const [km, delay, event] = [cell('distance'), cell('delayHours'), said(line, 'event', 'delay')]
    const longest = line.likely['withinEu'] === true ? `${rule.medium}` : `IF(${km}<=${rule.longKm},${rule.medium},${rule.long})`
    const amount = `IF(${km}<=${rule.shortKm},${rule.short},${longest})`
    const within = line.likely['withinEu'] === true ? '1' : `IF(${km}<=${rule.longKm},1,2)`
    const band = `IF(${km}<=${rule.shortKm},0,${within})`
    const [short, medium, long] = rule.rerouteWithinHours
    const share =
      event === 'delay'
        ? `IF(${delay}<${rule.fromHours},0,IF(${band}>1,IF(${delay}<${rule.longHalvedBelowHours},0.5,1),1))`
        : event === 'rerouted'
          ? `IF(${delay}<=IF(${band}<1,${short},IF(${band}<2,${medium},${long})),0.5,1)`
          : '1'
    return `${amount}*${share}*${one(cell, line, 'passengers')}`
  },
  'denied-boarding-us'(cell, line) {
    const { firstCap, secondCap } = presetOn(deniedBoardingUs, said(line, 'date')).row.values
    const [delay, fare] = [cell('delayHours'), cell('fare')]
    const long = line.likely['international'] === true ? 4 : 2
    const owed = `IF(${delay}>=${long},MIN(4*${fare},${secondCap}),MIN(2*${fare},${firstCap}))`
    return `${one(cell, line, 'passengers')}*IF(${delay}<=1,0,${owed})`
  },
  'flight-refund-us'(cell, line) {
    const { internationalHours, domesticHours } = presetOn(flightRefundUs, said(line, 'date')).row.values
    const limit = line.likely['international'] === true ? internationalHours : domesticHours
    return `IF(${cell('delayHours')}>=${limit},${one(cell, line, 'passengers')}*${cell('fare')},0)`
  },
  'carriage-limit'(cell, line) {
    const [mode, date] = [said(line, 'mode', 'cargo'), said(line, 'date')]
    if (mode === 'road') return capped(`${cell('carriageCharges')}*${presetOn(cmr, date).row.values.carriageCharges}`, cell, line)
    const { baggage, cargoPerKg } = presetOn(montreal, date).row.values
    const sdr = mode === 'baggage' ? `${one(cell, line, 'passengers')}*${baggage}` : `${cell('weight')}*${cargoPerKg}`
    return capped(`${sdr}*${one(cell, line, 'sdrRate')}`, cell, line)
  },
  'baggage-us': (cell, line) =>
    capped(`${one(cell, line, 'passengers')}*${presetOn(baggageUs, said(line, 'date')).row.values.limit}`, cell, line),
  'rail-eu'(cell, line) {
    if (line.likely['forceMajeure'] === true) return '0'
    const all = presetOn(railEu, said(line, 'date')).row.values.steps
    const rate = steps(
      cell('delayMinutes'),
      all.map(({ fromMinutes, share }) => ({ from: fromMinutes, gives: share }))
    )
    const amount = `${rate}*${cell('fare')}`
    return `IF(${amount}>=${cell('leastPaid')},${amount},0)`
  },
  'delay-repay-uk'(cell, line) {
    const { steps: all, divisors } = presetOn(delayRepayUk, said(line, 'date')).row.values
    const ticket = said(line, 'ticket', 'single')
    const divisor = (divisors as Record<string, number>)[ticket] ?? 1
    const known = all.filter(({ fifteenOnly }) => !fifteenOnly || line.likely['fifteen'] !== false)
    const gives = (step: (typeof all)[number]) => (ticket === 'return' ? step.return : step.single)
    const rate = steps(
      cell('delayMinutes'),
      known.map((step) => ({ from: step.fromMinutes, gives: gives(step) }))
    )
    return `${cell('fare')}/${divisor}*${rate}*${one(cell, line, 'journeys')}`
  },
  'telecoms-uk'(cell, line) {
    const { repairDay, startDay, appointment } = presetOn(telecomsUk, said(line, 'date')).row.values
    return `${cell('repairDays')}*${repairDay}+${cell('startDays')}*${startDay}+${cell('appointments')}*${appointment}`
  },
  'energy-standards-gb'(cell, line) {
    const { each } = presetOn(energyStandardsGb, said(line, 'date')).row.values
    return `(${cell('missed')}+MIN(${cell('missed')},${cell('unpaid')}))*${each}`
  },
  'power-cut-gb'(cell, line) {
    const all = presetOn(powerCutGb, said(line, 'date')).row.values
    const weather = said(line, 'weather', 'normal')
    const rule = Object.hasOwn(all, weather) ? all[weather as keyof typeof all] : all.normal
    const first = said(line, 'premises', 'home') === 'business' ? rule.business : rule.home
    const off = cell('hoursOff')
    const further = `ROUNDDOWN(MAX(0,${off}-${rule.fromHours})/${rule.furtherHours}+0.000000001,0)`
    return `IF(${off}>${rule.fromHours},MIN(${rule.cap},${first}+${further}*${rule.further}),0)`
  },
  'provider-credit'(cell, line) {
    const table = slaCredits[said(line, 'provider', 'aws-ec2')] ?? slaCredits['aws-ec2']!
    const { steps: all, leastPaid = 0 } = presetOn(table, said(line, 'date')).row.values
    const period = minutesInMonth[said(line, 'month', 'days-30') as MonthBasis] ?? minutesInMonth['days-30']
    const up = `MAX(0,1-${cell('minutesDown')}/${period})`
    const share = all.reduce((above, { below, credit }) => `IF(${up}<${below}-0.000000000001,${credit},${above})`, '0')
    const raw = `${share}*${cell('bill')}`
    return `IF(${raw}>${leastPaid},${raw},0)`
  },
  'late-payment-eu': (cell, line) => late(cell, line) + withSum(cell, line, String(sumAt(line, 1))),
  'late-payment-uk'(cell, line) {
    const { tiers } = presetOn(ukFixedSum, said(line, 'due')).row.values
    const sum = steps(
      cell('principal'),
      tiers.map(({ from, amount }) => ({ from, gives: amount }))
    )
    return late(cell, line) + withSum(cell, line, sum)
  }
}

/** Interest between its two days: what one unit of money brings, since the days and the law's rates are no quantities. */
function late(cell: Parameters<Formula>[0], { calculator, likely, ...line }: Parameters<Formula>[1]): string {
  const bare = { ...likely, principal: 1, fixedSum: false }
  if (!given({ calculator, likely, ...line }, 'ownRate')) return `${cell('principal')}*${calculator.compute(bare).total}`
  return `${cell('principal')}*${cell('ownRate')}*${calculator.compute({ ...bare, ownRate: 1 }).total}`
}

/** The fixed sum that goes with interest on a principal. */
function sumAt({ calculator, likely }: Parameters<Formula>[1], principal: number): number {
  const all = calculator.compute({ ...likely, principal }).total
  const bare = calculator.compute({ ...likely, principal, fixedSum: false }).total
  return Math.round((all - bare) * 100) / 100
}

/** Of nothing, and where no day of interest passed, no sum is owed. */
const withSum = (cell: Parameters<Formula>[0], line: Parameters<Formula>[1], sum: string): string =>
  sumAt(line, 1) > 0 ? `+IF(${cell('principal')}>0,${sum},0)` : ''
