import { toMinor } from '../../values/money'
import { quantileOf } from '../sampling/quantiles'
import type { Chance } from './incident-loss'

/** From nearly certain to hardly ever, close together at the ends, where a long tail is told from a short one. */
const beyond = [0.99, 0.975, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.075, 0.05, 0.025, 0.01]

/**
 * Takes draws of a loss in major units, in rising order; gives the amounts that it exceeds with each of twenty chances,
 * rising (the loss exceedance curve of FAIR).
 */
export function chancesOf(ranks: Float64Array, currency: string): Chance[] {
  return beyond.map((chance) => ({ amount: toMinor(quantileOf(ranks, 1 - chance), currency), chance }))
}
