import { isBlank } from '../../../shared/imports/blank'
import { Clock } from '../../../shared/imports/dates'
import { importFields, isToldOtherwise } from '../../../shared/imports/fields'
import { OwnAddresses } from '../../../shared/imports/own'
import { joinedDate, readCell } from '../../../shared/imports/values'
import type { ImportField, Inspection } from '../../../shared/contract/imports'
import { isDated } from '../../../shared/imports/dated'
import type { Clock as WhoseClock } from '../../../shared/values/clock'
import { cut } from '../../../shared/values/truncate'
import { m } from '../../../shared/messages/messages.js'
import { showDate, showMoment, showMoney, showNumber } from '../../ui/format'
import { datesToAsk, fieldsOf, marksToAsk, writtenAs, type Draft, type Source } from './draft'
import { valueWord } from './values'
import type { Zone } from '../../../shared/values/flavours'

/** What becomes of a cell: a value in words, or what is wrong with it. */
export interface Becomes {
  text: string
  wrong: boolean
}

const clock = new Clock()
const isNumber = ({ kind }: ImportField): boolean => kind === 'number' || kind === 'money'

/**
 * Takes a draft and what is known of its file, gives the function that takes a row's cells and a column's place and gives
 * what becomes of that cell; null where nothing does, or a question is open.
 */
export function becoming(draft: Draft, seen: Inspection): (cells: readonly string[], column: number) => Becomes | null {
  const open = {
    dates: datesToAsk(draft, seen) !== null && !draft.dates,
    numbers: marksToAsk(draft, seen) !== null && !draft.numbers
  }
  const columns = seen.headers.map((_, column) => {
    const [field] = fieldsOf(draft, column)
    const sources = field ? draft.fields[field.id]!.filter(({ from }) => from !== '' && from !== 'fixed') : []
    return { field, sources, source: sources.find(({ from }) => from === `${column}`) }
  })
  return (cells, column) => {
    const { field, sources, source } = columns[column] ?? {}
    if (!field || !source || !sources) return null
    if (isDated(field) && sources.length > 1) {
      if (sources[0] !== source) return null
      const order = sources.map((each) => writtenAs(each, seen, draft).dates).find((dates) => dates && dates !== 'iso')
      const joined = joinedDate(
        sources.map(({ from }) => cells[Number(from)] ?? ''),
        order
      )
      return read(joined, field, { ...source, dates: order ?? source.dates }, seen, draft, open)
    }
    return read(cells[column] ?? '', field, source, seen, draft, open)
  }
}

function read(
  cell: string,
  field: ImportField,
  source: Source,
  seen: Inspection,
  draft: Draft,
  open: { dates: boolean; numbers: boolean }
): Becomes | null {
  if (isBlank(cell)) return null
  if ((isDated(field) && open.dates) || (isNumber(field) && open.numbers)) return null
  const own = seen.own && new OwnAddresses(draft.own ?? seen.own.domains)
  const place = { zone: draft.zone || 'UTC', currency: draft.currency || 'EUR', clock, own }
  const got = readCell(cell, field, { ...writtenAs(source, seen, draft), header: seen.headers[Number(source.from)] }, place)
  if ('problem' in got) return { text: got.problem, wrong: true }
  if (got.value === null) return null
  return { text: shown(got.value, field, place), wrong: false }
}

/** Whether the fields that are needed are filled; gives those that are not. */
export function lacking(draft: Draft): ImportField[] {
  const filled = (id: string) =>
    (draft.fields[id] ?? []).some(({ from, fixed }) => from !== '' && (from !== 'fixed' || fixed.trim() !== ''))
  return importFields(draft.target).filter(
    ({ id, kind, required }) =>
      required && !filled(id) && !(kind === 'customer' && draft.customerName !== '') && !isToldOtherwise(draft.target, id, filled)
  )
}

function shown(value: string | number, field: ImportField, place: { zone: Zone; currency: string }): string {
  if (field.kind === 'money') return showMoney(Number(value), place.currency)
  if (field.kind === 'number') return showNumber(Number(value), 6)
  if (field.kind === 'flag') return value === 1 ? m.common_yes() : m.common_no()
  const text = String(value)
  // in the zone that was chosen for the file
  if (isDated(field)) {
    if (text.includes('T')) return showMoment(text, place.zone as WhoseClock)
    return showDate(text)
  }
  return cut(valueWord(field, text), 80)
}
