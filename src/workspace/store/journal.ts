import { createHash, type Hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Kysely, Transaction } from 'kysely'
import type { Changed } from '../../shared/contract/table'
import { entities, type Deed, type Entity, type Label } from '../../shared/contract/journal'
import { beginning } from '../../shared/values/truncate'
import { wholeText } from '../../shared/values/whole-text'
import { newId } from './ids'
import { chainStart, entryHash, Keys, nameDigest, rowDigest } from './digest'
import type { Tables } from './tables'
import { changedFields } from './row-text'
import type { Cell } from './bulk'
import { Putting } from './putting'
import { indexAgain, searchKeysOf } from './search-text'
import type { Id, Instant } from '../../shared/values/flavours'

/** One change while it is being made. Everything written through `db` is journaled by the triggers. */
export interface Change {
  db: Transaction<Tables>
  /** The number of its entry in the journal. */
  seq: number
  /** The instant of the change; every row it writes bears it. */
  at: Instant
  newId(): string
  /** Writes many new rows at once: the cells of each in the order of the columns. Journaled as every other write is. */
  put(entity: Entity, columns: readonly string[], rows: readonly Cell[][]): void
  /** Names the change for undo and history. The first name given stands. */
  says(deed: Deed, entity: Entity, name: string, customerId?: Id<'customer'> | null): void
  /** The change is but a part of a longer one, and nobody is told that it is saved: it need not stand in the file at once. */
  partly(): void
  /** Whether somebody else waits for their turn to write. */
  awaited(): boolean
  /** Marks the change as an undo or redo of another, as made by Redress itself, or as a part of a longer one: see `inParts`. */
  is(kind: Tables['journalEntry']['kind'], ofSeq?: number): void
}

/** How many rows of a change are named one by one when it is announced; beyond that, one of each kind. */
const mostTouched = 1_000

interface Open {
  seq: number
  n: number
  rows: Hash
  touched: Changed['rows']
  /** Kinds that are named as a whole, since too many rows changed. */
  kinds: Set<Entity>
  label: (Label & { customerId: Id<'customer'> | null }) | null
  kind: Tables['journalEntry']['kind']
  ofSeq: number | null
  /** How many texts this change has put into the search and taken out; from how many on it is built anew instead. */
  search: { added: number; removed: number; most: number; late: boolean }
}

/**
 * Taking one text out of a search of many costs as much as indexing dozens anew, since what is taken out is overwritten
 * at once. Changes of more than this many rows leave the search alone and have it built anew, once, at their end.
 */
const mostRemoved = 60
const mostAdded = 2_000

/** The journal of one open database. Its functions serve the triggers; `change` is the only way to write records. */
export class Journal {
  private open: Open | null = null
  private last: Promise<void> = Promise.resolve()
  private waiting = 0
  private putting: Putting
  readonly keys: Keys
  /** Hears before each commit whether it is one of a part. */
  commits: (part: boolean) => void = () => {}

  constructor(
    private db: Database,
    private writer: Kysely<Tables>,
    private now: () => string,
    private actor: () => string,
    private kind: 'do' | 'system' = 'do'
  ) {
    this.keys = new Keys(db)
    this.putting = new Putting(db)
    db.function('journal_seq', () => this.must().seq)
    db.function('journal_n', () => this.must().n++)
    db.function('journal_key', (customerId) => this.keys.of(customerId as string | null).n)
    db.function('journal_changed', (before, after) => changedFields(before as string, after as string))
    db.function('journal_digest', (entity, rowId, customerId, before, after) =>
      this.digest(entity as Entity, rowId as string, customerId as string | null, before as string | null, after as string | null)
    )
    db.function('journal_follows', () => (this.putting.journals ? 0 : 1))
    db.function('search_follows', (removing) => (this.searchFollows(removing === 1) ? 1 : 0))
    db.function('journal_refuse', () => {
      throw new Error('the journal is append-only')
    })
  }

  /**
   * Runs `work` in one transaction and adds one entry for all it wrote; when it throws, nothing was written.
   * A change that touches no record (a draft) makes no entry.
   */
  async change<T>(work: (change: Change) => Promise<T>): Promise<{ result: T; changed: Changed }> {
    let changed: Changed = { seq: null, rows: [], savedAt: '' }
    let committed = false
    const done = await this.turn()
    this.commits(false)
    try {
      const result = await this.writer.transaction().execute(async (db) => {
        const at = this.now()
        const open = (this.open = this.begin())
        const given = await work(this.changeOf(db, open, at))
        if (open.search.late) indexAgain(this.db)
        if (open.n > 0) this.append(open, at)
        changed = { seq: open.n > 0 ? open.seq : null, rows: open.touched, savedAt: at }
        return given
      })
      committed = true
      return { result, changed }
    } finally {
      this.open = null
      this.keys.settle(committed)
      done()
    }
  }

  /** Builds what search knows anew from the records. No change of theirs: the journal has nothing to say of it. */
  async rebuildSearch(): Promise<void> {
    await this.change(async () => {
      // what is late is built at the end of a change: until then nothing asks the index that may be damaged
      this.must().search.late = true
      this.db.exec('DELETE FROM searchKey')
      for (const entity of entities) {
        const keys = searchKeysOf(entity)
        if (keys) this.db.exec(`INSERT INTO searchKey (code, recordId) ${keys}`)
      }
    })
  }

