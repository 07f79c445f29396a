// What must not be mixed up does not compile: `npm run check` fails on a line here that does, as its complaint is expected.
import { describe, expect, test } from 'vitest'
import type { Input, Result } from '../../src/shared/contract/table'
import type { Case } from '../../src/shared/records/cases'
import type { Customer } from '../../src/shared/records/customers'
import type { Incident } from '../../src/shared/records/incidents'
import type { Order } from '../../src/shared/records/orders'
import type { Clock } from '../../src/shared/values/clock'
import type { AnyId, Day, Id, Instant, Major, Minor, Moment, Zone } from '../../src/shared/values/flavours'
import type { InputError } from '../../src/shared/losses/model/input-error'
import type { OwnQuantity } from '../../src/shared/losses/model/quantity'
import { anyNumber, checkQuantity } from '../../src/shared/losses/model/validate-quantity'
import { distributionOf } from '../../src/shared/losses/sampling/distributions'
import { toMajor, toMinor } from '../../src/shared/values/money'
import { addDays, dayIn, dayOf, daysBetween, firstDay, hasTime } from '../../src/shared/values/zones'
import type { mustFind } from '../../src/workspace/records'

const customerId: Id<'customer'> = '0193b0f2-0000-7000-8000-000000000001'
const incidentId: Id<'incident'> = '0193b0f2-0000-7000-8000-000000000002'
const day: Day = '2026-03-29'
const instant: Instant = '2026-03-29T22:30:00Z'
const zone: Zone = 'Europe/Athens'
const cents: Minor = 1_250
const euros: Major = 12.5

describe('values that look alike are told apart by their types', () => {
  test('an id of one kind is not that of another', () => {
    // @ts-expect-error an incident is no customer
    const customer: Id<'customer'> = incidentId
    // @ts-expect-error in a list neither
    const customers: Id<'customer'>[] = [customerId, incidentId]
    const any: AnyId = incidentId
    expect([customer, customers[1]]).toEqual([any, any])
  })

  test('records bear the kinds of their schemas, and of what they are tied to', () => {
    const order = {} as Order
    const found = {} as Case
    // @ts-expect-error the order's id is not its customer's
    order.customerId = order.id
    // @ts-expect-error an order is for a customer, not for an incident
    order.customerId = incidentId
    // @ts-expect-error a day is no date of an instant
    found.decideBy = instant
    // @ts-expect-error what an order is worth is in minor units
    order.value = euros
    found.recommendedId = ({} as Result<'cases.get'>['options'][number]).id
    expect(order.customerId).toBe(incidentId)
  })

  test('what is asked over the contract takes ids of its own kind', () => {
    const asked: Input<'customers.get'> = { id: customerId }
    // @ts-expect-error an incident is not looked up among customers
    asked.id = incidentId
    // @ts-expect-error nor tied in an order's place
    const tie: Input<'incidents.tieOrder'> = { id: incidentId, orderId: incidentId, tied: true }
    // @ts-expect-error what is made of an order is no incident
    const made: Id<'incident'> = ({} as Result<'orders.create'>).id
    expect([asked.id, tie.orderId, made]).toEqual([incidentId, incidentId, undefined])
  })

  test('a row is looked up in its own table by its own id', () => {
    const found = {} as Incident
    const mustNot = (find: typeof mustFind): unknown => [
      find<Incident>({} as never, 'incident', found.id),
      // @ts-expect-error the id of its customer
      find<Incident>({} as never, 'incident', found.customerId),
      // @ts-expect-error another table than its kind's
      find<Customer>({} as never, 'incident', found.customerId)
    ]
    expect(mustNot(() => null as never)).toEqual([null, null, null])
  })

  test('a day is no instant, and a zone is neither', () => {
    expect(dayIn(instant, zone)).toBe('2026-03-30')
    // @ts-expect-error only an instant has a day somewhere
    expect(dayIn(day, zone)).toBe('2026-03-29')
    // @ts-expect-error days are added to days
    expect(addDays(instant, 1)).toBe('2026-03-30')
    // @ts-expect-error and counted between days
    expect(daysBetween(day, instant)).toBe(1)
    // @ts-expect-error the other way round
    expect(() => dayIn(zone, instant)).toThrow(RangeError)
    // @ts-expect-error a clock that tells moments is somebody's; not any zone is
    const clock: Clock = zone
    expect(clock).toBe(zone)
  })

  test('what may be a month becomes a day before it is reckoned with', () => {
    const moment = '2026-03' as Moment
    // @ts-expect-error it may be a month
    expect(addDays(moment, 1)).toBe('2026-03-02')
    expect(addDays(firstDay(dayOf(moment, zone)), 1)).toBe('2026-03-02')
    expect(hasTime(moment) ? dayIn(moment, zone) : firstDay(moment)).toBe('2026-03-01')
  })

  test('minor units are no major ones', () => {
    expect(toMajor(cents, 'EUR')).toBe(12.5)
    expect(toMinor(euros, 'EUR')).toBe(cents)
    // @ts-expect-error euros are not cents
    expect(toMajor(euros, 'EUR')).toBe(0.125)
    // @ts-expect-error cents are not euros
    expect(toMinor(cents, 'EUR')).toBe(125_000)
  })

  test('only a quantity that was checked is drawn', () => {
    const typed: OwnQuantity = { as: 'range', low: 3, likely: 1, high: 2 }
    // @ts-expect-error nobody has checked it
    expect(distributionOf(typed).likely).toBe(1)
    const errors: InputError[] = []
    expect(checkQuantity(typed, anyNumber, 'quantity', errors)).toBeUndefined()
    expect(errors).toEqual([{ path: 'quantity.low', code: 'low-above-high' }])
  })
})
