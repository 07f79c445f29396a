import type { Database } from 'better-sqlite3'
import type { Changed } from '../../shared/contract/table'
import { quietly } from './looking'
import type { Change, Journal } from './journal'
import { isSearchDamage } from './troubles'
import { reverseEntries } from './undo'

/** A long change in parts: others may write between two of them, yet it is one change for whoever undoes it. */
export interface Parts {
  /**
   * Makes the next part, one transaction; the last part is the one whose work gives `last`. What the parts before have
   * written stands in the file meanwhile.
   */
  part(work: (change: Change) => Promise<{ last: boolean }>): Promise<void>
}

/** What is done around each part: the file must be in its place before it, and is made whole after it. */
export interface Around {
  before(): void
  after(): void
}

/** How many rows are named one by one when a change in parts is announced. */
const mostTouched = 1_000

/**
 * Runs a change in parts. In the journal all parts but the last are entries of Redress itself that name the first of them;
 * the last one names it too, and stands for all. When `work` throws, all parts are taken back before the error is passed
 * on; when the process dies, they are at the next opening: see `takeBackUnfinished`.
 */
export async function inParts<T>(
  journal: Journal,
  work: (parts: Parts) => Promise<T>,
  around: Around
): Promise<{ result: T; changed: Changed }> {
  const all: Changed = { seq: null, rows: [], savedAt: '' }
  let first: number | null = null
  let ended = false
  const part: Parts['part'] = async (work) => {
    if (ended) throw new Error('the last part was made already')
    around.before()
    let last = false
    const { changed } = await journal.change(async (change) => {
      last = (await work(change)).last
      if (!last) {
        change.is('system', first ?? change.seq)
        change.partly()
      } else if (first !== null) change.is('do', first)
    })
    ended = last
    if (!last) first ??= changed.seq
    all.seq = changed.seq ?? all.seq
    all.savedAt = changed.savedAt
    if (all.rows.length + changed.rows.length <= mostTouched) all.rows.push(...changed.rows)
    else {
      // too many to be named one by one: their kinds are
      const kinds = new Set([...all.rows, ...changed.rows].map(({ entity }) => entity))
      all.rows = [...kinds].map((entity) => ({ entity, id: '', customerId: null, trash: true }))
    }
    around.after()
    // whoever waits to write or to read has a turn
    await new Promise(setImmediate)
  }
  try {
    const result = await work({ part })
    if (!ended && first !== null) throw new Error('the last part is missing')
    return { result, changed: all }
  } catch (error) {
    if (isSearchDamage(error)) await journal.rebuildSearch()
    if (first !== null && !ended) await takeBack(journal, first)
    throw error
  }
}

/** SQL of the entries that are parts of a longer change, but for the last. */
export const isPart = `kind = 'system' AND ofSeq IS NOT NULL AND deed <> 'erase'`

/** Takes back changes in parts that a crash has cut short. Gives how many there were. */
export async function takeBackUnfinished(db: Database, journal: Journal): Promise<number> {
  const open = db
    .prepare(
      `SELECT DISTINCT ofSeq FROM journalEntry p WHERE ofSeq IS NOT NULL AND ${isPart} AND NOT EXISTS (
         SELECT 1 FROM journalEntry e WHERE e.ofSeq = p.ofSeq AND (e.kind = 'do' OR (e.kind = 'system' AND e.deed = 'erase')))
       ORDER BY ofSeq DESC`
    )
    .pluck()
    .all() as number[]
  for (const first of open) await takeBack(journal, first)
  return open.length
}

/** Takes back all parts of a change that was not finished. Error: conflict, somebody has built on them since. */
async function takeBack(journal: Journal, first: number): Promise<void> {
  await journal.change(async (change) => {
    const parts = await change.db
      .selectFrom('journalEntry')
      .select(['seq', 'rows', 'entity', 'name', 'customerId'])
      .where('ofSeq', '=', first)
      .orderBy('seq', 'desc')
      .execute()
    const { entity, name, customerId } = parts[0]!
    change.is('system', first)
    change.says('erase', entity, name ?? '', customerId)
    await reverseEntries(change, parts, quietly)
  })
}
