import type { Database, Statement } from 'better-sqlite3'
import { entities, type Entity } from '../../shared/contract/journal'
import { Backwards } from './backwards'
import { isDigestOf } from './digest'
import { mostProblems, type Problems } from './looking'
import { unpackedSql, unpackId } from './packed'
import { fieldsOf, textOf } from './row-text'
import { descriptions, kindOf } from './descriptions'
import type { Tables } from './tables'
import { columnsOf, rowJson } from './triggers'

type Row = Omit<Tables['journalRow'], 'n'>

/** So many rows are looked at before anybody else has a turn. */
const pageSize = 2_000

/**
 * Goes back through the changes of each record, from the record as it is now, and holds what each has left against its
 * keyed digest. A record that is not as its newest change left it is a `row` that is at fault; what the journal holds of a
 * change, or its key, a `payload`. Of each record the first fault is told: what lies behind it rests on it. With `since`,
 * only records that were changed after that entry are looked at.
 */
export async function* payloads(db: Database, problems: Problems, since = 0): AsyncIterable<number> {
  const stored = db.prepare('SELECT n, secret FROM journalKey').all() as Pick<Tables['journalKey'], 'n' | 'secret'>[]
  const keys = new Map(stored.map(({ n, secret }) => [n, secret]))
  const records = new Records(db)
  // rows of one id follow each other, the newest first; kinds may share an id
  const rows = db
    .prepare(
      `SELECT seq, code, rowId, keyN, width, before, after, digest FROM journalRow
       ${since > 0 ? `WHERE rowId IN (SELECT rowId FROM journalRow WHERE seq > ${since})` : ''}
       ORDER BY rowId DESC, seq DESC, n DESC`
    )
    .iterate() as IterableIterator<Row>
  let id: string | null = null
  let open = new Map<number, Backwards | 'at fault'>()
  let seen = 0
  for (const row of rows) {
    const entity = kindOf(row.code)
    const rowId = unpackId(row.rowId)
    if (rowId !== id) open = new Map()
    id = rowId
    if (++seen % pageSize === 0) yield pageSize
    const found = (...told: ('row' | 'payload')[]) => {
      open.set(row.code, 'at fault')
      for (const problem of told)
        problems.push({ seq: problem === 'row' ? null : row.seq, entity: entity ?? null, id: rowId, problem })
    }
    let back = open.get(row.code)
    if (back === 'at fault') continue
    if (problems.length > mostProblems) break
    if (!entity) {
      found('payload')
      continue
    }
    const newest = back === undefined
    if (!back) {
      const is = records.textOf(entity, rowId)
      const gone = row.width === 0
      if (gone !== (is === null) || (is !== null && !records.isAsLeft(entity, is, row))) {
        found('row')
        continue
      }
      open.set(row.code, (back = new Backwards(is)))
    }
    const { keyN, before, digest } = row
    const after = back.step(row)
    const key = keys.get(keyN)
    const erased = !key && before === null && row.after === null
    if (!erased && (!key || !isDigestOf(digest, key, { entity, rowId, before, after }))) {
      // the digest of the newest change is also that of the record as it is: which of the two is at fault cannot be told
      if (newest) found('row', 'payload')
      else found('payload')
    }
  }
}

/** The records of a file as they are now, as the journal serialises them. */
class Records {
  private readonly kinds: ReadonlyMap<Entity, { text: Statement; defaults: Map<string, unknown>; width: number }>

  /** Everything is prepared at once: while rows are read one by one, nothing else can be. */
  constructor(db: Database) {
    this.kinds = new Map(
      entities.map((entity) => {
        const columns = columnsOf(db, entity)
        const packed = descriptions[entity].packed?.id
        const text = db
          .prepare(`SELECT ${rowJson(entity, columns, 't')} FROM "${entity}" AS t WHERE id = ${packed ? 'packed_id(?)' : '?'}`)
          .pluck()
        return [entity, { text, defaults: defaultsOf(db, entity), width: columns.length }]
      })
    )
  }

  textOf(entity: Entity, id: string): string | null {
    return (this.kinds.get(entity)!.text.get(id) as string | undefined) ?? null
  }

  /**
   * Whether a record may be what its newest change has left, as far as it does not follow from the record itself: what is
   * stored of it must be in it, and columns that migrations have added since must hold what they put there.
   */
  isAsLeft(entity: Entity, is: string, { width, after }: Row): boolean {
    const { defaults, width: columns } = this.kinds.get(entity)!
    if (after !== null && after !== is) {
      const now = fieldsOf(is)
      if (!now || textOf(now, width) !== after) return false
    }
    if (width === columns) return true
    const added = Object.entries(JSON.parse(is) as Record<string, unknown>).slice(width)
    return added.every(([name, value]) => value === defaults.get(name))
  }
}

/** Rows of a kind that the journal never saw; with `newest`, looked for among so many that came last. */
export function strayRows(db: Database, entity: Entity, newest?: number): Problems {
  const id = unpackedSql(descriptions[entity].packed?.id, 'id')
  const among = newest ? `(SELECT * FROM "${entity}" ORDER BY rowid DESC LIMIT ${newest})` : `"${entity}"`
  const rows = db
    .prepare(
      `SELECT ${id} AS id FROM ${among} AS t WHERE NOT EXISTS
         (SELECT 1 FROM journalRow j WHERE j.rowId = packed_id(t.id) AND j.code = ${descriptions[entity].code}) LIMIT ${mostProblems}`
    )
    .all() as { id: string }[]
  return rows.map(({ id }) => ({ seq: null, entity, id, problem: 'row' }))
}

/** What a row has in each column when nothing is put there. */
function defaultsOf(db: Database, entity: Entity): Map<string, unknown> {
  const columns = db.pragma(`table_info("${entity}")`) as { name: string; dflt_value: string | null }[]
  const value = (literal: string | null) => (literal === null ? null : db.prepare(`SELECT ${literal}`).pluck().get())
  return new Map(columns.map((column) => [column.name, value(column.dflt_value)]))
}
