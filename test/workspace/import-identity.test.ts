import { describe, expect, it } from 'vitest'
import { numberKey } from '../../src/shared/imports/origin'
import type { MappingFields } from '../../src/shared/contract/imports'
import type { Workspace } from '../../src/workspace/index'
import { fileOf, importFile, keptRows, mappingOf } from './import-support'
import { freshWorkspace } from './support'

/** Imports a file as the form fills itself. */
async function take(workspace: Workspace, file: string, more: Partial<MappingFields> = {}) {
  const { guess, target, source, dates } = await workspace.call('imports.inspect', { file })
  const columns = guess.map((column) => ({
    ...column,
    dates: dates.find(({ column: at }) => at === column.column)?.fits[0] ?? null
  }))
  const result = await importFile(workspace, file, { ...mappingOf({}), target, source, columns, ...more })
  return result
}
const said = async (workspace: Workspace) =>
  (await workspace.store.read.selectFrom('interaction').select(['notes', 'subject', 'id']).orderBy('at').execute()).map(
    ({ notes, subject }) => notes ?? subject
  )

const comments = (...rows: string[]) =>
  fileOf(`Ticket ID,Comment date,From email,Comment,Ticket date,Ticket subject,Organization\n${rows.join('\n')}\n`)
const september = [
  '77,2026-09-14T08:12:00Z,mira@n.example,The second pump arrived cracked.,2026-09-14T08:12:00Z,Pump,North Quay',
  '77,2026-09-14T09:00:00Z,oona@o.example,We will replace it by Friday.,2026-09-14T08:12:00Z,Pump,North Quay',
  '77,2026-09-21T07:30:00Z,mira@n.example,It is Monday.,2026-09-14T08:12:00Z,Pump,North Quay'
]
const october = ['77,2026-10-02T08:00:00Z,oona@o.example,The replacement left today.,2026-09-14T08:12:00Z,Pump,North Quay']
const customerColumn = { field: 'customer', header: 'Organization' }

