import CalendarClock from '@lucide/svelte/icons/calendar-clock'
import Check from '@lucide/svelte/icons/check'
import CircleCheck from '@lucide/svelte/icons/circle-check'
import FileText from '@lucide/svelte/icons/file-text'
import Gift from '@lucide/svelte/icons/gift'
import Handshake from '@lucide/svelte/icons/handshake'
import Mail from '@lucide/svelte/icons/mail'
import MapPin from '@lucide/svelte/icons/map-pin'
import MessageSquare from '@lucide/svelte/icons/message-square'
import MessagesSquare from '@lucide/svelte/icons/messages-square'
import NotebookPen from '@lucide/svelte/icons/notebook-pen'
import Package from '@lucide/svelte/icons/package'
import PackageCheck from '@lucide/svelte/icons/package-check'
import Paperclip from '@lucide/svelte/icons/paperclip'
import Phone from '@lucide/svelte/icons/phone'
import Quote from '@lucide/svelte/icons/quote'
import Scale from '@lucide/svelte/icons/scale'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import Truck from '@lucide/svelte/icons/truck'
import X from '@lucide/svelte/icons/x'
import type { TimelineEvent } from '../../../shared/records/timeline'
import type { Icon } from '../../ui/icon'

const channels: Record<string, Icon> = {
  call: Phone,
  mail: Mail,
  meeting: MessagesSquare,
  chat: MessageSquare,
  letter: FileText,
  visit: MapPin,
  note: NotebookPen
}
const steps: Record<string, Icon> = {
  'promise.made': Handshake,
  'promise.due': CalendarClock,
  'order.shipped': Truck,
  'order.received': PackageCheck,
  'order.cancelled': X,
  'order.promised': CalendarClock,
  'order.needed': CalendarClock,
  'incident.ended': CircleCheck
}
const kinds: Record<TimelineEvent['kind'], Icon> = {
  interaction: NotebookPen,
  voice: Quote,
  promise: Handshake,
  order: Package,
  incident: TriangleAlert,
  case: Scale,
  gesture: Gift,
  evidence: Paperclip
}

/** Takes an event, gives its icon; the word always stands beside it. */
export function eventIcon({ kind, step, state }: TimelineEvent): Icon {
  if (kind === 'interaction') return channels[state ?? ''] ?? NotebookPen
  if (kind === 'promise' && step === 'closed') return state === 'broken' || state === 'withdrawn' ? X : Check
  return steps[`${kind}.${step}`] ?? kinds[kind]
}
