import type { Harm } from './calculator'
import type { Day, Id } from '../../values/flavours'

/** The harm that a line measures, as a person says it. */
export const harmKinds = ['margin', 'running', 'extra', 'penalty', 'value', 'time', 'owed'] as const
export type HarmKind = (typeof harmKinds)[number]

/** What the harm was done to. */
export const subjectKinds = ['goods', 'people', 'site', 'contract'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What a line says of its harm beside its numbers: which, of what, and when. Null or missing where nobody said. */
export interface HarmSaid {
  /** Only where the calculator does not know it, as of a plain amount. */
  harm?: HarmKind | null
  subjectKind?: SubjectKind | null
  subject?: string | null
  /** The order that it is about. */
  orderId?: Id<'order'> | null
  /** First and last day of the harm (ISO dates). */
  harmFrom?: Day | null
  harmTo?: Day | null
}

/** A calculator's finer harms under the seven that people tell apart. */
const kindOf: Record<Exclude<Harm, 'other'>, HarmKind> = {
  'lost-contribution': 'margin',
  'lost-sales': 'margin',
  'idle-labour': 'running',
  'extra-expense': 'extra',
  'recovery-work': 'extra',
  'liquidated-damages': 'penalty',
  'stock-lost': 'value',
  'scrap-rework': 'value',
  'customer-time': 'time',
  overcharge: 'owed',
  interest: 'owed',
  statutory: 'owed'
}

/** What stands for a kind that a person said, so that it meets the same questions as a calculator's own. */
const finest: Record<HarmKind, Harm> = {
  margin: 'lost-contribution',
  running: 'idle-labour',
  extra: 'extra-expense',
  penalty: 'liquidated-damages',
  value: 'stock-lost',
  time: 'customer-time',
  owed: 'overcharge'
}

/** Whether a calculator leaves it to the line to say which harm it measures. */
export function asksHarm({ harms }: { harms: readonly Harm[] }): boolean {
  return harms.includes('other')
}

/** Takes a calculator and what its line says, gives the harms that it measures; none where nobody said. */
export function harmsOf({ harms }: { harms: readonly Harm[] }, { harm }: HarmSaid): Harm[] {
  return harms.flatMap((one) => (one !== 'other' ? [one] : harm ? [finest[harm]] : []))
}

/** Takes a calculator and what its line says, gives the kinds of harm that it measures, in the order in which people are asked. */
export function kindsOf(calculator: { harms: readonly Harm[] }, said: HarmSaid): HarmKind[] {
  const found = new Set(harmsOf(calculator, said).flatMap((one) => (one === 'other' ? [] : [kindOf[one]])))
  return harmKinds.filter((kind) => found.has(kind))
}

/** The harm that two lines may both measure: the same kind, and of money owed the same debt. */
export function sameHarm(a: readonly Harm[], b: readonly Harm[]): boolean {
  return a.some((one) =>
    b.some(
      (other) => one === other || (one !== 'other' && other !== 'other' && kindOf[one] !== 'owed' && kindOf[one] === kindOf[other])
    )
  )
}

const words = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/**
 * Whether two lines cannot count one harm twice by what they say themselves: they are about different orders, or about
 * different things of one kind, or their days do not meet. What one of them leaves open does not tell them apart.
 */
export function toldApart(a: HarmSaid, b: HarmSaid): boolean {
  if (a.orderId && b.orderId) {
    if (a.orderId !== b.orderId) return true
  } else if (otherThings(a, b)) return true
  return endsBefore(a, b) || endsBefore(b, a)
}

/** Two names of one kind of thing, neither of which is part of the other ("Turku" and "Turku, line 2" may be one). */
function otherThings(a: HarmSaid, b: HarmSaid): boolean {
  if (!a.subject || !b.subject || (a.subjectKind ?? b.subjectKind) !== (b.subjectKind ?? a.subjectKind)) return false
  const [one, other] = [words(a.subject), words(b.subject)]
  const within = (few: string[], many: string[]): boolean => few.every((word) => many.includes(word))
  return !within(one, other) && !within(other, one)
}

function endsBefore(a: HarmSaid, b: HarmSaid): boolean {
  // an end reaches to the end of its day, or of the month where no day is known
  return !!a.harmTo && !!b.harmFrom && `${a.harmTo}~` < b.harmFrom
}
