import { describe, expect, it } from 'vitest'
import type { ImportResult } from '../../src/shared/contract/imports'
import type { Workspace } from '../../src/workspace/index'
import { fileOf, importFile, keptRows, mappingOf, orderColumns, recordsOf } from './import-support'
import { freshWorkspace } from './support'

const counts = (given: Partial<ImportResult['counts']>) => ({ create: 0, update: 0, unchanged: 0, skipped: 0, error: 0, ...given })
const repeats = (given: Partial<ImportResult['repeats']>) => ({ left: 0, own: 0, refused: 0, alike: 0, ...given })
const orders = (...rows: string[]) => fileOf(`id,customer,title,qty\n${rows.join('\n')}\n`)
const orderMapping = mappingOf({ ...orderColumns, quantity: 'qty' })
const promiseMapping = mappingOf({ externalId: 'id', customer: 'customer', words: 'words', madeAt: 'made' }, { target: 'promises' })
const customerMapping = mappingOf({ externalId: 'id', name: 'name', country: 'country' }, { target: 'customers' })

/** Imports a file for real, after a dry run that must have said the same; then again, which must change nothing. */
async function twice(workspace: Workspace, ...[file, mapping]: [string, typeof orderMapping]): Promise<ImportResult> {
  const dry = await importFile(workspace, file, mapping, true)
  const done = await importFile(workspace, file, mapping)
  expect({ ...done, importId: null, dryRun: true }).toEqual(dry)
  const before = recordsOf(workspace)
  const again = await importFile(workspace, file, mapping)
  expect([again.counts.create, again.counts.update, again.importId]).toEqual([0, 0, null])
  expect(recordsOf(workspace)).toBe(before)
  return dry
}

