import type { Parsed } from '../../shared/contract/table'
import { invalidField } from '../../shared/values/errors'
import type { Incident } from '../../shared/records/incidents'
import type { Driver, LossLine, Rate } from '../../shared/contract/losses'
import { calculatorFor } from '../../shared/losses/model/all-calculators'
import { loadFormulas, ownFormula } from '../../shared/losses/calculators/own-formula'
import { harmIsOver } from '../../shared/losses/model/harm'
import type { DriverInput, LossLineInput } from '../../shared/losses/engine/incident-loss'
import type { Cliff } from '../../shared/losses/engine/horizon'
import { incidentWaiting, type IncidentWaiting } from '../../shared/losses/engine/incident-waiting'
import { DRAWS, simulateIncident } from '../../shared/losses/engine/simulate'
import { QUICK_DRAWS } from '../../shared/losses/quick-draws'
import { checkDriver, checkFrequency, checkInputs, checkRuns } from '../../shared/losses/model/validate'
import { dayOf } from '../../shared/values/zones'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { alter, moveToTrash, mustFind, name, recordHandlers } from '../records'
import type { Change } from '../store/journal'
import { answerGuard } from './guard-answers'
import { keptByBytes } from '../kept-by-bytes'
import { drawnLines } from '../simulation/drawn'
import { proofsOf } from './loss-proofs'
import { timesOf } from './harm'
import { lossSheet, readyFor, simulation } from './loss-sheet'
import { currencyErrors, lineInNeedOf, rateErrors, refuseInput } from './loss-checks'
import { sharedQuantity } from './questions'
import { runningLoss } from './running-loss'
import { reckonAgain, reckonedAlone } from './upgraded'
import type { Id } from '../../shared/values/flavours'

type Db = Pick<Context['read'], 'selectFrom'>

/**
 * Gives what waiting costs in an incident from today on, or null when the harm is over or nothing grows. Takes what is
 * being typed, days to have among the points, and whether it has to be quick.
 */
export async function waitingOf(
  context: Pick<Context, 'read' | 'today' | 'settings'>,
  incidentId: Id<'incident'>,
  { edits, also, quick, lookAt }: Omit<Parsed<'losses.waiting'>, 'incidentId'> = {}
): Promise<IncidentWaiting | null> {
  const { read, today } = context
  const incident = await mustFind<Incident>(read, 'incident', incidentId)
  const times = await timesOf(context, incident)
  const { end } = times
  if (harmIsOver(incident, end, today)) return null
  const sheet = await typedSheet(read, incidentId, edits)
  const stored = await read
    .selectFrom('cliff')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .where('trashedAt', 'is', null)
    .execute()
  const cliffs = withTyped<Cliff>(stored, edits?.cliffs)
  const input = simulation({ ...incident, ...times }, sheet, today)
  return incidentWaiting(input, cliffs, today, end, {
    memo: drawnDays,
    also,
    lookAt: lookAt ?? incident.harmLookedAt,
    fine: { draws: quick ? QUICK_DRAWS : DRAWS, now: drawnLines, ...(quick ? {} : { end: drawnLines }) }
  })
}

/** An incident's stored lines and drivers with those that are being typed. */
async function typedSheet(db: Db, incidentId: Id<'incident'>, edits: Parsed<'losses.simulate'>['edits']) {
  const sheet = await lossSheet(db, incidentId)
  const typed = edits?.lines?.map((line) => ({ ...line, status: line.status ?? ('estimated' as const) }))
  if (typed) await readyFor(typed)
  const lines = withTyped<LossLineInput>(sheet.lines, typed)
  return {
    ...sheet,
    lines,
    ...(typed ? { proofs: await proofsOf(db, lines) } : {}),
    drivers: withTyped<DriverInput>(sheet.drivers, edits?.drivers)
  }
}

/** Each that is being typed in the place of the stored one with its id, a new one after the last. */
function withTyped<T extends { id: string }>(stored: readonly T[], typed: readonly T[] = []): T[] {
  const edits = new Map(typed.map((one) => [one.id, one]))
  const fresh = typed.filter(({ id }) => !stored.some((one) => one.id === id))
  return [...stored.map((one) => edits.get(one.id) ?? one), ...fresh]
}

