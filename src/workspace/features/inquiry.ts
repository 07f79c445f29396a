import type { Parsed } from '../../shared/contract/table'
import type { Looked } from '../../shared/contract/inquiry'
import type { LossLine } from '../../shared/contract/losses'
import { keysOf } from '../../shared/inquiry/quantities'
import { questionSheet } from '../../shared/inquiry/sheet'
import type { OwnQuantity } from '../../shared/losses/model/quantity'
import { m } from '../../shared/messages/messages.js'
import { Refusal } from '../../shared/values/errors'
import { writtenDay } from '../../shared/values/format'
import { cut } from '../../shared/values/truncate'
import type { HandlersOf, Context } from '../handlers'
import { paperOf } from '../imports/outside'
import { tie } from '../records'
import type { Change } from '../store/journal'
import { checkData } from './brief-check'
import { briefFacts } from './brief-now'
import { besideNow, type AnswersFound, type Incident } from './inquiry-beside'
import { keepFile } from './kept-file'
import { lossHandlers } from './losses'
import type { AnyId, Id } from '../../shared/values/flavours'

/** The sheets that were looked at last, by the digests of their files: what is taken is what was seen. */
const seen = new Map<string, AnswersFound>()
const mostSeen = 16

function remember(found: AnswersFound): AnswersFound {
  seen.delete(found.sha256)
  seen.set(found.sha256, found)
  const [oldest] = seen.keys()
  if (seen.size > mostSeen && oldest) seen.delete(oldest)
  return found
}

async function look(context: Context, { file, caseId }: Parsed<'inquiry.look'>): Promise<Looked> {
  const paper = await paperOf(file, context.signal)
  if (!paper) return { is: 'other' }
  if (paper.is === 'brief') return { is: 'brief', check: await checkData(context, paper.data) }
  const { answered } = await besideNow(context, context.read, remember(paper), caseId)
  return { is: 'answers', answered }
}

/** The figures that are taken, and who said so, when, and in which file. */
interface Taking {
  figures: ReadonlyMap<string, OwnQuantity>
  by: string
  on: string
  evidenceId: Id<'evidence'>
}

async function accept(change: Change, { file, caseId, keys, by, on }: Parsed<'inquiry.accept'>, context: Context) {
  const found = seen.get(context.taken!.sha256)
  if (!found) throw new Refusal('conflict', m.inquiry_look_first())
  // whatever was changed since it was looked at is seen here
  const { answered, answers, incidents } = await besideNow(context, change.db, found, caseId)
  const figures = new Map<string, OwnQuantity>()
  for (const key of keys) {
    const answer = answers.get(key)
    if (!answer || 'problem' in answer) throw new Refusal('invalid', answer ? answer.problem : m.inquiry_none())
    figures.set(key, answer.quantity)
  }
  change.says('confirm', 'case', answered.title, answered.customer.id)
  const { id: evidenceId } = await keepFile(change, context.taken!, {
    customerId: answered.customer.id,
    file,
    title: cut(m.inquiry_evidence({ name: by }), 300),
    note: answered.remark || null,
    at: context.now
  })
  const taking: Taking = { figures, by, on, evidenceId }
  let lines = 0
  for (const incident of incidents) lines += await takeIn(change, incident, taking, context)
  return { evidenceId, figures: figures.size, lines }
}

/** Takes an incident's figures in; gives how many of its lines the customer has confirmed thereby. */
async function takeIn(change: Change, { sheet, all }: Incident, taking: Taking, context: Context): Promise<number> {
  const { figures, by, on, evidenceId } = taking
  const said = m.inquiry_basis({ name: by, date: writtenDay(on, context.settings.language) })
  const basisOf = (basis: string | null, labels: readonly string[]) =>
    cut([basis, `${labels.join(', ')}: ${said}`].filter(Boolean).join('\n'), 5_000)
  const proven = (entity: 'lossLine' | 'driver', recordId: AnyId) =>
    tie(change, 'evidenceLink', { evidenceId, entity, recordId }, true)
  for (const { driver } of all) {
    const quantity = driver && figures.get(driver.id)
    if (!quantity) continue
    await lossHandlers['drivers.change'](
      change,
      { id: driver.id, patch: { quantity, basis: basisOf(driver.basis, [driver.name]) } },
      context
    )
    await proven('driver', driver.id)
  }
  let confirmed = 0
  for (const line of sheet.lines) {
    const keys = keysOf(line, all)
    if (!keys.some((key) => figures.has(key))) continue
    const whole = keys.every((key) => figures.has(key))
    const labels = all.flatMap((one) =>
      keys.includes(one.key) && figures.has(one.key) ? [one.driver?.name ?? one.field?.label() ?? m.brief_frequency()] : []
    )
    const patch = {
      ...figuresOf(line, figures),
      basis: basisOf(line.basis, labels),
      ...(whole ? { confirmedBy: by, confirmedOn: on, proofEntity: 'evidence' as const, proofId: evidenceId } : {}),
      // what came back stays what came back
      ...(whole && line.status === 'estimated' ? { status: 'confirmed' as const } : {})
    }
    await lossHandlers['lossLines.change'](change, { id: line.id, patch }, context)
    await proven('lossLine', line.id)
    if (whole) confirmed++
  }
  return confirmed
}

function figuresOf(line: LossLine, figures: Taking['figures']): Partial<Pick<LossLine, 'inputs' | 'frequency'>> {
  const own = Object.keys(line.inputs).flatMap((field) => {
    const quantity = figures.get(`${line.id}|${field}`)
    return quantity ? [[field, quantity] as const] : []
  })
  const often = figures.get(`${line.id}|`)
  return {
    ...(own.length ? { inputs: { ...line.inputs, ...Object.fromEntries(own) } } : {}),
    ...(often ? { frequency: often } : {})
  }
}

export const inquiryHandlers: HandlersOf<'inquiry'> = {
  'inquiry.sheet': async (context, { caseId, language, paper }) => {
    const sheet = questionSheet(await briefFacts(context, { caseId, language, paper, audience: 'customer' }), language)
    if (!sheet.groups.length) throw new Refusal('conflict', m.inquiry_nothing())
    return sheet
  },
  'inquiry.look': look,
  'inquiry.accept': accept
}
