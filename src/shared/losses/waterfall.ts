import type { IncidentLoss, LossLineInput, LossStatus } from './incident-loss'

export interface WaterfallBar {
  /** The line's id, or "gross", "held", "net". */
  id: string
  kind: 'loss' | 'gross' | 'back' | 'held' | 'net'
  title?: string
  status?: LossStatus
  /** Where the bar begins and ends, in minor units. */
  from: number
  to: number
}

/**
 * Takes a simulated incident and its lines; gives the bars from line to line: what the customer confirmed, what we
 * estimate, the gross, what came back, the net. In means, as only means add up: the sum of P50s or P90s is not the
 * P50 or P90 of the sum. `held` lifts the net where draws were held at zero.
 */
export function waterfall(loss: IncidentLoss, lines: readonly Pick<LossLineInput, 'id' | 'title'>[]): WaterfallBar[] {
  const titles = new Map(lines.map(({ id, title }) => [id, title]))
  const bars: WaterfallBar[] = []
  let at = 0
  const step = (statuses: LossStatus[], kind: 'loss' | 'back', sign: 1 | -1): void => {
    const found = loss.byLine.filter(({ status }) => statuses.includes(status))
    found.sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || b.mean - a.mean || (a.id < b.id ? -1 : 1))
    for (const { id, status, mean } of found) {
      bars.push({ id, kind, title: titles.get(id) ?? '', status, from: at, to: at + sign * mean })
      at += sign * mean
    }
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