describe('what was said is never rewritten', () => {
  const withCustomer = async (workspace: Workspace, file: string) => {
    const { guess, source } = await workspace.call('imports.inspect', { file })
    const columns = [...guess.filter(({ field }) => field !== 'customer'), customerColumn]
    return importFile(workspace, file, { ...mappingOf({}), target: 'interactions', source, columns })
  }

  it("next month's comments of a ticket are other comments, in whatever number and order they come", async () => {
    const workspace = await freshWorkspace()
    await withCustomer(workspace, comments(...september))
    const ids = (await workspace.store.read.selectFrom('interaction').select('id').execute()).map(({ id }) => id)
    expect((await withCustomer(workspace, comments(...october))).counts).toMatchObject({ create: 1, update: 0 })
    // a month later the export of the whole ticket, the newest first
    expect((await withCustomer(workspace, comments(...october, ...september.toReversed()))).counts).toMatchObject({ unchanged: 4 })
    expect(await said(workspace)).toEqual([
      'The second pump arrived cracked.',
      'We will replace it by Friday.',
      'It is Monday.',
      'The replacement left today.'
    ])
    expect((await workspace.store.read.selectFrom('interaction').select('id').execute()).map(({ id }) => id)).toEqual(
      expect.arrayContaining(ids)
    )
  })

  it('a ticket whose source says something else now shows old and new, and asks; the answer is kept', async () => {
    const workspace = await freshWorkspace()
    const tickets = (notes: string) =>
      fileOf(`Ticket ID,Company,Created,Subject,Description\n7,Harrow,2026-09-14 08:12,Pump,${notes}\n`)
    await take(workspace, tickets('It broke.'))
    const asked = await take(workspace, tickets('It was dropped by the customer.'))
    expect(asked).toMatchObject({ counts: { create: 0, update: 0, skipped: 1 }, differs: 1, importId: null })
    expect(asked.outcomes[0]).toMatchObject({
      differs: [{ field: 'notes', was: 'It broke.', now: 'It was dropped by the customer.' }],
      reason: expect.stringContaining('Notes')
    })
    expect(await said(workspace)).toEqual(['It broke.'])
    // not answered: it asks again
    expect((await take(workspace, tickets('It was dropped by the customer.'))).differs).toBe(1)

    const answered = async (rewrites: 'keep' | 'take' | 'add', notes: string) => {
      const file = tickets(notes)
      const { guess, source } = await workspace.call('imports.inspect', { file })
      const mapping = { ...mappingOf({}), target: 'interactions' as const, source, columns: guess }
      return workspace.call('imports.run', { file, target: 'interactions', mapping, dryRun: false, rewrites })
    }
    expect((await answered('keep', 'It was dropped by the customer.')).differs).toBe(0)
    expect((await take(workspace, tickets('It was dropped by the customer.'))).counts.unchanged).toBe(1)
    expect(await said(workspace)).toEqual(['It broke.'])
    expect((await answered('take', 'It was dropped at the gate.')).counts.update).toBe(1)
    expect(await said(workspace)).toEqual(['It was dropped at the gate.'])
    await workspace.call('journal.undo', {})
    expect(await said(workspace)).toEqual(['It broke.'])
    expect((await answered('add', 'It was dropped at the gate.')).counts.create).toBe(1)
    expect((await said(workspace)).sort()).toEqual(['It broke.', 'It was dropped at the gate.'])
  })

  it('the words of a promise stand while its state follows the source', async () => {
    const workspace = await freshWorkspace()
    const mapping = mappingOf(
      { externalId: 'id', customer: 'customer', words: 'words', madeAt: 'made', closedAt: 'closed' },
      { target: 'promises' }
    )
    const file = (words: string, closed: string) => fileOf(`id,customer,words,made,closed\n1,A,${words},2025-01-01,${closed}\n`)
    await importFile(workspace, file('On Friday', ''), mapping)
    const changed = await importFile(workspace, file('Some day', '2025-01-03'), mapping)
    expect(changed).toMatchObject({ counts: { update: 1 }, differs: 1 })
    expect(await workspace.call('promises.list', {})).toMatchObject([{ words: 'On Friday', outcome: 'kept' }])
    expect((await importFile(workspace, file('Some day', '2025-01-03'), mapping)).differs).toBe(1)
  })
})

describe('where a record comes from is read from the file, not from its name', () => {
  const rows = 'Ticket ID,Company,Created,Subject\n1,Harrow,2026-09-14 08:12,Pump\n2,Harrow,2026-09-15 08:12,Where is it\n'

  it.each(['tickets (1).csv', 'export-2026-12-07-0900-91cd.csv', 'Αντίγραφο.csv'])('"%s" is the same file', async (name) => {
    const workspace = await freshWorkspace()
    await take(workspace, fileOf(rows, 'tickets.csv'))
    expect((await take(workspace, fileOf(rows, name))).counts).toMatchObject({ unchanged: 2, create: 0 })
  })

  it('two accounts of one system are two origins; where a file does not tell, the account is not held against it', async () => {
    const workspace = await freshWorkspace()
    const file = (host: string, subject = 'Pump') =>
      fileOf(
        `Ticket ID,Company Name,Subject,Created time,Resolved time,Url\n1,Harrow,${subject},2026-09-14 08:12:00,,${host ? `https://${host}/a/tickets/1` : ''}\n`
      )
    const seen = await workspace.call('imports.inspect', { file: file('harrow.freshdesk.com') })
    expect(seen.source).toBe('Freshdesk · harrow.freshdesk.com')
    await take(workspace, file('harrow.freshdesk.com'))
    expect((await take(workspace, file('other.freshdesk.com', 'Other'))).counts).toMatchObject({ create: 1 })
    expect((await take(workspace, file('', 'Pump'))).counts).toMatchObject({ unchanged: 1 })
  })

  it('what an earlier Redress took in under the name of a file is known again', async () => {
    const workspace = await freshWorkspace()
    await take(workspace, fileOf(rows), { source: 'tickets' })
    // as it was kept before the shape of keys was said
    const { db } = workspace.store
    db.exec('DROP TRIGGER importedRow_updated')
    for (const { recordId, raw } of await keptRows(workspace)) {
      const { v: _, ...first } = raw
      db.prepare('UPDATE importedRow SET raw = ? WHERE recordId = packed_id(?)').run(JSON.stringify(first), recordId)
    }
    expect((await take(workspace, fileOf(rows))).counts).toMatchObject({ unchanged: 2, create: 0 })
    // the same number of another ticket is not
    const other = fileOf('Ticket ID,Company,Created,Subject\n1,Other,2020-01-01 08:12,Something else\n')
    expect((await take(workspace, other)).counts).toMatchObject({ create: 1, update: 0 })
  })
})

