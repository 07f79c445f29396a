import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/workspace/index'
import { fileOf, importFile, keptRows, mappingOf, orderColumns } from './import-support'
import { freshWorkspace, temporaryFolder } from './support'

const orders = async (workspace: Workspace) => (await workspace.call('orders.list', {})).toSorted((a, b) => a.number - b.number)

describe('files as they really are', () => {
  it('reads UTF-8 with a byte order mark before the first header', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('\ufeffid,customer,title\r\n1,Ωμέγα ΑΕ,Σωλήνες\r\n')
    const seen = await workspace.call('imports.inspect', { file, target: 'orders' })
    expect(seen).toMatchObject({ encoding: 'utf-8', delimiter: ',', headers: ['id', 'customer', 'title'], rows: 1 })
    await importFile(workspace, file, mappingOf(orderColumns))
    expect((await orders(workspace))[0]).toMatchObject({ customer: 'Ωμέγα ΑΕ', title: 'Σωλήνες' })
  })

  it('reads Windows-1252 as Excel writes it', async () => {
    const workspace = await freshWorkspace()
    // "Café €5 – menú" in Windows-1252
    const cell = Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x35, 0x20, 0x96, 0x20, 0x6d, 0x65, 0x6e, 0xfa])
    const file = fileOf(Buffer.concat([Buffer.from('id;customer;title\r\n1;X;'), cell, Buffer.from('\r\n')]))
    expect(await workspace.call('imports.inspect', { file, target: 'orders' })).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';'
    })
    await importFile(workspace, file, mappingOf(orderColumns))
    expect((await orders(workspace))[0]!.title).toBe('Café €5 – menú')
  })

  it('reads UTF-16LE with tabs, as Excel\'s "Unicode text"', async () => {
    const workspace = await freshWorkspace()
    for (const mark of ['\ufeff', '']) {
      const file = fileOf(Buffer.from(`${mark}id\tcustomer\ttitle\r\n1\tÕunapuu OÜ\tÕunad\r\n`, 'utf16le'))
      const seen = await workspace.call('imports.inspect', { file, target: 'orders' })
      expect(seen).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', headers: ['id', 'customer', 'title'] })
      expect(seen.sample).toEqual([['1', 'Õunapuu OÜ', 'Õunad']])
    }
  })

  it('keeps line breaks, delimiters and quotes inside quotes', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      'id,customer,title,note\r\n1,"Smith, Jones & Co","A ""big"" one","first\r\nsecond, third"\r\n2,B,5" pipe,\r\n'
    )
    await importFile(workspace, file, mappingOf({ ...orderColumns, note: 'note' }))
    expect(await orders(workspace)).toMatchObject([
      { customer: 'Smith, Jones & Co', title: 'A "big" one', note: 'first\r\nsecond, third' },
      { customer: 'B', title: '5" pipe', note: null }
    ])
  })

  it('tells repeated headers apart by their turn, and joins several columns of one text', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title,Comment,Comment,Comment\n1,A,T,one;a,two,three\n')
    const mapping = mappingOf(orderColumns)
    mapping.columns.push({ field: 'note', header: 'comment', occurrence: 2 }, { field: 'note', header: 'COMMENT', occurrence: 0 })
    await importFile(workspace, file, mapping)
    expect((await orders(workspace))[0]!.note).toBe('three\none;a')
    const [row] = await keptRows(workspace)
    expect(row!.raw.other).toEqual([['Comment', 'two']])
  })

  it('reports rows that are wider or narrower, and never shifts them', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('id,customer,title\n1,A,one\n2,B,two,extra\n3,C\n4,D,four,\n\nCopyright 2025\n5,E,five\n')
    const result = await importFile(workspace, file, mappingOf(orderColumns))
    expect(result.counts).toEqual({ create: 3, update: 0, unchanged: 0, skipped: 1, error: 3 })
    expect(
      result.outcomes.filter(({ outcome }) => outcome === 'error').map(({ row, reason }) => [row, reason!.slice(0, 22)])
    ).toEqual([
      [3, 'This row has 4 cells w'],
      [4, 'Title, column “title”,'],
      [7, 'Customer, column “cust']
    ])
    expect((await orders(workspace)).map(({ title }) => title)).toEqual(['one', 'four', 'five'])
  })

  it('tells a quotation mark that never closes with its line, and reads the rows below it', async () => {
    const workspace = await freshWorkspace()
    const result = await importFile(workspace, fileOf('id,customer,title\n1,A,T\n2,"B,T\n3,C,T\n'), mappingOf(orderColumns))
    expect(result.counts).toMatchObject({ create: 2, error: 1 })
    expect(result.outcomes[0]).toMatchObject({ row: 3, reason: expect.stringMatching(/^Line 3 opens a quotation mark/) })
  })

  it('does not care about the order or the case of headers', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, fileOf(' TITLE ,ID,Customer\nT,1,A\n'), mappingOf(orderColumns))
    expect(await orders(workspace)).toMatchObject([{ title: 'T', customer: 'A' }])
  })

  it('takes headers that are names of objects like any other', async () => {
    const workspace = await freshWorkspace()
    await importFile(
      workspace,
      fileOf('__proto__,constructor,title\n1,A,T\n'),
      mappingOf({ externalId: '__proto__', customer: 'constructor', title: 'title' })
    )
    expect(await orders(workspace)).toMatchObject([{ title: 'T', customer: 'A' }])
    expect(({} as Record<string, unknown>).title).toBeUndefined()
  })

  it('keeps a formula as the text it is', async () => {
    const workspace = await freshWorkspace()
    await importFile(workspace, fileOf('id,customer,title\n1,A,"=HYPERLINK(""http://x"",""y"")"\n'), mappingOf(orderColumns))
    expect((await orders(workspace))[0]!.title).toBe('=HYPERLINK("http://x","y")')
  })

  it('listens to "sep=" in the first line', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf('sep=|\nid|customer|title\n1|A, B|T\n')
    expect(await workspace.call('imports.inspect', { file, target: 'orders' })).toMatchObject({
      delimiter: '|',
      headers: ['id', 'customer', 'title']
    })
  })
})

