import { createHash, createHmac, randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { entities } from '../../src/shared/contract/journal'
import { chainStart, entryHash } from '../../src/workspace/store/digest'
import { migrate } from '../../src/workspace/store/migrate'
import { descriptions } from '../../src/workspace/store/descriptions'

/** Writes a workspace as a Redress before the twelfth format did: the journal keeps whole rows, and digests in hexadecimal. */
export class WholeRows {
  readonly db: Database.Database
  private seq = 0
  private n = 0
  private head = chainStart
  private digests: string[] = []
  private keys = new Map<string, Buffer>()

  constructor(file: string) {
    this.db = new Database(file)
    migrate(this.db, 11)
    this.db.function('now_seq', () => this.seq)
    this.db.function('now_n', () => this.n++)
    this.db.function('changed', (before, after) => {
      const [was, is] = [before, after].map((text) => JSON.parse(text as string) as Record<string, unknown>)
      return JSON.stringify(Object.fromEntries(Object.entries(was!).filter(([field, value]) => value !== is![field])))
    })
    this.db.function('digest', (entity, id, owner, before, after) => {
      const digest = this.hmac((owner as string | null) ?? '', [entity, id, before, after])
      this.digests.push(digest)
      return digest
    })
    for (const entity of entities) this.watch(entity)
  }

  private watch(entity: keyof typeof descriptions): void {
    const columns = this.db.pragma(`table_info("${entity}")`) as { name: string }[]
    // kinds of record that came later
    if (columns.length === 0) return
    const json = (row: string) => `json_object(${columns.map(({ name }) => `'${name}', ${row}."${name}"`).join()})`
    const put = (row: string, before: string, after: string) => `
      INSERT INTO journalRow (seq, n, entity, rowId, customerId, before, after, digest)
      SELECT now_seq(), now_n(), '${entity}', id, owner, before, after, digest('${entity}', id, owner, before, after)
      FROM (SELECT ${row}.id AS id, ${descriptions[entity].owner.replaceAll('@', row)} AS owner, ${before} AS before, ${after} AS after);`
    const changed = `changed(${json('OLD')}, ${json('NEW')})`
    this.db.exec(`
      CREATE TEMP TRIGGER "${entity}_i" AFTER INSERT ON main."${entity}" BEGIN ${put('NEW', 'NULL', json('NEW'))} END;
      CREATE TEMP TRIGGER "${entity}_u" AFTER UPDATE ON main."${entity}" BEGIN ${put('NEW', changed, json('NEW'))} END;
      CREATE TEMP TRIGGER "${entity}_d" AFTER DELETE ON main."${entity}" BEGIN ${put('OLD', json('OLD'), 'NULL')} END;`)
  }

  private hmac(name: string, value: unknown): string {
    const key = this.keys.get(name) ?? randomBytes(32)
    this.keys.set(name, key)
    return createHmac('sha256', key).update(JSON.stringify(value)).digest('hex')
  }

  /** Makes one entry of what the SQL writes. */
  change(sql: string, ...values: unknown[]): void {
    this.seq++
    this.n = 0
    this.digests = []
    this.db.prepare(sql).run(...values)
    const nameDigest = this.hmac('', ['name', 'it'])
    for (const key of this.keys) this.db.prepare('INSERT OR IGNORE INTO journalKey VALUES (?, ?)').run(...key)
    const rowsDigest = createHash('sha256').update(this.digests.join('')).digest('hex')
    const entry = {
      seq: this.seq,
      id: `entry ${this.seq}`,
      at: '2026-01-05T08:00:00Z',
      actor: 'Tester',
      kind: 'do' as const,
      ofSeq: null,
      deed: 'change' as const,
      entity: 'customer' as const,
      nameDigest,
      rows: this.n,
      rowsDigest
    }
    this.head = entryHash(this.head, entry)
    this.db
      .prepare(
        `INSERT INTO journalEntry (seq, id, at, actor, kind, ofSeq, deed, entity, nameDigest, rows, rowsDigest, name, hash)
         VALUES (@seq, @id, @at, @actor, @kind, @ofSeq, @deed, @entity, @nameDigest, @rows, @rowsDigest, 'it', '${this.head}')`
      )
      .run(entry)
  }
}
