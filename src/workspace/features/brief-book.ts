import { briefModel } from '../../shared/brief/model'
import { exhibitsOf } from '../../shared/brief/marks'
import { bookOf } from '../../shared/brief/workbook/book'
import type { Book } from '../../shared/brief/workbook/types'
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
  const hide = shape ? hider(facts, shape, language) : <T>(value: T): T => value
  return hide(bookOf(briefModel(facts, language), hide(incidents), w))
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
