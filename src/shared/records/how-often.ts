import { betaQuantile, betaShare, gammaQuantile } from './incomplete'

/** What is seen: how many times within how many years of watching. */
export interface Seen {
  count: number
  years: number
}

/** A rate a year that is not known exactly: a gamma distribution, with 8 in 10 chances between low and high. */
export interface Rate {
  shape: number
  /** Years. */
  rate: number
  mean: number
  low: number
  high: number
}

/** Half an event before anything is seen: Jeffreys' prior of a Poisson rate. */
const unseen = { shape: 0.5, rate: 0 }

/**
 * Takes what was seen of one customer, and of all others; gives that customer's rate a year. Poisson counts with a gamma
 * prior: what others lived weighs as much as one event of this customer would (Gelman et al., Bayesian Data Analysis, 2.6).
 * Error: RangeError without any time of watching.
 */
export function rateOf(seen: Seen, others?: Seen): Rate {
  const prior = others && others.count > 0 && others.years > 0 ? { shape: 1, rate: others.years / others.count } : unseen
  const shape = prior.shape + seen.count
  const rate = prior.rate + seen.years
  if (!(rate > 0)) throw new RangeError('a rate needs time in which it was watched')
  return { shape, rate, mean: shape / rate, low: gammaQuantile(shape, rate, 0.1), high: gammaQuantile(shape, rate, 0.9) }
}

/** Takes a rate and a span in years; gives the chance that it happens within it at least once (negative binomial). */
export function chanceWithin({ shape, rate }: Rate, years: number): number {
  return 1 - (rate / (rate + years)) ** shape
}

/** Takes two independent rates; gives the chance that the first is the higher one. */
export function chanceHigher(one: Rate, other: Rate): number {
  return betaShare(other.shape, one.shape, other.rate / (one.rate + other.rate))
}

/** A share that was seen, with 8 in 10 chances between low and high. */
export interface Share {
  of: number
  share: number
  low: number
  high: number
}

/** Takes how often something held, of how many times; gives the share with Jeffreys' interval (Brown, Cai, DasGupta 2001); null of none. */
export function shareOf(held: number, of: number): Share | null {
  if (of <= 0) return null
  const [a, b] = [held + 0.5, of - held + 0.5]
  // what never failed (or never held) has no bound on that side
  const low = held === 0 ? 0 : betaQuantile(a, b, 0.1)
  const high = held === of ? 1 : betaQuantile(a, b, 0.9)
  return { of, share: held / of, low, high }
}

/** How often somebody is heard from: the days between words and the next. */
export interface Rhythm {
  intervals: number
  /** Days; half of the silences were shorter. */
  usual: number
  /** Days; nine in ten were shorter. A longer one is unlike them. */
  long: number
}

/** So few silences are no rhythm. */
const fewest = 5
const aDay = 86_400_000

/**
 * Takes the moments at which words passed (epoch milliseconds, any order); gives their rhythm, null where there are too few
 * to have one. What passed within half a day is one conversation.
 */
export function rhythmOf(moments: readonly number[]): Rhythm | null {
  const sorted = moments.toSorted((a, b) => a - b)
  const gaps = sorted.slice(1).map((at, i) => (at - sorted[i]!) / aDay)
  const silences = gaps.filter((gap) => gap >= 0.5).sort((a, b) => a - b)
  if (silences.length < fewest) return null
  return { intervals: silences.length, usual: quantile(silences, 0.5), long: quantile(silences, 0.9) }
}

/** Of sorted numbers at p (n + 1) (Hyndman and Fan, type 6): farther out where there are few. */
function quantile(sorted: readonly number[], p: number): number {
  const place = Math.min(sorted.length, Math.max(1, p * (sorted.length + 1)))
  const below = Math.floor(place)
  const low = sorted[below - 1]!
  const high = sorted[Math.min(sorted.length, below + 1) - 1]!
  return low + (place - below) * (high - low)
}
