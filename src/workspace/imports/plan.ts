import { hash } from 'node:crypto'
import { datesDisagree } from '../../shared/records/agreement'
import { isRounded } from '../../shared/imports/blank'
import { Clock } from '../../shared/imports/dates'
import { fieldLabel, importFields } from '../../shared/imports/fields'
import { joinedDate, readCell, type Read } from '../../shared/imports/values'
import { isTotal } from '../../shared/imports/words'
import type { ImportField, MappingFields, Odd } from '../../shared/contract/imports'
import { isDated } from '../../shared/imports/dated'
import { m } from '../../shared/messages/messages.js'
import { beginning } from '../../shared/values/truncate'
import { checked } from './checked'
import type { Placed } from './columns'
import { carriedDown, type Carried } from './carry'
import type { Defaults, RowRead, Values } from './row-read'
import type { FileRow } from '../../shared/imports/row-source'
import { namedIn } from './named'
import { isHeaderAgain, isRule, shapeOf } from './row-shape'
import { blanks, targets, titles } from './targets'

const longTexts = new Set(['notes', 'note', 'about', 'closingNote'])

interface Mapped {
  field: ImportField
  sources: Placed[]
}

/**
 * Takes a mapping, its columns placed in a file and the file's headers, gives the function that reads a row: its values
 * and what is odd about them, or everything that is wrong with it. Only what must be there costs the row.
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
  const all = importFields(target)
  const needed = all.filter(({ required }) => required)
  const fields = all
    .map((field): Mapped => ({
      field,
      sources: columns.filter((source) => source.field === field.id && (source.at !== null || source.fixed))
    }))
    .filter(({ sources }) => sources.length > 0)
    // zone and currency first: others are read by them
    .sort((a, b) => Number(leads(b.field)) - Number(leads(a.field)))
  const used = new Set(columns.map(({ at }) => at))
  const unused = headers.map((header, at) => ({ header, at })).filter(({ at }) => !used.has(at))
  const mapped = fields.map(({ field }) => field.id)
  const addressAt = fields.find(({ field }) => field.id === 'customerAddress')?.sources[0]?.at ?? null
  const has = (id: string) => mapped.includes(id)
  const wordOf = (id: string, cells: string[]) => {
    const source = fields.find(({ field }) => field.id === id)?.sources[0]
    return source ? cellOf(source, cells).trim() : ''
  }
  let above: Carried | null = null

  return (given) => {
    const { row, cells } = given
    const label = beginning(cells.find((cell) => cell.trim() !== '') ?? '', 200)
    const bad = (reasons: Odd[], title = label) => ({
      row,
      title,
      field: reasons[0]!.field,
      reason: reasons.map(({ text }) => text).join(' '),
      troubles: reasons,
      odd: odd.length > 0 ? odd : undefined
    })
    const odd: Odd[] = []
    const wrong = shapeOf(given, headers)
    if (wrong) return bad([wrong])
    if (isRule(cells)) return 'empty'
    if (given.left) return { row, title: label, left: whyLeft[given.left]() }
    if (isTotal(cells)) return { row, title: label, left: m.imports_row_total() }
    if (isHeaderAgain(cells, headers)) return { row, title: label, left: m.imports_row_header() }
    if (given.unended && cells.length < headers.length)
      odd.push({
        field: null,
        text: m.imports_row_unended({ line: String(given.line ?? row) }),
        problem: m.imports_trouble_unended()
      })
    while (cells.length < headers.length) cells.push('')

    const values: Values = {}
    const troubles: Odd[] = []
    const place = { zone: defaults.zone, currency: defaults.currency, clock, own: defaults.own }
    let [externalId, address, status, customer, personal]: [string | null, string | null, string | null, string | null, boolean] = [
      null,
      null,
      null,
      mapping.customerName ?? null,
      false
    ]
    let contact: string | null = null
    let answers: string | null = null
    for (const { field, sources } of fields) {
      const read = reading(field, sources, cells, place)
      const problems: Odd[] = []
      const texts: (string | number)[] = []
      for (const { source, got } of read) {
        if ('problem' in got) problems.push(inColumn(mapping, field, source, cells, headers, got.problem))
        else if (got.value !== null) texts.push(got.value)
      }
      const value =
        texts.length > 1
          ? texts.join(longTexts.has(field.id) ? '\n' : target === 'contacts' && field.id === 'name' ? ' ' : ' · ')
          : (texts[0] ?? null)
      if (field.kind === 'customer') {
        const named = namedIn(read, headers, addressAt)
        const names = named?.names ?? []
        if (names.length > 1)
          odd.push({
            field: field.id,
            text: m.imports_several_customers({ name: names[0]!, others: names.slice(1).join(', ') }),
            problem: m.imports_trouble_several()
          })
        if (named) [customer, personal] = [names[0] ?? null, named.personal]
      } else if (field.id === 'externalId') {
        if (value !== null && isRounded(String(value)))
          odd.push({ field: field.id, text: m.imports_rounded({ number: String(value) }), problem: m.imports_trouble_rounded() })
        else externalId = value === null ? null : beginning(String(value), 300)
      } else if (field.id === 'customerAddress') address = value === null ? null : String(value)
      else if (field.id === 'contact') contact = value === null ? null : beginning(String(value), 200)
      else if (field.id === 'answers') answers = value === null ? null : String(value)
      else if (field.id === 'status') status = value === null ? null : String(value)
      else if (problems.length > 0 && value === null) {
        // what cannot be read is not what the source says: it changes nothing that is here
        if (field.id === 'direction') values.direction = 'internal'
      } else values[field.id] = value ?? blank[field.id] ?? null
      if (field.kind === 'zone' && value) place.zone = String(value)
      if (field.kind === 'currency' && value) place.currency = String(value)
      if (field.required && value === null && problems.length > 0) troubles.push(...problems)
      else odd.push(...problems)
    }
    // further lines of an order, further comments of a ticket say only what differs
    const carried = carriedDown(target, above, {
      externalId,
      customer,
      address,
      personal,
      status,
      values,
      zone: place.zone,
      currency: place.currency
    })
    ;({ externalId, customer, address, personal, status } = carried)
    above = externalId === null ? null : carried
    if (odd.some(({ field }) => field === 'currency'))
      for (const money of ['value', 'yearlyRevenue', 'yearlyMargin']) delete values[money]
    if (target === 'interactions' && !values.subject && values.notes)
      values.subject = beginning(String(values.notes).split('\n')[0]!, 120)
    if (target === 'interactions' && !values.subject && !has('subject'))
      values.subject = beginning(wordOf('channel', cells), 120) || null
    if (target === 'orders' && !has('title')) values.title = values.orderNumber ?? externalId
    for (const field of needed) {
      const said = field.id === 'customer' ? customer : values[field.id]
      if (said || troubles.some((trouble) => trouble.field === field.id)) continue
      const source = fields.find((each) => each.field === field)?.sources[0]
      const lacks = `${fieldLabel(target, field.id)}: ${m.error_required()}`
      troubles.push(
        source
          ? inColumn(mapping, field, source, cells, headers, m.error_required())
          : { field: field.id, text: lacks, problem: m.error_required() }
      )
    }
    if (status) values.standing = status === 'open' ? null : status
    if (target === 'promises' && 'closedAt' in values) values.outcome ??= values.closedAt ? 'kept' : null
    if (target === 'orders' && typeof values.value === 'number') values.currency ??= place.currency
    checked(target, blank, values, fields, (field, text) => {
      const at = fields.find((each) => each.field.id === field)
      const said = at ? inColumn(mapping, at.field, at.sources[0]!, cells, headers, text) : { field, text }
      ;(at && !at.field.required ? odd : troubles).push(said)
    })
    if (target === 'promises' && values.outcome === 'kept' && !values.closedAt)
      troubles.push({ field: 'closedAt', text: m.promises_closed_needed() })
    const title = beginning(String(values[titles[target]] ?? label), 200)
    const disagrees = troubles.length === 0 ? datesDisagree(targets[target].entity, { ...values, zone: place.zone }, mapped) : null
    const dated = disagrees && fields.find(({ field }) => field.id === disagrees.field)
    if (dated) troubles.push(inColumn(mapping, dated.field, dated.sources[0]!, cells, headers, disagrees.text))
    if (target === 'customers') customer = null
    else if ((customer?.length ?? 0) > 200) troubles.push({ field: 'customer', text: m.error_too_long({ maximum: '200' }) })
    if (troubles.length > 0) return bad(troubles, title)
    // 128 bits tell any two rows apart
    const fingerprint = hash('sha256', JSON.stringify([customer, values]), 'base64url').slice(0, 22)
    return {
      row,
      title,
      values,
      customer,
      address,
      personal,
      contact,
      answers,
      attachments: given.attachments ?? [],
      odd,
      zone: place.zone,
      currency: place.currency,
      externalId: externalId ?? `row:${fingerprint}`,
      numbered: externalId !== null,
      fingerprint,
      other: otherCells(odd.length > 0 ? [...unused, ...oddColumns(odd, fields, headers)] : unused, cells)
    }
  }
}

/** The cells of some columns, with their headers; those with nothing in them are left out. */
function otherCells(columns: readonly { header: string; at: number }[], cells: readonly string[]): [string, string][] {
  const other: [string, string][] = []
  for (const { header, at } of columns) if (cells[at]! !== '') other.push([header, cells[at]!])
  return other
}

