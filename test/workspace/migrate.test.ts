import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { backupFolder } from '../../src/workspace/store/backup'
import { knownVersion, migrate, versionOf } from '../../src/workspace/store/migrate'
import { unpackedSql } from '../../src/workspace/store/packed'
import { descriptions } from '../../src/workspace/store/descriptions'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

const stamp = "'2026-01-05T08:00:00Z', '2026-01-05T08:00:00Z', NULL"

/** A loss line that is said to be confirmed, and an answer of the guard that two lines overlap. */
function lines(version: number): string {
  const incident = `'0190b0a0-0000-7000-8000-000000000008'`
  return `INSERT INTO incident (id, createdAt, updatedAt, trashedAt, number, customerId, title, kind, began, currency)
      VALUES (${incident}, ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'Late', 'late-delivery', '2026-01-04', 'EUR');
      INSERT INTO lossLine (id, createdAt, updatedAt, trashedAt, incidentId, title, calculator, calculatorVersion, inputs, currency, status, confirmedBy)
      VALUES ('0190b0a0-0000-7000-8000-000000000009', ${stamp}, ${incident}, 'Rent', 'plain-amount', 1, '{}', 'EUR', 'confirmed', 'Eleni');
      INSERT INTO guardAnswer (id, createdAt, updatedAt, trashedAt, incidentId, key, answer, why)
      VALUES ('0190b0a0-0000-7000-8000-0000000000${version % 10}7', ${stamp}, ${incident}, 'same-line:a+b', 'overlap', 'Both are the rent')`
}

