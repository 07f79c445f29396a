import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/workspace/index'
import { fileOf, importFile, keptRows, mappingOf, orderColumns } from './import-support'
import { freshWorkspace } from './support'

const orders = async (workspace: Workspace) => (await workspace.call('orders.list', {})).toSorted((a, b) => a.number - b.number)
const dated = mappingOf({ ...orderColumns, promisedOn: 'due' })
const rows = (...dates: string[]) => `id,customer,title,due\n${dates.map((date, at) => `${at},A,T${at},${date}`).join('\n')}\n`

describe('dates', () => {
  it('that can be read in two orders in every row are asked about, never guessed', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(rows('03/04/2025', '05/06/2025', '12/11/2025'))
    const seen = await workspace.call('imports.inspect', { file, target: 'orders' })
    expect(seen.dates).toEqual([{ column: 3, fits: ['dmy', 'mdy'] }])
    await expect(importFile(workspace, file, dated)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('“due”'),
      fields: { 'mapping.columns.3.dates': expect.any(String) }
    })
    expect(await workspace.call('customers.list', {})).toEqual([])

    const answered = mappingOf({ ...orderColumns, promisedOn: { header: 'due', dates: 'mdy' } })
    await importFile(workspace, file, answered)
    expect((await orders(workspace)).map(({ promisedOn }) => promisedOn)).toEqual(['2025-03-04', '2025-05-06', '2025-12-11'])
  })

  it('are settled by a single row far down the file', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(rows(...Array<string>(600).fill('03/04/2025'), '25/04/2025'))
    await importFile(workspace, file, dated)
    const all = await orders(workspace)
    expect([all[0]!.promisedOn, all.at(-1)!.promisedOn]).toEqual(['2025-04-03', '2025-04-25'])
  })

  it('that contradict each other are asked about too', async () => {
    const workspace = await freshWorkspace()
    await expect(importFile(workspace, fileOf(rows('25/04/2025', '04/25/2025')), dated)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('that do not exist are told with their column, and cost the row only where it needs one', async () => {
    const workspace = await freshWorkspace()
    const result = await importFile(workspace, fileOf(rows('31/04/2025', '30/04/2025', 'soon', '')), dated)
    expect(result.counts).toMatchObject({ create: 4, error: 0 })
    const odd = result.outcomes.flatMap(({ row, odd }) => (odd ?? []).map(({ field, text }) => [row, field, text]))
    expect(odd).toEqual([
      [2, 'promisedOn', expect.stringMatching(/“due”, has “31\/04\/2025”/)],
      [4, 'promisedOn', expect.stringContaining('“soon”')]
    ])
    expect((await orders(workspace)).map(({ promisedOn }) => promisedOn)).toEqual([null, '2025-04-30', null, null])
    const needed = mappingOf({ customer: 'customer', subject: 'title', at: 'due' }, { target: 'interactions' })
    expect((await importFile(workspace, fileOf(rows('31/04/2025', '30/04/2025')), needed)).counts).toMatchObject({
      create: 1,
      error: 1
    })
  })

  it('in many forms', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      rows(
        '2025-04-03',
        '2025/4/3',
        '20250403',
        '3 April 2025',
        '"Apr 3, 2025"',
        '03/Apr/25',
        '3 de abril de 2025',
        '3. aprill 2025',
        '3 Απριλίου 2025',
        '2025-04-03 23:30'
      )
    )
    const result = await importFile(workspace, file, dated)
    expect(result.counts.error).toBe(0)
    // the hour of the last one is kept, as Athens has it
    const read = (await orders(workspace)).map(({ promisedOn }) => promisedOn)
    expect(read.pop()).toBe('2025-04-03T20:30:00Z')
    expect(new Set(read)).toEqual(new Set(['2025-04-03']))
  })

  it('without a time never shift, east or west of UTC', async () => {
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Pacific/Pago_Pago', 'Europe/Athens']) {
      const workspace = await freshWorkspace()
      await importFile(workspace, fileOf(rows('2025-03-30', '2025-10-26')), { ...dated, zone })
      expect((await orders(workspace)).map(({ promisedOn }) => promisedOn)).toEqual(['2025-03-30', '2025-10-26'])
    }
  })

  it('of promises: times become instants through the zone, also where the clocks change; days stay days', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      'words,made,due\n' +
        'gap,2022-03-13 02:30:00,2022-03-14\n' +
        'overlap,2022-11-06 01:30:00,2022-11-06 12:00\n' +
        'said in UTC,2022-07-01T12:00:00Z,2022-07-02T12:00:00+02:00\n' +
        'afternoon,2022-07-01 1:05 PM,\n'
    )
    const mapping = mappingOf(
      { words: 'words', madeAt: 'made', dueAt: 'due' },
      { target: 'promises', zone: 'America/New_York', customerName: 'A' }
    )
    await importFile(workspace, file, mapping)
    const promises = (await workspace.call('promises.list', {})).toSorted((a, b) => a.number - b.number)
    expect(promises.map(({ madeAt, dueAt }) => [madeAt, dueAt])).toEqual([
      // half past two did not happen that night: one hour later; half past one happened twice: the first one
      ['2022-03-13T07:30:00Z', '2022-03-14'],
      ['2022-11-06T05:30:00Z', '2022-11-06T17:00:00Z'],
      ['2022-07-01T12:00:00Z', '2022-07-02T10:00:00Z'],
      ['2022-07-01T17:05:00Z', null]
    ])
  })

  it('as seconds since 1970', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('words,made\nA,1643212800\nB,1643212801\n')
    await importFile(workspace, file, mappingOf({ words: 'words', madeAt: 'made' }, { target: 'promises', customerName: 'A' }))
    expect((await workspace.call('promises.list', {})).map(({ madeAt }) => madeAt).sort()).toEqual([
      '2022-01-26T16:00:00Z',
      '2022-01-26T16:00:01Z'
    ])
  })
})

