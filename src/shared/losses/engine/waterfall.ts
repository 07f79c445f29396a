import type { IncidentLoss, LossLineInput, LossStatus } from './incident-loss'
import type { Minor } from '../../values/flavours'

export interface WaterfallBar {
  /** The line's id, or "gross", "held", "net", "others-loss", "others-back". */
  id: string
  kind: 'loss' | 'gross' | 'back' | 'held' | 'net'
  title?: string
  status?: LossStatus
  /** How many lines this bar stands for, when it is those beyond the largest. */
  count?: number
  /** Where the bar begins and ends, in minor units. */
  from: Minor
  to: Minor
}

/**
 * Takes a simulated incident and its lines; gives the bars from line to line: what the customer confirmed, what we
 * estimate, the gross, what came back, the net. In means, as only means add up: the sum of P50s or P90s is not the
 * P50 or P90 of the sum. `held` lifts the net where draws were held at zero. The lines beyond the twelve largest are one
 * bar, unless `all` are asked for.
 */
export function waterfall(loss: IncidentLoss, lines: readonly Pick<LossLineInput, 'id' | 'title'>[], all = false): WaterfallBar[] {
  const others = new Set(all ? [] : loss.others?.ids)
  const titles = new Map(lines.map(({ id, title }) => [id, title]))
  const bars: WaterfallBar[] = []
  let at = 0
  const step = (statuses: LossStatus[], kind: 'loss' | 'back', sign: 1 | -1): void => {
    const found = loss.byLine.filter(({ status, within }) => statuses.includes(status) && within === undefined)
    found.sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || b.mean - a.mean || (a.id < b.id ? -1 : 1))
    const add = (bar: Pick<WaterfallBar, 'id' | 'title' | 'status' | 'count'>, mean: Minor): void => {
      bars.push({ ...bar, kind, from: at, to: at + sign * mean })
      at += sign * mean
    }
    for (const { id, status, mean } of found) if (!others.has(id)) add({ id, title: titles.get(id) ?? '', status }, mean)
    const rest = found.filter(({ id }) => others.has(id))
    if (rest.length)
      add(
        { id: `others-${kind}`, count: rest.length },
        rest.reduce((sum, { mean }) => sum + mean, 0)
      )
  }
  step(['confirmed', 'estimated'], 'loss', 1)
  bars.push({ id: 'gross', kind: 'gross', from: 0, to: loss.gross.mean })
  at = loss.gross.mean
  step(['recovered', 'compensated'], 'back', -1)
  // each mean is rounded by itself; a difference of less than one unit a line is not a step
  if (loss.mean - at > loss.byLine.length) bars.push({ id: 'held', kind: 'held', from: at, to: loss.mean })
  bars.push({ id: 'net', kind: 'net', from: 0, to: loss.mean })
  return bars
}