describe('files that cannot be imported are refused in words', () => {
  const refused: [string, string | Buffer, RegExp][] = [
    ['nothing at all', '', /is empty/],
    ['a workbook', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100)]), /is a damaged archive/],
    ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(600, 7)]), /is not a text file/],
    ['zeros in the text', 'id,title\n1,a\0b\n', /is not a text file/],
    ['UTF-16 the other way round', Buffer.from([0xfe, 0xff, 0, 0x69, 0, 0x64]), /CSV UTF-8/],
    ['no header', '\n\n1,2\n', /has no header/],
    ['too many columns', 'a,'.repeat(2_100) + 'id,customer,title\n', /more than 2000 columns/],
    ['a column that is not there', 'id,customer,name\n1,A,T\n', /no column “title”.*id, customer, name/]
  ]
  it.each(refused)('%s', async (_, content, words) => {
    const workspace = await freshWorkspace()
    await expect(importFile(workspace, fileOf(content), mappingOf(orderColumns))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(words)
    })
    expect(await workspace.call('customers.list', {})).toEqual([])
  })

  it('a file that is not there, a folder of pictures and one of far too many files', async () => {
    const workspace = await freshWorkspace()
    await expect(importFile(workspace, '/nowhere/x.csv', mappingOf(orderColumns))).rejects.toMatchObject({ code: 'not-found' })
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))
    await expect(importFile(workspace, folder, mappingOf(orderColumns))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('a.png')
    })
    for (let at = 0; at < 2_000; at++) writeFileSync(join(folder, `${at}.csv`), '')
    await expect(importFile(workspace, folder, mappingOf(orderColumns))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('a folder of more than')
    })
  })

  it('an encoding that does not fit, said by a person', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(Buffer.from('id,customer,title\n1,A,caf\xe9\n', 'latin1'))
    const mapping = mappingOf(orderColumns, { encoding: 'utf-8' })
    await expect(importFile(workspace, file, mapping)).rejects.toMatchObject({
      message: expect.stringContaining('can’t be read as utf-8')
    })
  })

  it('a cell that is too long is an error of its row only', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(`id,customer,title\n1,A,${'x'.repeat(100_001)}\n2,A,short\n`)
    const result = await importFile(workspace, file, mappingOf(orderColumns))
    expect(result.counts).toMatchObject({ error: 1, create: 1 })
    expect(result.outcomes[0]).toMatchObject({ row: 2, reason: expect.stringContaining('longer than 100000 characters') })
  })
})
