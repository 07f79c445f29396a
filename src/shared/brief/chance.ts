import type { IncidentLoss } from '../losses/engine/incident-loss'
import { m } from '../messages/messages.js'
import type { BriefChart } from './types'
import type { Words } from './words'
import type { Minor } from '../values/flavours'

/** The chance that the loss is more than each amount, as a falling curve; null where it is known exactly. */
export function chanceChart(loss: IncidentLoss, w: Words): (BriefChart & { kind: 'chance' }) | null {
  if (loss.p10 === loss.p90) return null
  const { currency } = loss
  const money = (minor: Minor): string => w.money(minor, currency, 'estimate')
  const said = { nine: money(loss.p10), half: money(loss.p50), one: money(loss.p90) }
  return {
    kind: 'chance',
    currency,
    data: loss.chances,
    labels: { amount: m.chance_more_than({}, w.in), chance: m.chance_axis({}, w.in) },
    title: m.chance_title(said, w.in),
    alt: m.chance_alt(said, w.in),
    table: {
      caption: m.chance_caption({}, w.in),
      columns: [
        { label: m.chance_more_than({}, w.in), numeric: true },
        { label: m.chance_axis({}, w.in), numeric: true }
      ],
      rows: loss.chances
        // every second one: a long table helps nobody
        .filter((_, index) => index % 2 === 1)
        .map(({ amount, chance }) => [money(amount), w.share(chance, 1)])
    }
  }
}
