import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { choiceField, dateField, endField, exactly, inOrder, money, sharePerYear, source } from './build'
import { beside, number, part, percent, plain, result, text } from './compute'
import { daysBetween } from './dates'
import { dayCounts, yearDays } from './interest'

/**
 * Interest on a loss that built up evenly over a period, from the middle of it: each day's loss bears interest from the
 * day after, so that on average the loss is as old as the middle of its first and last day. Simple, this is exactly the
 * sum of each day's interest; compounded, it is the convention.
 */
export const periodInterest: Calculator = {
  id: 'period-interest',
  version: 1,
  group: 'money',
  title: m.calc_period_interest_title,
  formula: m.calc_period_interest_formula,
  sources: [
    source(
      "AICPA practice aid 'Calculating Lost Profits' (2020), p. 57: mid-period convention for income streams",
      'http://online.flipbuilder.com/trainbyus/rhnt/files/basic-html/page59.html'
    ),
    source(
      "AICPA practice aid 'Calculating Lost Profits' (2020), p. 60: the daily interest, so that the amount can be updated",
      'http://online.flipbuilder.com/trainbyus/rhnt/files/basic-html/page62.html'
    )
  ],
  harms: ['interest'],
  fields: [
    money('loss', m.calc_period_loss, m.calc_period_loss_meaning),
    sharePerYear('rate', m.calc_yearly_rate, m.calc_yearly_rate_meaning),
    dateField('first', m.calc_period_first, m.calc_period_first_meaning),
    dateField('last', m.calc_period_last, m.calc_period_last_meaning),
    endField('paid', 'last', m.calc_paid_date, m.calc_period_paid_meaning),
    choiceField('dayCount', m.calc_day_count, m.calc_day_count_meaning, dayCounts, 'actual-365'),
    choiceField(
      'compounding',
      m.calc_compounding,
      m.calc_compounding_meaning,
      { none: m.calc_compounding_none, yearly: m.calc_compounding_yearly },
      'none'
    )
  ],
  examples: [
    {
      title: m.calc_period_interest_example,
      inputs: exactly({
        loss: 36500,
        rate: 0.08,
        first: '2025-01-01',
        last: '2025-12-31',
        paid: '2026-03-31',
        dayCount: 'actual-365',
        compounding: 'none'
      }),
      // 2 July 2025 to 31 March 2026 are 272 days of 8 each
      expected: 2176
    }
  ],
  check: (inputs) => [...inOrder(inputs, 'first', 'last'), ...inOrder(inputs, 'last', 'paid')],
  compute(draw) {
    const loss = number(draw, 'loss')
    const rate = number(draw, 'rate')
    const year = yearDays[text(draw, 'dayCount', 'actual-365')] ?? 365
    const [first, last, paid] = [text(draw, 'first'), text(draw, 'last'), text(draw, 'paid')]
    const [longest, shortest] = [daysBetween(first, paid) ?? 0, daysBetween(last, paid) ?? 0]
    // beyond a thousand years no figure means anything; the cap keeps it finite, as for other interest
    const days = Math.min(365_000, Math.max(0, (longest + shortest) / 2))
    const middle = beside('mid-days', m.calc_part_mid_days, days, () => `(${plain(longest)} + ${plain(shortest)}) ÷ 2`, 'days')
    if (text(draw, 'compounding', 'none') === 'none') {
      const daily = (loss * rate) / year
      return result([
        middle,
        part('interest', m.calc_part_interest, daily * days, () => `${plain(loss)} × ${percent(rate)} × ${plain(days)} ÷ ${year}`),
        beside('per-day', m.calc_part_per_day, daily, () => `${plain(loss)} × ${percent(rate)} ÷ ${year}`, 'money-per-day')
      ])
    }
    const growth = (1 + rate) ** Math.min(days / year, 200)
    const daily = (1 + rate) ** (1 / year) - 1
    return result([
      middle,
      part(
        'interest',
        m.calc_part_interest,
        loss * (growth - 1),
        () => `${plain(loss)} × ((1 + ${percent(rate)})^(${plain(days)} ÷ ${year}) − 1)`
      ),
      beside(
        'per-day',
        m.calc_part_per_day,
        loss * growth * daily,
        () => `${plain(loss * growth)} × ((1 + ${percent(rate)})^(1 ÷ ${year}) − 1)`,
        'money-per-day'
      )
    ])
  }
}
