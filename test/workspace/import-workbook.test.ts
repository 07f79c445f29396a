import { utils, type BookType } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { fileOf } from './import-support'
import { inspect, take, workbook, type Sheets } from './reader-support'
import { freshWorkspace } from './support'

const forms: BookType[] = ['xlsx', 'biff8', 'ods']
const ending = (type: BookType) => (type === 'biff8' ? 'xls' : type)
const days = (value: number, z = 'dd/mm/yyyy') => ({ t: 'n' as const, v: value, z })

describe.each(forms)('a workbook of the form %s', (type) => {
  const put = (sheets: Sheets, more: Parameters<typeof workbook>[2] = undefined, mac = false) =>
    fileOf(workbook(sheets, type, more, mac), `orders.${ending(type)}`)

  it('is read below its titles, with its days, numbers, ids and empty cells, and left without its total', async () => {
    const workspace = await freshWorkspace()
    const file = put({
      Orders: [
        ['Open orders', null, null, null, null, null],
        ['Printed', '30.11.2026'],
        ['Order number', 'Customer', 'Item', 'Delivery date', 'Qty', 'Value'],
        ['00017', 'Harrow Mills', 'Pump', days(46235), 2, 1200.5],
        [{ t: 'n', v: 123, z: '00000' }, 'Quay', 'Seal', days(46236.5, 'dd/mm/yyyy hh:mm'), 0.1 + 0.2],
        ['19', 'Quay', 'Valve', 'n/a', '–', null],
        ['Total', null, null, null, 2.3, 1200.5]
      ]
    })
    const seen = await inspect(workspace, [file])
    expect(seen).toMatchObject({ kind: 'workbook', headerRow: 3, target: 'orders', rows: 4 })
    const { counts } = await take(workspace, [file])
    expect(counts).toMatchObject({ create: 3, skipped: 1, error: 0 })
    const orders = await workspace.call('orders.list', {})
    expect(orders.map(({ orderNumber, promisedOn, quantity, value }) => ({ orderNumber, promisedOn, quantity, value }))).toEqual(
      expect.arrayContaining([
        { orderNumber: '00017', promisedOn: '2026-08-01', quantity: 2, value: 120_050 },
        { orderNumber: '00123', promisedOn: '2026-08-02T09:00:00Z', quantity: 0.3, value: null },
        { orderNumber: '19', promisedOn: null, quantity: null, value: null }
      ])
    )
    expect((await take(workspace, [file])).counts).toMatchObject({ create: 0, unchanged: 3 })
  })

  it('has several sheets: each can be chosen by its name', async () => {
    const workspace = await freshWorkspace()
    const sheets = {
      Notes: [
        ['Ticket ID', 'Company', 'Created', 'Subject'],
        ['1', 'Harrow Mills', days(46235), 'Old']
      ],
      Tickets: [
        ['Ticket ID', 'Company', 'Created', 'Subject'],
        ['7', 'Quay', days(46235.25, 'dd/mm/yyyy hh:mm'), 'Pump cracked'],
        ['8', 'Quay', days(46236), 'Where?']
      ]
    }
    const file = put(sheets)
    const seen = await inspect(workspace, [file])
    expect(seen.parts.map(({ name, rows }) => [name.split('/').pop(), rows])).toEqual([
      ['Notes', 1],
      ['Tickets', 3]
    ])
    const chosen = await inspect(workspace, [file], { part: seen.parts[1]!.name })
    expect(chosen.sample.map(([id]) => id)).toEqual(['7', '8'])
    expect((await take(workspace, [file], { part: seen.parts[1]!.name })).counts.create).toBe(2)
    await expect(inspect(workspace, [file], { part: 'Nowhere' })).rejects.toMatchObject({
      message: expect.stringContaining('Tickets')
    })
  })
})