describe('who is who', () => {
  it('two people of one name stay two by their address, also the next time', async () => {
    const workspace = await freshWorkspace()
    const file = fileOf(
      'Name,Email,Financial Status,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Billing Name,Id\n' +
        '#3001,maria.lopez@one.example,paid,fulfilled,EUR,20.00,2026-08-01 10:00:00 +0200,1,Lamp,Maria Lopez,1\n' +
        '#3002,mlopez77@two.example,paid,unfulfilled,EUR,900.00,2026-08-02 10:00:00 +0200,1,Freezer,Maria Lopez,2\n' +
        '#3003,MLopez77@two.example,paid,unfulfilled,EUR,5.00,2026-08-03 10:00:00 +0200,1,Filter,Maria Lopez,3\n'
    )
    const result = await take(workspace, file)
    expect(result.outcomes.filter(({ odd }) => odd)).toHaveLength(1)
    const orders = await workspace.call('orders.list', {})
    const owner = (title: string) => orders.find((order) => order.title === title)!.customerId
    expect(owner('Freezer')).toBe(owner('Filter'))
    expect(owner('Lamp')).not.toBe(owner('Freezer'))
    expect((await take(workspace, file)).counts).toMatchObject({ unchanged: 3 })
    const later = fileOf(
      'Name,Email,Financial Status,Fulfillment Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Billing Name,Id\n' +
        '#3009,mlopez77@two.example,paid,fulfilled,EUR,20.00,2026-09-01 10:00:00 +0200,1,Shelf,Maria Lopez,9\n'
    )
    await take(workspace, later)
    expect((await workspace.call('orders.list', {})).find(({ title }) => title === 'Shelf')!.customerId).toBe(owner('Freezer'))
  })

  it('one customer in several spellings is one: invisible marks, composed letters, capitals', async () => {
    const workspace = await freshWorkspace()
    const names = [
      'Harrow Mills',
      'Harrow\u00a0Mills\u200b',
      '\u200fHARROW MILLS\u200f',
      'Café Ñandú',
      'Cafe\u0301 N\u0303andu\u0301',
      '\ufeffCafé Ñandú'
    ]
    await take(
      workspace,
      fileOf(`Ticket ID,Company,Created,Subject\n${names.map((name, at) => `${at},${name},2026-09-14 08:12,S${at}`).join('\n')}\n`)
    )
    expect(await workspace.call('customers.list', {})).toHaveLength(2)
  })

  it('a Salesforce id is one in 15 and in 18 signs, and nothing else is shortened', async () => {
    const workspace = await freshWorkspace()
    const mapping = mappingOf({ externalId: 'Id', name: 'Name' }, { target: 'customers', source: 'Salesforce' })
    await importFile(workspace, fileOf('Id,Name\n001D000000IRFmaIAH,Harrow\n'), mapping)
    expect((await importFile(workspace, fileOf('Id,Name\n001D000000IRFma,Harrow\n'), mapping)).counts).toMatchObject({
      unchanged: 1
    })
    expect(numberKey('123456789012345678')).toBe('123456789012345678')
  })
})
