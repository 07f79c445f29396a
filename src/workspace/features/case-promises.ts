import type { Case } from '../../shared/records/cases'
import { addDays, dayIn } from '../../shared/values/zones'
import { add } from '../records'
import type { Change } from '../store/journal'
import type { Id, Instant, Zone } from '../../shared/values/flavours'

/** The remedies of what was decided become promises to the customer, due on their own day or after their days. */
export async function promiseRemedies(
  change: Change,
  found: Case,
  decisionId: Id<'decision'>,
  optionId: Id<'option'>,
  zone: Zone,
  at: Instant
): Promise<string[]> {
  const remedies = await change.db
    .selectFrom('remedy')
    .selectAll()
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('optionId', '=', optionId),
        eb('id', 'in', selectFrom('optionRemedy').select('remedyId').where('optionId', '=', optionId))
      ])
    )
    .where('trashedAt', 'is', null)
    .orderBy('position')
    .execute()
  const today = dayIn(at, zone)
  const ids: string[] = []
  for (const remedy of remedies) {
    const dueAt = remedy.dueOn ?? (remedy.days === null ? null : addDays(today, Math.ceil(remedy.days)))
    const fields = {
      customerId: found.customerId,
      decisionId,
      words: remedy.words,
      maker: remedy.owner,
      madeAt: at,
      zone,
      dueAt,
      firstDueAt: dueAt
    }
    ids.push((await add(change, 'promise', fields)).id)
  }
  return ids
}
