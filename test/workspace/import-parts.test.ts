import { execFile } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { fieldsOfMapping, type MappingFields } from '../../src/shared/contract/imports'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { bundle } from '../support/bundle'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

const count = 1_500
const mapping: MappingFields = {
  ...fieldsOfMapping({ name: 'Parts', target: 'promises', source: 'parts', columns: [] } as never),
  zone: 'UTC',
  currency: 'EUR',
  columns: ['externalId', 'customer', 'words', 'madeAt'].map((field) => ({
    field,
    header: field,
    dates: field === 'madeAt' ? 'iso' : null
  }))
} as MappingFields

function rowsIn(folder: string): string {
  const file = join(folder, 'rows.csv')
  const rows = Array.from({ length: count }, (_, n) => `P-${n},Customer ${n % 7},Deliver part ${n},2026-01-05 08:00`)
  writeFileSync(file, ['externalId,customer,words,madeAt', ...rows].join('\n'))
  return file
}

const run = (workspace: Workspace, file: string) =>
  workspace.call('imports.run', { file, target: 'promises', mapping, dryRun: false })
/** Each batch is a part, as if it took long. */
async function slowly<T>(work: () => Promise<T>): Promise<T> {
  const { now } = performance
  let time = 0
  performance.now = () => (time += 1_000)
  try {
    return await work()
  } finally {
    performance.now = now
  }
}
const contentOf = ({ store }: Workspace) =>
  ['customer', 'promise', 'import', 'importedRow'].map((table) =>
    store.readDb.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()
  )
const kinds = ({ store }: Workspace) => store.readDb.prepare('SELECT DISTINCT kind FROM journalEntry').pluck().all()

it('an import in parts lets others write in between, and is one import and one undo', async () => {
  const workspace = await freshWorkspace()
  await customerWithPromise(workspace)
  const file = rowsIn(dirname(workspace.file))
  const between: Promise<unknown>[] = []
  const saved: unknown[] = []
  const journal = workspace.store.journal!
  const change = journal.change.bind(journal)
  let writing = false
  journal.change = async (work) => {
    const done = await change(work)
    // somebody else waits for their turn after each part
    if (!writing && between.length < 4) {
      writing = true
      const name = `In between ${between.length}`
      between.push(
        workspace.call('customers.create', { name, currency: 'EUR' }).then(() => {
          // of the import nothing is promised yet; what is told to be saved stands in the one file
          const alone = join(temporaryFolder(), 'Copy.redress')
          copyFileSync(workspace.file, alone)
          saved.push(new Database(alone).prepare('SELECT count(*) FROM customer WHERE name = ?').pluck().get(name))
        })
      )
      writing = false
    }
    return done
  }
  const result = await slowly(() => run(workspace, file))
  journal.change = change
  await Promise.all(between)
  expect(result.counts).toMatchObject({ create: count, error: 0 })
  expect(saved).toEqual([1, 1, 1, 1])
  expect(kinds(workspace)).toContain('system')
  const recent = await workspace.call('journal.recent', {})
  const imports = recent.filter(({ label }) => label.deed === 'import')
  expect(imports).toMatchObject([{ kind: 'do', ofSeq: null, rows: 2 * count + 7 + 2 }])
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  const numbers = workspace.store.readDb.prepare('SELECT count(DISTINCT number) FROM promise').pluck().get()
  expect(numbers).toBe(count + 1)

  const full = contentOf(workspace)
  // whoever wrote last wrote after the import's last part, or it is the import itself
  while ((await workspace.call('workspace.info', {})).undo?.deed !== 'import') await workspace.call('journal.undo', {})
  await workspace.call('journal.undo', {})
  expect(await workspace.call('promises.list', {})).toHaveLength(1)
  expect((await workspace.call('customers.list', {})).some(({ name }) => name.startsWith('Customer '))).toBe(false)
  expect((await workspace.call('customers.list', {})).some(({ name }) => name === 'In between 0')).toBe(true)
  await workspace.call('journal.redo', {})
  for (const at of [1, 2, 3]) expect(contentOf(workspace)[at]).toEqual(full[at])
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
})

