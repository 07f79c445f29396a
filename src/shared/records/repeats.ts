import type { CareRecords } from './care-records'
import { chanceHigher, chanceWithin, rateOf } from './how-often'
import { dayOf, signal, type Often, type Signal, type SignalReason } from './signal'
import type { SignalRules } from './signal-rules'
import { daysBetween } from '../values/zones'
import type { Day } from '../values/flavours'

const daysOfYear = 365.25
const threeMonths = 0.25

/** The same kind of thing twice within the rule's days, the last time lately or not over yet. */
export function repeats(records: CareRecords, today: Day, rules: SignalRules): Signal[] {
  const lately = records.incidents.filter(
    ({ began, nearMiss }) => !nearMiss && daysBetween(dayOf(began, records), today) <= rules.repeat
  )
  return [...new Set(lately.map(({ kind }) => kind))].flatMap((kind) => {
    const alike = lately.filter((incident) => incident.kind === kind).sort((a, b) => (a.began < b.began ? 1 : -1))
    const [newest] = alike
    const days = newest ? daysBetween(dayOf(newest.began, records), today) : 0
    if (alike.length < 2 || !(newest!.open || days <= rules.recent)) return []
    const reasons = alike.map(({ id, title, began }): SignalReason => ({ entity: 'incident', id, title, at: began }))
    return [
      signal(records, `${kind}:${newest!.id}`, {
        kind: 'repeat',
        subject: kind,
        days,
        grave: alike.length > 2 && !newest!.decidedOn,
        often: oftenOf(records, kind, alike.length, today, rules),
        reasons
      })
    ]
  })
}

/** How often a kind of incident happens to them, by what was seen of them in all and of everybody. */
function oftenOf(records: CareRecords, kind: string, lately: number, today: Day, rules: SignalRules): Often {
  const all = records.incidents.filter((incident) => incident.kind === kind && !incident.nearMiss).length
  const within = rules.repeat / daysOfYear
  const watched = Math.max(
    within,
    daysBetween(records.watchedSince ? dayOf(records.watchedSince, records) : today, today) / daysOfYear
  )
  const rate = rateOf({ count: all, years: watched }, records.others.get(kind))
  const before = watched - within
  return {
    mean: rate.mean,
    low: rate.low,
    high: rate.high,
    soon: chanceWithin(rate, threeMonths),
    rising:
      before < threeMonths
        ? null
        : chanceHigher(rateOf({ count: lately, years: within }), rateOf({ count: all - lately, years: before }))
  }
}
