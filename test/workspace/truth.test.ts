import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { evidenceFile } from '../../src/workspace/evidence-file'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { sound } from '../../src/workspace/store/backup'
import { checkFile } from '../../src/workspace/store/check'
import { verifyFile } from '../../src/workspace/store/verify'
import { customerWithPromise, freshWorkspace } from './support'

/** A workspace with one of everything that verify looks at. */
async function filled() {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const file = join(dirname(workspace.file), 'Letter.pdf')
  writeFileSync(file, 'true words')
  const { id: evidenceId } = await workspace.call('evidence.attach', { customerId, file })
  await workspace.call('drafts.put', { key: 'note', body: 'Called, no answer' })
  return { workspace, customerId, evidenceId, file: workspace.file }
}

/** Changes what is stored as bad hardware would: past Redress and its triggers. */
function past(file: string, sql: string, ...values: unknown[]): void {
  const db = new Database(file)
  db.unsafeMode(true)
  db.prepare(sql).run(...values)
  db.close()
}

const note = (n: number) => ({
  channel: 'call' as const,
  direction: 'in' as const,
  at: '2026-01-01T00:00:00Z',
  subject: `subject number ${n}`,
  notes: `some words here ${n}`
})
const found = async (workspace: Workspace, words: string) => (await workspace.call('search.find', { words })).length

describe('verify cries no damage where there is none', () => {
  it('after searches, writes, verifications, undo and rebuilding, in any order', { timeout: 120_000 }, async () => {
    const { workspace, customerId } = await filled()
    const steps = [
      () => workspace.call('search.find', { words: 'labels words subject' }),
      async () => {
        for (let n = 0; n < 12; n++) await workspace.call('interactions.create', { customerId, ...note(n) })
      },
      () => workspace.call('journal.undo', {}),
      () => workspace.call('journal.redo', {}),
      () => workspace.store.journal!.rebuildSearch()
    ]
    for (let n = 0; n < 24; n++) {
      await steps[(n * 7 + Math.floor(n / 5)) % steps.length]!()
      expect(await workspace.call('journal.verify', {}), `step ${n}`).toMatchObject({ ok: true, problems: [], mended: false })
    }
  })
})

describe('verify misses nothing of', () => {
  it('the bytes of an exhibit, and they are not given out', async () => {
    const { workspace, evidenceId, file } = await filled()
    await expect(evidenceFile(workspace.store.read, evidenceId)).resolves.toMatchObject({ name: 'Letter.pdf' })
    past(file, 'UPDATE evidencePiece SET piece = ?', Buffer.from('true wordz'))
    expect(await workspace.call('journal.verify', {})).toMatchObject({
      ok: false,
      problems: [{ problem: 'evidence', entity: 'evidence', id: evidenceId }]
    })
    await expect(evidenceFile(workspace.store.read, evidenceId)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('EV-1 (Letter.pdf)')
    })
    past(file, 'DELETE FROM evidenceContent')
    expect((await workspace.call('journal.verify', {})).problems).toMatchObject([{ problem: 'evidence', id: evidenceId }])
    await expect(evidenceFile(workspace.store.read, evidenceId)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('a digest of an exhibit, which nobody can write', async () => {
    const { workspace, customerId, evidenceId } = await filled()
    for (const field of ['sha256', 'fileName', 'mediaType', 'bytes']) {
      const patch = { [field]: field === 'bytes' ? 1 : 'a'.repeat(64) } as never
      await expect(workspace.call('evidence.change', { id: evidenceId, patch })).rejects.toMatchObject({ code: 'invalid' })
      const made = { customerId, title: 'Mail', ...(patch as object) } as never
      await expect(workspace.call('evidence.create', made)).rejects.toMatchObject({ code: 'invalid' })
    }
    await workspace.call('evidence.change', { id: evidenceId, patch: { note: 'Signed' } })
    await expect(evidenceFile(workspace.store.read, evidenceId)).resolves.toMatchObject({ name: 'Letter.pdf' })
  })

  it.each([
    ['a draft', "UPDATE draft SET body = 'Called, an answer'", 'draft'],
    ['a draft’s time', "UPDATE draft SET at = '2020-01-01T00:00:00Z'", 'draft'],
    ['a setting', `UPDATE setting SET value = '"USD"' WHERE id = 'currency'`, 'row'],
    ['a key', "UPDATE journalKey SET secret = zeroblob(32) WHERE customerId <> ''", 'payload']
  ])('%s', async (_, sql, problem) => {
    const { workspace, file } = await filled()
    await workspace.call('workspace.configure', { currency: 'EUR' })
    past(file, sql)
    const { ok, problems } = await workspace.call('journal.verify', {})
    expect(ok).toBe(false)
    expect(problems.map((one) => one.problem)).toContain(problem)
  })
})

describe('what search finds', () => {
  it.each([
    ['a record that it does not know', 'DELETE FROM searchKey WHERE code = 6'],
    ['one of nobody', "INSERT INTO searchKey (code, recordId) VALUES (6, 'x')"],
    ['one of another kind', 'UPDATE searchKey SET code = 5 WHERE code = 6'],
    ['words under other records', 'UPDATE searchKey SET n = 1000 - n'],
    ['a word of the index', null],
    ['the whole index', "INSERT INTO search (search) VALUES ('delete-all')"]
  ])('is built anew by itself, and said: %s', async (_, sql) => {
    const { workspace, file } = await filled()
    const before = await found(workspace, 'labels')
    expect(before).toBe(1)
    if (sql) past(file, sql)
    else flipWord(file)
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, mended: true, problems: [] })
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, mended: false })
    await workspace.close()
    const again = await openWorkspace(file)
    expect(await found(again, 'labels')).toBe(before)
    await again.close()
  })

  it('is built anew at opening, and said, when its index is damaged; the workspace is not called damaged', async () => {
    const { workspace, file } = await filled()
    const before = await found(workspace, 'labels')
    await workspace.close()
    past(file, 'UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10')
    expect(checkFile(file)).toBe('search')
    expect(sound(file)).toBe(true)
    const again = await openWorkspace(file)
    expect(again.store.searchMended).toBe(true)
    expect(await found(again, 'labels')).toBe(before)
    expect(await again.call('journal.verify', {})).toMatchObject({ ok: true, mended: false })
    await again.close()
    expect(checkFile(file)).toBe('whole')
  })
})

