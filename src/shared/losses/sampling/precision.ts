import { toMajor } from '../../values/money'
import type { Minor } from '../../values/flavours'

/** What an estimate is shown to at most: three figures. */
const FIGURES = 3

/**
 * Takes how many draws there are and a probability; gives how far off it the quantile's true probability may be, as a
 * standard error. Latin hypercube draws are no worse than independent ones, for which this holds.
 */
export function slack(draws: number, probability: number): number {
  return Math.sqrt((probability * (1 - probability)) / draws)
}

/**
 * Takes an estimate and its standard error, both in minor units; gives the step that it is rounded to: the smallest of
 * 1, 2, 5, 10, 20 … that is no less than the error, and never more than three figures of it. 0 of a certain amount, which
 * is not rounded.
 */
export function stepOf(value: Minor, error: Minor, currency: string): Minor {
  if (!(error > 0) || value === 0) return 0
  const one = 1 / toMajor(1, currency)
  const major = Math.abs(value) / one
  // below a hundred whole units are precise enough, and below one unit its cents
  const figures = major < 1 ? 1 : Math.max(one, one * 10 ** (Math.floor(Math.log10(major)) + 1 - FIGURES))
  let power = 1
  while (power * 10 < error) power *= 10
  const supported = [1, 2, 5, 10].find((step) => step * power >= error)! * power
  return Math.max(figures, supported)
}

/** Takes an estimate and its standard error in minor units, gives it as precisely as it is known. An error beyond the estimate leaves its size. */
export function rounded(value: Minor, error: Minor, currency: string): Minor {
  let step = stepOf(value, error, currency)
  // what is less than half a step would vanish: its first figure stays
  if (step > 0 && Math.abs(value) < step / 2) step = 10 ** Math.floor(Math.log10(Math.abs(value)))
  return step > 0 ? Math.round(value / step) * step : value
}
