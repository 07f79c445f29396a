import type { Kysely } from 'kysely'
import type { LossSheet } from '../../shared/contract/losses'
import { quantityText } from '../../shared/brief/quantity'
import { wordsOf } from '../../shared/brief/words'
import { readDate } from '../../shared/imports/dates'
import type { PaperFound } from '../../shared/imports/reader'
import { answerOf, sameQuantity, type Answered } from '../../shared/inquiry/answer'
import { sheetDataOf, type SheetData } from '../../shared/inquiry/data'
import { fromFields, fromGrid } from '../../shared/inquiry/layout'
import { quantitiesOf, type Quantified } from '../../shared/inquiry/quantities'
import { rowOf } from '../../shared/inquiry/sheet'
import type { AnsweredSheet, BesideRow, Returned } from '../../shared/inquiry/types'
import { asConfirmed } from '../../shared/losses/model/confirmed'
import { m } from '../../shared/messages/messages.js'
import { Refusal } from '../../shared/values/errors'
import { writtenDay } from '../../shared/values/format'
import type { Context } from '../handlers'
import { refOf } from '../store/descriptions'
import type { Tables } from '../store/tables'
import { lossSheet } from './loss-sheet'
import type { Id } from '../../shared/values/flavours'

type Db = Pick<Kysely<Tables>, 'selectFrom'>
export type AnswersFound = Extract<NonNullable<PaperFound>, { is: 'answers' }>

/** A quantity as it is assumed now. */
interface Present extends Quantified {
  incident: string
  confirmed: boolean
}

export interface Incident {
  title: string
  sheet: LossSheet
  all: Quantified[]
}

/** A case's incidents with every quantity that their losses rest on. */
export async function incidentsAsked(db: Db, caseId: Id<'case'>): Promise<Incident[]> {
  const rows = await db
    .selectFrom('caseIncident')
    .innerJoin('incident', 'incident.id', 'caseIncident.incidentId')
    .select(['incident.id', 'incident.number', 'incident.title', 'incident.currency'])
    .where('caseIncident.caseId', '=', caseId)
    .where('incident.trashedAt', 'is', null)
    .orderBy('incident.began')
    .execute()
  const found: Incident[] = []
  for (const { id, number, title, currency } of rows) {
    const sheet = await lossSheet(db, id)
    found.push({
      title: `${refOf('incident', number)} ${title}`,
      sheet,
      all: quantitiesOf(sheet.lines, sheet.drivers, currency)
    })
  }
  return found
}

function presentOf(incidents: readonly Incident[]): Map<string, Present> {
  return new Map(
    incidents.flatMap(({ title, sheet, all }) => {
      const stands = new Map(asConfirmed(sheet.lines, sheet.proofs).map(({ id, status }) => [id, status]))
      return all.map((one): [string, Present] => {
        const confirmed = one.line !== null && stands.get(one.line.id) === 'confirmed'
        return [one.key, { ...one, incident: title, confirmed }]
      })
    })
  )
}

/** What was asked, as it stands in the file. Errors: conflict, another form; corrupt. */
function askedIn({ data }: AnswersFound): SheetData {
  const found = sheetDataOf(data)
  if (found === 'newer') throw new Refusal('conflict', m.inquiry_form_newer())
  if (found === 'older') throw new Refusal('conflict', m.inquiry_form_older())
  if (found === 'damaged') throw new Refusal('corrupt', m.inquiry_damaged())
  return found
}

interface Beside {
  answered: AnsweredSheet
  /** The answers that can be taken, by their keys. */
  answers: Map<string, Answered>
  incidents: Incident[]
}

/**
 * Takes what came back and for which case it is expected, gives it beside what is assumed now. Errors: those of `inquiry.look`.
 */
export async function besideNow(
  context: Pick<Context, 'settings' | 'today'>,
  db: Db,
  found: AnswersFound,
  expected?: string
): Promise<Beside> {
  const asked = askedIn(found)
  const owner = await db
    .selectFrom('case')
    .innerJoin('customer', 'customer.id', 'case.customerId')
    .select(['case.number', 'case.title', 'customer.id', 'customer.name'])
    .where('case.id', '=', asked.caseId)
    .where('case.trashedAt', 'is', null)
    .executeTakeFirst()
  if (!owner) throw new Refusal('not-found', m.inquiry_no_case({ date: writtenDay(asked.made, asked.language) }))
  const ref = refOf('case', owner.number)
  if (expected && expected !== asked.caseId)
    throw new Refusal('conflict', m.inquiry_other_case({ case: `${ref} ${owner.title}`, customer: owner.name }))
  const returned = found.grid ? fromGrid(asked, found.grid) : fromFields(asked, found.fields)
  const incidents = await incidentsAsked(db, asked.caseId)
  const present = presentOf(incidents)
  const answers = new Map<string, Answered>()
  const { language, paper } = context.settings
  const w = wordsOf(language, paper, context.settings.timeZone, context.today)
  const rows = asked.rows.map((row, at): BesideRow => {
    const now = present.get(row.key)
    const answer = now ? answerOf(row, returned.rows[at]!, now.bounds, asked.language) : null
    const theirs = answer && 'quantity' in answer ? answer.quantity : null
    const moved = !now || (!sameQuantity(now.quantity, row.assumed) && !(theirs && sameQuantity(now.quantity, theirs)))
    if (moved) throw new Refusal('conflict', m.inquiry_older({ date: writtenDay(asked.made, w.locale), label: row.label }))
    answers.set(row.key, answer)
    const same = theirs !== null && sameQuantity(theirs, now.quantity)
    const say = (quantity: Quantified['quantity']) => quantityText(quantity, now.unit, now.currency, [], w).text
    return {
      key: row.key,
      incident: now.incident,
      line: now.line?.title ?? m.inquiry_shared(),
      label: rowOf(now, w).label,
      ours: say(now.quantity),
      theirs: theirs && say(theirs),
      same,
      problem: answer && 'problem' in answer ? answer.problem : null,
      taken: same && now.confirmed
    }
  })
  const { id, name, title } = owner
  return {
    answered: { caseId: asked.caseId, ref, title, customer: { id, name }, ...saidBeside(asked, returned), rows },
    answers,
    incidents
  }
}

function saidBeside(
  { made, language }: SheetData,
  { by, on, remark }: Returned
): Pick<AnsweredSheet, 'made' | 'by' | 'on' | 'remark'> {
  const day = readDate(on, 'dmy')?.day ?? null
  // in English nobody can tell which of two numbers is the month
  const other = readDate(on, 'mdy')?.day ?? null
  const english = language === 'en' || language === 'fil'
  const read = english && day && other && day !== other ? null : (day ?? (english ? other : null))
  return { made, by: by.slice(0, 200), on: read, remark: remark.slice(0, 5_000) }
}
