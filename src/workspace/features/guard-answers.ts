import type { Parsed } from '../../shared/contract/table'
import { linesOfKey, onceOf } from '../../shared/losses/engine/once'
import { m } from '../../shared/messages/messages.js'
import { invalidField } from '../../shared/values/errors'
import { add, alter, name } from '../records'
import type { Change } from '../store/journal'
import type { Id } from '../../shared/values/flavours'

type Given = Omit<Parsed<'losses.answerGuard'>, 'incidentId'>

/**
 * Keeps the answer to a question of the guard, for an incident or a case, in place of a former one. Takes the currency of
 * its amount. Errors: invalid, it does not say which line leaves or how much is shared, or two lines would contain each other.
 */
export async function answerGuard(
  change: Change,
  home: { incidentId: Id<'incident'> } | { caseId: Id<'case'> },
  currency: string,
  { key, answer, why, leavesId, amount }: Given
): Promise<{ id: string }> {
  const [column, id] = 'incidentId' in home ? (['incidentId', home.incidentId] as const) : (['caseId', home.caseId] as const)
  await name(change, 'answer', column === 'incidentId' ? 'incident' : 'case', id)
  const lines = linesOfKey(key)
  const effective = answer !== 'separate'
  if (effective && !(leavesId && lines.includes(leavesId))) throw invalidField('leavesId', m.ui_choose_needed())
  if (answer === 'contains' && lines.length < 2) throw invalidField('answer', m.ui_choose_needed())
  if (answer === 'shares' && !amount) throw invalidField('amount', m.loss_bad_required())
  const fields = {
    answer,
    why,
    leavesId: effective ? leavesId! : null,
    amount: answer === 'shares' ? amount! : null,
    currency: answer === 'shares' ? currency : null
  }
  if (answer === 'contains') await goesNowhereInCircles(change, column, id, { key, ...fields })
  const known = await change.db
    .selectFrom('guardAnswer')
    .select('id')
    .where(column, '=', id)
    .where('key', '=', key)
    .executeTakeFirst()
  return known
    ? alter(change, 'guardAnswer', known.id, { ...fields, trashedAt: null })
    : add(change, 'guardAnswer', { [column]: id, key, ...fields })
}

/** Of lines that would contain each other none would be left. */
async function goesNowhereInCircles(
  change: Change,
  column: 'incidentId' | 'caseId',
  id: string,
  given: { key: string; answer: 'contains' | 'separate' | 'shares'; leavesId: Id<'lossLine'> | null }
): Promise<void> {
  const others = await change.db
    .selectFrom('guardAnswer')
    .select(['key', 'answer', 'leavesId'])
    .where(column, '=', id)
    .where('key', '!=', given.key)
    .where('trashedAt', 'is', null)
    .execute()
  const answers = [...others, given]
  const ids = [...new Set(answers.flatMap(({ key }) => linesOfKey(key)))]
  const titles = await change.db.selectFrom('lossLine').select(['id', 'trashedAt']).where('id', 'in', ids).execute()
  const there = titles.filter(({ trashedAt }) => trashedAt === null)
  const { left } = onceOf(answers, there, () => 1)
  const meant = answers.filter(
    ({ answer, key }) => answer === 'contains' && linesOfKey(key).every((one) => there.some((line) => line.id === one))
  )
  if (new Set(meant.map(({ leavesId }) => leavesId)).size > left.size) throw invalidField('leavesId', m.error_guard_circle())
}

/** Answers to questions about lines of two incidents of a case. */
export const caseAnswers = (db: Pick<Change['db'], 'selectFrom'>, caseId: Id<'case'>) =>
  db
    .selectFrom('guardAnswer')
    .select(['key', 'answer', 'why', 'leavesId', 'amount', 'currency'])
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .execute()
