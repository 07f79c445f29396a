import type { LossLine } from '../../shared/contract/losses'
import type { Incident } from '../../shared/records/incidents'
import { calculatorFor } from '../../shared/losses/model/all-calculators'
import type { OwnQuantity } from '../../shared/losses/model/quantity'
import { looksAlike } from '../../shared/losses/questions/alike'
import { checkNumbers } from '../../shared/losses/questions/check-numbers'
import type { Answer } from '../../shared/losses/questions/questions'
import type { Parsed } from '../../shared/contract/table'
import { monthlyColumns } from '../../shared/imports/monthly'
import { m } from '../../shared/messages/messages.js'
import { invalidField, Refusal } from '../../shared/values/errors'
import type { HandlersOf, Context } from '../handlers'
import { tableOf } from '../imports/header'
import { withSource } from '../imports/outside'
import { add, alter, moveToTrash, mustFind, name } from '../records'
import type { Change } from '../store/journal'
import { refuseInput } from './loss-checks'
import type { Id } from '../../shared/values/flavours'

async function put(change: Change, incidentId: Id<'incident'>, question: Answer['question'], patch: Partial<Answer>) {
  const incident = await mustFind<Incident>(change.db, 'incident', incidentId)
  const checked = patch.numbers === undefined ? undefined : checkNumbers(question, patch.numbers)
  if (checked && !checked.ok) return refuseInput(checked.errors)
  const fields = { ...patch, ...(checked ? { numbers: checked.value } : {}) }
  const known = await change.db
    .selectFrom('answer')
    .select(['id', 'trashedAt'])
    .where('incidentId', '=', incidentId)
    .where('question', '=', question)
    .executeTakeFirst()
  const cleared = { words: null, source: null, confidence: null, numbers: null, trashedAt: null }
  const done = known
    ? await alter(change, 'answer', known.id, known.trashedAt ? { ...cleared, ...fields } : fields)
    : await add(change, 'answer', { incidentId, question, ...fields })
  await name(change, 'answer', 'incident', incident.id)
  return done
}

/** One quantity in the place of several that are the same, in lines of one incident. Error: invalid, they are not the same. */
export const sharedQuantity: HandlersOf<'drivers'>['drivers.share'] = async (change, { incidentId, name: title, uses, id }) => {
  const lines = new Map<string, LossLine>()
  for (const { lineId } of uses) lines.set(lineId, await mustFind<LossLine>(change.db, 'lossLine', lineId))
  const first = lines.get(uses[0]!.lineId)!
  const quantity = first.inputs[uses[0]!.fieldId]
  const same = uses.every(({ lineId, fieldId }) => {
    const given = lines.get(lineId)!.inputs[fieldId]
    if (JSON.stringify(given) === JSON.stringify(quantity)) return true
    return typeof given === 'object' && typeof quantity === 'object' && looksAlike(given as OwnQuantity, quantity as OwnQuantity)
  })
  const here = [...lines.values()].every((line) => line.incidentId === incidentId && line.currency === first.currency)
  if (typeof quantity !== 'object' || quantity.as === 'driver' || !same || !here)
    throw invalidField('uses', m.question_alike_gone())
  const field = calculatorFor(first.calculator, first.inputs)?.fields.find((one) => one.id === uses[0]!.fieldId)
  const unit = field?.kind === 'quantity' ? field.unit : 'number'
  const driver = await add(change, 'driver', { ...(id ? { id } : {}), incidentId, name: title, unit, quantity })
  for (const line of lines.values()) {
    const own = uses.filter(({ lineId }) => lineId === line.id)
    const inputs = Object.fromEntries(own.map(({ fieldId }) => [fieldId, { as: 'driver', driverId: driver.id }]))
    await alter(change, 'lossLine', line.id, { inputs: { ...line.inputs, ...inputs } })
  }
  await name(change, 'create', 'driver', driver.id)
  return driver
}

/** Rows and columns of a customer's record by month; more is another kind of file. */
const mostRows = 20_000
const mostColumns = 100

async function monthsIn({ signal, settings }: Context, { file }: Parsed<'answers.months'>) {
  const point = new Intl.NumberFormat(settings.language)
    .formatToParts(0.5)
    .some(({ type, value }) => type === 'decimal' && value === '.')
  return withSource(
    { files: [file] },
    signal,
    () => undefined,
    async (source) => {
      const table = await tableOf(source, {}, signal)
      const rows: string[][] = []
      for await (const batch of table.rows({ signal })) {
        rows.push(...batch.map(({ cells }) => cells.slice(0, mostColumns)))
        if (rows.length > mostRows) throw new Refusal('invalid', m.question_months_many({ file: source.name, most: mostRows }))
      }
      const columns = monthlyColumns(table.headers.slice(0, mostColumns), rows, point ? 'point' : 'comma')
      if (!columns.length) throw new Refusal('invalid', m.question_months_none({ file: source.name }))
      return { file: source.name, columns }
    }
  )
}

export const questionHandlers: HandlersOf<'answers'> = {
  'answers.months': monthsIn,
  'answers.put': (change, { incidentId, question, patch }) => put(change, incidentId, question, patch),
  'answers.trash': (change, { id }) => moveToTrash(change, 'answer', id, change.at),
  'answers.restore': (change, { id }) => moveToTrash(change, 'answer', id, null)
}
