// Exports as tools make them, of the same kinds as those that went wrong once, though not the same: each goes in as the form fills
// itself, whole, to the right customers, with nothing asked; a second time it changes nothing.
import { expect, it } from 'vitest'
import { mappingAsTold } from '../../src/shared/imports/as-told'
import { deskExports } from '../support/other-exports-desks'
import { sheetExports } from '../support/other-exports-sheets'
import { shopExports } from '../support/other-exports-shops'
import { systemExports } from '../support/other-exports-systems'
import { fileOf } from './import-support'
import { freshWorkspace } from './support'

const tables = { interactions: 'interaction', orders: 'order', customers: 'customer', contacts: 'contact', promises: 'promise' }

it.each([...deskExports, ...shopExports, ...sheetExports, ...systemExports].map((each) => [each.name, each] as const))(
  '%s',
  async (_, given) => {
    const workspace = await freshWorkspace()
    const [file, ...others] = Object.entries(given.files).map(([name, content]) => fileOf(content, name))
    const asked = { file: file!, others, ...(given.own ? { own: given.own } : {}) }
    const seen = await workspace.call('imports.inspect', asked)
    expect(seen.target).toBe(given.target)
    expect(seen.toldBy).not.toBe('nothing')
    const mapping = mappingAsTold(seen, { zone: 'Europe/Athens', currency: 'EUR' })
    const run = () => workspace.call('imports.run', { ...asked, part: seen.part, target: seen.target, mapping, dryRun: false })
    const { counts, troubles } = await run()
    expect(counts).toMatchObject({ create: given.rows.length, update: 0 })
    expect(counts.skipped + counts.error).toBe(given.left ?? 0)
    if (!given.left) expect(troubles).toEqual([])
    const customers = await workspace.call('customers.list', {})
    expect(customers.map(({ name }) => name).sort()).toEqual(given.customers)
    const stored = workspace.store.readDb.prepare(`SELECT * FROM "${tables[given.target]}"`).all() as Record<string, unknown>[]
    const rows = stored.map((row) => given.columns.map((column) => row[column]))
    expect(rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual(given.rows)
    expect((await run()).counts).toMatchObject({ create: 0, update: 0, unchanged: given.rows.length })
  }
)
