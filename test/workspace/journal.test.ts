import { basename, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsOfMapping } from '../../src/shared/contract/imports'
import { builtInMappings } from '../../src/workspace/imports/presets'
import { importFile } from './import-support'
import { entities } from '../../src/shared/contract/journal'
import { customerWithPromise, freshWorkspace } from './support'

describe('the journal', () => {
  it('names each change and undoes and redoes them in order', async () => {
    const workspace = await freshWorkspace()
    const { promiseId } = await customerWithPromise(workspace)
    await workspace.call('promises.close', { id: promiseId, outcome: 'kept', at: '2026-03-05T10:00:00Z' })
    await workspace.call('promises.change', { id: promiseId, patch: { closingNote: 'Signed for by Kari' } })

    const info = await workspace.call('workspace.info', {})
    expect(info.undo).toEqual({ deed: 'change', entity: 'promise', name: 'You will have the labels on Friday' })
    expect(info.redo).toBeNull()

    expect((await workspace.call('journal.undo', {})).label).toMatchObject({ deed: 'change' })
    expect((await workspace.call('promises.get', { id: promiseId })).closingNote).toBeNull()
    expect((await workspace.call('journal.undo', {})).label).toMatchObject({ deed: 'close' })
    expect((await workspace.call('promises.get', { id: promiseId })).outcome).toBeNull()
    expect((await workspace.call('workspace.info', {})).redo).toMatchObject({ deed: 'close' })
    await workspace.call('journal.redo', {})
    await workspace.call('journal.redo', {})
    expect(await workspace.call('promises.get', { id: promiseId })).toMatchObject({
      outcome: 'kept',
      closingNote: 'Signed for by Kari'
    })
    expect((await workspace.call('journal.redo', {})).label).toBeNull()

    for (let step = 0; step < 4; step++) await workspace.call('journal.undo', {})
    expect(await workspace.call('customers.list', {})).toEqual([])
    expect((await workspace.call('journal.undo', {})).label).toBeNull()
    for (let step = 0; step < 4; step++) await workspace.call('journal.redo', {})
    expect(await workspace.call('promises.get', { id: promiseId })).toMatchObject({
      outcome: 'kept',
      closingNote: 'Signed for by Kari'
    })
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
  })

  it('closes the way to redo when something is done anew', async () => {
    const workspace = await freshWorkspace()
    const { promiseId } = await customerWithPromise(workspace)
    await workspace.call('promises.change', { id: promiseId, patch: { maker: 'Ann' } })
    await workspace.call('journal.undo', {})
    await workspace.call('promises.change', { id: promiseId, patch: { maker: 'Per' } })
    expect((await workspace.call('workspace.info', {})).redo).toBeNull()
    await workspace.call('journal.undo', {})
    expect((await workspace.call('promises.get', { id: promiseId })).maker).toBeNull()
  })

  it('keeps the history of a record, from and to', async () => {
    const workspace = await freshWorkspace()
    const { promiseId } = await customerWithPromise(workspace)
    await workspace.call('promises.renegotiate', { id: promiseId, dueAt: '2026-03-09', reason: 'The press broke down' })
    const history = await workspace.call('journal.history', { entity: 'promise', id: promiseId })
    expect(history.map((entry) => [entry.change, entry.actor])).toEqual([
      ['changed', 'Tester'],
      ['created', 'Tester']
    ])
    expect(history[0]!.fields).toEqual([{ field: 'dueAt', from: '2026-03-06', to: '2026-03-09' }])
    const promise = await workspace.call('promises.get', { id: promiseId })
    expect(promise.firstDueAt).toBe('2026-03-06')
    expect(promise.dates).toMatchObject([{ dueAt: '2026-03-06', reason: 'The press broke down' }])
  })

  it('lets nothing be written past it, into any table, in any way', async () => {
    const { store, ...workspace } = await freshWorkspace()
    await customerWithPromise({ store, ...workspace })
    for (const entity of entities) {
      const columns = store.db.pragma(`table_info("${entity}")`) as { name: string; type: string; notnull: number }[]
      const values = columns.map(({ type }) => (type === 'TEXT' ? "'x'" : '987654'))
      expect(() => store.db.exec(`INSERT INTO "${entity}" VALUES (${values.join(', ')})`), entity).toThrow('past the journal')
    }
    expect(() => store.db.exec("UPDATE customer SET name = 'x'")).toThrow('past the journal')
    expect(() => store.db.exec('DELETE FROM promise')).toThrow('past the journal')
    expect(() => store.db.exec("UPDATE journalRow SET after = '{}'")).toThrow('append-only')
    expect(() => store.db.exec('DELETE FROM journalEntry')).toThrow('append-only')
    expect(() => store.readDb.exec("UPDATE customer SET name = 'x'")).toThrow('readonly')
    const watched = store.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as {
      name: string
    }[]
    const unjournaled = watched
      .map(({ name }) => name)
      .filter((name) => !(entities as readonly string[]).includes(name) && !name.startsWith('search'))
    expect(unjournaled.sort()).toEqual(['draft', 'evidenceContent', 'evidencePiece', 'journalEntry', 'journalKey', 'journalRow'])
  })

  it('makes no entry for a draft, and none for a change that changes nothing', async () => {
    const workspace = await freshWorkspace()
    const { promiseId } = await customerWithPromise(workspace)
    const before = (await workspace.call('workspace.info', {})).entries
    await workspace.call('drafts.put', { key: 'note', body: 'half a sent' })
    await workspace.call('promises.change', { id: promiseId, patch: { words: 'You will have the labels on Friday' } })
    expect((await workspace.call('workspace.info', {})).entries).toBe(before)
    expect(await workspace.call('drafts.get', { key: 'note' })).toMatchObject({ body: 'half a sent' })
  })

  it('refuses an undo that later changes build on, and changes nothing then', async () => {
    const workspace = await freshWorkspace()
    const { customerId } = await customerWithPromise(workspace)
    await workspace.call('journal.undo', {})
    await workspace.store.journal!.change(async (change) => {
      change.is('system')
      await change.db.updateTable('customer').set({ name: 'Halden AS' }).where('id', '=', customerId).execute()
    })
    await expect(workspace.call('journal.undo', {})).rejects.toMatchObject({ code: 'conflict' })
    expect((await workspace.call('customers.get', { id: customerId })).customer.name).toBe('Halden AS')
  })

  it('trashes and restores, and tells who a record in the trash belongs to', async () => {
    const workspace = await freshWorkspace()
    const { promiseId } = await customerWithPromise(workspace)
    await workspace.call('promises.trash', { id: promiseId })
    expect(await workspace.call('promises.list', {})).toEqual([])
    expect(await workspace.call('search.find', { words: 'labels' })).toEqual([])
    expect(await workspace.call('trash.list', {})).toMatchObject([{ entity: 'promise', customer: 'Halden Foods' }])
    await workspace.call('promises.restore', { id: promiseId })
    expect(await workspace.call('search.find', { words: 'LABE' })).toMatchObject([{ entity: 'promise', customer: 'Halden Foods' }])
    expect(await workspace.call('trash.list', {})).toEqual([])
  })
})

