import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { Backwards } from '../../src/workspace/store/backwards'
import { changedFields, fieldsOf, textOf } from '../../src/workspace/store/row-text'
import { verifyFile } from '../../src/workspace/store/verify'
import { fileOf, importFile, keptRows, mappingOf, orderColumns } from './import-support'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'
import { WholeRows } from './whole-rows'

const quietly = { onProgress: () => {}, signal: new AbortController().signal }
const customer = '0190b0a0-0000-7000-8000-000000000001'
const order = '0190b0a0-0000-7000-8000-000000000002'
const stamps = `'2026-01-05T08:00:00Z', '2026-01-05T08:00:00Z'`
const insert = `INSERT INTO "order" (id, createdAt, updatedAt, number, customerId, title, quantity, note) VALUES ('${order}', ${stamps}, 1, '${customer}', ?, ?, ?)`

/** A file before the twelfth format in which one order was made, changed, removed and made again, with values that are written in several ways. */
function older(file: string): WholeRows {
  const old = new WholeRows(file)
  old.change(
    `INSERT INTO customer (id, createdAt, updatedAt, number, name, currency) VALUES ('${customer}', ${stamps}, 1, 'Ξενοδοχείο "Φως"', 'EUR')`
  )
  old.change(insert, 'Freezer \\ {"a":1}, "b"', 5, null)
  old.change(`UPDATE "order" SET quantity = 2.5, note = ?`, 'tab\there, bell\u0007, line\u2028')
  old.change('UPDATE "order" SET quantity = 3')
  old.change('DELETE FROM "order"')
  old.change(insert, 'Another', 1e21, 'x')
  old.change(`UPDATE "order" SET note = 'y'`)
  return old
}

it('a journal before the twelfth format is carried over: it verifies, tells the same, and is undone to its beginning', async () => {
  const file = join(temporaryFolder(), 'Old.redress')
  const old = older(file)
  const kept = old.db.prepare('SELECT before, after FROM journalRow ORDER BY seq DESC').all() as {
    before: string | null
    after: string | null
  }[]
  old.db.close()
  const found = await verifyFile(file, quietly)
  // the search is not written here
  expect({ ...found, problems: found.problems.filter(({ problem }) => problem !== 'search') }).toMatchObject({
    entries: 7,
    rows: 7,
    problems: []
  })
  const workspace = await openWorkspace(file)
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, entries: 7, rows: 7 })
  const history = await workspace.call('journal.history', { entity: 'order', id: order })
  expect(history.map(({ change }) => change)).toEqual(['changed', 'created', 'removed', 'changed', 'changed', 'created'])
  expect(history.at(-2)!.fields).toContainEqual({ field: 'note', from: null, to: 'tab\there, bell\u0007, line\u2028' })
  expect(history.at(-1)!.fields).toContainEqual({ field: 'title', from: null, to: 'Freezer \\ {"a":1}, "b"' })
  expect(JSON.parse(kept[1]!.after!)).toMatchObject({ note: 'x' })
  for (let step = 0; step < 7; step++) await workspace.call('journal.undo', {})
  expect(await workspace.call('customers.list', {})).toEqual([])
  for (let step = 0; step < 7; step++) await workspace.call('journal.redo', {})
  expect(await workspace.call('journal.history', { entity: 'order', id: order })).toHaveLength(18)
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  await workspace.close()
})

it('what was damaged before the twelfth format is still told after it was carried over', async () => {
  for (const [sql, problem] of [
    [`UPDATE journalRow SET after = replace(after, 'Freezer', 'Fridge') WHERE seq = 2`, 'payload'],
    [`UPDATE journalRow SET before = '{"quantity":6}' WHERE seq = 3`, 'payload'],
    [`UPDATE "order" SET note = 'z'`, 'row'],
    [`DELETE FROM "order"`, 'row']
  ] as const) {
    const file = join(temporaryFolder(), 'Old.redress')
    older(file).db.close()
    const db = new Database(file)
    db.exec(sql)
    db.close()
    const before = await verifyFile(file, quietly)
    const workspace = await openWorkspace(file)
    const after = await workspace.call('journal.verify', {})
    await workspace.close()
    for (const found of [before, after]) {
      expect(found.ok, sql).toBe(false)
      expect(found.problems.map((one) => one.problem)).toContain(problem)
    }
  }
})

