import type { Kysely, Transaction } from 'kysely'
import { currencyDisagrees, datesDisagree, ownAmounts } from '../../shared/records/agreement'
import { fieldLabel } from '../../shared/imports/fields'
import { repeatsOf, type Again, type MappingFields, type RowOutcome } from '../../shared/contract/imports'
import type { Entity } from '../../shared/contract/journal'
import { m } from '../../shared/messages/messages.js'
import type { Tables } from '../store/tables'
import { Customers, knownKey, knownRows, nameKey, recordsOf, tiedAmong, type Known } from './known'
import type { RowRead, Said, Values } from './row-read'
import { Seen } from './seen'
import { targets } from './targets'

/** What is to be written for a row. */
export type Task =
  | { do: 'create'; said: Said; occurrence: number; customerId: string | null }
  | {
      do: 'update'
      said: Said
      occurrence: number
      customerId: string | null
      known: Known | null
      recordId: string
      patch: Values
      was: Values
    }
export interface NewCustomer {
  id: string
  name: string
  said: Said
}
export interface Classified {
  outcomes: RowOutcome[]
  tasks: Task[]
  newCustomers: NewCustomer[]
}

/** What an import keeps of a row to compare the next one with. */
export interface Raw {
  values: Values
  customer: string | null
  other: [string, string][]
}

type Db = Kysely<Tables> | Transaction<Tables>
interface Slot {
  said: Said
  occurrence: number
  /** The first row with its number, and the first that says the same under it; its own row where there is none before. */
  first: number
  same: number
  known: Known | undefined
}
type Says = (outcome: RowOutcome['outcome'], reason?: string | null, field?: string | null, again?: Again) => RowOutcome

/**
 * Gives the function that says of each row what an import does with it. A dry run and a real one ask the same function;
 * its answers hang on what is stored and on the rows before, never on what the run itself writes.
 */