/** The lines on each day of the curves that were looked at last. */
const drawnDays = keptByBytes<Float64Array>(32 << 20, (amounts) => amounts.byteLength)

/** A line is stored only when its inputs fit its calculator; its calculator's version is kept with it. */
async function checkedLine(change: Change, fields: Record<string, unknown>, id: Id<'lossLine'> | null) {
  const often = checkFrequency(fields.frequency)
  if (!often.ok) return refuseInput(often.errors)
  if (id && !['inputs', 'calculator', 'currency', 'frequency', 'runs'].some((field) => fields[field] !== undefined)) return fields
  const known = id ? await mustFind<LossLine>(change.db, 'lossLine', id) : undefined
  const inputs = (fields.inputs ?? known?.inputs ?? {}) as LossLine['inputs']
  const calculator = calculatorFor(String(fields.calculator ?? known?.calculator), inputs)
  if (!calculator) return refuseInput([{ path: 'calculator', code: 'unknown-calculator', name: String(fields.calculator) }])
  const incidentId = String(fields.incidentId ?? known?.incidentId)
  const home = (await mustFind<Incident>(change.db, 'incident', incidentId)).currency
  const { drivers, rates } = await lossSheet(change.db, incidentId)
  const checked = checkInputs(inputs, calculator, drivers)
  if (!checked.ok) return refuseInput(checked.errors)
  const running = checkRuns(fields.runs === undefined ? known?.runs : fields.runs, calculator)
  if (!running.ok) return refuseInput(running.errors)
  if (calculator.id === ownFormula.id) await checkFormula(checked.value)
  const line = {
    status: 'estimated' as const,
    ...known,
    ...fields,
    id: id ?? 'new',
    calculator: calculator.id,
    inputs: checked.value,
    runs: running.value
  } as LossLine
  const moved = !id || fields.currency !== undefined || fields.calculator !== undefined
  const reckonedOn = dayOf(change.at, 'UTC')
  const found = reckonedAlone(line, drivers, reckonedOn)
  const wrong = [...(moved ? currencyErrors(line, home, rates) : []), ...('errors' in found ? found.errors : [])]
  if ('errors' in found || wrong.length) return refuseInput(wrong)
  return {
    ...fields,
    reckoned: found.likely,
    reckonedOn,
    inputs: checked.value,
    frequency: fields.frequency === undefined ? undefined : often.value,
    calculatorVersion: calculator.version,
    runs: running.value
  }
}

/** A formula that cannot be read would count as nothing: it is refused at its field, with the place where it is wrong. */
async function checkFormula(inputs: LossLine['inputs']): Promise<void> {
  await loadFormulas()
  const { faultMessage, parseFormula } = await import('../../shared/losses/formula/formula')
  const names = Object.keys(inputs).filter((key) => typeof inputs[key] === 'object')
  const formula = parseFormula(String(inputs.formula ?? ''), names)
  if (!formula.ok) throw invalidField('inputs.formula', faultMessage(formula.fault)())
}

async function checkedDriver(change: Change, fields: Record<string, unknown>, id: Id<'driver'> | null) {
  const known = id ? await mustFind<Driver>(change.db, 'driver', id) : {}
  const checked = checkDriver({ ...known, ...fields, id: id ?? 'new' })
  if (!checked.ok) return refuseInput(checked.errors)
  if (id) await fitsItsLines(change, id, checked.value)
  return fields.quantity === undefined ? fields : { ...fields, quantity: checked.value.quantity }
}

/** Every line that uses a driver must still be right with it as it is to be; null when it is to go. */
async function fitsItsLines(change: Change, id: Id<'driver'>, driver: DriverInput | null): Promise<void> {
  const known = await mustFind<Driver>(change.db, 'driver', id)
  const sheet = await lossSheet(change.db, known.incidentId)
  const drivers = sheet.drivers.flatMap((one): DriverInput[] => (one.id !== id ? [one] : driver ? [{ ...driver, id }] : []))
  for (const line of sheet.lines) {
    const uses = Object.values(line.inputs).some(
      (value) => typeof value === 'object' && value.as === 'driver' && value.driverId === id
    )
    const calculator = uses && calculatorFor(line.calculator, line.inputs)
    if (!calculator) continue
    const checked = checkInputs(line.inputs, calculator, drivers)
    if (!checked.ok || 'errors' in reckonedAlone(line, drivers, dayOf(change.at, 'UTC')))
      throw invalidField('quantity', m.error_driver_in_use({ line: line.title }))
  }
}

