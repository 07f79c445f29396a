import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf } from '../handlers'
import { add, alter, moveToTrash } from '../records'
import type { Change } from '../store/journal'

const rowOf = (change: Change, key: string) =>
  change.db.selectFrom('signal').select(['id', 'trashedAt']).where('key', '=', key).executeTakeFirst()

export const signalHandlers: HandlersOf<'signals'> = {
  'signals.snooze': async (change, { key, customerId, until, reason }, { today }) => {
    if (until <= today) throw new Refusal('invalid', m.desk_aside_past(), { until: m.desk_aside_past() })
    change.says('snooze', 'signal', reason, customerId)
    const known = await rowOf(change, key)
    return known
      ? alter(change, 'signal', known.id, { until, reason, trashedAt: null })
      : add(change, 'signal', { key, customerId, until, reason })
  },
  'signals.wake': async (change, { key }) => {
    const known = await rowOf(change, key)
    if (!known) throw new Refusal('not-found', m.error_not_found())
    return moveToTrash(change, 'signal', known.id, change.at)
  }
}