it('a part goes on while nobody waits, and no longer than a moment for who does', async () => {
  const partsOf = async (waiting: boolean) => {
    const workspace = await freshWorkspace()
    const journal = workspace.store.journal!
    const change = journal.change.bind(journal)
    let parts = 0
    let turn = 0
    journal.change = (work) => {
      const done = change(work)
      if (++parts === 1 && waiting) void change(async () => void (turn = parts))
      return done
    }
    const { now } = performance
    let time = 0
    performance.now = () => (time += 100)
    try {
      expect((await run(workspace, rowsIn(dirname(workspace.file)))).counts.create).toBe(count)
    } finally {
      performance.now = now
    }
    return { parts, turn }
  }
  // six batches and the end, a tenth of a second each: half a second together, or one alone
  expect(await partsOf(false)).toEqual({ parts: 2, turn: 0 })
  expect(await partsOf(true)).toEqual({ parts: 3, turn: 1 })
})

it('an import that is stopped or fails is taken back, and what others wrote meanwhile stays', async () => {
  const workspace = await freshWorkspace()
  await customerWithPromise(workspace)
  const file = rowsIn(dirname(workspace.file))
  const before = contentOf(workspace)
  const stop = new AbortController()
  const change = workspace.store.journal!.change.bind(workspace.store.journal)
  let made = 0
  workspace.store.journal!.change = (work) => {
    if (++made === 3) stop.abort()
    return change(work)
  }
  const importer = slowly(() =>
    workspace.call('imports.run', { file, target: 'promises', mapping, dryRun: false }, { signal: stop.signal })
  )
  await expect(importer).rejects.toMatchObject({ code: 'cancelled' })
  expect(made).toBeGreaterThan(3)
  expect(contentOf(workspace)).toEqual(before)
  expect((await workspace.call('workspace.info', {})).undo).toMatchObject({ entity: 'promise' })
  expect((await workspace.call('workspace.info', {})).redo).toBeNull()
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
})

it('an import that is killed after any of its parts is taken back at the next opening', { timeout: 300_000 }, async () => {
  const script = await bundle('test/workspace/import-killed.ts', false, true)
  const workspace = await freshWorkspace()
  await customerWithPromise(workspace)
  const file = rowsIn(dirname(workspace.file))
  const before = contentOf(workspace)
  await workspace.close()
  let whole = false
  for (let parts = 1; !whole; parts++) {
    const said = await new Promise<string>((done) =>
      execFile(process.execPath, [script, workspace.file, file, JSON.stringify(mapping), String(parts)], (_, out, err) =>
        done(out + err)
      )
    )
    // who writes in between takes a turn sooner or later: the import may be over after fewer parts than the last time
    const over = said === 'never killed\n'
    if (!over) expect(said).toBe(`${parts}\n`)
    const again = await openWorkspace(workspace.file)
    const [customers, promises, imports, rows] = contentOf(again) as [{ name: string }[], unknown[], unknown[], unknown[]]
    // once its last part is in the file it is finished
    whole = promises.length === count + 1
    expect(over && !whole, `over after fewer than ${parts} parts, but not whole`).toBe(false)
    if (!whole) {
      expect([promises, imports, rows], `after ${parts}`).toEqual(before.slice(1))
      expect(customers.filter(({ name }) => name.startsWith('Customer '))).toEqual([])
    }
    if (parts % 4 === 0 || whole) expect(await again.call('journal.verify', {})).toMatchObject({ ok: true })
    // one change for whoever undoes it; who wrote in between may have written after its last part
    const imported = (await again.call('journal.recent', {})).filter(({ label }) => label.deed === 'import')
    if (whole) expect(imported).toMatchObject([{ kind: 'do', ofSeq: null }])
    await again.close()
    // each batch is a part: six of them, and the end
    if (whole) expect(parts).toBeGreaterThan(6)
    if (parts > 60) throw new Error('it never finishes')
  }
})
