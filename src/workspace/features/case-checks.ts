import type { Case } from '../../shared/records/cases'
import type { Outcome } from '../../shared/records/followed'
import { invalidField } from '../../shared/values/errors'
import { inputErrorText } from '../../shared/losses/model/input-error'
import { conversion } from '../../shared/losses/model/rates'
import { m } from '../../shared/messages/messages.js'
import { alter, mustFind } from '../records'
import type { Change } from '../store/journal'
import type { Id } from '../../shared/values/flavours'

const ofItsIncidents = (change: Change, caseId: Id<'case'>) =>
  change.db
    .selectFrom('caseIncident')
    .innerJoin('incident', 'incident.id', 'caseIncident.incidentId')
    .where('caseIncident.caseId', '=', caseId)
    .where('incident.trashedAt', 'is', null)

/** Was something decided in a case? */
export async function isDecided(change: Change, caseId: Id<'case'>): Promise<boolean> {
  const decisions = change.db.selectFrom('decision').select('id').where('caseId', '=', caseId).where('trashedAt', 'is', null)
  return (await decisions.executeTakeFirst()) !== undefined
}

/** A case is decided or closed by a decision that is on record, and no draft any more once there is one. */
async function stateHasItsRecord(change: Change, fields: Record<string, unknown>, id: Id<'case'> | null): Promise<void> {
  const next = fields.state as Case['state'] | undefined
  if (!next || (id && (await mustFind<Case>(change.db, 'case', id)).state === next)) return
  const decided = id !== null && (await isDecided(change, id))
  const after = next === 'decided' || next === 'closed'
  if (after && !decided) throw invalidField('state', m.case_state_needs_decision())
  if (!after && decided) throw invalidField('state', m.case_state_is_decided())
}

/** What has to be said of a case before somebody can decide it. */
const needed = ['ask', 'decider', 'decideBy', 'recommendedId'] as const

/** A draft in which the last of it is said is ready, unless the same person says which state it is in. */
function becomesReady(was: Case | null, fields: Record<string, unknown>): Record<string, unknown> {
  const lacks = (from: Record<string, unknown>): boolean => needed.some((field) => !from[field])
  const draft = (was?.state ?? 'draft') === 'draft' && fields.state === undefined
  return draft && (!was || lacks({ ...was })) && !lacks({ ...was, ...fields }) ? { ...fields, state: 'ready' } : fields
}

/** Somebody was asked: the case is no draft any more. */
export async function wasAsked(change: Change, caseId: Id<'case'>): Promise<void> {
  const { state } = await mustFind<Case>(change.db, 'case', caseId)
  if (state === 'draft') await alter(change, 'case', caseId, { state: 'ready' })
}

/** Takes what is known of an outcome before and after: once relief, satisfaction and staying are all known, a decided case is closed. */
export async function isKnown(change: Change, before: Partial<Outcome>, after: Partial<Outcome>): Promise<void> {
  const whole = ({ remedyArrivedOn, satisfied, stayed }: Partial<Outcome>): boolean =>
    Boolean(remedyArrivedOn && satisfied) && stayed !== null && stayed !== undefined
  if (whole(before) || !whole(after) || !after.caseId) return
  const { state } = await mustFind<Case>(change.db, 'case', after.caseId)
  if (state === 'decided') await alter(change, 'case', after.caseId, { state: 'closed' })
}

/** Takes what is new of a case; gives it with the state that follows from it. Errors: a state without its record, a currency that does not fit. */
export async function checkedCase(
  change: Change,
  fields: Record<string, unknown>,
  id: string | null
): Promise<Record<string, unknown>> {
  await stateHasItsRecord(change, fields, id)
  const was = id ? await mustFind<Case>(change.db, 'case', id) : null
  await currencyFits(change, fields.currency as string | undefined, was)
  return becomesReady(was, fields)
}

/**
 * Another currency would make other amounts of what remedies cost and relieve, also of those in the trash, which can be
 * restored; and the losses of its incidents could no longer be put together without a rate.
 */
async function currencyFits(change: Change, next: string | undefined, was: Case | null): Promise<void> {
  if (!was || next === undefined || next === was.currency) return
  const { id, currency } = was
  const amounts = await change.db
    .selectFrom('remedy')
    .innerJoin('option', 'option.id', 'remedy.optionId')
    .select('remedy.id')
    .where('option.caseId', '=', id)
    .where(({ or, eb }) => or([eb('remedy.cost', '>', 0), eb('remedy.relief', '>', 0)]))
    .executeTakeFirst()
  if (amounts) throw invalidField('currency', m.case_currency_kept({ currency }))
  const [lines, cliffs, rates] = await Promise.all([
    ofItsIncidents(change, id)
      .innerJoin('lossLine', 'lossLine.incidentId', 'incident.id')
      .where('lossLine.trashedAt', 'is', null)
      .select('lossLine.currency')
      .execute(),
    ofItsIncidents(change, id)
      .innerJoin('cliff', 'cliff.incidentId', 'incident.id')
      .where('cliff.trashedAt', 'is', null)
      .select('incident.currency')
      .execute(),
    change.db.selectFrom('rate').selectAll().where('trashedAt', 'is', null).execute()
  ])
  const without = [...lines, ...cliffs].find((held) => !conversion(held.currency, next, rates))
  if (without)
    throw invalidField('currency', inputErrorText({ path: 'currency', code: 'no-rate', name: `${without.currency} → ${next}` }))
}
