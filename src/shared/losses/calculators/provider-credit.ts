import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { minutesInMonth, uptime, type MonthBasis } from '../model/availability'
import { presetOn } from '../presets/preset'
import { creditShare, slaCredits } from '../presets/sla-credits'
import { choiceField, dateField, exactly, minutes, money, source } from './build'
import { beside, given, number, part, percent, plain, result, text, withShare } from './compute'

/** What a provider's agreement credits for downtime. A credit is a share of the bill, not of the loss. */
export const providerCredit: Calculator = {
  id: 'provider-credit',
  version: 1,
  group: 'outage',
  title: m.calc_provider_credit_title,
  formula: m.calc_provider_credit_formula,
  sources: [
    source('AWS Compute SLA, historical versions', 'https://aws.amazon.com/compute/sla/historical'),
    source('Google Cloud Run SLA', 'https://cloud.google.com/run/sla')
  ],
  harms: ['liquidated-damages'],
  fields: [
    choiceField(
      'provider',
      m.calc_provider,
      m.calc_provider_meaning,
      Object.fromEntries(Object.entries(slaCredits).map(([id, table]) => [id, table.title])),
      'aws-ec2'
    ),
    dateField('date', m.calc_event_date, m.calc_event_date_meaning, true),
    minutes('minutesDown', m.calc_minutes_down, m.calc_minutes_down_meaning, { max: 44640 }),
    choiceField(
      'month',
      m.calc_month_basis,
      m.calc_month_basis_meaning,
      {
        'days-30': m.calc_month_30,
        average: m.calc_month_average,
        'days-31': m.calc_month_31
      },
      'days-30'
    ),
    money('bill', m.calc_bill, m.calc_bill_meaning),
    money('estimatedLoss', m.calc_estimated_loss, m.calc_estimated_loss_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_provider_credit_example,
      inputs: exactly({ provider: 'aws-ec2', minutesDown: 50, month: 'days-30', bill: 8000, estimatedLoss: 20000 }),
      expected: 800
    }
  ],
  compute(draw) {
    const table = slaCredits[text(draw, 'provider', 'aws-ec2')] ?? slaCredits['aws-ec2']!
    const { row, warnings, used } = presetOn(table, text(draw, 'date'))
    const period = minutesInMonth[text(draw, 'month', 'days-30') as MonthBasis] ?? minutesInMonth['days-30']
    const down = number(draw, 'minutesDown')
    const bill = number(draw, 'bill')
    const loss = given(draw, 'estimatedLoss')
    const up = uptime(down, period)
    const rate = creditShare(row.values, up)
    const raw = rate * bill
    const least = row.values.leastPaid ?? 0
    const credit = raw > least ? raw : 0
    if (raw > 0 && credit === 0) {
      warnings.unshift((_, options) => m.calc_warn_credit_least({ least: `USD ${least}` }, options))
    }
    const lines = [
      beside('uptime', m.calc_part_uptime, up, () => `1 − ${plain(down)} ÷ ${period}`, 'share'),
      part('credit', m.calc_part_credit, credit, () => `${percent(rate)} × ${plain(bill)}`)
    ]
    if (loss === undefined || loss <= 0) return result(lines, warnings, [used])
    const covered = Math.min(1, credit / loss)
    lines.push(
      beside('covered', m.calc_part_covered, covered, () => `${plain(credit)} ÷ ${plain(loss)}`, 'share'),
      beside('uncovered', m.calc_part_uncovered, Math.max(0, loss - credit), () => `max(0, ${plain(loss)} − ${plain(credit)})`)
    )
    return result(lines, [withShare(m.calc_warn_credit_covers, covered), ...warnings], [used])
  }
}