describe('what spreadsheets do to values', () => {
  const cellsOf = async (cells: Sheets[string][number], mac = false) => {
    const workspace = await freshWorkspace()
    const headers = cells.map((_, at) => `Column ${at + 1}`)
    const file = fileOf(workbook({ S: [headers, cells] }, 'xlsx', undefined, mac), 'values.xlsx')
    return (await inspect(workspace, [file])).sample[0]
  }

  it('shares, spans of time, clocks, yes and no, errors and what a formula came to are as a person sees them', async () => {
    expect(
      await cellsOf([
        { t: 'n', v: 0.125, z: '0.0%' },
        { t: 'n', v: 1.5, z: '[h]:mm:ss' },
        { t: 'n', v: 0.34375, z: 'hh:mm' },
        true,
        { t: 'e', v: 42 },
        { t: 'n', v: 3, f: 'SUM(1,2)' },
        "'00123",
        '="00123"'
      ])
    ).toEqual(['12.5%', '36:00:00', '08:15:00', 'TRUE', '#N/A', '3', "'00123", '="00123"'])
  })

  it('days that count from 1904 are the same days', async () => {
    expect(await cellsOf([days(46235 - 1462), 'x'], true)).toEqual(['2026-08-01', 'x'])
  })

  it('the days around the leap day of 1900 that never was', async () => {
    expect(await cellsOf([days(1), days(59), days(61)])).toEqual(['1900-01-01', '1900-02-28', '1900-03-01'])
  })

  it('a number of more digits than are kept is told as damaged, and joins no two records', async () => {
    const workspace = await freshWorkspace()
    const rows = [1, 2, 3].map((n) => [1_234_567_890_123_450 + n * 100, `Firm ${n}`, 'Pump'])
    const file = fileOf(workbook({ S: [['Order ID', 'Customer', 'Item'], ...rows] }, 'xlsx'), 'ids.xlsx')
    const { counts, outcomes } = await take(workspace, [file])
    expect(counts.create).toBe(3)
    expect(outcomes.every(({ odd }) => odd?.some(({ text }) => /rounded/.test(text)))).toBe(true)
  })

  it('cells that were merged downwards belong to each row, and a header may stand in two rows', async () => {
    const workspace = await freshWorkspace()
    const rows = [
      ['Customer', 'Item', 'Dates', null],
      [null, null, 'Ordered', 'Promised'],
      ['Harrow Mills', 'Pump', days(46235), days(46240)],
      [null, 'Seal', days(46235), days(46241)],
      ['Quay', 'Valve', days(46236), days(46242)]
    ]
    const content = workbook({ S: rows }, 'xlsx', (sheet) => {
      sheet['!merges'] = [
        utils.decode_range('A1:A2'),
        utils.decode_range('B1:B2'),
        utils.decode_range('C1:D1'),
        utils.decode_range('A3:A4')
      ]
    })
    const file = fileOf(content, 'merged.xlsx')
    const seen = await inspect(workspace, [file])
    expect(seen).toMatchObject({ headerRow: 1, headerRows: 2 })
    expect(seen.sample.map((row) => row.slice(0, 2))).toEqual([
      ['Harrow Mills', 'Pump'],
      ['Harrow Mills', 'Seal'],
      ['Quay', 'Valve']
    ])
  })

  it('days that were typed as text are read as those of any list', async () => {
    const workspace = await freshWorkspace()
    const rows = [
      ['Αριθμός παραγγελίας', 'Πελάτης', 'Προϊόν', 'Delivery date'],
      ['1', 'Ελιά Α.Ε.', 'Αντλία', '31.12.2026'],
      ['2', 'Ελιά Α.Ε.', 'Φλάντζα', '01.02.2027']
    ]
    await take(workspace, [fileOf(workbook({ Φύλλο1: rows }, 'ods'), 'παραγγελίες.ods')])
    expect((await workspace.call('orders.list', {})).map(({ promisedOn }) => promisedOn).sort()).toEqual([
      '2026-12-31',
      '2027-02-01'
    ])
  })
})

describe('a workbook that cannot be opened is refused in words', () => {
  it('one that is damaged, one without cells, and none of them costs more than a sentence', async () => {
    const workspace = await freshWorkspace()
    const whole = workbook(
      {
        S: [
          ['Order ID', 'Customer', 'Item'],
          [1, 'A', 'B']
        ]
      },
      'biff8'
    )
    const cut = fileOf(whole.subarray(0, 900), 'cut.xls')
    await expect(inspect(workspace, [cut])).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/cut\.xls/) })
    const empty = fileOf(workbook({ S: [] }, 'xlsx'), 'empty.xlsx')
    await expect(inspect(workspace, [empty])).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/empty\.xlsx/)
    })
  })
})
