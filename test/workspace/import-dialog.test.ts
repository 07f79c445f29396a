import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, importFile, mappingOf, orderColumns } from './import-support'
import { freshWorkspace, temporaryFolder } from './support'

const report =
  'Orders of March\n\nid,customer,title,qty\n1,Halden,Freezer,2\n2,Halden,Shelf,x\n3,,Door,1\n4,Halden,,y\nend of report,,,\n'

describe('the file as it is', () => {
  it('is shown from its first row to its last, with the header found below a title', async () => {
    const workspace = await freshWorkspace()
    const seen = await workspace.call('imports.inspect', { file: fileOf(report), target: 'orders' })
    expect(seen).toMatchObject({ headerRow: 3, headerRows: 1, rows: 5 })
    expect(seen.top[0]).toEqual(['Orders of March'])
    expect(seen.top.at(-1)).toEqual(['end of report', '', '', ''])

    const many = fileOf(`id,customer,title\n${Array.from({ length: 400 }, (_, at) => `${at},A,T${at}`).join('\n')}\n`)
    const long = await workspace.call('imports.inspect', { file: many })
    expect(long.top).toHaveLength(40)
    expect(long.tail.map(({ row }) => row)).toEqual([399, 400, 401])
  })

  it('is taken as far as a person says, and the rows outside are no outcomes', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(report)
    const range = { from: 5, to: 7 }
    const seen = await workspace.call('imports.inspect', { file, target: 'orders', range })
    expect(seen.rows).toBe(3)
    expect(seen.top).toHaveLength(8)
    const mapping = mappingOf(orderColumns)
    const result = await workspace.call('imports.run', { file, target: 'orders', mapping, dryRun: true, range })
    expect(result.rows).toBe(3)
    expect(result.outcomes.map(({ row }) => row).sort()).toEqual([5, 6, 7])
  })

  it('tells letters of zones that can mean several', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('subject,when\nA,2026-03-01 10:00 CST\nB,2026-03-02 10:00 IST\nC,2026-03-03 10:00 CET\n')
    const seen = await workspace.call('imports.inspect', { file })
    expect(seen.letters).toEqual([{ column: 1, letters: ['CST', 'IST'] }])
  })
})

describe('troubles', () => {
  it('of a row are told all at once, each with its cell, and counted over the whole file', async () => {
    const workspace = await freshWorkspace()
    const mapping = mappingOf({ ...orderColumns, quantity: { header: 'qty', numbers: 'point' } })
    const result = await importFile(workspace, fileOf(report), mapping, true)
    const last = result.outcomes.find(({ row }) => row === 7)!
    expect(last.troubles).toMatchObject([{ field: 'title', column: 2, cell: '' }])
    expect(last.odd).toMatchObject([{ field: 'quantity', column: 3, cell: 'y' }])
    expect(result.troubles).toMatchObject([
      { field: 'customer', count: 2, costs: true },
      { field: 'title', count: 2, costs: true },
      { field: 'quantity', count: 2, costs: false }
    ])
  })

  it('far down a file are among the outcomes, however many rows are well', async () => {
    const workspace = await freshWorkspace()
    const rows = Array.from({ length: 900 }, (_, at) => `${at},A,T${at},${at === 777 ? 'many' : at}`)
    const mapping = mappingOf({ ...orderColumns, quantity: { header: 'qty', numbers: 'point' } })
    const result = await importFile(workspace, fileOf(`id,customer,title,qty\n${rows.join('\n')}\n`), mapping, true)
    expect(result.troubles).toHaveLength(1)
    expect(result.outcomes.filter(({ odd }) => odd)).toMatchObject([{ row: 779, outcome: 'create' }])
  })

  it('are mended by a corrected cell, in the trial and in the import, and the file stays as it is', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(report)
    const mapping = mappingOf(orderColumns)
    const corrections = [
      { row: 6, column: 1, text: 'Brant' },
      { row: 7, column: 2, text: 'Handle' }
    ]
    const run = { file, target: 'orders' as const, mapping, corrections }
    const trial = await workspace.call('imports.run', { ...run, dryRun: true })
    expect(trial.counts).toMatchObject({ create: 4, error: 1 })
    await workspace.call('imports.run', { ...run, dryRun: false })
    const orders = await workspace.call('orders.list', {})
    expect(orders.map(({ title, customer }) => `${title} ${customer}`).sort()).toEqual([
      'Door Brant',
      'Freezer Halden',
      'Handle Halden',
      'Shelf Halden'
    ])
  })
})

describe('rows that are not taken', () => {
  it('are saved as they stand in the file, with every reason, as texts that no spreadsheet runs, and come in again', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      'id,customer,title,qty,note\n1,Halden,,-5,"=HYPERLINK(""http://x"",""y"")"\n2,,,2,"a ""quoted"" one\nin two lines"\n3,Brant,Door,1,\n'
    )
    const mapping = mappingOf({ ...orderColumns, quantity: { header: 'qty', numbers: 'point' }, note: 'note' })
    const to = join(temporaryFolder(), 'left.csv')
    expect(await workspace.call('imports.leftOut', { file, target: 'orders', mapping, to })).toEqual({ rows: 2 })
    const saved = readFileSync(to, 'utf8')
    expect(saved.startsWith('\ufeffid,customer,title,qty,note,Row,Why\r\n')).toBe(true)
    expect(saved).toContain(`1,Halden,,-5,"'=HYPERLINK(""http://x"",""y"")",2,`)
    expect(saved).toContain('Customer, column “customer”, is empty')
    expect(await workspace.call('customers.list', {})).toEqual([])

    // what is corrected there is imported as any other file
    const seen = await workspace.call('imports.inspect', { file: to, target: 'orders' })
    expect(seen).toMatchObject({ rows: 2, headers: ['id', 'customer', 'title', 'qty', 'note', 'Row', 'Why'] })
  })

  it('are nothing where every row is taken, and an unwritable place changes nothing', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title\n1,Halden,Door\n')
    const run = { file, target: 'orders' as const, mapping: mappingOf(orderColumns) }
    const to = join(temporaryFolder(), 'left.csv')
    expect(await workspace.call('imports.leftOut', { ...run, to })).toEqual({ rows: 0 })
    await expect(workspace.call('imports.leftOut', { ...run, to: join(to, 'x.csv') })).rejects.toMatchObject({ code: 'not-found' })
  })
})

it('what an import brought is told with its customers, those with the most records first', async () => {
  const workspace = await freshWorkspace()
  const file = fileOf('id,customer,title\n1,Halden,Door\n2,Brant,Shelf\n3,Brant,Lamp\n')
  const { importId } = await importFile(workspace, file, mappingOf(orderColumns))
  expect(await workspace.call('imports.brought', { id: importId! })).toMatchObject({
    target: 'orders',
    fileName: 'rows.csv',
    customerCount: 2,
    customers: [
      { name: 'Brant', records: 2 },
      { name: 'Halden', records: 1 }
    ]
  })
})
