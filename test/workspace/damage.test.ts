import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { backupFolder, backupNow, backupsOf } from '../../src/workspace/store/backup'
import { restore } from '../../src/workspace/store/restore'
import { knownVersion } from '../../src/workspace/store/migrate'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

/** Changes stored bytes as bad hardware or a stranger would: past Redress and its triggers. */
function tamper(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

async function filled() {
  const workspace = await freshWorkspace()
  await customerWithPromise(workspace)
  await workspace.close()
  return workspace.file
}

/** Opened as it is, as a person may choose: a file that is not as Redress left it is looked at before it opens. */
async function verified(file: string) {
  const workspace = await openWorkspace(file, { asItIs: true })
  try {
    return await workspace.call('journal.verify', {})
  } finally {
    await workspace.close()
  }
}

describe('verify finds', () => {
  it('nothing in a whole workspace', async () => {
    expect(await verified(await filled())).toMatchObject({ ok: true, problems: [] })
  })

  it('any single bit that is flipped in what the journal keeps of a change, in its digest, or in the record', async () => {
    const workspace = await freshWorkspace()
    const { promiseId } = await customerWithPromise(workspace)
    await workspace.call('promises.change', { id: promiseId, patch: { words: 'You will have them on Saturday' } })
    await workspace.close()
    const { file } = workspace
    for (const [table, column, where, problem] of [
      ['journalRow', 'before', 'seq = 3', 'payload'],
      ['journalRow', 'digest', 'seq = 2', 'chain'],
      ['promise', 'words', 'true', 'row']
    ] as const) {
      const db = new Database(file, { readonly: true })
      const kept = Buffer.from(db.prepare(`SELECT ${column} FROM ${table} WHERE ${where}`).pluck().get() as string | Buffer)
      db.close()
      const put = (bytes: Buffer) =>
        `UPDATE ${table} SET ${column} = CAST(x'${bytes.toString('hex')}' AS ${column === 'digest' ? 'BLOB' : 'TEXT'}) WHERE ${where}`
      for (let bit = 3; bit < 8 * kept.length; bit += 61) {
        const bytes = Buffer.from(kept)
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        tamper(file, put(bytes))
        const found = await verified(file)
        expect(found.ok, `bit ${bit} of ${column}`).toBe(false)
        expect(found.problems.map((one) => one.problem)).toContain(problem)
      }
      tamper(file, put(kept))
      expect(await verified(file)).toMatchObject({ ok: true })
    }
  })

  it.each([
    ['a changed entry', "UPDATE journalEntry SET actor = 'someone else' WHERE seq = 1", 'chain'],
    ['a changed name in a label', "UPDATE journalEntry SET name = 'another' WHERE seq = 1", 'payload'],
    ['a removed entry', 'DELETE FROM journalRow WHERE seq = 1; DELETE FROM journalEntry WHERE seq = 1', 'chain'],
    ['a removed row of an entry', 'DELETE FROM journalRow WHERE seq = 2', 'chain'],
    ['a record changed behind its back', "UPDATE promise SET dueAt = '2026-04-01'", 'row'],
    ['a record removed behind its back', 'DELETE FROM promise', 'row']
  ])('%s', async (_, sql, problem) => {
    const file = await filled()
    tamper(file, sql)
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'older' })
    const found = await verified(file)
    expect(found.ok).toBe(false)
    expect(found.problems.map((one) => one.problem)).toContain(problem)
  })
})

describe('opening', () => {
  it.each([
    ['a text', Buffer.from('Dear Sir or Madam, '.repeat(100))],
    ['an image', Buffer.from('89504e470d0a1a0a', 'hex')]
  ])('refuses %s in words and leaves it', async (_, content) => {
    const file = join(temporaryFolder(), 'letter.redress')
    writeFileSync(file, content)
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('letter.redress') })
    expect(readFileSync(file)).toEqual(content)
    expect(readdirSync(dirname(file)).filter((name) => !name.startsWith('.'))).toEqual(['letter.redress'])
  })

  it("refuses another program's database", async () => {
    const file = join(temporaryFolder(), 'other.redress')
    tamper(file, 'CREATE TABLE thing (a)')
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('refuses a workspace from a newer Redress, untouched', async () => {
    const file = await filled()
    tamper(file, `PRAGMA user_version = ${knownVersion + 1}`)
    const before = readFileSync(file)
    await expect(openWorkspace(file)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(String(knownVersion + 1))
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('refuses a damaged workspace and one that is not there', async () => {
    const file = await filled()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4_096 * 3, 4_096 * 6)
    writeFileSync(file, bytes)
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'corrupt' })
    await expect(openWorkspace(join(dirname(file), 'gone.redress'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lets a second one only read, and says so', async () => {
    const workspace = await freshWorkspace()
    await customerWithPromise(workspace)
    await expect(openWorkspace(workspace.file)).rejects.toMatchObject({ code: 'locked' })
    const second = await openWorkspace(workspace.file, { readOnlyIfLocked: true })
    expect(await second.call('workspace.info', {})).toMatchObject({ readOnly: true, readOnlyWhy: 'locked' })
    expect(await second.call('promises.list', {})).toHaveLength(1)
    await expect(second.call('customers.create', { name: 'X', currency: 'EUR' })).rejects.toMatchObject({ code: 'read-only' })
    await second.close()
  })

  it('writes with FULL sync on both connections', async () => {
    const { store } = await freshWorkspace()
    expect([store.db, store.readDb].map((db) => db.pragma('synchronous', { simple: true }))).toEqual([2, 2])
    expect(store.db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(store.db.pragma('trusted_schema', { simple: true })).toBe(0)
  })
})

describe('backups', () => {
  it('are verified, and restoring keeps the file that is replaced', async () => {
    const workspace = await freshWorkspace()
    const { promiseId } = await customerWithPromise(workspace)
    const backup = await backupNow(workspace.store.readDb, backupFolder(workspace.file))
    await workspace.call('promises.trash', { id: promiseId })
    expect(await backupsOf(workspace.file, true)).toMatchObject([{ verified: true }])
    await workspace.close()
    const kept = restore(backup, workspace.file)!
    expect(existsSync(kept)).toBe(true)
    const restored = await openWorkspace(workspace.file)
    expect(await restored.call('promises.list', {})).toHaveLength(1)
    expect(await restored.call('journal.verify', {})).toMatchObject({ ok: true })
    await restored.close()
    const old = await openWorkspace(kept)
    expect(await old.call('promises.list', {})).toHaveLength(0)
    await old.close()
  })

  it('a copy that is cancelled leaves nothing under a good name', async () => {
    const workspace = await freshWorkspace()
    await customerWithPromise(workspace)
    const controller = new AbortController()
    controller.abort()
    const target = join(dirname(workspace.file), 'Copy.redress')
    await expect(workspace.call('workspace.backup', { file: target }, { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled'
    })
    expect(readdirSync(dirname(target)).filter((name) => name.startsWith('Copy'))).toEqual([])
  })
})
