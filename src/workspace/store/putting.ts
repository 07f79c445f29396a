import type { Database, Statement } from 'better-sqlite3'
import type { Entity } from '../../shared/contract/journal'
import { BulkRows, type BulkRow, type Cell } from './bulk'
import { descriptions } from './descriptions'
import { packedBy, packId } from './packed'
import type { Tables } from './tables'

/** Takes a row that was written into the change at hand, gives its place and its digest there. */
type Journaled = (row: BulkRow) => Pick<Tables['journalRow'], 'seq' | 'n' | 'keyN' | 'digest'>

/** How many rows one statement takes. */
const size = 50
const journalColumns = ['seq', 'n', 'code', 'rowId', 'keyN', 'width', 'before', 'digest']

/** Writes many new records at once, and what the journal says of them. */
export class Putting {
  private insertions = new Map<string, Statement>()
  private bulk: BulkRows
  /** The rows that are being written are journaled here, not by their trigger. */
  journals = false

  constructor(private db: Database) {
    this.bulk = new BulkRows(db)
  }

  /** Takes new rows, the cells of each in the order of the columns. */
  put(entity: Entity, columns: readonly string[], rows: readonly Cell[][], journaled: Journaled): void {
    const { packed } = descriptions[entity]
    const packings = packed && columns.map((column) => packed[column])
    for (let at = 0; at < rows.length; at += size) {
      const some = rows.slice(at, at + size)
      const cells: unknown[] = []
      for (const row of some)
        for (let column = 0; column < row.length; column++)
          cells.push(packings ? packedBy(packings[column], row[column]) : row[column])
      const said = this.bulk.of(entity, columns, some)
      const insertion = this.insertion(entity, columns, some.length)
      this.journals = said !== null
      try {
        insertion.run(cells)
      } finally {
        this.journals = false
      }
      if (said) this.journal(entity, said, journaled)
    }
  }

  /** Journals rows as their trigger would have. */
  private journal(entity: Entity, rows: readonly BulkRow[], journaled: Journaled): void {
    const { code } = descriptions[entity]
    const width = this.bulk.width(entity)
    const cells: unknown[] = []
    for (const row of rows) {
      const { seq, n, keyN, digest } = journaled(row)
      cells.push(seq, n, code, packId(row.id), keyN, width, null, digest)
    }
    this.insertion('journalRow', journalColumns, rows.length).run(cells)
  }

  /** Statements for whole batches are kept: preparing one compiles all triggers of its table. */
  private insertion(table: Entity | 'journalRow', columns: readonly string[], rows: number): Statement {
    const key = `${table} ${columns.join()}`
    const kept = rows === size ? this.insertions.get(key) : undefined
    if (kept) return kept
    const row = `(${columns.map(() => '?').join()})`
    const made = this.db.prepare(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join()}) VALUES ${Array<string>(rows).fill(row).join()}`
    )
    if (rows === size) this.insertions.set(key, made)
    return made
  }
}
