import type { Rate } from '../../shared/contract/losses'
import { calculatorFor } from '../../shared/losses/model/all-calculators'
import type { DriverInput } from '../../shared/losses/engine/incident-loss'
import { inputErrorText, type InputError } from '../../shared/losses/model/input-error'
import { conversion, sound } from '../../shared/losses/model/rates'
import { m } from '../../shared/messages/messages.js'
import { Refusal } from '../../shared/values/errors'
import { addDays, dayOf } from '../../shared/values/zones'
import { mustFind } from '../records'
import type { Change } from '../store/journal'
import type { Id } from '../../shared/values/flavours'

/** Takes what is wrong with what was given, refuses it, each at its field. */
export function refuseInput(errors: readonly InputError[]): never {
  const fields = Object.fromEntries(errors.map((error) => [error.path, inputErrorText(error)]))
  throw new Refusal('invalid', m.error_invalid({ fields: Object.keys(fields).join(', ') }), fields)
}

/** A shared quantity in money is in the incident's currency: a line in another one takes it at the dated rate. */
export function inCurrency(drivers: readonly DriverInput[], currency: string): DriverInput[] {
  return drivers.map((driver) => (driver.unit.startsWith('money') ? { ...driver, currency: driver.currency ?? currency } : driver))
}

/** What stands against a line's currency: the law sets another one, or no rate turns it into the incident's. */
export function currencyErrors(line: { calculator: string; currency: string }, home: string, rates: readonly Rate[]): InputError[] {
  const fixed = calculatorFor(line.calculator, {})?.currency
  if (fixed && fixed !== line.currency) return [{ path: 'currency', code: 'currency-fixed', name: fixed }]
  return conversion(line.currency, home, rates) ? [] : [{ path: 'currency', code: 'no-rate', name: `${line.currency} → ${home}` }]
}

/** What is wrong with a rate as it is to be stored at an instant; on some clock it is already the next day. */
export function rateErrors({ from, to, rate, on }: Pick<Rate, 'from' | 'to' | 'rate' | 'on'>, at: string): InputError[] {
  if (on > addDays(dayOf(at, 'UTC'), 1)) return [{ path: 'on', code: 'future' }]
  if (from === to) return [{ path: 'to', code: 'same-currency' }]
  // its other direction must be a rate as well
  return rate < 1e-9 ? [{ path: 'rate', code: 'bad-rate', name: `${from} → ${to}` }] : []
}

/** A line that could no longer be reckoned without a rate, or with it as it is to be (null: when it is to go); none is undefined. */
export async function lineInNeedOf(change: Change, id: Id<'rate'>, next: Rate | null): Promise<string | undefined> {
  const old = await mustFind<Rate>(change.db, 'rate', id)
  const others = await change.db.selectFrom('rate').selectAll().where('trashedAt', 'is', null).where('id', '!=', id).execute()
  const rates = [...others, ...(next && sound(next) ? [next] : [])]
  if (conversion(old.from, old.to, rates)) return undefined
  const pair = [old.from, old.to] as const
  const line = await change.db
    .selectFrom('lossLine')
    .innerJoin('incident', 'incident.id', 'lossLine.incidentId')
    .select('lossLine.title')
    .where('lossLine.trashedAt', 'is', null)
    .where('incident.trashedAt', 'is', null)
    .where('lossLine.currency', 'in', pair)
    .where('incident.currency', 'in', pair)
    .whereRef('lossLine.currency', '!=', 'incident.currency')
    .executeTakeFirst()
  return line?.title
}