async function checkedRate(change: Change, fields: Record<string, unknown>, id: Id<'rate'> | null) {
  const next = { ...(id ? await mustFind<Rate>(change.db, 'rate', id) : {}), ...fields } as Rate
  const wrong = rateErrors(next, change.at)
  if (wrong.length) return refuseInput(wrong)
  if (id) await fitsWithoutRate(change, id, next)
  return fields
}

/** A rate that a line needs stays until another one takes its place. */
async function fitsWithoutRate(change: Change, id: Id<'rate'>, next: Rate | null): Promise<void> {
  const title = await lineInNeedOf(change, id, next)
  if (title !== undefined) refuseInput([{ path: 'rate', code: 'rate-in-use', name: title }])
}

export const lossHandlers: HandlersOf<'losses' | 'lossLines' | 'drivers' | 'rates'> = {
  ...recordHandlers('lossLines', 'lossLine', checkedLine),
  'lossLines.restore': async (change, { id }) => {
    // a shared quantity or rate that it needs may have gone since: it would take the figures of the whole incident with it
    const { inputs, calculator, currency } = await mustFind<LossLine>(change.db, 'lossLine', id)
    await checkedLine(change, { inputs, calculator, currency }, id)
    return moveToTrash(change, 'lossLine', id, null)
  },
  ...recordHandlers('drivers', 'driver', checkedDriver),
  'drivers.change': async (change, { id, patch }) => {
    const done = await alter(change, 'driver', id, await checkedDriver(change, patch, id))
    const { incidentId } = await mustFind<Driver>(change.db, 'driver', id)
    if (patch.quantity !== undefined) await reckonAgain(change, id, incidentId)
    // the change is named after the quantity, not after what follows from it
    await name(change, 'change', 'driver', id)
    return done
  },
  'drivers.share': sharedQuantity,
  'drivers.trash': async (change, { id }) => {
    await fitsItsLines(change, id, null)
    return moveToTrash(change, 'driver', id, change.at)
  },
  ...recordHandlers('rates', 'rate', checkedRate),
  'rates.trash': async (change, { id }) => {
    await fitsWithoutRate(change, id, null)
    return moveToTrash(change, 'rate', id, change.at)
  },
  'rates.list': ({ read }) => read.selectFrom('rate').selectAll().where('trashedAt', 'is', null).orderBy('on', 'desc').execute(),
  'lossLines.get': ({ read }, { id }) => mustFind<LossLine>(read, 'lossLine', id),
  'losses.sheet': async ({ read }, { incidentId }) => {
    await mustFind(read, 'incident', incidentId)
    return lossSheet(read, incidentId)
  },
  'losses.simulate': async ({ read, today, settings }, { incidentId, draws, edits }) => {
    const incident = await mustFind<Incident>(read, 'incident', incidentId)
    const sheet = await typedSheet(read, incidentId, edits)
    const times = await timesOf({ read, today, settings }, incident)
    return simulateIncident({ ...simulation({ ...incident, ...times }, sheet, today), draws }, drawnLines)
  },
  'losses.running': (context, { incidentId }) => runningLoss(context, incidentId),
  'losses.waiting': (context, { incidentId, ...asked }) => waitingOf(context, incidentId, asked),
  'losses.order': async (change, { incidentId, lineIds }) => {
    await name(change, 'order', 'incident', incidentId)
    for (const [position, id] of lineIds.entries()) await alter(change, 'lossLine', id, { position })
    return { id: incidentId }
  },
  'losses.answerGuard': async (change, { incidentId, ...given }) => {
    const { currency } = await mustFind<Incident>(change.db, 'incident', incidentId)
    return answerGuard(change, { incidentId }, currency, given)
  }
}
