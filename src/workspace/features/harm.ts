import type { Incident } from '../../shared/records/incidents'
import { scheduleOf } from '../../shared/records/calendar'
import type { Schedule } from '../../shared/records/clocks'
import type { Customer } from '../../shared/records/customers'
import { arrivalOf, keepingOf, statedEnd, unknownEnd, type EndOfHarm, type HarmEnd } from '../../shared/losses/model/harm'
import { cut } from '../../shared/values/truncate'
import type { Context } from '../handlers'
import { mustFind } from '../records'
import { refOf } from '../store/descriptions'
import { clockedOrders } from './orders'

type Ends = Pick<
  Incident,
  'harmEnds' | 'harmEndsEarliest' | 'harmEndsLatest' | 'harmEndsOrderId' | 'harmEndsPromiseId' | 'harmEndsBasis'
>

/** Gives what the time in an incident's figures follows from: when its harm ends, and when its customer works. */
export async function timesOf(
  context: Pick<Context, 'read' | 'today' | 'settings'>,
  incident: Ends & Pick<Incident, 'customerId'>
): Promise<{ end: EndOfHarm; calendar: Schedule }> {
  const [{ end }, customer] = await Promise.all([
    harmEndOf(context, incident),
    mustFind<Customer>(context.read, 'customer', incident.customerId)
  ])
  return { end, calendar: scheduleOf(customer.calendar ?? context.settings.calendar, customer.timeZone) }
}

/** Gives when an incident's harm ends, as far as anybody knows today: what it says itself, or the day of the order or promise that it follows. */
export async function harmEndOf({ read, today }: Pick<Context, 'read' | 'today'>, incident: Ends): Promise<HarmEnd> {
  const { harmEndsOrderId, harmEndsPromiseId, harmEndsBasis: basis } = incident
  if (harmEndsOrderId) {
    const order = await clockedOrders(read).where('order.id', '=', harmEndsOrderId).executeTakeFirst()
    if (!order || order.trashedAt) return { end: unknownEnd, follows: null, basis }
    const follows = { is: 'order' as const, id: order.id, ref: refOf('order', order.number), title: order.title }
    return { end: arrivalOf(order, today, order.clock), follows, basis }
  }
  if (harmEndsPromiseId) {
    const promise = await read.selectFrom('promise').selectAll().where('id', '=', harmEndsPromiseId).executeTakeFirst()
    if (!promise || promise.trashedAt) return { end: unknownEnd, follows: null, basis }
    const title = cut(promise.words, 80)
    const follows = { is: 'promise' as const, id: promise.id, ref: refOf('promise', promise.number), title }
    return { end: keepingOf(promise, today), follows, basis }
  }
  return { end: statedEnd(incident), follows: null, basis }
}
