import type { Kysely } from 'kysely'
import type { Database } from 'better-sqlite3'
import type { Tables } from './tables'
import { undoAndRedo } from './undo'

/**
 * Removes the bytes of kept files that no record names any more, once no redo can bring such a record back: undone evidence
 * would stay in the file for ever without anybody knowing. Evidence in the trash is a record, and keeps its file. To be
 * called when a workspace is opened, before anything is written. Gives how many went.
 */
export async function sweepEvidence(db: Database, read: Kysely<Tables>): Promise<number> {
  const unnamed = 'FROM evidenceContent WHERE sha256 NOT IN (SELECT sha256 FROM evidence WHERE sha256 IS NOT NULL)'
  if (!db.prepare(`SELECT 1 ${unnamed} LIMIT 1`).get()) return 0
  if ((await undoAndRedo(read)).redo) return 0
  return db.prepare(`DELETE ${unnamed}`).run().changes
}
