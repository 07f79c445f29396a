// What comes in several files and is one thing: the months of a help desk, the parts of a large export, a folder of mails.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tnef } from '../support/tnef'
import { fileOf } from './import-support'
import { inspect, take, zip } from './reader-support'
import { freshWorkspace, temporaryFolder } from './support'

const head = 'Order number,Customer,Item,Quantity'
const text = (...lines: string[]) => `${lines.join('\n')}\n`

describe('several files of one thing', () => {
  it('go in as one list, whatever the order of their columns, and each can still be taken by itself', async () => {
    const workspace = await freshWorkspace()
    const files = [
      fileOf(text('Orders of August', '', head, '1,Quay,Pump,2', '2,Quay,Seal,3'), 'august.csv'),
      fileOf(text('Quantity;Item;Customer;Order number', '4;Valve;Harrow;3', '5;Valve;Harrow;4;x'), 'september.csv'),
      fileOf(`${head}\n5,Quay,Rotor`, 'october.csv')
    ]
    const seen = await inspect(workspace, files)
    expect([seen.rows, seen.target, seen.part]).toEqual([5, 'orders', 'august.csv + september.csv + october.csv'])
    expect(seen.parts.filter(({ joinedTo }) => joinedTo === seen.part).map(({ name }) => name)).toEqual([
      'august.csv',
      'september.csv',
      'october.csv'
    ])
    const { counts, outcomes, troubles } = await take(workspace, files)
    // a row that is wider than its own header is told, and one that is cut, whichever file they are in
    expect(counts).toMatchObject({ create: 4, error: 1 })
    expect(outcomes.find(({ outcome }) => outcome === 'error')?.row).toBe(4)
    expect(troubles).toHaveLength(2)
    const orders = workspace.store.readDb.prepare('SELECT orderNumber, title, quantity FROM "order" ORDER BY orderNumber').all()
    expect(orders).toEqual([
      { orderNumber: '1', title: 'Pump', quantity: 2 },
      { orderNumber: '2', title: 'Seal', quantity: 3 },
      { orderNumber: '3', title: 'Valve', quantity: 4 },
      { orderNumber: '5', title: 'Rotor', quantity: null }
    ])
    expect((await take(workspace, files, { part: 'august.csv' })).counts).toMatchObject({ create: 0, unchanged: 2 })
  })

  it('are each read as they are written, whatever was said of their list', async () => {
    const workspace = await freshWorkspace()
    const greek = (text: string) =>
      Buffer.from([...text].map((sign) => (sign > '\u0370' ? sign.charCodeAt(0) - 0x2d0 : sign.charCodeAt(0))))
    const files = [
      fileOf(greek('Order;Customer;Item\nC-1;Ξενοδοχείο;Ψυγείο\n'.normalize('NFC')), 'march.csv'),
      fileOf(text('Order,Customer,Item', 'C-2,Halden,Λάμπα'), 'april.csv')
    ]
    const { part } = await inspect(workspace, files)
    expect(part).toBe('march.csv + april.csv')
    // as the form gives it: with the part, and with how it is written, which a list of several is in no one way
    const mapping = { delimiter: ',', encoding: 'utf-8' } as const
    expect((await take(workspace, files, { part, mapping })).counts).toMatchObject({ create: 2, error: 0 })
    expect(workspace.store.readDb.prepare('SELECT title FROM "order" ORDER BY orderNumber').pluck().all()).toEqual([
      'Ψυγείο',
      'Λάμπα'
    ])
    const zipped = fileOf(
      zip({
        'march.csv': greek('Order;Customer;Item\nC-3;Ξενοδοχείο;Πόρτα\n'),
        'april.csv': 'Order;Customer;Item\nC-4;Halden;Seal\n'
      }),
      'both.zip'
    )
    const seen = await inspect(workspace, [zipped])
    expect((await take(workspace, [zipped], { part: seen.part, mapping })).counts).toMatchObject({ create: 2, error: 0 })
    expect(workspace.store.readDb.prepare('SELECT title FROM "order" ORDER BY orderNumber').pluck().all()).toContain('Πόρτα')
  })

  it('are joined with the one that names their people', async () => {
    const workspace = await freshWorkspace()
    const ticket = (id: number) => ({
      id,
      subject: `Pump ${id}`,
      description: 'It broke.',
      created_at: '2026-09-14T05:12:00Z',
      requester_id: 7
    })
    const users = { users: [{ id: 7, name: 'Mira Kanto', email: 'mira@quay.example', role: 'end-user' }] }
    const files = {
      'tickets-1.json': JSON.stringify({ tickets: [ticket(1), ticket(2)] }),
      'tickets-2.json': JSON.stringify({ tickets: [{ ...ticket(3), priority: 'high' }] }),
      'users.json': JSON.stringify(users)
    }
    const { counts } = await take(workspace, [fileOf(zip(files), 'export.zip')])
    expect(counts).toMatchObject({ create: 3, error: 0 })
    expect((await workspace.call('customers.list', {})).map(({ name }) => name)).toEqual(['Mira Kanto'])
  })

  it('are one after the other what each is by itself', async () => {
    const row = fc.record({ customer: fc.constantFrom('Quay', 'Harrow'), item: fc.constantFrom('Pump', 'Seal; wide', 'A "B"') })
    const workspace = await freshWorkspace()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }), async (months) => {
        let number = 0
        const files = months.map((rows, at) => {
          const cell = (value: string) => `"${value.replaceAll('"', '""')}"`
          const lines = rows.map(({ customer, item }) => [`${++number}`, customer, item].map(cell).join(','))
          return fileOf(text('Order number,Customer,Item', ...lines), `month-${at}.csv`)
        })
        expect((await take(workspace, files)).counts).toMatchObject({ create: number, error: 0, skipped: 0 })
        const titles = workspace.store.readDb
          .prepare('SELECT title FROM "order" ORDER BY CAST(orderNumber AS INTEGER)')
          .pluck()
          .all()
        expect(titles).toEqual(months.flat().map(({ item }) => item))
        await workspace.call('journal.undo', {})
      }),
      { numRuns: 12 }
    )
  })
})

