import { exerciseLength, type Exercise, type ExerciseAnswer, type ExerciseQuestion } from '../../shared/contract/exercise'
import { randomBits, randomStream, UNIT } from '../../shared/losses/sampling/random'
import { titleOf } from '../../shared/records/interactions'
import { invalidField } from '../../shared/values/errors'
import { cut } from '../../shared/values/truncate'
import { daysBetween, dayOf } from '../../shared/values/zones'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { add, name, parsed } from '../records'
import type { Daytime } from '../../shared/values/flavours'

type Db = Pick<Context['read'], 'selectFrom'>
type Known = ExerciseQuestion & { truth: number }

const titled = 80
const hour = 3_600_000
const days = (from: Daytime, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / (24 * hour))

/** Everything that can be asked of a workspace, with its answer. */
async function everything(db: Db): Promise<Known[]> {
  const [orders, promises, interactions] = await Promise.all([
    db
      .selectFrom('order')
      .innerJoin('customer', 'customer.id', 'order.customerId')
      .select([
        'order.id',
        'order.title',
        'order.orderedOn',
        'order.promisedOn',
        'order.receivedOn',
        'customer.name as customer',
        'customer.timeZone as clock'
      ])
      .where('order.trashedAt', 'is', null)
      .where('customer.trashedAt', 'is', null)
      .where('order.receivedOn', 'is not', null)
      .orderBy('order.id')
      .limit(500)
      .execute(),
    db
      .selectFrom('promise')
      .innerJoin('customer', 'customer.id', 'promise.customerId')
      .select(['promise.id', 'promise.words', 'promise.madeAt', 'promise.closedAt', 'customer.name as customer'])
      .where('promise.trashedAt', 'is', null)
      .where('customer.trashedAt', 'is', null)
      .where('promise.closedAt', 'is not', null)
      .orderBy('promise.id')
      .limit(500)
      .execute(),
    db
      .selectFrom('interaction')
      .innerJoin('customer', 'customer.id', 'interaction.customerId')
      .select(['interaction.id', 'interaction.at', 'interaction.subject', 'interaction.notes', 'interaction.repliedAt'])
      .select(['customer.id as customerId', 'customer.name as customer'])
      .where('interaction.trashedAt', 'is', null)
      .where('customer.trashedAt', 'is', null)
      .orderBy('interaction.id')
      .limit(5_000)
      .execute()
  ])
  const known: Known[] = []
  for (const { id, title, orderedOn, promisedOn, receivedOn, customer, clock } of orders) {
    const apart = (from: Daytime): number => daysBetween(dayOf(from, clock), dayOf(receivedOn!, clock))
    const about = cut(title, titled)
    if (promisedOn)
      known.push({
        key: `order-late:${id}`,
        kind: 'order-late',
        about,
        customer,
        unit: 'days',
        truth: apart(promisedOn)
      })
    if (orderedOn)
      known.push({
        key: `order-took:${id}`,
        kind: 'order-took',
        about,
        customer,
        unit: 'days',
        truth: apart(orderedOn)
      })
  }
  for (const { id, words, madeAt, closedAt, customer } of promises) {
    const truth = days(madeAt, closedAt!)
    known.push({ key: `promise-took:${id}`, kind: 'promise-took', about: cut(words, titled), customer, unit: 'days', truth })
  }
  const spoken = new Map<string, Known>()
  for (const { id, at, repliedAt, customerId, customer, ...said } of interactions) {
    if (repliedAt) {
      const truth = Math.round((Date.parse(repliedAt) - Date.parse(at)) / hour)
      known.push({ key: `replied:${id}`, kind: 'replied', about: cut(titleOf(said), titled), customer, unit: 'hours', truth })
    }
    const about = at.slice(0, 4)
    const key = `spoken:${customerId}:${about}`
    const found = spoken.get(key) ?? { key, kind: 'spoken', about, customer, unit: 'count', truth: 0 }
    spoken.set(key, { ...found, truth: found.truth + 1 })
  }
  return [...known, ...spoken.values()]
}

/** Twenty of them, of every kind in turn, in an order that follows from the turn. */
function drawn(all: readonly Known[], turn: number): Known[] {
  const bits = randomBits(randomStream(turn, 'exercise'), new Uint32Array(all.length))
  const mixed = all.map((one, index) => ({ one, at: bits[index]! * UNIT })).sort((a, b) => a.at - b.at)
  const kinds = [...new Set(mixed.map(({ one }) => one.kind))]
  const byKind = kinds.map((kind) => mixed.filter(({ one }) => one.kind === kind).map(({ one }) => one))
  const found: Known[] = []
  for (let round = 0; found.length < exerciseLength && byKind.some((some) => some.length > round); round++)
    for (const some of byKind) if (some[round] && found.length < exerciseLength) found.push(some[round]!)
  return found
}

export const exerciseHandlers: HandlersOf<'exercise'> = {
  'exercise.questions': async ({ read }, { turn }) =>
    drawn(await everything(read), turn).map(({ truth: _, ...question }) => question),
  'exercise.finish': async (change, { answers }, { now, settings }) => {
    const known = new Map((await everything(change.db)).map((one) => [one.key, one]))
    const held = answers.map(({ key, low, high }, index): ExerciseAnswer => {
      const one = known.get(key)
      if (!one) throw invalidField(`answers.${index}.key`, m.error_linked())
      if (low > high) throw invalidField(`answers.${index}.low`, m.ui_order_two())
      return { key, kind: one.kind, about: one.about, customer: one.customer, low, high, truth: one.truth }
    })
    const fields = {
      takenAt: now,
      advocate: settings.advocate,
      held: held.filter(({ low, high, truth }) => truth >= low && truth <= high).length,
      asked: held.length,
      answers: held
    }
    const { id } = await add(change, 'exercise', fields)
    await name(change, 'create', 'exercise', id)
    return { id, ...fields }
  },
  'exercise.taken': async ({ read, settings }) => {
    const rows = await read
      .selectFrom('exercise')
      .selectAll()
      .where('advocate', '=', settings.advocate)
      .where('trashedAt', 'is', null)
      .orderBy('takenAt', 'desc')
      .limit(50)
      .execute()
    return rows.map((row) => parsed<Exercise>('exercise', row))
  }
}
