import { m } from '../messages/messages.js'
import type { Clock } from '../values/clock'
import { dayIn } from '../values/zones'
import type { BriefVersion } from '../contract/brief'
import { changesSince, type BriefChange } from './changes'
import type { BriefModel } from './types'
import { dash, shortened, wordsOf } from './words'
import type { Instant } from '../values/flavours'

/** As many as the page bears beside what it says; the rest are counted. */
const most = 5

/** Takes a version as it was frozen and the same brief made now; gives the frozen one, bearing what has changed since. */
export function frozenModel(version: BriefVersion, frozen: BriefModel, present: BriefModel, now: Instant, zone: Clock): BriefModel {
  const { language } = frozen
  const w = wordsOf(language, frozen.paper, zone, dayIn(now, zone))
  const changes = changesSince(frozen, present)
  const of = m.brief_frozen(
    { number: String(version.number), date: w.moment(version.createdAt, w.home), name: version.madeBy },
    w.in
  )
  const since = changes.length
    ? m.brief_frozen_changed({ count: changes.length, date: w.moment(now, w.home) }, w.in)
    : m.brief_frozen_same({ date: w.moment(now, w.home) }, w.in)
  const said = changes.slice(0, most).map((change) => changeText(change, language))
  const more = changes.length - said.length
  return {
    ...frozen,
    fileName: `${frozen.fileName} v${version.number}`,
    footer: { ...frozen.footer, left: `${frozen.footer.left} · v${version.number}` },
    page: {
      ...frozen.page,
      frozen: { text: `${of} ${since}`, changes: [...said, ...(more > 0 ? [m.brief_frozen_more({ count: more }, w.in)] : [])] }
    }
  }
}

/** "Loss to the customer: €295,000 → €310,000". Long texts are cut: that they changed is what matters. */
function changeText({ label, from, to }: BriefChange, language: BriefModel['language']): string {
  const cut = (text: string | null) => (text === null ? dash : shortened(text, 60).text)
  return m.brief_changed_from({ label: shortened(label, 80).text, from: cut(from), to: cut(to) }, { locale: language })
}
