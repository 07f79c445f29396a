import type { ReasonView } from '../../../shared/contract/options'
import type { CaseView, OptionView } from '../../../shared/records/cases'
import type { Relieves } from '../../../shared/records/remedies'
import type { OwnQuantity } from '../../../shared/losses/model/quantity'
import { showShare } from '../../ui/format'
import { amount, shownQuantity } from '../losses/words'
import { inMajor } from './quantities'
import { m } from '../../../shared/messages/messages.js'
import type { Minor } from '../../../shared/values/flavours'

/** Takes why a remedy is in a bundle or not, gives it in a sentence. */
export function reasonText(reason: ReasonView, currency: string, words: (id: string) => string): string {
  const money = (minor: Minor): string => amount(minor, currency)
  switch (reason.is) {
    case 'in':
      return m.options_why_in({ adds: money(reason.adds), cost: money(reason.cost) })
    case 'budget':
      return m.options_why_budget({ short: money(reason.short), adds: money(reason.adds) })
    case 'excluded':
      return m.options_why_excluded({ other: words(reason.by) })
    case 'less':
      return m.options_why_less({ adds: money(reason.adds), cost: money(reason.cost) })
    case 'nothing':
      return m.options_why_nothing()
  }
}

/** Takes a part of the loss that is relieved, gives it in words: "Trailers: half of what is lost from day 4 on". */
export function reliefText(part: Relieves, view: Pick<CaseView, 'lineTitles' | 'steps' | 'case'>, days: number | null): string {
  const { currency } = view.case
  const of = part.id ? (view.lineTitles[part.id] ?? view.steps.find(({ id }) => id === part.id)?.title ?? m.options_gone()) : ''
  const share = part.share ? shownShare(part.share) : showShare(1, 0)
  if (part.amount) return m.options_text_amount({ of, amount: shownQuantity(inMajor(part.amount, currency)!, 'money', currency) })
  if (part.what === 'whole') return m.options_text_whole({ of, share })
  const day = part.days ?? days
  return day === null ? m.options_text_undated({ of, share }) : m.options_text_ahead({ of, share, days: String(Math.ceil(day)) })
}

const shownShare = (share: OwnQuantity): string => shownQuantity(share, 'share', '')

/** Takes an option, gives the chance that they stay with it, as far as somebody said it: its own, or what its actions add. */
export function stayText({ stay, stayRange }: Pick<OptionView, 'stay' | 'stayRange'>): string | null {
  if (stayRange) return shownShare(stayRange)
  return stay === null ? null : showShare(stay, 0)
}
