import { m } from '../../messages/messages.js'
import type { GuardAnswerInput, GuardRow, GuardRule } from './incident-loss'
import type { Minor } from '../../values/flavours'

/** Takes a row and the lines' titles by id; gives its heading and why one harm may be counted twice, in a language. */
export function guardText(
  row: GuardRow,
  titles: Readonly<Record<string, string>>,
  locale?: string
): { title: string; why: string } {
  const options = locale === undefined ? {} : { locale: locale as 'en' }
  const a = titles[row.lines[0]!] ?? ''
  const b = titles[row.lines[1] ?? ''] ?? ''
  const title =
    row.rule === 'harm-not-said'
      ? m.loss_guard_unsaid({ a }, options)
      : b
        ? m.loss_guard_pair({ a, b }, options)
        : m.loss_guard_one({ a }, options)
  return { title, why: why[row.rule]({}, options) }
}

/** Takes a row and its stake as written, gives the sentence of how much may be counted twice. */
export function stakeText(row: Pick<GuardRow, 'certain'>, amount: string, locale?: string): string {
  const options = locale === undefined ? {} : { locale: locale as 'en' }
  return (row.certain ? m.brief_guard_stake : m.brief_guard_stake_nine)({ amount }, options)
}

/** What an answer's sentence needs beside it: the lines' titles by id, and how an amount is written. */
export interface AnswerWords {
  titles: Readonly<Record<string, string>>
  money: (minor: Minor, currency: string) => string
  locale?: string
}

/** Takes a row and the answer that was given to it, gives what it does to the sum and why; says so where none was given. */
export function answerText(
  row: Pick<GuardRow, 'lines'>,
  given: (GuardAnswerInput & { why: string }) | undefined,
  { titles, money, locale }: AnswerWords
): string {
  const options = locale === undefined ? {} : { locale: locale as 'en' }
  if (!given) return m.brief_guard_unanswered({}, options)
  const { answer, why, leavesId, amount, currency } = given
  const part = titles[leavesId ?? ''] ?? ''
  const whole = titles[row.lines.find((id) => id !== leavesId) ?? ''] ?? ''
  if (answer === 'contains') return m.brief_guard_contains({ whole, part, why }, options)
  if (answer === 'shares') return m.brief_guard_shares({ part, amount: money(amount ?? 0, currency ?? 'EUR'), why }, options)
  return (answer === 'separate' ? m.brief_guard_separate : m.brief_guard_overlap)({ why }, options)
}

const why: Record<GuardRule, typeof m.loss_guard_same_line> = {
  'same-line': m.loss_guard_same_line,
  'whole-and-part': m.loss_guard_whole_and_part,
  'damages-beside-loss': m.loss_guard_damages_beside_loss,
  'statutory-beside-loss': m.loss_guard_statutory_beside_loss,
  'idle-in-contribution': m.loss_guard_idle_in_contribution,
  'expedite-and-sales': m.loss_guard_expedite_and_sales,
  'stock-and-sales': m.loss_guard_stock_and_sales,
  'quality-twice': m.loss_guard_quality_twice,
  'interest-twice': m.loss_guard_interest_twice,
  'same-hours': m.loss_guard_same_hours,
  'same-harm': m.loss_guard_same_harm,
  'same-amount': m.loss_guard_same_amount,
  'harm-not-said': m.loss_guard_harm_not_said,
  'sells-and-idles': m.loss_guard_sells_and_idles,
  'recovered-twice': m.loss_guard_recovered_twice
}
