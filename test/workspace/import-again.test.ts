import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { fileOf, importFile, mappingOf, orderColumns, recordsOf } from './import-support'
import { freshWorkspace } from './support'

const promiseMapping = mappingOf(
  { externalId: 'id', customer: 'customer', words: 'words', madeAt: 'made', dueAt: 'due', closedAt: 'closed' },
  { target: 'promises' }
)
const promiseFile = (...rows: string[]) => fileOf(`id,customer,words,made,due,closed\n${rows.join('\n')}\n`)
const counts = (given: Partial<Record<'create' | 'update' | 'unchanged' | 'skipped' | 'error', number>>) => ({
  create: 0,
  update: 0,
  unchanged: 0,
  skipped: 0,
  error: 0,
  ...given
})

describe('importing again', () => {
  it('the same file changes nothing; one changed row is one update of its changed fields', async () => {
    const workspace = await freshWorkspace()
    const one = promiseFile('1,A,first,2025-01-01,2025-01-10,', '2,A,second,2025-01-01,2025-01-11,', '3,B,third,2025-01-01,,')
    expect((await importFile(workspace, one, promiseMapping)).counts).toEqual(counts({ create: 3 }))
    const before = recordsOf(workspace)
    expect((await importFile(workspace, one, promiseMapping)).counts).toEqual(counts({ unchanged: 3 }))
    expect(recordsOf(workspace)).toBe(before)

    const two = promiseFile(
      '3,B,third,2025-01-01,,',
      '2,A,second,2025-01-01,2025-01-15,2025-01-14',
      '1,A,first,2025-01-01,2025-01-10,'
    )
    const dry = await importFile(workspace, two, promiseMapping, true)
    expect(dry.counts).toEqual(counts({ update: 1, unchanged: 2 }))
    expect(dry.outcomes[0]).toMatchObject({ row: 3, outcome: 'update', title: 'second', reason: 'Changes: Due, Closed, Outcome.' })
    expect(recordsOf(workspace)).toBe(before)
    expect((await importFile(workspace, two, promiseMapping)).counts).toEqual(dry.counts)

    const second = (await workspace.call('promises.list', {})).find(({ words }) => words === 'second')!
    const { dates, ...promise } = await workspace.call('promises.get', { id: second.id })
    expect(promise).toMatchObject({ dueAt: '2025-01-15', firstDueAt: '2025-01-11', outcome: 'kept', customer: 'A' })
    // a date that moved in the source is on record like one that was renegotiated here
    expect(dates).toMatchObject([{ dueAt: '2025-01-11', reason: expect.stringContaining('rows.csv') }])
  })

  it('never writes over what a person has changed since, and says so', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, promiseFile('1,A,first,2025-01-01,2025-01-10,'), promiseMapping)
    const [promise] = await workspace.call('promises.list', {})
    await workspace.call('promises.change', { id: promise!.id, patch: { words: 'In their own words', maker: 'Kari' } })

    const moved = promiseFile('1,A,first and more,2025-01-01,2025-02-01,')
    const result = await importFile(workspace, moved, promiseMapping)
    expect(result.counts).toEqual(counts({ update: 1 }))
    expect(result.outcomes[0]!.reason).toBe('Changes: Due. Kept as a person wrote it here: Words of the promise.')
    expect(await workspace.call('promises.get', { id: promise!.id })).toMatchObject({
      words: 'In their own words',
      maker: 'Kari',
      dueAt: '2025-02-01'
    })

    const only = await importFile(workspace, promiseFile('1,A,again other words,2025-01-01,2025-02-01,'), promiseMapping)
    expect(only.counts).toEqual(counts({ skipped: 1 }))
    expect((await workspace.call('promises.get', { id: promise!.id })).words).toBe('In their own words')
  })

  it('finds a customer who has another name here since, and not one who took the old name', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, promiseFile('1,Halden,first,2025-01-01,,'), promiseMapping)
    const [halden] = await workspace.call('customers.list', {})
    await workspace.call('customers.change', { id: halden!.id, patch: { name: 'Halden Foods Oy' } })
    const second = await importFile(
      workspace,
      promiseFile('1,Halden,first,2025-01-01,,', '2,HALDEN,second,2025-01-01,,'),
      promiseMapping
    )
    expect(second).toMatchObject({ counts: counts({ create: 1, unchanged: 1 }), newCustomers: 0 })
    expect(await workspace.call('promises.list', { customerId: halden!.id })).toHaveLength(2)

    const { id: other } = await workspace.call('customers.create', { name: 'Halden', currency: 'EUR' })
    await importFile(workspace, promiseFile('3,Halden,third,2025-01-01,,'), promiseMapping)
    expect((await workspace.call('promises.list', { customerId: other })).map(({ words }) => words)).toEqual(['third'])
  })

  it('never deletes, and leaves the trash alone', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, promiseFile('1,A,first,2025-01-01,,', '2,A,second,2025-01-01,,'), promiseMapping)
    const second = (await workspace.call('promises.list', {})).find(({ words }) => words === 'second')!
    await workspace.call('promises.trash', { id: second.id })
    const result = await importFile(workspace, promiseFile('2,A,changed,2025-01-01,,'), promiseMapping)
    expect(result.outcomes).toMatchObject([{ outcome: 'skipped', reason: expect.stringContaining('in the trash') }])
    expect(await workspace.call('promises.list', {})).toHaveLength(1)
  })

  it('knows the same number from two sources as two records', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title\n1,A,Paper\n')
    await importFile(workspace, file, mappingOf(orderColumns, { source: 'shop' }))
    expect((await importFile(workspace, file, mappingOf(orderColumns, { source: 'warehouse' }))).counts).toEqual(
      counts({ create: 1 })
    )
  })

  it('finds customers by name however it is written, adds each once, and asks where two have one name', async () => {
    const workspace = await freshWorkspace()
    const { id } = await workspace.call('customers.create', { name: 'Ωμέγα', currency: 'EUR' })
    const file = fileOf('id,customer,title\n1,ΩΜΈΓΑ ,a\n2,New  Co,b\n3,new co,c\n')
    const dry = await importFile(workspace, file, mappingOf(orderColumns), true)
    expect(dry.newCustomers).toBe(1)
    await importFile(workspace, file, mappingOf(orderColumns))
    expect((await workspace.call('customers.list', {})).map(({ name }) => name)).toEqual(['New  Co', 'Ωμέγα'])
    expect(await workspace.call('orders.list', { customerId: id })).toHaveLength(1)

    await workspace.call('customers.create', { name: 'Ωμέγα', currency: 'EUR' })
    const result = await importFile(workspace, fileOf('id,customer,title\n9,Ωμέγα,z\n'), mappingOf(orderColumns))
    expect(result.outcomes).toMatchObject([
      { outcome: 'error', field: 'customer', reason: expect.stringContaining('More than one customer') }
    ])
  })

  it('moves a row to another customer when the file does, and follows a customer who was renamed here', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, fileOf('id,customer,title\n1,A,x\n2,A,y\n'), mappingOf(orderColumns))
    const [customer] = await workspace.call('customers.list', {})
    await workspace.call('customers.change', { id: customer!.id, patch: { name: 'A and Sons' } })
    const result = await importFile(workspace, fileOf('id,customer,title\n1,A,x2\n2,B,y\n'), mappingOf(orderColumns))
    expect(result.counts).toEqual(counts({ update: 2 }))
    const orders = await workspace.call('orders.list', {})
    expect(orders.map(({ title, customer }) => [title, customer]).sort()).toEqual([
      ['x2', 'A and Sons'],
      ['y', 'B']
    ])
  })

  it('fills in a customer who is here already, and overwrites nothing', async () => {
    const workspace = await freshWorkspace()
    await workspace.call('customers.create', { name: 'Halden Foods', currency: 'NOK', industry: 'Food' })
    const mapping = mappingOf({ externalId: 'id', name: 'name', industry: 'industry', country: 'country' }, { target: 'customers' })
    const file = fileOf('id,name,industry,country\n1,halden foods,Fish,NO\n2,Other,,\n')
    const result = await importFile(workspace, file, mapping)
    expect(result.counts).toEqual(counts({ create: 1, update: 1 }))
    const customers = await workspace.call('customers.list', {})
    expect(customers).toMatchObject([{ name: 'Halden Foods', industry: 'Food', country: 'NO' }, { name: 'Other' }])
    expect((await importFile(workspace, file, mapping)).counts).toEqual(counts({ unchanged: 2 }))
  })
})

