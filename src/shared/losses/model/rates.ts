import { isDay } from '../../values/day'
import type { DatedRate } from '../engine/incident-loss'

/** The rate that turns one currency into another, and the dated rate it came from; none for a currency into itself. */
export interface Conversion {
  factor: number
  used?: DatedRate
}

/**
 * Takes two currencies and dated rates; gives the conversion by the latest rate for the pair, in either direction, or
 * undefined when there is none. Never chains two rates: a cross rate is given as one, with its source.
 */
export function conversion(from: string, to: string, rates: readonly DatedRate[]): Conversion | undefined {
  if (from === to) return { factor: 1 }
  let best: DatedRate | undefined
  for (const rate of rates) {
    const fits = (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from)
    if (!fits || !sound(rate)) continue
    // on the same day the direct one, then the source's name: the order in which rates come decides nothing
    if (best === undefined || rank(rate, from) > rank(best, from)) best = rate
  }
  if (best === undefined) return undefined
  return { factor: best.from === from ? best.rate : 1 / best.rate, used: best }
}

/** Whether a rate can be used: a positive finite number on a real day. */
export function sound(rate: DatedRate): boolean {
  return Number.isFinite(rate.rate) && rate.rate > 0 && isDay(rate.on)
}

function rank(rate: DatedRate, from: string): string {
  return `${rate.on}|${rate.from === from ? 1 : 0}|${rate.source}|${rate.rate}`
}