describe('a number that comes twice in one file', () => {
  it('with the same content is left out, and the preview names the row that it repeats', async () => {
    const workspace = await freshWorkspace()
    const found = await twice(workspace, orders('7,A,Paper,1', '8,A,Ink,1', '7,A,Paper,1', '7,A,Paper,1'), orderMapping)
    expect(found.counts).toEqual(counts({ create: 2, skipped: 2 }))
    expect(found.repeats).toEqual(repeats({ left: 2 }))
    expect(found.outcomes.filter(({ again }) => again)).toMatchObject([
      { row: 4, outcome: 'skipped', again: 'left', reason: expect.stringMatching(/^Repeats row 2: /) },
      { row: 5, outcome: 'skipped', again: 'left', reason: expect.stringMatching(/^Repeats row 2: /) }
    ])
    expect(await workspace.call('orders.list', {})).toHaveLength(2)
  })

  it('with other content is a line of its own in an order, and the preview says of which row it bears the number', async () => {
    const workspace = await freshWorkspace()
    const found = await twice(workspace, orders('7,A,Paper,1', '7,A,Ink,2', '7,A,Ink,2'), orderMapping)
    expect(found.counts).toEqual(counts({ create: 2, skipped: 1 }))
    expect(found.repeats).toEqual(repeats({ own: 1, left: 1 }))
    expect(found.outcomes).toMatchObject([
      { row: 4, outcome: 'skipped', reason: expect.stringMatching(/^Repeats row 3: /) },
      { row: 3, outcome: 'create', again: 'own', reason: expect.stringContaining('as row 2 but different content') },
      { row: 2, outcome: 'create', reason: null }
    ])
  })

  it('tells lines apart by what no field takes, too: nothing of the file is lost', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title,colour\n7,A,Paper,red\n7,A,Paper,blue\n7,A,Paper,red\n')
    const found = await twice(workspace, file, mappingOf(orderColumns))
    expect(found.counts).toEqual(counts({ create: 2, skipped: 1 }))
    expect((await keptRows(workspace)).map(({ raw }) => raw.other)).toEqual([[['colour', 'red']], [['colour', 'blue']]])
  })

  it('is one promise: a row that says something else is refused, unless a person says that they are several', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,words,made\n1,A,On Friday,2025-01-01\n1,A,On Monday,2025-01-01\n1,A,On Friday,2025-01-01\n')
    const found = await twice(workspace, file, promiseMapping)
    expect(found.counts).toEqual(counts({ create: 1, skipped: 1, error: 1 }))
    expect(found.repeats).toEqual(repeats({ refused: 1, left: 1 }))
    expect(found.outcomes[0]).toMatchObject({
      row: 3,
      outcome: 'error',
      again: 'refused',
      field: 'externalId',
      reason: expect.stringContaining('only row 2 is imported')
    })

    const several = { ...promiseMapping, columns: promiseMapping.columns.map((column) => ({ ...column, repeats: 'own' as const })) }
    expect((await importFile(workspace, file, several)).counts).toEqual(counts({ unchanged: 1, create: 1, skipped: 1 }))
    expect((await workspace.call('promises.list', {})).map(({ words }) => words).sort()).toEqual(['On Friday', 'On Monday'])
  })

  it('is one customer, whatever the rows are called', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,name,country\n1,Halden,NO\n1,Halden,NO\n1,Halden Foods,NO\n2,Halden,NO\n')
    const found = await twice(workspace, file, customerMapping)
    expect(found.counts).toEqual(counts({ create: 2, skipped: 1, error: 1 }))
    expect(found.outcomes.find(({ outcome }) => outcome === 'error')).toMatchObject({ row: 4, again: 'refused' })
    expect(await workspace.call('customers.list', {})).toHaveLength(2)
  })

  it('a customer without a number is told by the name, and the row is named', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('name,country\nHalden,NO\nOther,SE\nHALDEN ,FI\n')
    const found = await twice(workspace, file, mappingOf({ name: 'name', country: 'country' }, { target: 'customers' }))
    expect(found.counts).toEqual(counts({ create: 2, skipped: 1 }))
    expect(found.outcomes[0]).toMatchObject({ row: 4, again: 'left', reason: expect.stringContaining('already taken from row 2') })
  })

  it('rows that are truly alike are kept where they have no number, and said to be', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title\n7,A,Paper\n7,A,Paper\n7,A,Paper\n')
    const found = await twice(workspace, file, mappingOf({ customer: 'customer', title: 'title' }))
    expect(found.counts).toEqual(counts({ create: 3 }))
    expect(found.repeats).toEqual(repeats({ alike: 2 }))
    expect(found.outcomes[0]).toMatchObject({ row: 3, again: 'alike', reason: expect.stringContaining('same content as row 2') })
    expect(await workspace.call('orders.list', {})).toHaveLength(3)
  })

  it('a row that cannot be used is not what a later one repeats', async () => {
    const workspace = await freshWorkspace()
    const found = await twice(workspace, orders('7,,Paper,1', '7,A,Paper,2'), orderMapping)
    expect(found.counts).toEqual(counts({ create: 1, error: 1 }))
    expect(found.repeats).toEqual(repeats({}))
  })

  it('what an earlier Redress took in twice goes on following its rows', async () => {
    const workspace = await freshWorkspace()
    const own = { ...promiseMapping, columns: promiseMapping.columns.map((column) => ({ ...column, repeats: 'own' as const })) }
    const file = (second: string) => fileOf(`id,customer,words,made\n1,A,first,2025-01-01\n1,A,${second},2025-01-01\n`)
    expect((await importFile(workspace, file('second'), own)).counts).toEqual(counts({ create: 2 }))
    expect((await importFile(workspace, file('second'), promiseMapping)).counts).toEqual(counts({ unchanged: 2 }))
    // what was said stands: the row is known again, and asks
    const changed = await importFile(workspace, file('changed'), promiseMapping)
    expect(changed.counts).toEqual(counts({ unchanged: 1, skipped: 1 }))
    expect(changed.outcomes[0]!.differs).toEqual([{ field: 'words', was: 'second', now: 'changed' }])
  })

  it('is found wherever it is in a long file, and is listed before the rows that are plainly new', async () => {
    const workspace = await freshWorkspace()
    const rows = Array.from({ length: 5_000 }, (_, at) => `${at},A,T${at},1`)
    const found = await importFile(workspace, orders(...rows, '3,A,T3,1', '3,A,T3,2'), orderMapping, true)
    expect(found.counts).toEqual(counts({ create: 5_001, skipped: 1 }))
    expect(found.outcomes.slice(0, 2)).toMatchObject([
      { row: 5_002, again: 'left', reason: expect.stringMatching(/^Repeats row 5: /) },
      { row: 5_003, outcome: 'create', again: 'own' }
    ])
    expect(found.outcomes).toHaveLength(201)
  })
})
