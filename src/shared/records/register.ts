import { z } from 'zod'
import type { Clock } from '../values/clock'
import { idOf } from '../values/fields'
import type { Voice } from './timeline'
import type { Instant } from '../values/flavours'

/** How a need or wish may stand in the register; `back`: it was answered once, and they said it again. `untold`: answered, and nobody told them. */
export const standings = ['open', 'back', 'met', 'declined', 'untold'] as const
export type Standing = (typeof standings)[number]
export const wishKinds = ['need', 'wish', 'concern'] as const

export const registerFilter = z.strictObject({
  standing: z.enum(standings).optional(),
  customerId: idOf('customer').optional(),
  kind: z.enum(wishKinds).optional(),
  /** All of these words, in what they said, our reading, the answer or the release. */
  text: z.string().max(200).optional()
})
export type RegisterFilter = z.output<typeof registerFilter>

/** A need, wish or concern with whose it is, where it was said and what met it. */
export interface RegisterRow extends Omit<Voice, 'kind'> {
  kind: (typeof wishKinds)[number]
  customer: string
  clock: Clock
  contact: string | null
  /** The conversation in which it was said. */
  source: { channel: string; at: Instant; title: string } | null
  /** What the record is called that met it. */
  metBy: string | null
}

/** A part of the register. */
export interface RegisterPage {
  rows: RegisterRow[]
  /** How many there are with the other filters, by how they stand. */
  counts: Record<Standing, number>
  more: boolean
}

/** Takes a need or wish, gives whether it stands so. */
export function standsAs(
  { state, cameBackAfter, toldOn }: Pick<Voice, 'state' | 'cameBackAfter' | 'toldOn'>,
  standing: Standing
): boolean {
  if (standing === 'back') return state === 'open' && cameBackAfter !== null
  if (standing === 'untold') return state !== 'open' && toldOn === null
  return state === standing
}