/** Changes a letter of a word in the index, as a flipped bit would; the index stays well-formed. */
function flipWord(file: string): void {
  const db = new Database(file)
  db.unsafeMode(true)
  let changed = 0
  const rows = db.prepare('SELECT id, block FROM search_data').all() as { id: number; block: Buffer }[]
  for (const { id, block } of rows) {
    const at = block.indexOf('abels')
    if (at < 0) continue
    block[at + 1]! ^= 1
    changed += db.prepare('UPDATE search_data SET block = ? WHERE id = ?').run(block, id).changes
  }
  db.close()
  expect(changed).toBe(1)
}

it('undone evidence keeps its bytes while a redo can bring it back, and no longer', async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const file = join(dirname(workspace.file), 'Letter.pdf')
  writeFileSync(file, 'true words')
  const { id } = await workspace.call('evidence.attach', { customerId, file })
  const kept = (of: Workspace) => of.store.readDb.prepare('SELECT count(*) FROM evidenceContent').pluck().get()
  await workspace.call('journal.undo', {})
  await workspace.close()
  const second = await openWorkspace(workspace.file)
  expect(kept(second)).toBe(1)
  await second.call('journal.redo', {})
  await expect(evidenceFile(second.store.read, id)).resolves.toMatchObject({ name: 'Letter.pdf' })
  await second.call('evidence.trash', { id })
  await second.close()
  const third = await openWorkspace(workspace.file)
  expect(kept(third)).toBe(1)
  await third.call('journal.undo', {})
  await third.call('journal.undo', {})
  await third.call('drafts.put', { key: 'note', body: 'x' })
  await third.call('customers.change', { id: customerId, patch: { about: 'Something else' } })
  await third.close()
  const last = await openWorkspace(workspace.file)
  expect(kept(last)).toBe(0)
  expect(await last.call('journal.verify', {})).toMatchObject({ ok: true })
  await last.close()
})

it('a column that a migration has added is no stray row, unless it holds something else', async () => {
  const { workspace, file } = await filled()
  await workspace.close()
  past(file, "ALTER TABLE customer ADD COLUMN added TEXT DEFAULT 'as made'")
  const quietly = { onProgress: () => {}, signal: new AbortController().signal }
  // the file's tables are no longer those of its format, which is another matter than its rows
  expect((await verifyFile(file, quietly)).problems).toMatchObject([{ problem: 'database' }])
  past(file, "UPDATE customer SET added = 'as altered'")
  expect((await verifyFile(file, quietly)).problems).toMatchObject([
    { problem: 'database' },
    { problem: 'row', entity: 'customer' }
  ])
})