/** The columns of what could not be read: as it was written it stays with the import. */
const oddColumns = (odd: Odd[], fields: Mapped[], headers: string[]) =>
  fields.flatMap(({ field, sources }) =>
    odd.some((each) => each.field === field.id)
      ? sources.flatMap(({ at }) => (at === null ? [] : [{ header: headers[at]!, at }]))
      : []
  )

const whyLeft: Readonly<Record<NonNullable<FileRow['left']>, () => string>> = {
  cancelled: m.imports_row_cancelled,
  draft: m.imports_row_draft,
  junk: m.imports_row_junk,
  deleted: m.imports_row_deleted,
  notice: m.imports_row_notice
}

const leads = (field: ImportField) => field.kind === 'zone' || field.kind === 'currency'

const cellOf = (source: Placed, cells: string[]) => (source.at === null ? (source.fixed ?? '') : (cells[source.at] ?? ''))

/** Reads the cells of a field; a date that stands in several columns is one. */
function reading(
  field: ImportField,
  sources: Placed[],
  cells: string[],
  place: Parameters<typeof readCell>[3]
): { source: Placed; got: Read }[] {
  if (!isDated(field) || sources.length < 2)
    return sources.map((source) => ({ source, got: readCell(cellOf(source, cells), field, source, place) }))
  const order = sources.find(({ dates }) => dates && dates !== 'iso') ?? sources[0]!
  const cell = joinedDate(
    sources.map((source) => cellOf(source, cells)),
    order.dates
  )
  return [{ source: order, got: readCell(cell, field, order, place) }]
}

/** What is wrong with the cell of a field: in words for people, and with its place so that it can be corrected. */
function inColumn(
  { target }: MappingFields,
  field: ImportField,
  source: Placed,
  cells: string[],
  headers: string[],
  problem: string
): Odd {
  const label = fieldLabel(target, field.id)
  const cell = cellOf(source, cells).trim()
  const short = beginning(cell, 80)
  const column = source.at === null ? label : headers[source.at] || String(source.at + 1)
  const place = source.at === null ? {} : { column: source.at, cell: beginning(cell, 500) }
  const text =
    cell === ''
      ? m.imports_problem_blank({ field: label, column, problem })
      : m.imports_problem({ field: label, column, cell: short, problem })
  return { field: field.id, text, problem, ...place }
}