describe('a long undo', () => {
  const file = resolve('resources/sample-imports/boston311-100.csv')
  const imported = { deed: 'import', entity: 'import', name: basename(file) } as const

  async function withImport() {
    const workspace = await freshWorkspace()
    await importFile(workspace, file, fieldsOfMapping(builtInMappings[0]!))
    return workspace
  }

  it('tells how far it is, and when it is stopped everything is as it was', async () => {
    const workspace = await withImport()
    const { entries } = await workspace.call('workspace.info', {})
    const stop = new AbortController()
    stop.abort()
    await expect(workspace.call('journal.undo', {}, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' })
    expect(await workspace.call('workspace.info', {})).toMatchObject({ entries, undo: imported })
    expect(await workspace.call('customers.list', {})).toHaveLength(1)

    const told: [number, number | null][] = []
    await workspace.call('journal.undo', {}, { onProgress: (done, total) => told.push([done, total]) })
    expect(told.length).toBeGreaterThan(0)
    expect(told.at(-1)![0]).toBe(told.at(-1)![1])
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
  })

  it('takes back the change that is meant, never a newer one', async () => {
    const workspace = await withImport()
    await workspace.call('customers.create', { name: 'Someone else', currency: 'EUR' })
    await expect(workspace.call('journal.undo', { only: imported })).rejects.toMatchObject({ code: 'conflict' })
    expect(await workspace.call('customers.list', {})).toHaveLength(2)
    await workspace.call('journal.undo', {})
    expect(await workspace.call('journal.undo', { only: imported })).toEqual({ label: imported })
    expect(await workspace.call('customers.list', {})).toEqual([])
  })
})