describe('an import as a whole', () => {
  it('is one change: one undo leaves everything as it was, also what it updated', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, promiseFile('1,A,first,2025-01-01,2025-01-10,', '2,A,second,2025-01-01,,'), promiseMapping)
    const before = recordsOf(workspace)
    await importFile(workspace, promiseFile('1,A,first,2025-01-01,2025-03-10,', '3,New,third,2025-01-01,,'), promiseMapping)
    expect(recordsOf(workspace)).not.toBe(before)
    await workspace.call('journal.undo', {})
    expect(recordsOf(workspace)).toBe(before)
    expect((await workspace.call('journal.verify', {})).problems).toEqual([])
  })

  it('leaves nothing behind when it is cancelled half way', async () => {
    const workspace = await freshWorkspace()
    const before = recordsOf(workspace)
    const file = fileOf(`id,customer,title\n${Array.from({ length: 5_000 }, (_, i) => `${i},C${i % 50},T`).join('\n')}\n`)
    const stop = new AbortController()
    let told = 0
    const running = workspace.call(
      'imports.run',
      { file, target: 'orders', mapping: mappingOf(orderColumns), dryRun: false },
      {
        signal: stop.signal,
        onProgress: (done, total, step) => {
          told++
          expect(done).toBeLessThanOrEqual(total!)
          if (step === 'imports_step_writing') setTimeout(() => stop.abort(), 30)
        }
      }
    )
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(told).toBeGreaterThan(0)
    expect(recordsOf(workspace)).toBe(before)
    expect(await workspace.call('workspace.info', {})).toMatchObject({ undo: null, redo: null })
    // and the workspace goes on
    expect((await importFile(workspace, file, mappingOf(orderColumns))).counts.create).toBe(5_000)
  })

  it('finds what it wrote in the search, and nothing of it after the undo, also when there is much of it', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(`id,customer,title\n${Array.from({ length: 3_000 }, (_, i) => `${i},C,Pallet zebra${i}`).join('\n')}\n`)
    await importFile(workspace, file, mappingOf(orderColumns))
    const hits = () => workspace.store.readDb.prepare(`SELECT count(*) AS n FROM search WHERE search MATCH 'zebra2999'`).get()
    expect(hits()).toEqual({ n: 1 })
    await workspace.call('journal.undo', {})
    expect(hits()).toEqual({ n: 0 })
    workspace.store.db.exec(`INSERT INTO search (search) VALUES ('integrity-check')`)
    await workspace.call('journal.redo', {})
    expect(hits()).toEqual({ n: 1 })
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
  })

  it('keeps a list of what was imported, and mappings that a person saves', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title\n1,A,T\n', 'orders 2025.csv')
    const { importId } = await importFile(workspace, file, mappingOf(orderColumns))
    expect(await workspace.call('imports.list', {})).toMatchObject([
      { id: importId, fileName: 'orders 2025.csv', target: 'orders', counts: counts({ create: 1 }) }
    ])
    const { id } = await workspace.call('mappings.create', mappingOf(orderColumns, { name: 'Shop orders' }))
    const seen = await workspace.call('imports.inspect', { file: fileOf('title,x,customer,ID\nT,,A,1\n'), target: 'orders' })
    expect(seen.mapping).toMatchObject({ id, name: 'Shop orders' })
    expect(seen.mapping!.columns.map(({ field, column }) => [field, column])).toEqual([
      ['externalId', 3],
      ['customer', 2],
      ['title', 0]
    ])
    expect((await workspace.call('mappings.list', {})).map(({ name }) => name)).toEqual(['Shop orders', 'boston311'])
    const boston = (await workspace.call('mappings.list', {}))[1]!
    await expect(workspace.call('mappings.change', { id: boston.id, patch: { name: 'mine' } })).rejects.toMatchObject({
      code: 'invalid'
    })
  })

  it('needs little more memory for fifty times the rows', async () => {
    const workspace = await freshWorkspace()
    const mapping = mappingOf(orderColumns)
    const rowsOf = (many: number) =>
      fileOf(`id,customer,title\n${Array.from({ length: many }, (_, i) => `row-${i},C${i % 50},Some title ${i}`).join('\n')}\n`)
    // what is alive counts, not what has not been collected yet
    setFlagsFromString('--expose_gc')
    const collect = runInNewContext('gc') as () => void
    const alive = () => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const peak = async (file: string) => {
      let most = 0
      let told = 0
      await workspace.call(
        'imports.run',
        { file, target: 'orders', mapping, dryRun: true },
        {
          onProgress: () => (most = told++ % 8 === 0 ? Math.max(most, alive()) : most)
        }
      )
      return most
    }
    const small = await peak(rowsOf(2_000))
    const large = await peak(rowsOf(100_000))
    expect(large - small).toBeLessThan(60 * 1024 * 1024)
  })
})
