import { briefModel } from '../../shared/brief/model'
import { exhibitsOf } from '../../shared/brief/marks'
import { bookOf } from '../../shared/brief/workbook/book'
import type { Book, Cell } from '../../shared/brief/workbook/types'
import { hider } from '../../shared/brief/redact'
import { wordsOf } from '../../shared/brief/words'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { Context } from '../handlers'
import { briefFacts, type Asked } from './brief-now'
import { caseParts } from './case-losses'
import type { Id } from '../../shared/values/flavours'

/** Takes which brief of which case, gives its workbook. Errors: not-found; invalid, its amounts are to be left out. */
export async function briefBook(context: Context, asked: Asked): Promise<Book> {
  const { shape, language, paper } = asked
  if (shape?.hide?.includes('amounts')) throw new Refusal('invalid', m.book_no_amounts())
  const facts = await briefFacts(context, asked)
  const { parts } = await caseParts(context, asked.caseId)
  const w = wordsOf(language, paper, facts.timeZone, facts.today)
  const incidents = facts.incidents.flatMap(({ view, loss }) => {
    const input = parts.find(({ id }) => id === view.incident.id)?.now
    return input ? [{ ref: view.ref, title: view.incident.title, input, loss }] : []
  })
  const book = bookOf(briefModel(facts, language), incidents, w)
  return shape ? hiddenIn(book, hider(facts, shape, language)) : book
}

/** Takes a workbook and what hides words; gives it with them hidden in all that it says, its formulas and their names as they were. */
function hiddenIn(book: Book, hide: (text: string) => string): Book {
  const hidden = (cell: Cell): Cell => {
    if (typeof cell === 'string') return hide(cell)
    return typeof cell === 'object' && cell && 'value' in cell && typeof cell.value === 'string'
      ? { ...cell, value: hide(cell.value) }
      : cell
  }
  const sheets = book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(hidden)) }))
  return { ...book, title: hide(book.title), sheets }
}

/** Takes which brief of which case, gives the files behind its exhibits by their numbers. Error: not-found. */
export async function briefExhibits(
  context: Context,
  asked: Asked
): Promise<{ number: number; evidenceId: Id<'evidence'>; name: string }[]> {
  const { hide = [], words = [], without = [] } = asked.shape ?? {}
  if (hide.length || words.length || without.includes('exhibits')) return []
  return exhibitsOf(await briefFacts(context, asked)).flatMap(({ id, sha256, altered, fileName, title }, at) =>
    sha256 && !altered ? [{ number: at + 1, evidenceId: id, name: fileName ?? title }] : []
  )
}
