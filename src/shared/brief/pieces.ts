import type { Driver, LossLine } from '../contract/losses'
import type { Figure, TornadoRow } from '../losses/engine/incident-loss'
import { calculatorFor } from '../losses/model/all-calculators'
import { m } from '../messages/messages.js'
import type { Incident } from '../records/incidents'
import type { Audience } from './audience'
import type { BriefPair } from './types'
import type { Words } from './words'
import type { Minor } from '../values/flavours'

/** Leaves out what has no text. */
export function pairs(...given: [string, string | null | undefined | false][]): BriefPair[] {
  return given.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}

/** "€4,200 (€3,100 to €5,900)", or one amount where it is known exactly. */
export function rangeText(figure: { p10: Minor; p50: Minor; p90: Minor }, currency: string, w: Words): string {
  const [low, mid, high] = [figure.p10, figure.p50, figure.p90].map((minor) => w.money(minor, currency, 'estimate')) as [
    string,
    string,
    string
  ]
  return low === high ? mid : m.brief_mid_range({ mid, low, high }, w.in)
}

/** A cause that is only suspected is talked about among ourselves. */
export const tellsCause = (incident: Incident, audience: Audience): boolean =>
  audience === 'leadership' || incident.causeState === 'confirmed'

/** Gives the words for one row of a tornado: the shared quantity's name, or the line's title with the field. */
export function tornadoName(row: TornadoRow, lines: readonly LossLine[], drivers: readonly Driver[], w: Words): string {
  // the share of an incident is an answer to a question, and no quantity that anybody named
  if (row.kind === 'driver') return drivers.find(({ id }) => id === row.driverId)?.name ?? m.question_cause_share({}, w.in)
  const line = lines.find(({ id }) => id === row.lineId)
  if (row.kind === 'frequency') return `${line?.title ?? ''}: ${m.brief_times({}, w.in)}`
  const field = line && calculatorFor(line.calculator, line.inputs)?.fields.find(({ id }) => id === row.fieldId)
  return `${line?.title ?? ''}: ${field?.label({}, w.in) ?? row.fieldId ?? ''}`
}

/** What stands over the three columns of a figure: its low end, its middle and its high end. */
export const threeLabels = (w: Words): string[] => [m.brief_p10({}, w.in), m.brief_p50({}, w.in), m.brief_p90({}, w.in)]

/** The mean of a figure, as precisely as an estimate is known; of what is certain, in full. */
export function meanOf({ p10, p90, mean }: Figure, currency: string, w: Words): string {
  return w.money(mean, currency, p10 === p90 ? 'whole' : 'estimate')
}

export function threeOf(figure: Figure, currency: string, w: Words): string[] {
  return [figure.p10, figure.p50, figure.p90].map((minor) => w.money(minor, currency, 'whole'))
}
