import { toMajor } from '../../values/money'
import type { OwnQuantity } from '../model/quantity'
import { checkedOf } from '../model/validate-quantity'
import { distributionOf } from '../sampling/distributions'
import { randomStream } from '../sampling/random'
import { latinHypercube } from '../sampling/sample'
import type { CaseDraws } from './case-draws'
import { addTo, netOf } from './net'

/**
 * A part of a loss that something relieves: of a line, of a dated step, of all that goes on (`all`), or an amount of the
 * whole (`amount`). `ahead`: what would be lost from `day` on; `whole`: the line as a whole, what is lost already too.
 */
export interface ReliefPart {
  of: 'line' | 'step' | 'all' | 'amount'
  /** The line or the step. */
  id?: string | null
  what: 'ahead' | 'whole'
  /** In how many days from now it begins to relieve; what is not known relieves nothing ahead. */
  day: number | null
  /** To what share, 0 to 1; the whole when not given. */
  share?: OwnQuantity | null
  /** An amount instead of a share: of the line, or of the whole loss. Minor units of the case's currency. */
  amount?: OwnQuantity | null
  /** Names its draws, so that the same part is drawn alike in every option that it stands in. */
  stream: string
}

/** What is relieved of one line or step. */
interface OnOne {
  ahead: { day: number; share: Draws }[]
  whole: Draws[]
  amounts: Draws[]
}

/** A number that is the same in every draw, or one for each. */
type Draws = number | Float64Array

/** A quantity in each draw, held between bounds; one that is exact stays one number. */
export function drawsOf(quantity: OwnQuantity, { seed, draws }: CaseDraws, stream: string, low = 0, high = Infinity): Draws {
  const held = (value: number): number => Math.min(high, Math.max(low, value))
  if (quantity.as === 'exact') return held(quantity.value)
  const found = latinHypercube(distributionOf(checkedOf(quantity)), draws, randomStream(seed, stream))
  return found.map(held)
}

const at = (draws: Draws, i: number): number => (typeof draws === 'number' ? draws : draws[i]!)

/**
 * Takes a case's draws and what is relieved; gives what is left of the loss by the end of the harm in each draw, in major
 * units. A line stops growing, by its share, when relief begins; a step that is met in time falls away; shares of one line
 * add up to no more than the whole of it, and together with amounts to no more than the line. What came back grows no
 * further once the harm has ended.
 */
export function leftAfter(all: CaseDraws, parts: readonly ReliefPart[]): Float64Array {
  if (parts.length === 0) return all.end
  const { draws, currency } = all
  const share = (part: ReliefPart): Draws => (part.share ? drawsOf(part.share, all, `${part.stream}|share`, 0, 1) : 1)
  const amount = (part: ReliefPart): Draws | undefined => {
    if (!part.amount) return undefined
    const minor = drawsOf(part.amount, all, `${part.stream}|amount`)
    return typeof minor === 'number' ? toMajor(minor, currency) : minor.map((value) => toMajor(value, currency))
  }
  const drawn = parts.map((part) => ({ part, share: share(part), amount: amount(part) }))
  const onOne = (of: 'line' | 'step', id: string): OnOne | null => {
    const own = drawn.filter(({ part }) => (part.of === of && part.id === id) || part.of === 'all')
    if (own.length === 0) return null
    const found: OnOne = { ahead: [], whole: [], amounts: [] }
    for (const one of own) {
      if (one.amount !== undefined && one.part.of === of) found.amounts.push(one.amount)
      else if (one.part.what === 'whole' && one.part.of === of) found.whole.push(one.share)
      else if (one.part.day !== null) found.ahead.push({ day: Math.max(0, one.part.day), share: one.share })
    }
    found.ahead.sort((a, b) => a.day - b.day)
    return found
  }

  const { lines, counted } = all.by(Infinity)
  const place = new Map(lines.map(({ line }, index) => [line.id, index]))
  const left = counted.map((whole, index) => {
    const { line, sign } = lines[index]!
    const own = onOne('line', line.id)
    if (!own) return whole
    const by = (day: number): Float64Array => all.by(day).counted[place.get(line.id)!]!
    // nobody repays or shares what came back: it only stops growing with the rest
    return sign < 0 ? remainder(whole, { ...own, whole: [], amounts: [] }, by) : remainder(whole, own, by)
  })
  const steps = new Map([...all.homes].map((home): [string, Float64Array] => [home, new Float64Array(draws)]))
  for (const step of all.steps) {
    const own = onOne('step', step.id)
    const by = (day: number): Float64Array => (step.inDays <= day ? step.amounts : new Float64Array(draws))
    const kept = own ? remainder(step.amounts, own, by) : step.amounts
    addTo(steps.get(step.home)!, kept)
  }
  const net = netOf(lines, left, draws, { homes: all.homeOf, steps }).net
  const amounts = drawn.flatMap((one) => (one.part.of === 'amount' && one.amount !== undefined ? [one.amount] : []))
  if (amounts.length === 0) return net
  const taken = sumOf(amounts, draws)
  return net.map((loss, i) => Math.max(0, loss - at(taken, i)))
}

/** What is left of one line or step; `by` gives what it comes to by so many days from now. */
function remainder(end: Float64Array, { ahead, whole, amounts }: OnOne, by: (day: number) => Float64Array): Float64Array {
  let left = end
  if (ahead.length > 0) {
    const days = [...new Set(ahead.map(({ day }) => day))]
    left = by(days[0]!).slice()
    days.forEach((day, k) => {
      const begun = ahead.filter((one) => one.day <= day)
      const [from, to] = [by(day), k + 1 < days.length ? by(days[k + 1]!) : end]
      if (from === to) return
      const share = sumOf(
        begun.map((one) => one.share),
        left.length
      )
      for (let i = 0; i < left.length; i++) {
        const own = at(share, i)
        if (own < 1) left[i] = left[i]! + (1 - own) * (to[i]! - from[i]!)
      }
    })
  }
  if (whole.length === 0 && amounts.length === 0) return left
  const [share, taken] = [sumOf(whole, left.length), sumOf(amounts, left.length)]
  return left.map((value, i) => Math.max(0, value - Math.min(1, at(share, i)) * end[i]! - at(taken, i)))
}

/** The sum of numbers, of which some differ from draw to draw; where none does, one number. */
function sumOf(all: readonly Draws[], draws: number): Draws {
  const same = all.reduce<number>((sum, one) => (typeof one === 'number' ? sum + one : sum), 0)
  const others = all.filter((one) => typeof one !== 'number')
  if (others.length === 0) return same
  const sum = new Float64Array(draws).fill(same)
  for (const one of others) addTo(sum, one)
  return sum
}