describe('numbers', () => {
  const priced = mappingOf({ ...orderColumns, quantity: 'qty', value: 'value' })
  const priceRows = (...pairs: [string, string][]) =>
    `id;customer;title;qty;value\n${pairs.map(([qty, value], at) => `${at};A;T${at};${qty};${value}`).join('\n')}\n`

  it('with a decimal comma, decided over all rows', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(priceRows(['1.234', '1.234,56'], ['2,5', '€ 7,00'], ['1', '1 234 567,89']))
    await importFile(workspace, file, priced)
    expect((await orders(workspace)).map(({ quantity, value, currency }) => [quantity, value, currency])).toEqual([
      [1234, 123_456, 'EUR'],
      [2.5, 700, 'EUR'],
      [1, 123_456_789, 'EUR']
    ])
  })

  it('with a decimal point', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, fileOf(priceRows(['1,234', '1,234.56'], ['2.5', '7'])), priced)
    expect((await orders(workspace)).map(({ quantity, value }) => [quantity, value])).toEqual([
      [1234, 123_456],
      [2.5, 700]
    ])
  })

  it('that can be read in two ways in every row are asked about', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(priceRows(['1.234', '5'], ['2.345', '6']))
    expect((await workspace.call('imports.inspect', { file, target: 'orders' })).numbers).toContainEqual({
      column: 3,
      fits: ['point', 'comma']
    })
    await expect(importFile(workspace, file, priced)).rejects.toMatchObject({
      fields: { 'mapping.columns.3.numbers': expect.stringContaining('“qty”') }
    })
    const answered = {
      ...priced,
      columns: priced.columns.map((source) => (source.field === 'quantity' ? { ...source, numbers: 'comma' as const } : source))
    }
    await importFile(workspace, file, answered)
    expect((await orders(workspace)).map(({ quantity }) => quantity)).toEqual([1234, 2345])
  })

  it('that cannot be: negative quantities, unknown currencies, words', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      'id,customer,title,qty,value,currency\n1,A,T,-3,1,EUR\n2,A,T,3,1,EURO\n3,A,T,many,1,EUR\n4,A,T,3,"(4)",EUR\n5,A,T,3,19.99,usd\n6,A,T,3,500,JPY\n'
    )
    const result = await importFile(
      workspace,
      file,
      mappingOf({ ...orderColumns, quantity: 'qty', value: 'value', currency: 'currency' })
    )
    expect(result.counts).toMatchObject({ create: 6, error: 0 })
    expect(result.outcomes.flatMap(({ row, odd }) => (odd ?? []).map((each) => ({ row, ...each })))).toMatchObject([
      { row: 2, field: 'quantity', text: expect.stringMatching(/“qty”, has “-3”\. This must be at least 0/) },
      { row: 3, field: 'currency', text: expect.stringMatching(/“EURO”\. This is not a known currency/) },
      { row: 4, field: 'quantity', text: expect.stringContaining('not a number') },
      { row: 5, field: 'value', text: expect.stringContaining('at least 0') }
    ])
    // an amount whose currency is not known is no amount
    expect((await orders(workspace)).map(({ quantity, value, currency }) => [quantity, value, currency])).toEqual([
      [null, 100, 'EUR'],
      [3, null, null],
      [null, 100, 'EUR'],
      [3, null, 'EUR'],
      [3, 1999, 'USD'],
      [3, 500, 'JPY']
    ])
  })

  it('huge and odd ones do no harm', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title,qty\n1,A,T,1e99\n2,A,T,Infinity\n3,A,T,NaN\n4,A,T,0x10\n5,A,T,7\n')
    const result = await importFile(workspace, file, mappingOf({ ...orderColumns, quantity: 'qty' }))
    expect(result.counts).toMatchObject({ create: 5, error: 0 })
    // NaN is nothing; the others are told
    expect(result.outcomes.filter(({ odd }) => odd)).toHaveLength(3)
    expect((await orders(workspace)).map(({ quantity }) => quantity)).toEqual([null, null, null, null, 7])
  })
})