export function classifier(mapping: MappingFields, customers: Customers, newId: () => string) {
  const { target, source } = mapping
  const { entity } = targets[target]
  const repeats = repeatsOf(mapping)
  const seen = new Seen()
  const contents = new Seen()
  const tied = new Set<string>()
  /** Of the rows at hand, the records that cannot go to another customer. */
  let bound = new Set<string>()

  return async (db: Db, rows: RowRead[], numbers: number[]): Promise<Classified> => {
    const done: Classified = { outcomes: [], tasks: [], newCustomers: [] }
    const slots = rows.map((read): Slot | RowOutcome | null => {
      if (read === 'empty') return null
      if ('reason' in read) return { ...read, outcome: 'error' }
      if (target === 'customers' && !read.numbered) read.externalId = `name:${nameKey(String(read.values.name))}`
      const { times, first } = seen.again(read.externalId, read.row)
      return { said: read, occurrence: times, first, same: sameAs(read), known: undefined }
    })
    const live = slots.filter((slot): slot is Slot => slot !== null && 'said' in slot)
    const known = await knownRows(db, source, entity, [...new Set(live.map(({ said }) => said.externalId))])
    for (const slot of live) slot.known = known.get(knownKey(slot.said.externalId, slot.occurrence))
    const changed = live.flatMap(({ said, known }) => (known && known.fingerprint !== said.fingerprint ? [known.recordId] : []))
    const records = await recordsOf(db, entity, [...changed, ...(await adopted(db, live))])
    const moved = live.flatMap(({ said, known }) =>
      known && known.fingerprint !== said.fingerprint && goesElsewhere(known, said) ? [known.recordId] : []
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
    const ids = live.flatMap(({ said, known }) => (known ? [] : [customers.find(String(said.values.name))]))
    const here = ids.filter((id): id is string => id !== null && id !== 'several' && !customers.isFresh(id))
    if (here.length === 0) return []
    const rows = await db
      .selectFrom('importedRow')
      .select('recordId')
      .where('entity', '=', 'customer')
      .where('source', '=', source)
      .where('recordId', 'in', here)
      .execute()
    for (const { recordId } of rows) tied.add(recordId)
    return here.filter((id) => !tied.has(id))
  }

  function sort(
    { said, occurrence, first, same, known }: Slot,
    records: Awaited<ReturnType<typeof recordsOf>>,
    done: Classified
  ): RowOutcome {
    const says: Says = (outcome, reason = null, field = null, again) => ({
      row: said.row,
      outcome,
      title: said.title,
      reason,
      field,
      ...(again ? { again } : {})
    })
    if (known && known.fingerprint === said.fingerprint) return says('unchanged')
    const earlier = { row: String(first) }
    if (occurrence > 0 && target === 'customers' && !said.numbered)
      return says('skipped', m.imports_customer_twice(earlier), null, 'left')
    if (same < said.row && !known && said.numbered)
      return says('skipped', m.imports_row_repeats({ row: String(same) }), null, 'left')
    if (occurrence > 0 && !known && repeats === 'one' && said.numbered)
      return says('error', m.imports_row_differs(earlier), 'externalId', 'refused')
    if (target === 'customers') return sortCustomer(says, said, occurrence, known, records, done)

    if (known) return update(says, said, occurrence, known, known.recordId, records, done)
    const customerId = customerOf(said, done)
    if (!customerId) return says('error', m.imports_customer_several({ name: said.customer! }), 'customer')
    done.tasks.push({ do: 'create', said, occurrence, customerId })
    if (occurrence === 0) return says('create')
    return said.numbered
      ? says('create', m.imports_row_own(earlier), null, 'own')
      : says('create', m.imports_row_alike(earlier), null, 'alike')
  }

  /** The customer a row names, added when there is none; null when several have that name. */
  function customerOf(said: Said, done: Classified): string | null {
    const name = said.customer!.trim()
    const found = customers.find(name)
    if (found === 'several') return null
    if (found) return found
    const id = newId()
    customers.add(name, id)
    done.newCustomers.push({ id, name, said })
    return id
  }

  function sortCustomer(
    says: Says,
    said: Said,
    occurrence: number,
    known: Known | undefined,
    records: Awaited<ReturnType<typeof recordsOf>>,
    done: Classified
  ): RowOutcome {
    if (known) return update(says, said, occurrence, known, known.recordId, records, done)
    const name = String(said.values.name)
    const here = customers.find(name)
    if (here === null || here === 'several' || customers.isFresh(here) || tied.has(here)) {
      const id = newId()
      if (here === null) customers.add(name, id)
      done.tasks.push({ do: 'create', said, occurrence, customerId: id })
      return says('create')
    }
    tied.add(here)
    return update(says, said, occurrence, null, here, records, done)
  }

  function update(
    says: Says,
    said: Said,
    occurrence: number,
    known: Known | null,
    recordId: string,
    records: Awaited<ReturnType<typeof recordsOf>>,
    done: Classified
  ): RowOutcome {
    const record = records.get(recordId)
    if (!record) return says('skipped', m.imports_record_gone())
    if (record.trashedAt) return says('skipped', m.imports_record_trashed())
    const raw = known?.raw ? (JSON.parse(known.raw) as Raw) : null
    const { patch, kept } = difference(raw?.values ?? {}, said.values, record)
    const foreign = withoutForeign(entity, record, patch, said)
    let customerId = known?.customerId ?? null
    let stays = ''
    // a customer who was given another name here stays the same customer
    if (known && said.customer && goesElsewhere(known, said)) {
      if (record.customerId !== customerId) kept.push('customer')
      else if (bound.has(recordId)) stays = m.imports_stays({ customer: said.customer })
      else customerId = patch.customerId = customerOf(said, done)
      if (!customerId) return says('error', m.imports_customer_several({ name: said.customer }), 'customer')
    }
    const labels = (fields: string[]) => fields.map((id) => fieldLabel(target, id === 'customerId' ? 'customer' : id)).join(', ')
    const fields = Object.keys(patch)
    const wrong = datesDisagree(entity, { ...record, ...patch }, fields)
    if (wrong) return says('error', `${fieldLabel(target, wrong.field)}: ${wrong.text}`, wrong.field)
    const left = [
      stays,
      foreign.length > 0 ? m.imports_other_currency({ currency: String(record.currency), fields: labels(foreign) }) : ''
    ]
    const reason = (sentence: string) => [sentence, ...left].filter(Boolean).join(' ')
    if (fields.length === 0 && known) {
      const why = reason(kept.length > 0 ? m.imports_kept_all({ fields: labels(kept) }) : '')
      return why ? says('skipped', why) : says('unchanged')
    }
    done.tasks.push({ do: 'update', said, occurrence, customerId, known, recordId, patch, was: record })
    if (!known)
      return says('update', reason(fields.length > 0 ? m.imports_tied_filled({ fields: labels(fields) }) : m.imports_tied()))
    return says(
      'update',
      reason(
        kept.length > 0
          ? m.imports_kept_some({ fields: labels(fields), kept: labels(kept) })
          : m.imports_changes({ fields: labels(fields) })
      )
    )
  }
}

/**
 * Takes what the row said at the last import, what it says now and the record, gives the fields to write. A field that
 * the origin has not changed is left alone; one that a person has changed too is kept as the person has it.
 */
function difference(was: Values, is: Values, record: Values): { patch: Values; kept: string[] } {
  const patch: Values = {}
  const kept: string[] = []
  for (const [field, value] of Object.entries(is)) {
    const before = was[field]
    const now = record[field] ?? null
    if (before === value || now === value) continue
    if (before === undefined ? now === null : now === before) patch[field] = value
    else if (before !== undefined || value !== null) kept.push(field)
  }
  return { patch, kept }
}

/** Whether a row names another customer than at the last import. */
function goesElsewhere({ raw }: Known, { customer }: Said): boolean {
  return raw !== null && customer !== null && nameKey((JSON.parse(raw) as Raw).customer ?? '') !== nameKey(customer)
}

/** Takes out of a patch what would put an amount beside a currency that it is not in; gives those fields. */
function withoutForeign(entity: Entity, record: Values, patch: Values, { values, currency }: Said): string[] {
  const amounts = ownAmounts(entity).filter((field) => typeof patch[field] === 'number')
  // the row gives these anew, in its currency
  const given = Object.fromEntries(
    ownAmounts(entity).flatMap((field) => (field in values && values[field] === record[field] ? [[field, values[field]]] : []))
  )
  const own = (patch.currency ?? record.currency ?? null) as string | null
  const mixed =
    currencyDisagrees(entity, record, { ...given, ...patch }) !== null || (amounts.length > 0 && own !== null && own !== currency)
  const foreign = mixed ? [...amounts, ...('currency' in patch ? ['currency'] : [])] : []
  for (const field of foreign) delete patch[field]
  return foreign
}
