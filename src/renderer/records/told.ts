import { whoseClock, type Clock } from '../../shared/values/clock'
import { homeZone } from '../ui/clock.svelte'
import { showMoment } from '../ui/format'

const aMoment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/

/** Takes a record's field, a value that it had and the customer's clock (null: nobody's), gives the value in words. */
export function toldAs(field: string, value: unknown, clock: Clock | null): string {
  if (typeof value !== 'string' || !aMoment.test(value)) return String(value)
  return showMoment(value, (whoseClock(field) === 'customer' && clock) || homeZone())
}
