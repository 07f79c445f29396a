import { oneLine } from '../values/one-line'
import { m } from '../messages/messages.js'
import { Refusal } from '../values/errors'
import type { SheetData } from './data'
import { besides, columns, type GivenCell, type Returned } from './types'

/** The hidden column by which a row is known, and the row of the heads. */
export const keyColumn = columns.length
export const headKey = 'head'
/** Beside its label. */
const besideColumn = 1

const none: GivenCell = { text: '' }
const plain = (text: string): string => oneLine(text.normalize('NFC'))

/**
 * Takes what was asked and the cells that came back; gives the answers row by row. Rows may have been moved. Error: invalid, a row
 * is gone or twice there, or what is asked or its unit is no longer what we wrote.
 */
export function fromGrid(asked: SheetData, grid: readonly (readonly GivenCell[])[]): Returned {
  const found = new Map<string, readonly GivenCell[]>()
  for (const row of grid) {
    const key = row[keyColumn]?.text.trim()
    if (!key) continue
    if (found.has(key)) throw changed(labelOf(asked, key))
    found.set(key, row)
  }
  const rowOf = (key: string): readonly GivenCell[] => {
    const row = found.get(key)
    if (!row) throw changed(labelOf(asked, key))
    return row
  }
  const text = (row: readonly GivenCell[], at: number) => plain(row[at]?.text ?? '')
  const heads = rowOf(headKey)
  for (const [at, column] of columns.entries())
    if (text(heads, at) !== plain(asked.heads[column])) throw changed(asked.heads[column])
  const besideOf = (key: (typeof besides)[number]) => rowOf(key)[besideColumn]?.text.trim() ?? ''
  return {
    rows: asked.rows.map(({ key, label, unit }) => {
      const row = rowOf(key)
      if (text(row, 0) !== plain(label)) throw changed(label)
      if (text(row, 1) !== plain(unit))
        throw new Refusal('invalid', m.inquiry_unit_changed({ label, unit, found: text(row, 1) || '–' }))
      const at = (column: (typeof columns)[number]) => row[columns.indexOf(column)] ?? none
      return { key, right: at('right'), figure: at('figure'), least: at('least'), most: at('most') }
    }),
    by: besideOf('by'),
    on: besideOf('on'),
    remark: besideOf('remark')
  }
}

/** The same of a form's fields, by their names. Error: invalid, a field is gone. */
export function fromFields(asked: SheetData, fields: Readonly<Record<string, string>>): Returned {
  const given = (name: string): GivenCell => {
    const text = fields[name]
    if (text === undefined) throw new Refusal('invalid', m.inquiry_form_flat())
    return { text: text.trim() }
  }
  return {
    rows: asked.rows.map(({ key }, at) => ({
      key,
      right: given(`${at}.right`),
      figure: given(`${at}.figure`),
      least: given(`${at}.least`),
      most: given(`${at}.most`)
    })),
    by: given('by').text,
    on: given('on').text,
    remark: given('remark').text
  }
}

const changed = (what: string) => new Refusal('invalid', m.inquiry_layout_changed({ what }))

const labelOf = ({ rows, heads, besides: others }: SheetData, key: string): string =>
  rows.find((row) => row.key === key)?.label ?? (others as Record<string, string>)[key] ?? heads.what
