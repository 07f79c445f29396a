import { columnOf, type BookColumn } from '../../shared/brief/workbook/types'

/** Rows in a piece: some hundred thousand letters. */
const piece = 20

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => signs[sign]!)

/**
 * Takes columns, the row that they begin in, from 1, and the number of the style of those that are strong; gives their rows as
 * they stand in a sheet's XML (ECMA-376, 18.3.1.73), piece by piece: the whole of it is never held.
 */
export function* rowsBelow(columns: readonly BookColumn[], first: number, strong: string): Generator<string> {
  const count = Math.max(0, ...columns.map(({ values }) => values.length))
  const made = columns.map(({ formula, values, strong: bold }, at) => {
    const parts = formula === null ? null : escaped(formula).split('{row}')
    return { letters: columnOf(at), style: bold ? ` s="${strong}"` : '', parts, values }
  })
  let text = ''
  for (let at = 0; at < count; at++) {
    const row = String(first + at)
    text += `<row r="${row}">`
    for (const { letters, style, parts, values } of made)
      text += `<c r="${letters}${row}"${style}>${parts ? `<f>${parts.join(row)}</f>` : ''}<v>${values[at]}</v></c>`
    text += '</row>'
    if (at % piece === piece - 1 || at === count - 1) {
      yield text
      text = ''
    }
  }
}
