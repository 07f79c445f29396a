import { hash } from 'node:crypto'
import { datesDisagree } from '../../shared/records/agreement'
import { customerFields } from '../../shared/records/customers'
import { invalid } from '../../shared/values/errors'
import { Clock } from '../../shared/imports/dates'
import { fieldLabel, importFields, isPersonal } from '../../shared/imports/fields'
import { readCell } from '../../shared/imports/values'
import type { ImportField, ImportTarget, MappingFields, Odd } from '../../shared/contract/imports'
import { m } from '../../shared/messages/messages.js'
import { orderFields } from '../../shared/records/orders'
import { promiseFields } from '../../shared/records/promises'
import { interactionFields } from '../../shared/records/timeline'
import { beginning } from '../../shared/values/truncate'
import type { Placed } from './columns'
import type { Defaults, RowRead, Values } from './row-read'
import { mostCharacters, type FileRow } from './rows'
import { targets } from './targets'

const schemas = {
  customers: customerFields.omit({ timeZone: true }),
  orders: orderFields.omit({ customerId: true }),
  interactions: interactionFields.omit({ customerId: true, zone: true }),
  promises: promiseFields.omit({ customerId: true, zone: true })
}
const titles: Record<ImportTarget, string> = { customers: 'name', orders: 'title', interactions: 'subject', promises: 'words' }
const longTexts = new Set(['notes', 'note', 'about', 'closingNote'])

/** What a mapped field holds when its cell is empty and the record must have a value. */
function blanks(target: ImportTarget, defaults: Defaults): Values {
  switch (target) {
    case 'customers':
      return { kind: 'business', currency: defaults.currency, timeZone: defaults.zone, replyHours: defaults.replyHours }
    case 'orders':
      return { crucial: 0 }
    case 'interactions':
      return { channel: 'note', direction: 'in', zone: defaults.zone, needsReply: 0 }
    case 'promises':
      return { madeBy: 'us', zone: defaults.zone }
  }
}

/**
 * Takes a mapping, its columns placed in a file and the file's headers, gives the function that reads a row: its values,
 * or which field is wrong and why.
 */
