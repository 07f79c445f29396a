import { appendFileSync, writeFileSync } from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { execFileSync } from 'node:child_process'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { evidenceFile } from '../../src/workspace/evidence-file'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { pieceSize } from '../../src/workspace/store/evidence'
import { customerWithPromise, freshWorkspace } from './support'

async function filled() {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  return { workspace, customerId, file: join(dirname(workspace.file), 'Letter.pdf') }
}

const counts = ({ store }: Workspace) =>
  store.readDb
    .prepare('SELECT (SELECT count(*) FROM evidenceContent) AS files, (SELECT count(*) FROM evidencePiece) AS pieces')
    .get() as { files: number; pieces: number }

describe('a file that is attached', () => {
  it.each([0, 1, pieceSize - 1, pieceSize, pieceSize + 1, 3 * pieceSize])('of %i bytes comes out as it went in', async (size) => {
    const { workspace, customerId, file } = await filled()
    const content = randomBytes(size)
    writeFileSync(file, content)
    const { id, sha256 } = await workspace.call('evidence.attach', { customerId, file })
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'))
    const out = await evidenceFile(workspace.store.read, id)
    expect(Buffer.from(out.content).equals(content)).toBe(true)
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  })

  it('lets other changes go on in between', async () => {
    const { workspace, customerId, file } = await filled()
    writeFileSync(file, randomBytes(80 * pieceSize))
    let done = false
    const attached = workspace.call('evidence.attach', { customerId, file }).finally(() => (done = true))
    let between = 0
    while (!done) {
      await workspace.call('customers.change', { id: customerId, patch: { about: `Change ${between}` } })
      if (!done) between++
      await new Promise(setImmediate)
    }
    const { id } = await attached
    expect(between).toBeGreaterThan(5)
    expect((await evidenceFile(workspace.store.read, id)).content.length).toBe(80 * pieceSize)
  })

  it('twice, also at once, is kept once; undo and redo keep it', async () => {
    const { workspace, customerId, file } = await filled()
    writeFileSync(file, randomBytes(2 * pieceSize))
    const attach = () => workspace.call('evidence.attach', { customerId, file })
    const [{ id }] = [...(await Promise.all([attach(), attach()])), await attach()]
    expect(counts(workspace)).toEqual({ files: 1, pieces: 2 })
    await workspace.call('journal.undo', {})
    await workspace.call('journal.redo', {})
    await expect(evidenceFile(workspace.store.read, id)).resolves.toMatchObject({ name: 'Letter.pdf' })
  })

  it('to nobody leaves nothing', async () => {
    const { workspace, file } = await filled()
    writeFileSync(file, randomBytes(3 * pieceSize))
    const nobody = '0190b0a0-0000-7000-8000-000000000001'
    await expect(workspace.call('evidence.attach', { customerId: nobody, file })).rejects.toMatchObject({ name: 'Refusal' })
    expect(counts(workspace)).toEqual({ files: 0, pieces: 0 })
  })

  it('that grows beyond the limit, is a folder or a pipe, is refused in words and leaves nothing', async () => {
    const { workspace, customerId, file } = await filled()
    const attach = (path: string) => workspace.call('evidence.attach', { customerId, file: path })
    await expect(attach(dirname(file))).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('folder') })
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [`${file}.pipe`])
      await expect(attach(`${file}.pipe`)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('pipe') })
    }
    writeFileSync(file, Buffer.alloc(50 * 1024 * 1024))
    const growing = attach(file)
    appendFileSync(file, 'x')
    await expect(growing).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('50') })
    await expect(attach(file)).rejects.toMatchObject({ code: 'invalid' })
    expect(counts(workspace)).toEqual({ files: 0, pieces: 0 })
  })

  it('but was cut short by a crash is gone at the next opening', async () => {
    const { workspace, customerId, file } = await filled()
    writeFileSync(file, 'true words')
    await workspace.call('evidence.attach', { customerId, file })
    await workspace.store.journal!.beside((db) =>
      db.prepare("INSERT INTO evidencePiece (contentId, n, piece) VALUES ('half', 0, zeroblob(1000))").run()
    )
    // a step that could be undone does not keep what was never finished
    await workspace.call('journal.undo', {})
    await workspace.close()
    const again = await openWorkspace(workspace.file)
    expect(counts(again)).toEqual({ files: 1, pieces: 1 })
    await again.close()
  })
})

it('a brief prints the digest of a file only when it was read and is what was attached', async () => {
  const { workspace, customerId, file } = await filled()
  writeFileSync(file, 'true words')
  const { id: evidenceId, sha256 } = await workspace.call('evidence.attach', { customerId, file })
  const { id: incidentId } = await workspace.call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2026-03-02',
    currency: 'EUR'
  })
  const { id: caseId } = await workspace.call('cases.create', {
    customerId,
    title: 'A case',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const { id } = await workspace.call('facts.create', { caseId, words: 'They wrote it', standing: 'undisputed' })
  await workspace.call('evidence.tie', { evidenceId, entity: 'fact', id, tied: true })
  const printed = async () =>
    JSON.stringify(await workspace.call('brief.model', { caseId, language: 'en', paper: 'a4', audience: 'leadership' }))
  expect(await printed()).toContain(sha256)
  const db = new Database(workspace.file)
  db.exec("UPDATE evidencePiece SET piece = CAST('true wordz' AS BLOB)")
  db.close()
  const after = await printed()
  expect(after).not.toContain(sha256)
  expect(after).toContain('no longer what was attached')
})
