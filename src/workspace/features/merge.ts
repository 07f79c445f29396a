import { sql } from 'kysely'
import type { Contact, Customer } from '../../shared/records/customers'
import { Refusal } from '../../shared/values/errors'
import type { Entity } from '../../shared/contract/journal'
import { m } from '../../shared/messages/messages.js'
import { keepWhole } from '../imports/raw'
import { alter, moveToTrash, mustFind } from '../records'
import type { Change } from '../store/journal'
import { packedBy, packId } from '../store/packed'
import { descriptions } from '../store/descriptions'

interface Pair {
  from: string
  into: string
}

/** Everything that bears the customer whom it is of; what hangs on an incident or a case goes with it. */
const owned = [
  'contact',
  'gesture',
  'interaction',
  'voice',
  'promise',
  'order',
  'incident',
  'evidence',
  'case',
  'signal',
  'importedRow'
] as const satisfies Entity[]
/** Records that name the contact who spoke. */
const spoken = ['interaction', 'voice', 'promise'] as const satisfies Entity[]

const refused = (text: string) => new Refusal('invalid', text, { into: text })

/** Fields that one lacks and the other has; ids, times and numbers are each one's own. */
function lacking<T extends object>(one: T, other: T): Partial<T> {
  const own = new Set(['id', 'createdAt', 'updatedAt', 'trashedAt', 'number', 'customerId', 'main'])
  return Object.fromEntries(
    Object.entries(other).filter(([name, value]) => !own.has(name) && value !== null && one[name as keyof T] === null)
  ) as Partial<T>
}

/** A customer's id as the table of a kind has it. */
const stored = (entity: Entity, id: string) => packedBy(descriptions[entity].packed?.customerId, id)

/** What an import knows of one record is known of the other from now on. */
async function known(change: Change, entity: Entity, { from, into }: Pair): Promise<void> {
  await keepWhole(change.db, entity, from)
  await change.db
    .updateTable('importedRow')
    .set({ recordId: packId(into) })
    .where('entity', '=', entity)
    .where('recordId', '=', packId(from))
    .execute()
}

/**
 * Makes two customers one: everything of `from` is of `into` from then on, what `into` does not say of itself is taken from
 * `from`, and `from` goes to the trash. One undo. Errors: not-found; invalid, they are one already, one is in the trash, or
 * they are of different kinds or currencies, so that amounts of one would be read as the other's.
 */
export async function mergeCustomers(change: Change, pair: Pair): Promise<{ id: string }> {
  const { from, into } = pair
  const [gone, kept] = [
    await mustFind<Customer>(change.db, 'customer', from),
    await mustFind<Customer>(change.db, 'customer', into)
  ]
  if (from === into) throw refused(m.customers_merge_same())
  if (gone.trashedAt || kept.trashedAt) throw refused(m.customers_merge_trash())
  if (gone.currency !== kept.currency) throw refused(m.customers_merge_currency({ one: gone.currency, other: kept.currency }))
  if ((gone.kind === 'person') !== (kept.kind === 'person')) throw refused(m.customers_merge_kind())
  change.says('merge', 'customer', kept.name, into)
  const main = await change.db.selectFrom('contact').select('id').where('customerId', '=', into).where('main', '=', 1).execute()
  if (main.length > 0) {
    await change.db.updateTable('contact').set({ main: 0 }).where('customerId', '=', from).where('main', '=', 1).execute()
  }
  for (const entity of owned)
    await sql`UPDATE ${sql.table(entity)} SET customerId = ${stored(entity, into)} WHERE customerId = ${stored(entity, from)}`.execute(
      change.db
    )
  await known(change, 'customer', pair)
  await alter(change, 'customer', into, lacking(kept, gone))
  await moveToTrash(change, 'customer', from, change.at)
  return { id: into }
}

/** Makes two contacts of one customer one, in the same way. Errors: not-found; invalid, also when they are of two customers. */
export async function mergeContacts(change: Change, pair: Pair): Promise<{ id: string }> {
  const { from, into } = pair
  const [gone, kept] = [await mustFind<Contact>(change.db, 'contact', from), await mustFind<Contact>(change.db, 'contact', into)]
  if (from === into) throw refused(m.customers_merge_same())
  if (gone.trashedAt || kept.trashedAt) throw refused(m.customers_merge_trash())
  if (gone.customerId !== kept.customerId) throw refused(m.error_other_customer())
  change.says('merge', 'contact', kept.name, kept.customerId)
  for (const entity of spoken) await change.db.updateTable(entity).set({ contactId: into }).where('contactId', '=', from).execute()
  await known(change, 'contact', pair)
  await alter(change, 'contact', into, { ...lacking(kept, gone), main: kept.main || gone.main })
  await moveToTrash(change, 'contact', from, change.at)
  return { id: into }
}
