import { lastDay, type EndOfHarm } from '../../../shared/losses/model/harm'
import type { IncidentWaiting } from '../../../shared/losses/engine/incident-waiting'
import { showDate } from '../../ui/format'
import { m } from '../../../shared/messages/messages.js'

/** Takes when harm ends, gives it in words: the day, the range, or that it is not known. */
export function endText(end: EndOfHarm): string {
  if (end.as === 'unknown') return m.incident_harm_is_unknown()
  if (end.as === 'day') return showDate(end.on)
  return m.brief_end_between({ from: showDate(end.earliest), to: showDate(end.latest), likely: showDate(end.likely) })
}

/** Takes when harm ends and the last day that is reckoned, gives what stands over the loss by then. */
export function byEnd(end: EndOfHarm, until: string): string {
  return end.as === 'range'
    ? m.loss_ui_by_end({ from: showDate(end.earliest), to: showDate(lastDay(end)!) })
    : m.loss_ui_by_day({ date: showDate(until) })
}

/** Takes what waiting costs; gives what stands over its last figure, or null where nobody named a day: then there is no such figure. */
export function lastLabel({ end, until, lookedAt }: Pick<IncidentWaiting, 'end' | 'until' | 'lookedAt'>): string | null {
  if (end.as !== 'unknown') return byEnd(end, until)
  return lookedAt ? m.loss_ui_if_lasts({ date: showDate(lookedAt) }) : null
}
