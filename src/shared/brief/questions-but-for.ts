import { claimedMargin, marginLines } from '../losses/questions/capacity'
import { butForOf, type ButFor, type ButForMethod } from '../losses/questions/but-for'
import { numbersOf } from '../losses/questions/questions'
import { checkedOf } from '../losses/model/validate-quantity'
import { distributionOf } from '../losses/sampling/distributions'
import { m } from '../messages/messages.js'
import { toMinor } from '../values/money'
import type { IncidentFacts } from './facts'
import type { Words } from './words'
import type { Major } from '../values/flavours'

const methods: Record<ButForMethod, typeof m.question_method_mean> = {
  'trend-season': m.question_method_trend_season,
  trend: m.question_method_trend,
  mean: m.question_method_mean
}

/** What the customer's own months say: what would have been, by which method, and whether the lines about earnings agree. */
export function butForText({ sheet, loss, view }: IncidentFacts, w: Words): string[] {
  const numbers = numbersOf(sheet.examined, 'but-for')
  if (!numbers) return []
  const found = butForOf(numbers)
  if (!found) return [m.question_but_for_few({}, w.in)]
  const { currency } = view.incident
  const money = (major: Major): string => w.money(toMinor(major, currency), currency, 'estimate')
  const counted = (value: number): string => (numbers.counts === 'units' ? w.number(Math.round(value), 0) : money(value))
  const { gap } = found
  const said = {
    expected: counted(found.expected),
    actual: counted(found.actual),
    gap: counted(gap.middle),
    low: counted(gap.low),
    high: counted(gap.high)
  }
  return [
    m.question_but_for_text(said, w.in),
    methods[found.method]({ count: found.before }, w.in),
    ...(found.money && numbers.counts !== 'margin'
      ? [
          m.question_but_for_money(
            { gap: money(found.money.middle), low: money(found.money.low), high: money(found.money.high) },
            w.in
          )
        ]
      : []),
    ...(loss ? heldAgainst({ sheet, loss }, found, money, w) : [])
  ]
}

/** Holds the lines about earnings against the gap that the months show; what else contributed is in the gap and not in the lines. */
function heldAgainst(
  { sheet, loss }: Pick<IncidentFacts, 'sheet'> & { loss: NonNullable<IncidentFacts['loss']> },
  { money: gap }: ButFor,
  money: (major: Major) => string,
  w: Words
): string[] {
  const claimed = claimedMargin(sheet.lines, loss)
  if (!claimed || !gap) return []
  // the months fell short by all that happened: of that, as much as the lines say is due to this incident
  const cause = numbersOf(sheet.examined, 'cause')
  const part = (id: string): number => (cause?.lineIds.includes(id) ? distributionOf(checkedOf(cause.share)).mean : 1)
  const lines = marginLines(sheet.lines, loss)
  const whole = lines.reduce((sum, { id, mean }) => sum + mean / (part(id) || 1), 0)
  const share = whole > 0 ? lines.reduce((sum, { mean }) => sum + mean, 0) / whole : 1
  const [low, middle, high] = [gap.low * share, gap.middle * share, gap.high * share]
  const amount = money(claimed.middle)
  if (claimed.high < low) return [m.question_lines_below({ amount, difference: money(middle - claimed.middle) }, w.in)]
  if (claimed.low > high) return [m.question_lines_above({ amount, difference: money(claimed.middle - middle) }, w.in)]
  return [m.question_lines_agree({ amount }, w.in)]
}
