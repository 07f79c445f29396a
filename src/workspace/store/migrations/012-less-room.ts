import type { Database } from 'better-sqlite3'
import { Backwards } from '../backwards'
import { fieldsOf } from '../row-text'

/** The kinds of record that a journal of the eleventh format may name, each by its code. */
const codes = [
  'customer',
  'contact',
  'gesture',
  'interaction',
  'voice',
  'promise',
  'promiseDate',
  'order',
  'incident',
  'incidentOrder',
  'cliff',
  'evidence',
  'evidenceLink',
  'lossLine',
  'driver',
  'rate',
  'guardAnswer',
  'case',
  'caseIncident',
  'fact',
  'option',
  'remedy',
  'decision',
  'outcome',
  'briefVersion',
  'signal',
  'mapping',
  'import',
  'importedRow',
  'setting',
  'answer'
].map((entity, at) => [entity, at + 1] as const)

/**
 * The journal in less room: what a row was after a change is stored only where it does not follow from the record as it is
 * and from the later changes; ids and digests are bytes; kinds and keys are numbers.
 */
export function lessRoom(db: Database): void {
  db.exec(`
    CREATE TABLE journalKeyNext (n INTEGER PRIMARY KEY, customerId TEXT NOT NULL UNIQUE, secret BLOB NOT NULL) STRICT;
    INSERT INTO journalKeyNext (customerId, secret) SELECT customerId, secret FROM journalKey ORDER BY customerId;
    DROP TABLE journalKey;
    ALTER TABLE journalKeyNext RENAME TO journalKey;
    CREATE TABLE journalRowNext (
      seq INTEGER NOT NULL, n INTEGER NOT NULL, code INTEGER NOT NULL, rowId ANY NOT NULL, keyN INTEGER NOT NULL,
      width INTEGER NOT NULL, before TEXT, after TEXT, digest BLOB NOT NULL, PRIMARY KEY (seq, n)
    ) STRICT, WITHOUT ROWID;`)
  for (const [entity, code] of codes) carry(db, entity, code)
  db.exec(`
    DROP TABLE journalRow;
    ALTER TABLE journalRowNext RENAME TO journalRow;
    CREATE INDEX journalRowOfRecord ON journalRow (rowId, seq);
    CREATE INDEX journalRowRemoved ON journalRow (code) WHERE width = 0;`)
}

/** Carries the changes of one kind of record over, going back from each record as it is now. */
function carry(db: Database, entity: string, code: number): void {
  const columns = (db.pragma(`table_info("${entity}")`) as { name: string }[]).map(({ name }) => name)
  const now = `json_object(${columns.map((name) => `'${name}', t."${name}"`).join(', ')})`
  let last: string | null = null
  let back = new Backwards(null)
  // the statement below gives the rows in the order that it names: with a limit, what is within stays on its own
  db.function('kept_after', (rowId, text, before, after) => {
    if (rowId !== last) back = new Backwards(text as string | null)
    last = rowId as string
    const width = widthOf(after as string | null)
    const follows = back.step({ width, before: before as string | null, after: null })
    if (follows === after) return null
    // it does not follow, as when a record was changed past the journal: what came before goes on from what is stored
    back = new Backwards(before === null ? null : (after as string | null))
    if (before !== null) back.step({ width, before: before as string, after: after as string | null })
    return after
  })
  db.function('width_of', (after) => widthOf(after as string | null))
  db.exec(`INSERT INTO journalRowNext (seq, n, code, rowId, keyN, width, before, after, digest)
    SELECT seq, n, ${code}, packed_id(rowId), coalesce(keyN, 0), width_of(after), before, kept_after(rowId, now, before, after), unhex(digest)
    FROM (SELECT j.*, k.n AS keyN, CASE WHEN t.id IS NOT NULL THEN ${now} END AS now
      FROM journalRow j LEFT JOIN "${entity}" t ON t.id = j.rowId LEFT JOIN journalKey k ON k.customerId = coalesce(j.customerId, '')
      WHERE j.entity = '${entity}' ORDER BY j.rowId DESC, j.seq DESC, j.n DESC LIMIT -1)`)
}

const widthOf = (after: string | null) => (after === null ? 0 : (fieldsOf(after)?.size ?? 1))
