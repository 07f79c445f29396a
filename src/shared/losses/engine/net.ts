import type { PreparedLine } from '../model/prepare'

/** How losses and what came back make a net. */
export interface NetRules {
  /** The incident of each line, where there are several: what came back is set against its own, unless the line says the whole case. */
  homes?: ReadonlyMap<string, string> | undefined
  /** What dated steps add to each incident in each draw, in major units; under '' where there is only one. */
  steps?: ReadonlyMap<string, Float64Array> | undefined
  /** What came back may exceed the loss: the net is then below zero. */
  allowNegative?: boolean | undefined
}

/** Adds amounts to a sum in place, draw by draw: with a sign of -1 takes them off. A loop of its own is compiled as one. */
export function addTo(sum: Float64Array, amounts: Float64Array, sign: 1 | -1 = 1): void {
  if (sign === 1) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + amounts[i]!
  else for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! - amounts[i]!
}

/**
 * Takes lines and what counts of each in the same draws; gives the net in each draw, and in how many more came back than
 * was lost, so that it was held at zero: in an incident by itself, or in all together.
 */
export function netOf(
  lines: readonly PreparedLine[],
  counted: readonly Float64Array[],
  draws: number,
  { homes, steps, allowNegative }: NetRules = {}
): { net: Float64Array; held: number } {
  const sums = new Map<string, Float64Array>()
  for (const [home, amount] of steps ?? []) sums.set(home, amount.slice())
  let whole: Float64Array | undefined
  // losses first, each sum in the order of the lines' ids: the order in which they stand changes nothing
  for (const sign of [1, -1] as const) {
    lines.forEach((one, index) => {
      if (one.sign !== sign) return
      let sum: Float64Array
      if (homes && sign < 0 && one.line.wholeCase) sum = whole ??= new Float64Array(draws)
      else {
        const home = homes?.get(one.line.id) ?? ''
        sum = sums.get(home) ?? new Float64Array(draws)
        sums.set(home, sum)
      }
      addTo(sum, counted[index]!, sign)
    })
  }
  const parts = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  if (parts.length === 1 && !whole) return { net: parts[0]!, held: allowNegative ? 0 : holdAtZero(parts[0]!) }
  const net = new Float64Array(draws)
  let held = 0
  for (let i = 0; i < draws; i++) {
    let total = 0
    let low = false
    for (const part of parts) {
      const value = part[i]!
      if (value < 0 && !allowNegative) low = true
      else total += value
    }
    if (whole) total += whole[i]!
    if (total < 0 && !allowNegative) {
      low = true
      total = 0
    }
    if (low) held++
    net[i] = total
  }
  return { net, held }
}

/** Sets what is below zero to zero, in place; gives in how many draws. */
function holdAtZero(net: Float64Array): number {
  let held = 0
  for (let i = 0; i < net.length; i++) {
    if (net[i]! >= 0) continue
    net[i] = 0
    held++
  }
  return held
}
