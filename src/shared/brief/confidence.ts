import { isOpen } from '../losses/engine/guard'
import type { IncidentLoss } from '../losses/engine/incident-loss'
import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import type { Marks } from './marks'
import type { BriefPage } from './types'
import { leading, shortened, type Words } from './words'
import type { Minor } from '../values/flavours'

/** How many characters of the unknowns stand on the one page. */
export const unknownsRoom = 420

/** Says how far the figures can be trusted: what is confirmed, what is weak, what may be counted twice, what nobody knows. */
export function confidenceOf(facts: BriefFacts, marks: Marks, w: Words): BriefPage['confidence'] {
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
  const back = backText(facts, w)
  if (back) items.push(back)
  const { unknowns } = facts.view.case
  if (unknowns) {
    const { text, cut } = leading(unknowns, unknownsRoom, w.in.locale)
    const part = marks.part('texts').text
    items.push(
      [text, cut && (text ? m.brief_goes_on({ part }, w.in) : m.brief_stands_in({ part }, w.in))].filter(Boolean).join(' ')
    )
  }
  return items.length ? { heading: m.brief_confidence({}, w.in), items } : null
}

/** Questions of the guard that are open, within incidents and across them; and what the answers keep out of the sum. */
function guardItems({ incidents, view }: BriefFacts, w: Words): string[] {
  const asked = [
    ...incidents.map(({ loss, sheet }) => ({ rows: loss?.guard ?? [], answers: sheet.answers })),
    { rows: view.loss?.guard ?? [], answers: view.answers }
  ]
  const open = asked.reduce(
    (sum, { rows, answers }) => sum + rows.filter(({ key }) => isOpen(answers.find((given) => given.key === key))).length,
    0
  )
  return [...(open ? [m.brief_guard_open({ count: open }, w.in)] : []), ...routesOf(view.loss, view.lineTitles, w)]
}

/** Takes a loss and its lines' titles; gives each harm that is measured by two routes with both, and what is taken off once. */
export function routesOf(loss: IncidentLoss | null, titles: Readonly<Record<string, string>>, w: Words): string[] {
  if (!loss) return []
  const money = (minor: Minor) => w.money(minor, loss.currency, 'estimate')
  return loss.byLine.flatMap((line) => {
    const whole = loss.byLine.find(({ id }) => id === line.within)
    if (line.shared) return [m.brief_shared_once({ amount: money(line.shared) }, w.in)]
    if (!whole) return []
    const [part, of] = [titles[line.id] ?? '', titles[whole.id] ?? ''].map((title) => shortened(title, 60).text) as [string, string]
    const difference = money(Math.abs(whole.p50 - line.p50))
    return [m.brief_also_measured({ amount: money(line.p50), part, whole: of, difference }, w.in)]
  })
}

/** Says what what came back is set against, where a case has several incidents and something came back in one. */
export function backText({ incidents }: BriefFacts, w: Words): string | null {
  const back = incidents.flatMap(({ sheet }) =>
    sheet.lines.filter(({ status }) => status === 'recovered' || status === 'compensated')
  )
  if (incidents.length < 2 || !back.length) return null
  const whole = back.filter(({ wholeCase }) => wholeCase).map(({ title }) => shortened(title, 60).text)
  return whole.length ? m.brief_back_whole({ titles: w.list(whole) }, w.in) : m.brief_back_own({}, w.in)
}