describe('a folder', () => {
  it('of Apple Mail is the mailbox in it', async () => {
    const workspace = await freshWorkspace()
    const folder = join(temporaryFolder(), 'Inbox.mbox')
    mkdirSync(folder)
    const mail = (id: number) =>
      text(
        `From mira@quay.example Mon Sep 14 08:1${id}:00 2026`,
        `Message-ID: <${id}@quay.example>`,
        `Date: Mon, 14 Sep 2026 08:1${id}:00 +0300`,
        'From: mira@quay.example',
        'To: help@ours.example',
        `Subject: Pump ${id}`,
        '',
        'It broke.',
        ''
      )
    writeFileSync(join(folder, 'mbox'), mail(1) + mail(2))
    writeFileSync(join(folder, 'table_of_contents'), Buffer.from([0, 1, 2, 3, 0, 255]))
    const { counts } = await take(workspace, [folder], { own: ['ours.example'] })
    expect(counts).toMatchObject({ create: 2, error: 0 })
  })

  it('that holds nothing is told', async () => {
    const workspace = await freshWorkspace()
    const folder = join(temporaryFolder(), 'Empty')
    mkdirSync(folder)
    await expect(inspect(workspace, [folder])).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('what is in a wrapping that Redress does not open', () => {
  it.each([
    ['Orders.numbers', zip({ 'Index/Document.iwa': 'x', 'preview.jpg': 'y' }), 'Numbers'],
    ['winmail.dat', tnef({ files: { 'a.txt': 'words' } }), 'Outlook']
  ])('%s is told as what it is', async (name, content, word) => {
    const workspace = await freshWorkspace()
    await expect(inspect(workspace, [fileOf(content, name)])).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(word) as string
    })
  })
})
