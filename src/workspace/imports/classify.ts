import { datesDisagree } from '../../shared/records/agreement'
import { fieldLabel } from '../../shared/imports/fields'
import {
  repeatsOf,
  type Again,
  type Differs,
  type MappingFields,
  type Rewrite,
  type RowOutcome
} from '../../shared/contract/imports'
import { m } from '../../shared/messages/messages.js'
import { nameKey, numberKey } from '../../shared/imports/origin'
import { Contacts } from './contacts'
import type { Customers, Named } from './customers'
import { difference, goesElsewhere, withoutForeign, wordsChanged } from './differences'
import { knownRows, recordsOf, tiedAmong, type Db, type Known } from './known'
import { matcher, type Slot } from './match'
import type { RowRead, Said, Values } from './row-read'
import { Seen } from './seen'
import { targets } from './targets'
import { packId, unpackId } from '../store/packed'
import type { AnyId, Id } from '../../shared/values/flavours'

/** What is to be written for a row. */
export type Task =
  | { do: 'create'; said: Said; occurrence: number; customerId: Id<'customer'> | null }
  | {
      do: 'update'
      said: Said
      occurrence: number
      customerId: Id<'customer'> | null
      known: Known | null
      recordId: AnyId
      patch: Values
      was: Values
      /** What the row says and the record does not, since it is somebody's words: the next import asks again. */
      open: Values
      /** What a person chose to keep of them. */
      stands?: Values
    }
export interface NewCustomer extends Named {
  id: Id<'customer'>
  said: Said
}
export interface Classified {
  outcomes: RowOutcome[]
  tasks: Task[]
  newCustomers: NewCustomer[]
}

/** What is done with words that the source has changed since. */
export interface Given {
  mapping: MappingFields
  customers: Customers
  newId: () => string
  rewrites: (row: number) => Rewrite | null
  /** The import that is running: what it has written itself is not known from before. */
  own: () => string | null
}
type Records = Awaited<ReturnType<typeof recordsOf>>
type Says = (
  outcome: RowOutcome['outcome'],
  reason?: string | null,
  field?: string | null,
  again?: Again,
  differs?: Differs[],
  /** Of an error, what rows of one trouble have alike. */
  problem?: string
) => RowOutcome

/**
 * Gives the function that says of each row what an import does with it. A dry run and a real one ask the same function;
 * its answers hang on what is stored and on the rows before, never on what the run itself writes.
 */
