import { isDay } from '../../values/day'
import type { DatedRate } from '../engine/incident-loss'
import type { Dated } from '../../values/flavours'

/** The rate that turns one currency into another, and the dated rate it came from; none for a currency into itself. */
export interface Conversion {
  factor: number
  used?: DatedRate
}

/**
 * Takes two currencies, dated rates and the day of the harm, as precisely as it is known; gives the conversion by the latest
 * rate for the pair that was published by then, in either direction; where there is none, by the first one after it, which
 * is named as later. Undefined when there is none at all. Without a day, the latest. Never chains two rates: a cross rate is
 * given as one, with its source.
 */
export function conversion(from: string, to: string, rates: readonly DatedRate[], on?: Dated): Conversion | undefined {
  if (from === to) return { factor: 1 }
  let best: DatedRate | undefined
  for (const rate of rates) {
    const fits = (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from)
    if (!fits || !sound(rate)) continue
    // on the same day the direct one, then the source's name: the order in which rates come decides nothing
    if (best === undefined || isBetter(rate, best, from, on)) best = rate
  }
  if (best === undefined) return undefined
  const used = isLater(best, on) ? { ...best, later: true as const } : best
  return { factor: best.from === from ? best.rate : 1 / best.rate, used }
}

/** Whether a rate can be used: a positive finite number on a real day. */
export function sound(rate: DatedRate): boolean {
  return Number.isFinite(rate.rate) && rate.rate > 0 && isDay(rate.on)
}

const isLater = (rate: DatedRate, on: Dated | undefined): boolean => on !== undefined && rate.on.slice(0, on.length) > on

/** By the day of the harm the last one counts, after it the first one. */
function isBetter(rate: DatedRate, best: DatedRate, from: string, on: Dated | undefined): boolean {
  const [late, bestLate] = [isLater(rate, on), isLater(best, on)]
  if (late !== bestLate) return bestLate
  if (late && rate.on !== best.on) return rate.on < best.on
  return rank(rate, from) > rank(best, from)
}

function rank(rate: DatedRate, from: string): string {
  return `${rate.on}|${rate.from === from ? 1 : 0}|${rate.source}|${rate.rate}`
}
