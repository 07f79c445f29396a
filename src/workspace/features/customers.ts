import { sql } from 'kysely'
import type { Parsed, Result } from '../../shared/contract/table'
import { careWeight } from '../../shared/records/care'
import type { Customer, CustomerRow, CustomerView } from '../../shared/records/customers'
import { promiseState } from '../../shared/records/promises'
import { fold } from '../../shared/values/fold'
import { localeOf } from '../../shared/values/format'
import { inOrder } from '../../shared/values/in-order'
import type { HandlersOf, Context } from '../handlers'
import { mustFind, recordHandlers } from '../records'
import { refOf } from '../store/descriptions'
import { careFor } from './care'
import { picking } from './pick'
import { mergeContacts, mergeCustomers } from './merge'
import type { Id } from '../../shared/values/flavours'

async function list(context: Context): Promise<CustomerRow[]> {
  const { read } = context
  const [customers, last, care] = await Promise.all([
    read.selectFrom('customer').selectAll().where('trashedAt', 'is', null).execute(),
    // from the newest back, by the index of each customer's interactions
    sql<{ customerId: Id<'customer'>; at: string | null }>`SELECT id AS customerId, (SELECT at FROM interaction
      WHERE customerId = customer.id AND trashedAt IS NULL AND direction != 'internal' ORDER BY at DESC LIMIT 1) AS at
      FROM customer WHERE trashedAt IS NULL`.execute(read),
    careFor(context)
  ])
  const lastOf = new Map(last.rows.map((row) => [row.customerId, row.at]))
  const names = new Intl.Collator(context.settings.language)
  return customers
    .map((customer) => ({
      id: customer.id,
      ref: refOf('customer', customer.number),
      name: customer.name,
      kind: customer.kind,
      industry: customer.industry,
      country: customer.country,
      lastInteractionAt: lastOf.get(customer.id) ?? null,
      clock: customer.timeZone,
      ...care.of.get(customer.id)!.care
    }))
    .sort((a, b) => names.compare(a.name, b.name))
}

/** Gives the first customers that bear some words, as the list shows them. */
async function page(context: Context, { words, sort, first }: Parsed<'customers.page'>): Promise<Result<'customers.page'>> {
  const { language, paper } = context.settings
  const locale = localeOf(language, paper)
  const all = await list(context)
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const needle = fold(words.trim())
  const found = needle
    ? all.filter(({ name, ref, industry, country }) =>
        fold(`${name} ${ref} ${industry ?? ''} ${country ? countries.of(country) : ''}`).includes(needle)
      )
    : all
  const by = (row: CustomerRow) =>
    ({ name: row.name, care: careWeight(row), promises: row.openPromises, last: row.lastInteractionAt })[sort!.id]
  const sorted = sort ? inOrder(found, by, sort.down, locale) : found
  return { rows: sorted.slice(0, first), total: found.length, of: all.length }
}

async function get(context: Context, { id }: { id: string }): Promise<CustomerView> {
  const { read, now } = context
  const customer = await mustFind<Customer>(read, 'customer', id)
  const [contacts, gestures, promises, cases, last, care] = await Promise.all([
    read
      .selectFrom('contact')
      .selectAll()
      .where('customerId', '=', id)
      .where('trashedAt', 'is', null)
      .orderBy('main', 'desc')
      .orderBy('name')
      .execute(),
    read
      .selectFrom('gesture')
      .selectAll()
      .where('customerId', '=', id)
      .where('trashedAt', 'is', null)
      .orderBy('givenOn', 'desc')
      .execute(),
    read.selectFrom('promise').selectAll().where('customerId', '=', id).where('trashedAt', 'is', null).execute(),
    read.selectFrom('case').select('state').where('customerId', '=', id).where('trashedAt', 'is', null).execute(),
    read
      .selectFrom('interaction')
      .select(({ fn }) => fn.max('at').as('at'))
      .where('customerId', '=', id)
      .where('trashedAt', 'is', null)
      .where('direction', '!=', 'internal')
      .executeTakeFirst(),
    careFor(context, id)
  ])
  const states = promises.map((promise) => promiseState(promise, now))
  const count = (state: string) => states.filter((found) => found === state).length
  return {
    customer,
    ref: refOf('customer', customer.number),
    contacts,
    gestures,
    promises: {
      kept: count('kept'),
      keptLate: count('kept-late'),
      open: count('open'),
      overdue: count('overdue'),
      broken: count('broken')
    },
    openCases: cases.filter(({ state }) => state === 'draft' || state === 'ready').length,
    lastInteractionAt: last?.at ?? null,
    ...care.of.get(id)!.care
  }
}

export const customerHandlers: HandlersOf<'customers' | 'contacts' | 'gestures'> = {
  ...recordHandlers('customers', 'customer'),
  ...recordHandlers('contacts', 'contact'),
  ...recordHandlers('gestures', 'gesture'),
  'customers.merge': mergeCustomers,
  'contacts.merge': mergeContacts,
  'customers.list': list,
  'customers.page': page,
  'customers.pick': picking('customer'),
  'customers.get': get
}
