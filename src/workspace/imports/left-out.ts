import { goOut } from '../../files/outgoing'
import type { RowOutcome } from '../../shared/contract/imports'
import { plainUnlessNumber } from '../../shared/values/spreadsheet'
import { m } from '../../shared/messages/messages.js'
import type { Context } from '../handlers'
import { tryImport, type Given } from './run'

/** So many characters are gathered before they are written. */
const piece = 1_000_000

/** A cell as it stands in the file: a number stays one, anything else is a text to a spreadsheet, never a formula. */
function cellOf(text: string): string {
  const plain = plainUnlessNumber(text)
  return /[",;\t\r\n|]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`

/** Whether a row is not taken although it says something. */
const isLeftOut = ({ outcome, title }: RowOutcome): boolean => outcome === 'error' || (outcome === 'skipped' && title !== '')

/** Why, in one cell: every trouble of the row, and which row it is. */
function reasonOf({ reason, troubles = [], odd = [] }: RowOutcome): string {
  const texts = troubles.length > 0 ? troubles.map(({ text }) => text) : [reason ?? '']
  return [...texts, ...odd.map(({ text }) => text)].filter(Boolean).join(' ')
}

/**
 * Writes the rows of a file that an import would not take as CSV, as they stand there, each with its row and the reasons.
 * Whole or not at all. Gives how many they are. Errors: those of an import, and of `goOut`.
 */
export async function saveLeftOut(context: Context, given: Given, to: string): Promise<number> {
  return goOut(to, async (handle) => {
    let text = '\ufeff'
    let rows = 0
    await tryImport(context, given, async ({ cells, row }, outcome, headers) => {
      if (!isLeftOut(outcome)) return
      if (rows++ === 0) text += lineOf([...headers, m.imports_row(), m.imports_why()])
      const whole = Array.from({ length: Math.max(headers.length, cells.length) }, (_, at) => cells[at] ?? '')
      text += lineOf([...whole, String(row), reasonOf(outcome)])
      if (text.length < piece) return
      await handle.writeFile(text)
      text = ''
    })
    await handle.writeFile(text)
    return rows
  })
}
