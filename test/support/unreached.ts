// Methods that no screen of Redress asks for, kept beside the vectors that they were checked with: the product does not carry them.
import { Temporal } from 'temporal-polyfill'
import { afterWorkingHours, workedOn, type Schedule } from '../../src/shared/records/clocks'

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

/** Order quantity with planned backorders: cost per order, holding and backorder cost per unit and time, demand per time. */
export function orderQuantity(fixed: number, holding: number, backorder: number, demand: number) {
  const quantity = Math.sqrt((2 * fixed * demand * (holding + backorder)) / (holding * backorder))
  const backorderShare = holding / (holding + backorder)
  const cost = Math.sqrt((2 * fixed * demand * holding * backorder) / (holding + backorder))
  return { quantity, backorderShare, cost }
}

/**
 * Stock and cost per period when supply fails with probability `fail` a period and returns with `recover`, demand fixed.
 * The tail of the series is summed exactly. Source: Snyder & Shen; stockpyl's supply_uncertainty (which truncates it).
 */
export function newsvendorWithDisruptions(holding: number, stockout: number, demand: number, fail: number, recover: number) {
  const failing = fail / (fail + recover)
  const ratio = stockout / (stockout + holding)
  const stays = 1 - recover
  let periods = 0
  let tail = failing
  while (1 - tail < ratio) {
    periods++
    tail *= stays
  }
  const stock = demand * (periods + 1)
  let cost = (1 - failing) * holding * periods * demand
  for (let n = 1; n < periods; n++) cost += failing * recover * stays ** (n - 1) * holding * (periods - n) * demand
  return { stock, cost: cost + (stockout * demand * tail) / recover }
}

/** Safety stock for a service level z: lead time and daily demand, each with its standard deviation. The formula is recalled. */
export function safetyStock(z: number, leadDays: number, leadSd: number, demand: number, demandSd: number): number {
  return z * Math.sqrt(leadDays * demandSd * demandSd + demand * demand * leadSd * leadSd)
}

/** Takes availabilities (0 to 1) of parts that are all needed, gives that of the whole. */
export function inSeries(parts: readonly number[]): number {
  return parts.reduce((whole, part) => whole * part, 1)
}

/** Takes the promised uptime (0 to 1), gives the minutes it allows to be down. */
export function allowedDowntime(promised: number, minutesInPeriod: number): number {
  return (1 - promised) * minutesInPeriod
}

/**
 * Takes a schedule, an instant and a number of working days: the same wall time on the Nth following date that has hours,
 * then the next open moment. Error: RangeError, the schedule never opens.
 */
export function afterWorkingDays(schedule: Schedule, at: string, days: number): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(schedule.zone)
  let date = local.toPlainDate()
  for (let left = days, looked = 0; left > 0; looked++) {
    if (looked > 3_660) throw new RangeError('the schedule has no working time')
    date = date.add({ days: 1 })
    if (workedOn(schedule, date.toString()).shifts > 0) left--
  }
  const wall = date.toZonedDateTime({ timeZone: schedule.zone, plainTime: local.toPlainTime() })
  return afterWorkingHours(schedule, wall.toInstant().toString(), 0)
}
