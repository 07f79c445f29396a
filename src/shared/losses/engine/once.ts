import { toMajor } from '../../values/money'
import type { PreparedLine } from '../model/prepare'
import type { GuardAnswerInput } from './incident-loss'

/** Takes the key of a question, gives the lines that it is about. */
export function linesOfKey(key: string): string[] {
  return key.slice(key.indexOf(':') + 1).split('+')
}

/** What the answers do to a sum of lines. */
export interface Once {
  /** The lines that leave the sum, each with the one that contains it. */
  left: ReadonlyMap<string, string>
  /** Amounts in major units of the sum's currency, each taken off one line as far as both have it. */
  shared: readonly { from: string; other: string | undefined; amount: number }[]
}

export const nothingTwice: Once = { left: new Map(), shared: [] }

/**
 * Takes answers and the lines that are summed; gives what each answer does. Answers about lines that are not there do
 * nothing, nor does one by which two lines would each contain the other. `factor` turns a currency into the sum's.
 */
export function onceOf(
  answers: readonly GuardAnswerInput[],
  lines: readonly { id: string }[],
  factor: (currency: string) => number
): Once {
  if (!answers.some(({ answer }) => answer === 'contains' || answer === 'shares')) return nothingTwice
  const there = new Set(lines.map(({ id }) => id))
  const left = new Map<string, string>()
  const holds = (line: string, other: string): boolean => {
    for (let at: string | undefined = line; at !== undefined; at = left.get(at)) if (at === other) return true
    return false
  }
  const given = answers
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ key }) => linesOfKey(key).every((id) => there.has(id)))
  for (const { key, answer, leavesId } of given) {
    const other = linesOfKey(key).find((id) => id !== leavesId)
    if (answer === 'contains' && leavesId && other && there.has(leavesId) && !left.has(leavesId) && !holds(other, leavesId))
      left.set(leavesId, other)
  }
  const shared = given.flatMap(({ key, answer, leavesId, amount, currency }) => {
    const ids = linesOfKey(key)
    // a line that left the sum shares nothing with what is in it
    if (answer !== 'shares' || !leavesId || !amount || !currency || ids.some((id) => left.has(id))) return []
    return [{ from: leavesId, other: ids.find((id) => id !== leavesId), amount: toMajor(amount, currency) * factor(currency) }]
  })
  return { left, shared }
}

/**
 * Takes lines and the amounts of each in the same draws, gives the amounts that count: nothing of a line that left, and
 * a shared amount once. Lines that no answer is about keep their own array.
 */
export function countedOnce(lines: readonly PreparedLine[], amounts: readonly Float64Array[], once: Once): Float64Array[] {
  const counted = amounts.slice()
  if (once.left.size === 0 && once.shared.length === 0) return counted
  const at = new Map(lines.map(({ line }, index) => [line.id, index]))
  for (const id of once.left.keys()) {
    const index = at.get(id)
    if (index !== undefined) counted[index] = new Float64Array(amounts[index]!.length)
  }
  for (const { from, other, amount } of once.shared) {
    const index = at.get(from)
    const beside = other === undefined ? undefined : at.get(other)
    if (index === undefined || (other !== undefined && beside === undefined)) continue
    const also = beside === undefined ? undefined : amounts[beside]!
    counted[index] = counted[index]!.map((own, i) => own - Math.max(0, Math.min(own, amount, also ? also[i]! : amount)))
  }
  return counted
}
