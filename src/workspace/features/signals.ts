import { Refusal } from '../../shared/values/errors'
import { signalKinds, type SignalKind } from '../../shared/records/signal'
import { trackOf } from '../../shared/records/track'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { add, alter, moveToTrash } from '../records'
import { careFor } from './care'
import { standingLine, yearOf } from './past'
import type { Change } from '../store/journal'

const rowOf = (change: Change, key: string) =>
  change.db.selectFrom('signal').select(['id', 'trashedAt']).where('key', '=', key).executeTakeFirst()

async function counted(context: Context, rules: Context['settings']['signals']): Promise<Record<SignalKind, number>> {
  const count = Object.fromEntries(signalKinds.map((kind) => [kind, 0])) as Record<SignalKind, number>
  for (const { signals } of (await careFor(context, undefined, rules)).of.values()) for (const { kind } of signals) count[kind]++
  return count
}

export const signalHandlers: HandlersOf<'signals'> = {
  'signals.of': async (context, { customerId }) => (await careFor(context, customerId)).of.get(customerId)?.signals ?? [],
  'signals.preview': async (context, { rules }) => {
    const [now, then] = [await counted(context, context.settings.signals), await counted(context, rules)]
    return Object.fromEntries(signalKinds.map((kind) => [kind, { now: now[kind], then: then[kind] }])) as Record<
      SignalKind,
      { now: number; then: number }
    >
  },
  'signals.track': async (context) => trackOf(await yearOf(context), context.today),
  'signals.line': (context, { customerId }) => standingLine(context, customerId),
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
