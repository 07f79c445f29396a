import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import type { BriefPage } from './types'
import { shortened, type Words } from './words'

/** How many characters of the unknowns stand on the one page. */
export const unknownsRoom = 260

/** Says how far the figures can be trusted: what is confirmed, what is weak, what may be counted twice, what nobody knows. */
export function confidenceOf(facts: BriefFacts, w: Words): BriefPage['confidence'] {
  const { loss } = facts.view
  const lines = facts.incidents.flatMap(({ sheet }) => sheet.lines)
  const gross = loss?.gross.mean ?? 0
  const items: string[] = []
  if (loss && gross > 0) {
    const { confirmed, estimated } = loss.byStatus
    items.push(
      confirmed.mean === 0
        ? m.brief_none_confirmed({}, w.in)
        : estimated.mean === 0
          ? m.brief_all_confirmed({}, w.in)
          : m.brief_share_confirmed({ share: w.share(confirmed.mean / gross) }, w.in)
    )
  }
  const weak = lines.filter((line) => line.confidence === 'low').length
  if (weak) items.push(m.brief_weak_lines({ count: weak, total: lines.length }, w.in))
  items.push(...guardItems(facts, w))
  const { unknowns } = facts.view.case
  if (unknowns) items.push(shortened(unknowns, unknownsRoom).text)
  return items.length ? { heading: m.brief_confidence({}, w.in), items } : null
}

/** Questions of the guard that are open, and pairs that overlap by our own answer and still stand in the sum. */
function guardItems({ incidents }: BriefFacts, w: Words): string[] {
  const rows = incidents.flatMap(({ loss, sheet, view }) =>
    (loss?.guard ?? []).map((row) => ({
      ...row,
      currency: view.incident.currency,
      given: sheet.answers.find(({ key }) => key === row.key)?.answer
    }))
  )
  const open = rows.filter(({ given }) => !given).length
  const twice = rows.filter(({ given }) => given === 'overlap')
  const items = open ? [m.brief_guard_open({ count: open }, w.in)] : []
  if (twice.length) {
    const amounts = twice.map(({ atStake, currency }) => w.money(atStake, currency, 'estimate')).join(', ')
    items.push(m.brief_guard_twice({ count: twice.length, amounts }, w.in))
  }
  return items
}
