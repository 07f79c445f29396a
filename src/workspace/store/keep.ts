import type { Instant } from '../../shared/values/flavours'

/** A backup as its name tells: which in the row of all, when by the clock of then, why, and what it was made of. */
export interface BackupName {
  name: string
  /** Counts up whatever the clock says; 0 for those that an older Redress made, which had no number. */
  number: number
  at: Instant
  why: string
  /** The beginning of the SHA-256 of the whole file; null for those of an older Redress and for renamed ones. */
  digest: string | null
}

/** How many are kept: the newest, then the last of each hour, day and week in which there are any. */
const kept = { newest: 6, hours: 12, days: 14, weeks: 8 }
const hour = 3_600_000
export const digestLength = 16

const today = /^(\d{6,12}) (\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z) ([a-z-]+) ([0-9a-f]{16})\.redress$/
const before = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z) (.+)\.redress$/

/** Gives the name of a backup. `digest` is the whole SHA-256. */
export function backupName(number: number, at: Date, why: string, digest: string): string {
  const stamp = at.toISOString().replaceAll(':', '-')
  return `${String(number).padStart(6, '0')} ${stamp} ${why} ${digest.slice(0, digestLength)}.redress`
}

/** Takes the names in a folder, gives the backups among them, the newest first: by their number, never by the clock. */
export function backupsIn(names: readonly string[]): BackupName[] {
  return (
    names
      .flatMap((name): BackupName[] => {
        const now = today.exec(name)
        if (now) return [{ name, number: Number(now[1]), at: instant(now[2]!), why: now[3]!, digest: now[4]! }]
        const then = before.exec(name)
        return then ? [{ name, number: 0, at: instant(then[1]!), why: then[2]!, digest: null }] : []
      })
      // a name that only looks like one has no moment
      .filter(({ at }) => !Number.isNaN(Date.parse(at)))
      .sort((a, b) => b.number - a.number || (a.at < b.at ? 1 : -1))
  )
}

/**
 * Takes backups, the newest first, gives the names of those that may go. The clock only says which of them are of one
 * hour, day or week; which is newer is their number's to say, so that a clock set wrong lets none go before its time.
 */
export function toLetGo(backups: readonly BackupName[]): string[] {
  const stay = new Set(backups.slice(0, kept.newest))
  for (const [most, length] of [
    [kept.hours, hour],
    [kept.days, 24 * hour],
    [kept.weeks, 7 * 24 * hour]
  ] as const) {
    const seen = new Set<number>()
    for (const backup of backups) {
      const span = Math.floor(Date.parse(backup.at) / length)
      if (seen.has(span) || seen.size >= most) continue
      seen.add(span)
      stay.add(backup)
    }
  }
  return backups.filter((backup) => !stay.has(backup)).map(({ name }) => name)
}

const instant = (stamp: string): string => stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')
