import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { days, exactly, hours, money, moneyPerDay, needed, share, source } from './build'
import { beside, given, number, part, percent, plain, result, withShare } from './compute'

/** A supplier's delay that stops the customer's income once their own stock is gone. */
export const contingentInterruption: Calculator = {
  id: 'contingent-interruption',
  version: 1,
  group: 'late',
  title: m.calc_contingent_title,
  formula: m.calc_contingent_formula,
  sources: [
    source(
      'Contingent business interruption: the worksheet with the trigger moved to the supplier',
      'https://vantreo.com/business-income'
    )
  ],
  harms: ['lost-contribution', 'extra-expense'],
  fields: [
    moneyPerDay('revenuePerDay', m.calc_revenue_per_day, m.calc_revenue_per_day_meaning),
    share('shareDependent', m.calc_share_dependent, m.calc_share_dependent_meaning, { start: 1 }),
    share('contributionRatio', m.calc_contribution_ratio, m.calc_contribution_ratio_meaning),
    days('daysLate', m.calc_days_late, m.calc_days_late_meaning, { max: 3660, growsDaily: true }),
    days('daysOfCover', m.calc_days_of_cover, m.calc_days_of_cover_meaning, { max: 3660, optional: true, start: 0 }),
    share('shareRecaptured', m.calc_share_recaptured, m.calc_share_recaptured_meaning, { optional: true, start: 0 }),
    money('extraExpense', m.calc_extra_expense, m.calc_extra_expense_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_contingent_example,
      inputs: exactly({
        revenuePerDay: 14000,
        shareDependent: 0.6,
        contributionRatio: 0.42,
        daysLate: 11,
        daysOfCover: 5,
        shareRecaptured: 0.2,
        extraExpense: 1800
      }),
      expected: 18734.4
    }
  ],
  compute(draw) {
    const daily = number(draw, 'revenuePerDay')
    const dependent = number(draw, 'shareDependent', 1)
    const ratio = number(draw, 'contributionRatio')
    const delay = number(draw, 'daysLate')
    const cover = number(draw, 'daysOfCover')
    const recaptured = number(draw, 'shareRecaptured')
    const extra = number(draw, 'extraExpense')
    const exposed = Math.max(0, delay - cover)
    return result([
      beside('exposed-days', m.calc_part_exposed_days, exposed, () => `max(0, ${plain(delay)} − ${plain(cover)})`, 'days'),
      part(
        'lost-contribution',
        m.calc_part_lost_contribution,
        exposed * daily * dependent * ratio * (1 - recaptured),
        () => `${plain(exposed)} × ${plain(daily)} × ${percent(dependent)} × ${percent(ratio)} × (1 − ${percent(recaptured)})`
      ),
      part('extra-expense', m.calc_extra_expense, extra, () => plain(extra))
    ])
  }
}

/** Business interruption as the US worksheet has it, with the identity that checks it. */
export const interruptionWorksheet: Calculator = {
  id: 'interruption-worksheet',
  version: 1,
  group: 'late',
  title: m.calc_worksheet_title,
  formula: m.calc_worksheet_formula,
  sources: [
    source(
      'Business income worksheet; waiting period as a time deductible that spares extra expense',
      'https://vantreo.com/business-income'
    )
  ],
  harms: ['lost-contribution', 'extra-expense', 'idle-labour'],
  covers: () => 'whole',
  fields: [
    money('netIncome', m.calc_net_income, m.calc_net_income_meaning, { min: -1e12 }),
    money('continuingExpenses', m.calc_continuing_expenses, m.calc_continuing_expenses_meaning),
    money('extraExpense', m.calc_extra_expense, m.calc_extra_expense_meaning, { optional: true, start: 0 }),
    money('lostRevenue', m.calc_lost_revenue, m.calc_lost_revenue_meaning, { optional: true }),
    money('discontinuedCosts', m.calc_discontinued_costs, m.calc_discontinued_costs_meaning, { optional: true }),
    hours('waitingHours', m.calc_waiting_hours, m.calc_waiting_hours_meaning, { max: 720, optional: true, start: 0 }),
    days('periodDays', m.calc_period_days, m.calc_period_days_meaning, { max: 3660, optional: true })
  ],
  examples: [
    {
      title: m.calc_worksheet_example,
      inputs: exactly({
        netIncome: 15000,
        continuingExpenses: 45000,
        extraExpense: 5000,
        lostRevenue: 100000,
        discontinuedCosts: 40000,
        waitingHours: 0
      }),
      expected: 65000
    }
  ],
  check(inputs) {
    const waiting = inputs.waitingHours
    const none = waiting === undefined || (typeof waiting === 'object' && waiting.as === 'exact' && waiting.value === 0)
    return none ? [] : needed(inputs, 'periodDays')
  },
  compute(draw) {
    const net = number(draw, 'netIncome')
    const continuing = number(draw, 'continuingExpenses')
    const extra = number(draw, 'extraExpense')
    const revenue = given(draw, 'lostRevenue')
    const waiting = number(draw, 'waitingHours')
    const period = number(draw, 'periodDays')
    const income = Math.max(0, net + continuing)
    const waited = waiting > 0 && period > 0 ? Math.min(1, waiting / (period * 24)) : 0
    const lines = [
      part(
        'income',
        m.calc_part_income,
        income * (1 - waited),
        () => `(${plain(net)} + ${plain(continuing)})${waited > 0 ? ` × (1 − ${plain(waiting)} ÷ ${plain(period * 24)})` : ''}`
      ),
      part('extra-expense', m.calc_extra_expense, extra, () => plain(extra))
    ]
    if (revenue === undefined) return result(lines)
    const discontinued = number(draw, 'discontinuedCosts')
    const other = Math.max(0, revenue - discontinued) + extra
    const larger = Math.max(other, income + extra)
    const gap = larger > 0 ? Math.abs(other - income - extra) / larger : 0
    lines.push(
      beside('from-revenue', m.calc_part_from_revenue, other, () => `${plain(revenue)} − ${plain(discontinued)} + ${plain(extra)}`)
    )
    return result(lines, gap > 0.05 ? [withShare(m.calc_warn_routes_differ, gap)] : undefined)
  }
}