export function planOf(
  mapping: MappingFields,
  columns: Placed[],
  headers: string[],
  defaults: Defaults
): (row: FileRow) => RowRead {
  const { target } = mapping
  const clock = new Clock()
  const blank = blanks(target, defaults)
  const fields = importFields(target)
    .map((field) => ({
      field,
      sources: columns.filter((source) => source.field === field.id && (source.at !== null || source.fixed))
    }))
    .filter(({ sources }) => sources.length > 0)
    // zone and currency first: others are read by them
    .sort((a, b) => Number(leads(b.field)) - Number(leads(a.field)))
  const used = new Set(columns.map(({ at }) => at))
  const unused = headers.map((header, at) => ({ header, at })).filter(({ at }) => !used.has(at))
  const schema = schemas[target]
  const mapped = fields.map(({ field }) => field.id)

  return ({ row, cells }) => {
    if (cells.every((cell) => cell.trim() === '')) return 'empty'
    const bad = (title: string, field: string | null, reason: string) => ({ row, title, field, reason })
    const first = beginning(
      cells.find((cell) => cell.trim() !== '')!,
      200
    )
    if (cells.length !== headers.length && cells.slice(headers.length).every((cell) => cell === ''))
      cells.length = Math.min(cells.length, headers.length)
    if (cells.length !== headers.length) {
      return bad(first, null, m.imports_bad_width({ cells: String(cells.length), headers: String(headers.length) }))
    }
    const long = cells.findIndex((cell) => cell.length > mostCharacters)
    if (long >= 0)
      return bad(first, headers[long]!, m.imports_cell_too_long({ column: headers[long]!, maximum: String(mostCharacters) }))

    const values: Values = {}
    const place = { zone: defaults.zone, currency: defaults.currency, clock }
    let externalId: string | null = null
    let customer = mapping.customerName ?? null
    let address: string | null = null
    let personal = false
    const odd: Odd[] = []
    const title = () => beginning(String(values[titles[target]] ?? first), 200)
    for (const { field, sources } of fields) {
      const read = sources.map((source) => ({ source, got: readCell(cellOf(source, cells), field, source, place) }))
      for (const { source, got } of read) {
        if ('problem' in got) return bad(title(), field.id, inColumn(target, field, source, cells, headers, got.problem))
      }
      const texts = read.flatMap(({ got }) => ('value' in got && got.value !== null ? [got.value] : []))
      let value = texts.length > 1 ? texts.join(longTexts.has(field.id) ? '\n' : ' · ') : (texts[0] ?? null)
      if (field.id === 'country' && typeof value === 'string') value = value.toUpperCase()
      if (field.kind === 'zone' && value) place.zone = String(value)
      if (field.kind === 'currency' && value) place.currency = String(value)
      if (field.id === 'externalId') externalId = value === null ? null : String(value).slice(0, 300)
      else if (field.id === 'customerAddress') address = value === null ? null : String(value)
      else if (field.id === 'customer') {
        // several columns may name them: the first one that says something
        const named = read.find(({ got }) => 'value' in got && got.value !== null)
        if (named) customer = String('value' in named.got ? named.got.value : '')
        personal = named ? isPersonal(headers[named.source.at ?? -1]) : false
      } else values[field.id] = value ?? blank[field.id] ?? null
      const required = field.required && value === null && !(field.id === 'customer' && customer)
      if (required) return bad(title(), field.id, inColumn(target, field, sources[0]!, cells, headers, m.error_required()))
    }
    complete(target, values, place.currency)
    const { zone: _zone, timeZone: _timeZone, ...checked } = { ...blank, ...values }
    const good = schema.safeParse(checked)
    if (!good.success) {
      const [name, reason] = Object.entries(invalid(good.error).fields ?? {})[0] ?? ['', m.error_value()]
      const at = fields.find(({ field }) => field.id === name)
      return bad(title(), name || null, at ? inColumn(target, at.field, at.sources[0]!, cells, headers, reason) : reason)
    }
    if (target === 'promises' && values.outcome === 'kept' && !values.closedAt)
      return bad(title(), 'closedAt', m.promises_closed_needed())
    const wrong = datesDisagree(targets[target].entity, { ...values, zone: place.zone }, mapped)
    if (wrong) {
      const { field, sources } = fields.find(({ field }) => field.id === wrong.field)!
      return bad(title(), wrong.field, inColumn(target, field, sources[0]!, cells, headers, wrong.text))
    }
    if (target === 'customers') customer = null
    else if ((customer?.length ?? 0) > 200) return bad(title(), 'customer', m.error_too_long({ maximum: '200' }))
    // 128 bits tell any two rows apart
    const fingerprint = hash('sha256', JSON.stringify([customer, values]), 'base64url').slice(0, 22)
    return {
      row,
      title: title(),
      values,
      customer,
      address,
      personal,
      odd,
      zone: place.zone,
      currency: place.currency,
      externalId: externalId ?? `row:${fingerprint}`,
      numbered: externalId !== null,
      fingerprint,
      other: unused.flatMap(({ header, at }): [string, string][] => (cells[at]! === '' ? [] : [[header, cells[at]!]]))
    }
  }
}

const leads = (field: ImportField) => field.kind === 'zone' || field.kind === 'currency'

const cellOf = (source: Placed, cells: string[]) => (source.at === null ? (source.fixed ?? '') : cells[source.at]!)

/** What follows from the values of a row: a promise that has been closed was kept; an amount has a currency. */
function complete(target: ImportTarget, values: Values, currency: string): void {
  if (target === 'promises' && 'closedAt' in values) values.outcome ??= values.closedAt ? 'kept' : null
  if (target === 'orders' && typeof values.value === 'number') values.currency ??= currency
}

function inColumn(
  target: ImportTarget,
  field: ImportField,
  source: Placed,
  cells: string[],
  headers: string[],
  problem: string
): string {
  const label = fieldLabel(target, field.id)
  const cell = cellOf(source, cells).trim().slice(0, 80)
  const column = source.at === null ? label : headers[source.at] || String(source.at + 1)
  if (cell === '') return m.imports_problem_blank({ field: label, column, problem })
  return m.imports_problem({ field: label, column, cell, problem })
}
