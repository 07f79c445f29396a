// Exports as tools make them, of the same kinds as those that went wrong once, though not the same: each goes in as the form fills
// itself, whole, to the right customers, with nothing asked; a second time it changes nothing, and one undo takes it back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { mappingAsTold } from '../../src/shared/imports/as-told'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { furtherDesks } from '../support/further-desks'
import { furtherMail } from '../support/further-mail'
import { furtherSheets } from '../support/further-sheets'
import { furtherShops } from '../support/further-shops'
import { boardExports } from '../support/board-exports'
import { chatExports } from '../support/chat-exports'
import { deskExports } from '../support/other-exports-desks'
import { sheetExports } from '../support/other-exports-sheets'
import { shopExports } from '../support/other-exports-shops'
import { systemExports } from '../support/other-exports-systems'
import { wrappedExports } from '../support/wrapped-exports'
import { fileOf } from './import-support'

const tables = {
  interactions: 'interaction',
  orders: 'order',
  customers: 'customer',
  contacts: 'contact',
  promises: 'promise',
  incidents: 'incident',
  voice: 'voice'
}
const exports = [
  ...deskExports,
  ...shopExports,
  ...sheetExports,
  ...systemExports,
  ...furtherDesks,
  ...furtherShops,
  ...furtherSheets,
  ...furtherMail,
  ...chatExports,
  ...boardExports,
  ...wrappedExports
]

let workspace: Workspace
const folder = mkdtempSync(join(tmpdir(), 'redress-exports-'))
beforeAll(async () => {
  workspace = await openWorkspace(join(folder, 'Test.redress'), { create: true, actor: () => 'Tester' })
})
afterEach(async () => {
  while ((await workspace.call('workspace.info', {})).undo) await workspace.call('journal.undo', {})
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

it.each(exports.map((each) => [each.name, each] as const))('%s', async (_, given) => {
  const bring = async (files: typeof given.files) => {
    const [file, ...others] = Object.entries(files).map(([name, content]) => fileOf(content, name))
    const asked = { file: file!, others, ...(given.own ? { own: given.own } : {}) }
    const seen = await workspace.call('imports.inspect', asked)
    expect([seen.target, seen.toldBy === 'nothing']).toEqual([given.target, false])
    if (given.customerName) expect(seen.guess.filter(({ field }) => field === 'customer')).toEqual([])
    const told = mappingAsTold(seen, { zone: 'Europe/Athens', currency: given.currency ?? 'EUR' })
    const mapping = { ...told, customerName: given.customerName ?? null }
    return workspace.call('imports.run', { ...asked, part: seen.part, target: seen.target, mapping, dryRun: false })
  }
  const run = () => bring(given.files)
  const { counts, troubles } = await run()
  expect(counts).toMatchObject({ create: given.rows.length, update: 0 })
  expect(counts.skipped + counts.error).toBe(given.left ?? 0)
  if (!given.left) expect(troubles).toEqual([])
  const customers = await workspace.call('customers.list', {})
  expect(customers.map(({ name }) => name).sort()).toEqual(given.customers)
  const rowsNow = () => workspace.store.readDb.prepare(`SELECT * FROM "${tables[given.target]}"`).all() as Record<string, unknown>[]
  const rows = rowsNow().map((row) => given.columns.map((column) => row[column]))
  expect(rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual(given.rows)
  expect((await run()).counts).toMatchObject({ create: 0, update: 0, unchanged: given.rows.length })
  if (given.evidence) {
    const kept = workspace.store.readDb.prepare('SELECT title FROM evidence').all() as { title: string }[]
    expect(kept.map(({ title }) => title)).toEqual(expect.arrayContaining(given.evidence))
  }
  if (given.next) {
    const before = rowsNow()
    expect((await bring(given.next.files)).counts).toMatchObject({ create: given.next.adds, update: 0, error: 0 })
    expect(rowsNow()).toEqual(expect.arrayContaining(before))
    await workspace.call('journal.undo', {})
  }
  await workspace.call('journal.undo', {})
  expect([rowsNow(), await workspace.call('customers.list', {})]).toEqual([[], []])
})