it('the rows of an old import are carried over: they verify, an import knows them again, and each is undone', async () => {
  const file = join(temporaryFolder(), 'Old.redress')
  const old = new WholeRows(file)
  const [importId, row] = ['0190b0a0-0000-7000-8000-000000000003', '0190b0a0-0000-7000-8000-000000000004']
  const raw = JSON.stringify({ v: 2, values: { title: 'Freezer' }, customer: 'Halden', other: [['colour', 'white']] })
  old.change(
    `INSERT INTO customer (id, createdAt, updatedAt, number, name, currency) VALUES ('${customer}', ${stamps}, 1, 'Halden', 'EUR')`
  )
  old.change(insert, 'Freezer', null, null)
  old.change(
    `INSERT INTO import (id, createdAt, updatedAt, fileName, sha256, target, source, counts) VALUES ('${importId}', ${stamps}, 'a.csv', '', 'orders', 'test', '{}')`
  )
  old.change(
    `INSERT INTO importedRow (id, createdAt, updatedAt, importId, entity, recordId, customerId, source, externalId, rowNumber, fingerprint, raw)
     VALUES ('${row}', '2026-01-05T08:00:00.250Z', '2026-01-05T08:00:00Z', '${importId}', 'order', '${order}', '${customer}', 'test', '7', 2, 'x', ?)`,
    raw
  )
  old.change(`UPDATE importedRow SET fingerprint = 'eoihpo0zHK1wGHZsEJubqo', updatedAt = '2026-01-06T08:00:00.500Z'`)
  old.db.close()
  const workspace = await openWorkspace(file)
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, entries: 5, rows: 5 })
  expect(await keptRows(workspace)).toEqual([{ externalId: '7', recordId: order, raw: JSON.parse(raw) as unknown }])
  const next = fileOf('id,customer,title,colour\n7,Halden,Cooler,white\n')
  expect((await importFile(workspace, next, mappingOf(orderColumns))).counts).toMatchObject({ update: 1, create: 0 })
  for (let step = 0; step < 6; step++) await workspace.call('journal.undo', {})
  expect(await workspace.call('customers.list', {})).toEqual([])
  for (let step = 0; step < 6; step++) await workspace.call('journal.redo', {})
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  expect((await keptRows(workspace))[0]!.raw.values).toEqual({ title: 'Cooler' })
  await workspace.close()
})

it('whatever is done, undone and done again in whatever order, each state that was is had again from the record', async () => {
  const workspace = await freshWorkspace()
  const { promiseId } = await customerWithPromise(workspace)
  const { db } = workspace.store
  const states: string[] = []
  let seed = 7
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  const remember = () => {
    const row = db.prepare('SELECT * FROM promise WHERE id = ?').get(promiseId)
    if (row) states.push(JSON.stringify(row))
  }
  remember()
  for (let step = 0; step < 60; step++) {
    const turn = next(6)
    if (turn < 3) {
      const words = `“${'é"\\\n'.repeat(next(4))}” ${step}`
      await workspace
        .call('promises.change', { id: promiseId, patch: turn ? { words } : { closingNote: next(2) ? words : null } })
        .catch(() => {})
    } else if (turn < 5) await workspace.call('journal.undo', {})
    else await workspace.call('journal.redo', {})
    remember()
  }
  const found = await workspace.call('journal.verify', {})
  expect(found).toMatchObject({ ok: true, problems: [] })
  const stored = db.prepare('SELECT count(*) FROM journalRow WHERE after IS NOT NULL').pluck().get()
  expect(stored).toBe(0)
  const history = await workspace.call('journal.history', { entity: 'promise', id: promiseId })
  const told = history
    .filter(({ change }) => change !== 'removed')
    .map(({ fields }) => Object.fromEntries(fields.map(({ field, to }) => [field, to])))
  expect(told.length).toBeGreaterThan(10)
  for (const is of told) {
    const fits = states.some((state) => {
      const row = JSON.parse(state) as Record<string, unknown>
      return Object.entries(is).every(([field, value]) => row[field] === value)
    })
    expect(fits, JSON.stringify(is)).toBe(true)
  }
})

it('a row is read and written as SQLite wrote it', () => {
  const db = new Database(':memory:')
  const values = [5, 2.5, 1e21, -0.1, null, '', '"', '\\', '\\"', 'a,b}', '{"x":"y"}', '\u0001\n\u2028', '😀']
  for (const one of values) {
    for (const other of values) {
      const [was, is] = [one, other].map(
        (value) => db.prepare("SELECT json_object('a', ?, 'b', ?, 'c', 1.0)").pluck().get(value, one) as string
      )
      expect(textOf(fieldsOf(was!)!)).toBe(was)
      const back = new Backwards(is!)
      back.step({ width: 3, before: changedFields(was!, is!), after: null })
      expect(back.step({ width: 3, before: null, after: null })).toBe(was)
    }
  }
  for (const wrong of ['', '{', '{"a":', '{"a":1', '{"a":"x}', '[1]', 'null']) expect(fieldsOf(wrong)).toBeNull()
  db.close()
})