describe('other values', () => {
  it('a missing customer, a missing title, an unknown choice and zone are named', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      'customer,subject,at,channel,zone\n,S,2025-01-01,call,\nA,,2025-01-01,call,\nA,S,2025-01-01,pigeon,\nA,S,2025-01-01,Email,Mars/North\nA,S,2025-01-01 10:00,Email,Europe/Tallinn\n'
    )
    const mapping = mappingOf(
      { customer: 'customer', subject: 'subject', at: 'at', channel: 'channel', zone: 'zone' },
      { target: 'interactions' }
    )
    const result = await importFile(workspace, file, mapping)
    expect(result.outcomes.map(({ row, outcome, field, odd }) => [row, outcome, field, odd?.map((each) => each.field)])).toEqual([
      [2, 'error', 'customer', undefined],
      [3, 'error', 'subject', undefined],
      [4, 'create', null, ['channel']],
      [5, 'create', null, ['zone']],
      [6, 'create', null, undefined]
    ])
    // a word that nobody has explained stays with the import
    expect((await keptRows(workspace))[0]!.raw.other).toContainEqual(['channel', 'pigeon'])
    const found = await workspace.store.read
      .selectFrom('interaction')
      .selectAll()
      .where('zone', '=', 'Europe/Tallinn')
      .executeTakeFirstOrThrow()
    expect(found).toMatchObject({ channel: 'mail', direction: 'in', at: '2025-01-01T08:00:00Z', zone: 'Europe/Tallinn' })
  })

  it('a mapping that lacks a needed field, or names one that does not exist, is refused', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title\n1,A,T\n')
    await expect(importFile(workspace, file, mappingOf({ customer: 'customer' }))).rejects.toMatchObject({
      fields: { 'mapping.columns': expect.stringContaining('“Title”') }
    })
    await expect(importFile(workspace, file, mappingOf({ ...orderColumns, password: 'id' }))).rejects.toMatchObject({
      code: 'invalid'
    })
  })

  it('customers: kind, country, language and money in their own currency', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      'name,country,language,currency,margin,since\nOne,gr,el-GR,EUR,"1,000.50",2019-05-01\nTwo,Greece,el,EUR,1,\nThree,JP,en,JPY,1000,\n'
    )
    const mapping = mappingOf(
      {
        name: 'name',
        country: 'country',
        language: 'language',
        currency: 'currency',
        yearlyMargin: 'margin',
        customerSince: 'since'
      },
      { target: 'customers' }
    )
    const result = await importFile(workspace, file, mapping)
    expect(result.counts).toMatchObject({ create: 3, error: 0 })
    const customers = await workspace.store.read.selectFrom('customer').selectAll().orderBy('number').execute()
    expect(customers).toMatchObject([
      { name: 'One', country: 'GR', language: 'el-GR', yearlyMargin: 100_050, customerSince: '2019-05-01' },
      { name: 'Two', country: 'GR', language: 'el' },
      { name: 'Three', yearlyMargin: 1000, currency: 'JPY' }
    ])
  })
})