  /** Writes what is no record and has no place in the journal, such as a piece of a kept file, at once and between two changes. */
  async beside(write: (db: Database) => void): Promise<void> {
    const done = await this.turn()
    this.commits(false)
    try {
      this.db.transaction(write)(this.db)
    } finally {
      done()
    }
  }

  private changeOf(db: Change['db'], open: Open, at: Instant): Change {
    return {
      db,
      seq: open.seq,
      at,
      newId,
      put: (entity, columns, rows) => this.put(entity, columns, rows),
      says: (deed, entity, name, customerId = null) => {
        open.label ??= { deed, entity, name: labelName(name), customerId }
      },
      partly: () => this.commits(true),
      awaited: () => this.waiting > 0,
      is: (kind, ofSeq) => {
        open.kind = kind
        open.ofSeq = ofSeq ?? null
      }
    }
  }

  /** One change at a time, its end included. Waits for one's turn, gives what ends it. */
  private async turn(): Promise<() => void> {
    const before = this.last
    let end = () => {}
    this.last = new Promise((resolve) => (end = resolve))
    this.waiting++
    await before
    this.waiting--
    return end
  }

  /** Gives the hash of the newest entry, which stands for the whole chain. */
  head(): string {
    const row = this.db.prepare('SELECT hash FROM journalEntry ORDER BY seq DESC LIMIT 1').get() as { hash: string } | undefined
    return row?.hash ?? chainStart
  }

  private begin(): Open {
    const last = this.db.prepare('SELECT max(seq) AS seq FROM journalEntry').get() as { seq: number | null }
    const texts = this.db.prepare('SELECT max(n) AS n FROM searchKey').get() as { n: number | null }
    const search = { added: 0, removed: 0, most: Math.max(mostAdded, (texts.n ?? 0) / 4), late: false }
    return {
      seq: (last.seq ?? 0) + 1,
      n: 0,
      rows: createHash('sha256'),
      touched: [],
      kinds: new Set(),
      label: null,
      kind: this.kind,
      ofSeq: null,
      search
    }
  }

  private put(entity: Entity, columns: readonly string[], rows: readonly Cell[][]): void {
    const open = this.must()
    this.putting.put(entity, columns, rows, ({ id, customerId, after }) => ({
      seq: open.seq,
      n: open.n++,
      keyN: this.keys.of(customerId).n,
      digest: this.digest(entity, id, customerId, null, after)
    }))
  }

  private searchFollows(removing: boolean): boolean {
    const { search } = this.must()
    if (removing) search.removed++
    else search.added++
    search.late ||= search.removed > mostRemoved || search.added > search.most
    return !search.late
  }

  private must(): Open {
    if (!this.open) throw new Error('a write past the journal')
    return this.open
  }

  private digest(
    entity: Entity,
    rowId: string,
    customerId: Id<'customer'> | null,
    before: string | null,
    after: string | null
  ): Buffer {
    const open = this.must()
    const digest = rowDigest(this.keys.of(customerId).secret, { entity, rowId, before, after })
    open.rows.update(digest.toString('hex'))
    if (open.touched.length < mostTouched) open.touched.push({ entity, id: rowId, customerId, trash: isOfTrash(before, after) })
    else if (!open.kinds.has(entity)) {
      open.kinds.add(entity)
      open.touched.push({ entity, id: rowId, customerId: null, trash: true })
    }
    return digest
  }

  private append(open: Open, at: Instant): void {
    const label = open.label ?? { deed: 'change' as Deed, entity: open.touched[0]!.entity, name: '', customerId: null }
    const entry = {
      seq: open.seq,
      id: newId(),
      at,
      actor: wholeText(this.actor()),
      kind: open.kind,
      ofSeq: open.ofSeq,
      deed: label.deed,
      entity: label.entity,
      nameDigest: nameDigest(this.keys.of(label.customerId).secret, label.name),
      rows: open.n,
      rowsDigest: open.rows.digest('hex')
    }
    this.db
      .prepare(
        `INSERT INTO journalEntry (seq, id, at, actor, kind, ofSeq, deed, entity, nameDigest, rows, rowsDigest, customerId, name, hash)
         VALUES (@seq, @id, @at, @actor, @kind, @ofSeq, @deed, @entity, @nameDigest, @rows, @rowsDigest, @customerId, @name, @hash)`
      )
      .run({ ...entry, customerId: label.customerId, name: label.name, hash: entryHash(this.head(), entry) })
    this.keys.keep()
  }
}

/** Takes the name of what a change was about, gives it as a label bears it: whole characters only, and not without end. */
export function labelName(name: string): string {
  return beginning(wholeText(name), 200)
}

/** Whether a change of a row is one of the trash as well; of a row that was changed, `before` holds the fields that differ. */
function isOfTrash(before: string | null, after: string | null): boolean {
  if (before !== null && after !== null) return before.includes('"trashedAt":')
  return !(before ?? after ?? '').includes('"trashedAt":null')
}
