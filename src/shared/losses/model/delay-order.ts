/** A piece of work: what each period gains once it is done, and how many periods it takes. */
export interface Work {
  id: string
  gainPerPeriod: number
  periods: number
}

/** Cost of delay divided by duration: the higher, the sooner. It ranks; its ratio is not the gain in percent. */
export function delayRank(work: Work): number {
  return work.gainPerPeriod / work.periods
}

/** Takes works, gives them in the order that loses least to waiting. */
export function leastDelayFirst(works: readonly Work[]): Work[] {
  return works.toSorted((a, b) => delayRank(b) - delayRank(a) || a.id.localeCompare(b.id))
}

/** Takes works in the order they are done, one after the other, a base income per period and a horizon; gives the income. */
export function incomeUntil(works: readonly Work[], basePerPeriod: number, horizon: number): number {
  let income = basePerPeriod * horizon
  let done = 0
  for (const work of works) {
    done += work.periods
    income += work.gainPerPeriod * Math.max(0, horizon - done)
  }
  return income
}
