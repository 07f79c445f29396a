import type { Grouping, TimelineView } from '../../../shared/records/picture'
import { showDate } from '../../ui/format'
import { groupingWord } from './picture/words'
import { kindWord } from './words'

/** Takes a filter and what the picture is grouped by, gives the view they make: only what is said. */
export function viewOf(
  { customerId, kinds, from, to, text, contactId, orderId }: Omit<TimelineView, 'grouping'>,
  grouping: Grouping
): TimelineView {
  return {
    customerId,
    ...(kinds?.length ? { kinds: [...kinds].sort() } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(text?.trim() ? { text: text.trim() } : {}),
    ...(contactId ? { contactId } : {}),
    ...(orderId ? { orderId } : {}),
    grouping
  }
}

/** Takes a view and what names people and orders, gives what it is called. */
export function viewName(view: TimelineView, nameOf: (id: string) => string | undefined): string {
  const dates = view.from || view.to ? [view.from, view.to].map((day) => (day ? showDate(day) : '…')).join(' – ') : ''
  const whose = [view.contactId, view.orderId].map((id) => (id ? (nameOf(id) ?? '') : ''))
  const parts = [groupingWord(view.grouping), ...(view.kinds ?? []).map(kindWord), ...whose, dates, view.text?.trim()]
  return parts.filter(Boolean).join(' · ')
}
