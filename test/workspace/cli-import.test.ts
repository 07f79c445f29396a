import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { redress } from '../support/cli'
import { workbook } from './reader-support'

const folder = mkdtempSync(join(tmpdir(), 'redress-cli-import-'))
const put = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('without a window', () => {
  it('an empty workspace is made, and never over a file', async () => {
    const file = join(folder, 'new.redress')
    expect(await redress(['new', file])).toMatchObject({ code: 0, json: { file } })
    expect(await redress(['call', 'customers.list', '{}', '--workspace', file])).toMatchObject({ code: 0, json: [] })
    expect(await redress(['new', file])).toMatchObject({ code: 1, json: { error: { code: 'conflict' } } })
  })

  it('workbooks and mails go in as they tell, through the reader of the built program', async () => {
    const file = join(folder, 'all.redress')
    const sheet = put(
      'orders.xlsx',
      workbook(
        {
          Orders: [
            ['Order number', 'Customer', 'Item'],
            ['7', 'Quay', 'Pump']
          ]
        },
        'xlsx'
      )
    )
    expect(await redress(['import', sheet, '--workspace', file])).toMatchObject({ code: 0, json: { counts: { create: 1 } } })
    const mail = put(
      'a.eml',
      'From: Mira <mira@quay.example>\nTo: help@ours.example\nDate: Mon, 14 Sep 2026 08:12:00 +0200\nSubject: Pump\nMessage-ID: <1@quay.example>\n\nIt broke.\n'
    )
    expect(await redress(['import', mail, '--workspace', file, '--own', 'ours.example'])).toMatchObject({
      code: 0,
      json: { counts: { create: 1 }, newCustomers: 0 }
    })
    const damaged = await redress(['import', put('b.xlsx', Buffer.from('PK\x03\x04 nothing')), '--workspace', file])
    expect(damaged).toMatchObject({ code: 1, json: { error: { code: 'invalid' } } })
  })

  it('a mapping is a name, JSON or a file of JSON; what it leaves out is as the file tells', async () => {
    const file = join(folder, 'mapped.redress')
    const list = put('list.csv', 'No;Firm;What\n1;Quay;Pump\n')
    const untold = await redress(['import', list, '--workspace', file])
    expect(untold).toMatchObject({ code: 1, words: expect.stringContaining('No, Firm, What') })
    const mapping = {
      source: 'till',
      columns: [
        { field: 'externalId', header: 'No' },
        { field: 'customer', header: 'Firm' },
        { field: 'title', header: 'What' }
      ]
    }
    const said = ['import', list, '--workspace', file, '--as', 'orders', '--mapping']
    expect(await redress([...said, JSON.stringify(mapping), '--dry-run'])).toMatchObject({
      code: 0,
      json: { counts: { create: 1 }, dryRun: true }
    })
    expect(await redress([...said, put('m.json', JSON.stringify(mapping))])).toMatchObject({
      code: 0,
      json: { counts: { create: 1 } }
    })
    expect(await redress([...said, '{"columns": 3}'])).toMatchObject({ code: 1, json: { error: { code: 'invalid' } } })
    expect(await redress([...said, 'nobody’s'])).toMatchObject({ code: 1, json: { error: { code: 'not-found' } } })
  })
})
