import { invalidField } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { Interaction, InteractionView } from '../../shared/records/timeline'
import { promiseSentences, type PromiseSentence } from '../../shared/imports/promise-sentences'
import { dayIn } from '../../shared/values/zones'
import type { HandlersOf, Context } from '../handlers'
import type { Change } from '../store/journal'
import { refOf } from '../store/descriptions'
import { promiseRows } from './promises'
import { reopenLetter, turnClock } from './replies'
import { timelineMonths } from './timeline/months'
import { timelinePage } from './timeline/page'
import { timelinePicture } from './timeline/picture'
import { timelineSheet } from './timeline/sheet'
import { voiceHandlers } from './timeline/voices'
import { add, agreesAt, alter, mustFind, name, recordHandlers } from '../records'
import type { Id } from '../../shared/values/flavours'

/** Something was said or it is not worth writing down: a subject or notes. */
async function checkedInteraction(
  change: Change,
  fields: Record<string, unknown>,
  id: string | null
): Promise<Record<string, unknown>> {
  const whole = { ...(id ? await mustFind<Interaction>(change.db, 'interaction', id) : { subject: '' }), ...fields }
  if (!whole.subject && !(whole as { notes?: string }).notes) throw invalidField('notes', m.ui_needed())
  return id ? fields : { ...fields, subject: whole.subject }
}

async function interactionView(context: Context, id: Id<'interaction'>): Promise<InteractionView> {
  const found = await mustFind<Interaction>(context.read, 'interaction', id)
  const [promises, voice, order, evidence] = await Promise.all([
    promiseRows(context, { interactionId: id }),
    context.read
      .selectFrom('voice')
      .select(['id', 'kind', 'words'])
      .where('interactionId', '=', id)
      .where('trashedAt', 'is', null)
      .execute(),
    context.read
      .selectFrom('order')
      .select(['id', 'number', 'title'])
      .where('id', '=', found.orderId ?? '')
      .executeTakeFirst(),
    context.read
      .selectFrom('evidenceLink')
      .innerJoin('evidence', 'evidence.id', 'evidenceLink.evidenceId')
      .select(['evidence.id', 'evidence.number', 'evidence.title', 'evidence.fileName'])
      .where('evidenceLink.entity', '=', 'interaction')
      .where('evidenceLink.recordId', '=', id)
      .where('evidence.trashedAt', 'is', null)
      .orderBy('evidence.number')
      .execute()
  ])
  return {
    ...found,
    promises,
    voice,
    order: order ? { id: order.id, ref: refOf('order', order.number), title: order.title } : null,
    cameWith: evidence.map(({ number, ...row }) => ({ ...row, ref: refOf('evidence', number) })),
    offers: offersIn(found, promises)
  }
}

/** What our own words promise in an interaction, but for what stands in the ledger already. */
function offersIn({ direction, notes, at, zone }: Interaction, promises: { words: string }[]): PromiseSentence[] {
  if (direction !== 'out' || !notes) return []
  const known = new Set(promises.map(({ words }) => words.trim()))
  return promiseSentences(notes, dayIn(at, zone ?? 'UTC')).filter(({ words }) => !known.has(words))
}

export const timelineHandlers: HandlersOf<'interactions' | 'voice' | 'timeline'> = {
  ...recordHandlers('interactions', 'interaction', checkedInteraction),
  'interactions.create': async (change, { promiseIds = [], voiceIds = [], ...given }) => {
    const made = await add(change, 'interaction', await checkedInteraction(change, given, null))
    for (const id of promiseIds) await alter(change, 'promise', id, { interactionId: made.id })
    for (const id of voiceIds) await alter(change, 'voice', id, { interactionId: made.id })
    return made
  },
  ...voiceHandlers,
  'interactions.answered': async (change, { id, at }, { now }) => {
    const repliedAt = at ?? now
    await agreesAt(change, 'interaction', id, 'repliedAt', repliedAt, 'at')
    await name(change, 'answer', 'interaction', id)
    return alter(change, 'interaction', id, { repliedAt })
  },
  'interactions.pause': (change, { id }, { now }) => turnClock(change, id, 'paused', now),
  'interactions.resume': (change, { id }, { now }) => turnClock(change, id, 'resumed', now),
  'interactions.reopen': (change, { id }, { now }) => reopenLetter(change, id, now),
  'interactions.get': (context, { id }) => interactionView(context, id),
  'timeline.list': timelinePage,
  'timeline.months': timelineMonths,
  'timeline.picture': timelinePicture,
  'timeline.sheet': timelineSheet
}