export function classifier(given: Given) {
  const { mapping, customers, newId, rewrites } = given
  const { target, source } = mapping
  const { entity } = targets[target]
  const repeats = repeatsOf(mapping)
  const match = matcher(entity, repeats)
  const seen = new Seen()
  const contents = new Seen()
  const tied = new Set<string>()
  /** Of the rows at hand, the records that cannot go to another customer. */
  let bound = new Set<string>()

  /** Where the rows are contacts: those who are here already. */
  let contacts: Contacts | null = null

  return async (db: Db, rows: RowRead[], numbers: number[]): Promise<Classified> => {
    if (target === 'contacts') contacts ??= await Contacts.of(db)
    const done: Classified = { outcomes: [], tasks: [], newCustomers: [] }
    const slots = rows.map((read): Slot | RowOutcome | null => {
      if (read === 'empty') return null
      if ('reason' in read) return { ...read, outcome: 'error' }
      if ('left' in read) return { row: read.row, title: read.title, outcome: 'skipped', reason: read.left, field: null }
      if (target === 'customers' && !read.numbered) read.externalId = `name:${nameKey(String(read.values.name))}`
      const { times, first } = seen.again(numberKey(read.externalId), read.row)
      return { said: read, times, first, same: sameAs(read), known: undefined, unchanged: false, siblings: [] }
    })
    const live = slots.filter((slot): slot is Slot => slot !== null && 'said' in slot)
    const known = await knownRows(db, source, entity, [...new Set(live.map(({ said }) => numberKey(said.externalId)))], given.own())
    for (const slot of live) slot.siblings = known.get(numberKey(slot.said.externalId)) ?? []
    match(live)
    const changed = live.flatMap(({ known, unchanged }) => (known && !unchanged ? [known.recordId] : []))
    const records = await recordsOf(db, entity, [...changed, ...(await adopted(db, live))])
    const moved = live.flatMap(({ said, known, unchanged }) =>
      known && !unchanged && goesElsewhere(known, said) ? [known.recordId] : []
    )
    bound = await tiedAmong(db, entity, moved)

    slots.forEach((slot, at) => {
      if (slot === null)
        done.outcomes.push({ row: numbers[at]!, outcome: 'skipped', title: '', reason: m.imports_row_empty(), field: null })
      else if ('outcome' in slot) done.outcomes.push(slot)
      else done.outcomes.push(sort(slot, records, done))
    })
    return done
  }

  /** The first row with this one's number and content. What no field takes also tells apart rows that are records of their own. */
  function sameAs({ externalId, fingerprint, other, row }: Said): number {
    return contents.again(JSON.stringify([externalId, fingerprint, ...(repeats === 'own' ? other : [])]), row).first
  }

  /** Customers that are here under a row's name but came from elsewhere, or were written by a person. */
  async function adopted(db: Db, live: Slot[]): Promise<string[]> {
    if (target !== 'customers') return []
    const ids = live.flatMap(({ said, known }) => (known ? [] : [customers.find(namedOf(said))]))
    const here = ids.filter((id): id is string => id !== null && id !== 'several' && !customers.isFresh(id))
    if (here.length === 0) return []
    const rows = await db
      .selectFrom('importedRow')
      .select('recordId')
      .where('entity', '=', 'customer')
      .where('source', '=', source)
      .where('recordId', 'in', here.map(packId))
      .execute()
    for (const { recordId } of rows) tied.add(unpackId(recordId))
    return here.filter((id) => !tied.has(id))
  }

  function sort(slot: Slot, records: Records, done: Classified): RowOutcome {
    const { said, times, first, same, known } = slot
    const says: Says = (outcome, reason = null, field = null, again, differs = [], problem = reason!) => ({
      row: said.row,
      outcome,
      title: said.title,
      reason,
      field,
      ...(again ? { again } : {}),
      ...(differs.length > 0 ? { differs } : {}),
      ...(said.odd.length > 0 ? { odd: said.odd } : {}),
      ...(outcome === 'error' ? { troubles: [{ field, text: reason!, problem }] } : {})
    })
    if (slot.unchanged) return says('unchanged')
    const earlier = { row: String(first) }
    if (times > 0 && target === 'customers' && !said.numbered)
      return says('skipped', m.imports_customer_twice(earlier), null, 'left')
    if (same < said.row && !known && said.numbered)
      return says('skipped', m.imports_row_repeats({ row: String(same) }), null, 'left')
    if (times > 0 && !known && repeats === 'one' && said.numbered)
      return says('error', m.imports_row_differs(earlier), 'externalId', 'refused', [], m.imports_trouble_number())
    if (target === 'customers') return sortCustomer(says, slot, records, done)

    if (known) return update(says, slot, known, known.recordId, records, done)
    const customerId = customerOf(said, done)
    if (!customerId) return unnamed(says, said)
    if (contacts) {
      const { name, email } = said.values as { name: string; email?: string | null }
      if (contacts.find(customerId, name, email ?? null)) return says('skipped', m.imports_contact_here(), null, 'left')
      contacts.know(customerId, name, email ?? null, said.externalId)
    }
    done.tasks.push({ do: 'create', said, occurrence: placeOf(slot), customerId })
    if (times === 0) return says('create')
    return said.numbered
      ? says('create', m.imports_row_own(earlier), null, 'own')
      : says('create', m.imports_row_alike(earlier), null, 'alike')
  }

  /** The customer a row names, added when there is none; null when several have that name. */
  function customerOf(said: Said, done: Classified): string | null {
    const named = namedOf(said)
    const found = customers.find(named)
    if (found === 'several') return null
    if (found) return found
    if (customers.bears(named.name))
      said.odd.push({
        field: 'customer',
        text: m.imports_same_name({ name: named.name }),
        problem: m.imports_trouble_name()
      })
    const id = newId()
    customers.add(named, id)
    done.newCustomers.push({ id, ...named, said })
    return id
  }

  function sortCustomer(says: Says, slot: Slot, records: Records, done: Classified): RowOutcome {
    const { said, known } = slot
    if (known) return update(says, slot, known, known.recordId, records, done)
    const named = namedOf(said)
    const here = customers.find(named)
    if (here === null || here === 'several' || customers.isFresh(here) || tied.has(here)) {
      const id = newId()
      // a list of customers with numbers of their own says itself who is another
      if (here === null) customers.add(named, id, !said.numbered)
      done.tasks.push({ do: 'create', said, occurrence: placeOf(slot), customerId: id })
      return says('create')
    }
    tied.add(here)
    return update(says, slot, null, here, records, done)
  }

  function update(says: Says, slot: Slot, known: Known | null, recordId: AnyId, records: Records, done: Classified): RowOutcome {
    const { said } = slot
    const occurrence = placeOf(slot)
    const record = records.get(recordId)
    if (!record) return says('skipped', m.imports_record_gone())
    if (record.trashedAt) return says('skipped', m.imports_record_trashed())
    const raw = known?.raw ?? null
    const { patch, kept } = difference(raw, said.values, record)
    const differs = known ? wordsChanged(entity, record, patch) : []
    const answer = differs.length > 0 ? rewrites(said.row) : null
    if (answer === 'add') {
      done.tasks.push({ do: 'create', said, occurrence: last(slot) + 1 + slot.times, customerId: customerOf(said, done) })
      return says('create')
    }
    const open = answer ? {} : Object.fromEntries(differs.map(({ field }) => [field, raw?.values[field] ?? record[field]!]))
    const stands = answer === 'keep' ? Object.fromEntries(differs.map(({ field, was }) => [field, was])) : raw?.stands
    if (answer !== 'take') for (const { field } of differs) delete patch[field]
    const asked = answer ? [] : differs
    const foreign = withoutForeign(entity, record, patch, said)
    let customerId = known?.customerId ?? null
    let stays = ''
    // a customer who was given another name here stays the same customer
    if (known && said.customer && goesElsewhere(known, said)) {
      if (record.customerId !== customerId) kept.push('customer')
      else if (bound.has(recordId)) stays = m.imports_stays({ customer: said.customer })
      else customerId = patch.customerId = customerOf(said, done)
      if (!customerId) return unnamed(says, said)
    }
    const labels = (fields: string[]) => fields.map((id) => fieldLabel(target, id === 'customerId' ? 'customer' : id)).join(', ')
    const fields = Object.keys(patch)
    const wrong = datesDisagree(entity, { ...record, ...patch }, fields)
    if (wrong) return says('error', `${fieldLabel(target, wrong.field)}: ${wrong.text}`, wrong.field, undefined, [], wrong.text)
    const left = [
      stays,
      asked.length > 0 ? m.imports_words_kept({ fields: labels(asked.map(({ field }) => field)) }) : '',
      foreign.length > 0 ? m.imports_other_currency({ currency: String(record.currency), fields: labels(foreign) }) : ''
    ]
    const reason = (sentence: string) => [sentence, ...left].filter(Boolean).join(' ')
    const task: Task = { do: 'update', said, occurrence, customerId, known, recordId, patch, was: record, open, stands }
    if (fields.length === 0 && known) {
      const why = reason(kept.length > 0 ? m.imports_kept_all({ fields: labels(kept) }) : '')
      // an answer is kept, so that the next import does not ask again
      if (answer) done.tasks.push(task)
      return why ? says('skipped', why, null, undefined, asked) : says('unchanged')
    }
    done.tasks.push(task)
    if (!known)
      return says('update', reason(fields.length > 0 ? m.imports_tied_filled({ fields: labels(fields) }) : m.imports_tied()))
    return says(
      'update',
      reason(
        kept.length > 0
          ? m.imports_kept_some({ fields: labels(fields), kept: labels(kept) })
          : m.imports_changes({ fields: labels(fields) })
      ),
      null,
      undefined,
      asked
    )
  }
}

/** Nobody can tell which one of several customers a row names. */
const unnamed = (says: Says, { customer }: Said): RowOutcome =>
  says('error', m.imports_customer_several({ name: customer! }), 'customer', undefined, [], m.imports_trouble_which())

/** The last place that is taken under a row's number. */
const last = ({ siblings }: Slot) => Math.max(-1, ...siblings.map(({ occurrence }) => occurrence))

/** A row's place among those of its number: its own, or, when it is new, one behind all that are known. */
const placeOf = (slot: Slot) => (slot.known && !slot.known.elsewhere ? slot.known.occurrence : last(slot) + 1 + slot.times)

const namedOf = ({ values, customer, address, personal }: Said): Named => ({
  name: (customer ?? String(values.name)).trim(),
  address,
  personal
})