/** Data as a workspace of each format may hold it. A new migration needs its predecessor's data here, or the test fails. */
const dataAt: Record<number, string> = {
  0: '',
  1: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  2: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO signal (id, createdAt, updatedAt, trashedAt, customerId, key, until, reason)
      VALUES ('0190b0a0-0000-7000-8000-000000000002', ${stamp}, '0190b0a0-0000-7000-8000-000000000001', 'quiet:x', '2026-02-01', 'On leave')`,
  3: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO "case" (id, createdAt, updatedAt, trashedAt, number, customerId, title, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000003', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'A case', 'EUR');
      INSERT INTO briefVersion (id, createdAt, updatedAt, trashedAt, caseId, number, title, language, paper, audience, madeBy, model)
      VALUES ('0190b0a0-0000-7000-8000-000000000004', ${stamp}, '0190b0a0-0000-7000-8000-000000000003', 1, 'CASE-1 v1', 'el', 'a4', 'leadership', 'Maria', '{}');
      ${lines(3)}`,
  4: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency, calendar)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR', NULL);
      INSERT INTO "order" (id, createdAt, updatedAt, trashedAt, number, customerId, title)
      VALUES ('0190b0a0-0000-7000-8000-000000000005', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'Freezer');
      INSERT INTO incident (id, createdAt, updatedAt, trashedAt, number, customerId, title, kind, began, currency, harmEndsOrderId)
      VALUES ('0190b0a0-0000-7000-8000-000000000006', ${stamp}, 2, '0190b0a0-0000-7000-8000-000000000001', 'Late', 'late-delivery',
        '2026-01', 'EUR', '0190b0a0-0000-7000-8000-000000000005');
      INSERT INTO draft (key, body, at) VALUES ('note', 'Called, no answer', '2026-01-05T08:00:00Z');
      ${lines(4)}`,
  5: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO draft (key, body, at, digest) VALUES ('note', 'Called, no answer', '2026-01-05T08:00:00Z', '')`,
  6: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  7: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO "order" (id, createdAt, updatedAt, trashedAt, number, customerId, title, standing)
      VALUES ('0190b0a0-0000-7000-8000-000000000005', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'Freezer', 'delivered');
      ${lines(7)}`,
  8: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      ${lines(8)}`,
  9: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  10: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      ${lines(10)}`,
  11: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  12: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO evidenceContent (sha256, content) VALUES ('empty', zeroblob(0)), ('small', CAST('true words' AS BLOB)),
        ('exact', randomblob(2 * 262144)), ('large', randomblob(3 * 262144 + 1))`,
  13: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO voice (id, createdAt, updatedAt, trashedAt, customerId, kind, words, saidAt, state)
      VALUES ('0190b0a0-0000-7000-8000-00000000000a', ${stamp}, '0190b0a0-0000-7000-8000-000000000001', 'wish', 'A person who answers', '2026-01', 'met')`,
  14: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO "case" (id, createdAt, updatedAt, trashedAt, number, customerId, title, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000003', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'A case', 'EUR');
      INSERT INTO option (id, createdAt, updatedAt, trashedAt, caseId, title, stay)
      VALUES ('0190b0a0-0000-7000-8000-000000000010', ${stamp}, '0190b0a0-0000-7000-8000-000000000003', 'Credit', 0.5);
      INSERT INTO remedy (id, createdAt, updatedAt, trashedAt, optionId, words, cost, relief, days)
      VALUES ('0190b0a0-0000-7000-8000-000000000011', ${stamp}, '0190b0a0-0000-7000-8000-000000000010', 'Credit note', 2500, 2400, 3)`,
  15: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  16: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  17: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  18: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  19: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO import (id, createdAt, updatedAt, trashedAt, fileName, sha256, target, source, counts)
      VALUES ('0190b0a0-0000-7000-8000-000000000012', ${stamp}, 'old.csv', '', 'customers', 'old', '{}');
      INSERT INTO importedRow (id, createdAt, updatedAt, trashedAt, importId, entity, recordId, customerId, source, externalId, rowNumber, fingerprint, raw)
      VALUES ('0190b0a0-0000-7000-8000-000000000013', '2026-01-05T08:00:00.123Z', '2026-01-05T08:00:00Z', NULL,
        '0190b0a0-0000-7000-8000-000000000012', 'customer', '0190b0a0-0000-7000-8000-000000000001', NULL, 'old', 'A-1', 2, 'eoihpo0zHK1wGHZsEJubqo',
        '{"v":2,"values":{"name":"Φως"},"customer":null,"other":[]}'),
        ('imported-by-hand', ${stamp}, '0190b0a0-0000-7000-8000-000000000012', 'customer', 'x', NULL, 'old', 'A-2', 3, '', NULL);
      INSERT INTO searchText (n, entity, recordId, customerId, at, title, body)
      VALUES (7, 'customer', '0190b0a0-0000-7000-8000-000000000001', '0190b0a0-0000-7000-8000-000000000001', NULL, 'Ξενοδοχείο Φως', NULL),
        (9, 'nothing', 'x', NULL, NULL, 'of nobody', NULL);
      INSERT INTO search (rowid, title) SELECT n, search_fold(title) FROM searchText`,
  20: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR')`,
  21: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
    INSERT INTO interaction (id, createdAt, updatedAt, trashedAt, customerId, channel, direction, at, subject, replyEvents)
      VALUES ('0190b0a0-0000-7000-8000-000000000002', ${stamp}, '0190b0a0-0000-7000-8000-000000000001', 'mail', 'in',
        '2026-11-20T09:00:00Z', 'Freezer', '[{"kind":"paused","at":"2026-11-20T10:00:00Z"}]')`,
  22: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO "order" (id, createdAt, updatedAt, trashedAt, number, customerId, title, promisedOn)
      VALUES ('0190b0a0-0000-7000-8000-000000000005', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'Freezer', '2026-01-05T14:00:00Z')`,
  23: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO evidence (id, createdAt, updatedAt, trashedAt, number, customerId, title)
      VALUES ('0190b0a0-0000-7000-8000-000000000005', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'Letter');
      INSERT INTO evidenceUse (id, createdAt, updatedAt, trashedAt, evidenceId, how, byWhom)
      VALUES ('0190b0a0-0000-7000-8000-000000000006', ${stamp}, '0190b0a0-0000-7000-8000-000000000005', 'seen', 'Maria')`,
  24: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO voice (id, createdAt, updatedAt, trashedAt, customerId, kind, words, saidAt, state, answer, askedAgain, answeredOn)
      VALUES ('0190b0a0-0000-7000-8000-00000000000a', ${stamp}, '0190b0a0-0000-7000-8000-000000000001', 'wish', 'A person who answers',
        '2026-01', 'met', 'Eleni answers', '["2026-01-04"]', '2026-01-05')`,
  25: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO evidence (id, createdAt, updatedAt, trashedAt, number, customerId, title, words)
      VALUES ('0190b0a0-0000-7000-8000-000000000005', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'Letter', 'We wait')`,
  26: `INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO interaction (id, createdAt, updatedAt, trashedAt, customerId, at, zone, channel, direction, subject)
      VALUES ('0190b0a0-0000-7000-8000-000000000002', ${stamp}, '0190b0a0-0000-7000-8000-000000000001',
        '2026-01-05T08:00:00Z', 'UTC', 'email', 'out', 'Our answer')`
}

/** Makes a database of an older format, with data in it. */
function olderFile(version: number): string {
  const file = join(temporaryFolder(), `Format ${version}.redress`)
  const db = new Database(file)
  migrate(db, version)
  db.exec(dataAt[version]!)
  db.close()
  return file
}

describe('each migration', () => {
  for (let version = 0; version < knownVersion; version++) {
    it(`from ${version} to ${version + 1} keeps what was there`, () => {
      const db = new Database(olderFile(version))
      const before = version > 0 ? db.prepare('SELECT name FROM customer').all() : []
      migrate(db, version + 1)
      expect(versionOf(db)).toBe(version + 1)
      expect(db.prepare('SELECT name FROM customer').all()).toEqual(before)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('foreign_key_check')).toEqual([])
      db.close()
    })
  }

  it('of loss lines keeps answers to the guard, and says nothing that nobody said', () => {
    const db = new Database(olderFile(7))
    migrate(db)
    expect(db.prepare('SELECT answer, why, leavesId, amount, currency, caseId FROM guardAnswer').all()).toEqual([
      { answer: 'overlap', why: 'Both are the rent', leavesId: null, amount: null, currency: null, caseId: null }
    ])
    expect(db.prepare('SELECT status, confirmedBy, proofId, harm, wholeCase FROM lossLine').all()).toEqual([
      { status: 'confirmed', confirmedBy: 'Eleni', proofId: null, harm: null, wholeCase: 0 }
    ])
    db.close()
  })

  it('of rows of imports keeps every cell of them, to the letter, and the search finds as before', () => {
    const db = new Database(olderFile(19))
    const before = db.prepare('SELECT * FROM importedRow ORDER BY externalId').all() as Record<string, unknown>[]
    migrate(db)
    const { packed } = descriptions.importedRow
    const cells = Object.keys(before[0]!).map((name) => `${unpackedSql(packed![name], name)} AS ${name}`)
    expect(db.prepare(`SELECT ${cells.join()} FROM importedRow ORDER BY externalId`).all()).toEqual(before)
    expect(
      db.prepare('SELECT typeof(id) AS id, typeof(createdAt) AS at, typeof(fingerprint) AS print FROM importedRow').all()
    ).toEqual([
      { id: 'blob', at: 'integer', print: 'blob' },
      { id: 'text', at: 'text', print: 'blob' }
    ])
    const found = db.prepare(`SELECT t.* FROM search JOIN searchText t ON t.n = search.rowid WHERE search MATCH '"φωσ"'`).all()
    expect(found).toMatchObject([
      { n: 7, entity: 'customer', recordId: '0190b0a0-0000-7000-8000-000000000001', title: 'Ξενοδοχείο Φως', body: '' }
    ])
    db.close()
  })

  it('of remedies keeps what was typed, in its option, and adds nothing', () => {
    const db = new Database(olderFile(14))
    migrate(db)
    expect(db.prepare('SELECT words, cost, relief, days, reliefs, costRange, needs, reversible FROM remedy').all()).toEqual([
      { words: 'Credit note', cost: 2500, relief: 2400, days: 3, reliefs: null, costRange: null, needs: null, reversible: 1 }
    ])
    expect(db.prepare('SELECT title, stay, stayRange, welcome FROM option').all()).toEqual([
      { title: 'Credit', stay: 0.5, stayRange: null, welcome: null }
    ])
    expect(db.prepare('SELECT level, worth FROM "case"').all()).toEqual([{ level: 0, worth: null }])
    db.close()
  })

  it('into pieces keeps every byte of kept files', () => {
    const db = new Database(olderFile(12))
    const before = db.prepare('SELECT sha256, content FROM evidenceContent ORDER BY sha256').all() as {
      sha256: string
      content: Buffer
    }[]
    migrate(db, 13)
    const pieces = db.prepare('SELECT piece FROM evidencePiece WHERE contentId = ? ORDER BY n').pluck()
    const kept = db.prepare('SELECT sha256, id, bytes FROM evidenceContent ORDER BY sha256').all() as {
      sha256: string
      id: string
      bytes: number
    }[]
    const after = kept.map(({ sha256, id }) => ({ sha256, content: Buffer.concat(pieces.all(id) as Buffer[]) }))
    expect(after).toEqual(before)
    expect(kept.map(({ bytes }) => bytes)).toEqual(before.map(({ content }) => content.length))
    expect(db.prepare('SELECT max(length(piece)) FROM evidencePiece').pluck().get()).toBe(262_144)
    db.close()
  })

  it('begins with a backup of the file as it was, in its old format', async () => {
    const file = olderFile(14)
    const workspace = await openWorkspace(file)
    const backups = await workspace.call('workspace.backups', {})
    await workspace.close()
    // what was put there by hand stands in no journal: it is kept all the same, and not called verified
    expect(backups).toMatchObject([{ why: 'before-migration', verified: false, place: 'beside' }])
    const kept = new Database(join(backupFolder(file), backups[0]!.name), { readonly: true })
    expect(versionOf(kept)).toBe(14)
    expect(kept.prepare('SELECT words, cost FROM remedy').all()).toEqual([{ words: 'Credit note', cost: 2500 }])
    kept.close()
  })

  it('has data to be tested with', () => {
    expect(Object.keys(dataAt).map(Number)).toEqual(Array.from({ length: knownVersion + 1 }, (_, version) => version))
  })

  it('that fails half-way leaves the format before it', () => {
    const db = new Database(':memory:')
    db.exec('CREATE TABLE fact (a)')
    expect(() => migrate(db)).toThrow('already exists')
    expect(versionOf(db)).toBe(0)
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()).toEqual([{ name: 'fact' }])
    db.close()
  })

  it('is not run on a workspace of this format, and makes no backup there', async () => {
    const workspace = await freshWorkspace()
    await customerWithPromise(workspace)
    await workspace.close()
    const again = await openWorkspace(workspace.file)
    expect((await again.call('workspace.info', {})).version).toBe(knownVersion)
    await again.close()
    expect(readdirSync(join(workspace.file, '..')).some((name) => name.endsWith('backups'))).toBe(false)
  })
})
