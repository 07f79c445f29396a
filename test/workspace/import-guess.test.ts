import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guessTarget } from '../../src/shared/imports/formats'
import { fileOf, importFile, mappingOf } from './import-support'
import { freshWorkspace, temporaryFolder } from './support'

// Headers as the exports bear them: documented by their makers or taken from real exports; no rows of anybody.
const shopify =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,' +
  'Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,' +
  'Billing Name,Billing Company,Shipping Name,Shipping Company,Notes,Cancelled at,Refunded Amount,Id,Tags,Source'
const exports: [name: string, headers: string, target: string, format: string | null][] = [
  ['Shopify orders', shopify, 'orders', 'Shopify'],
  [
    'WooCommerce orders',
    'order_id,order_number,order_date,paid_date,status,shipping_total,order_total,order_currency,customer_id,customer_email,billing_company,customer_note',
    'orders',
    'WooCommerce'
  ],
  [
    'Salesforce cases',
    'Id,CaseNumber,AccountId,ContactId,SuppliedCompany,Type,Status,Reason,Origin,Subject,Priority,Description,IsClosed,ClosedDate,CreatedDate',
    'interactions',
    'Salesforce'
  ],
  [
    'Salesforce milestones',
    'Id,CaseId,MilestoneTypeId,BusinessHoursId,StartDate,TargetDate,CompletionDate,IsCompleted,IsViolated',
    'promises',
    'Salesforce'
  ],
  [
    'Salesforce mails',
    'Id,ParentId,Subject,FromAddress,FromName,ToAddress,TextBody,HtmlBody,Incoming,Status,MessageDate',
    'interactions',
    'Salesforce'
  ],
  ['Salesforce comments', 'Id,ParentId,CommentBody,IsPublished,CreatorName,CreatedById,CreatedDate', 'interactions', 'Salesforce'],
  [
    'Freshdesk tickets',
    'Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Tags,Full name,Company Name',
    'interactions',
    'Freshdesk'
  ],
  [
    'Freshservice tickets',
    'Ticket Id,Subject,Status,Priority,Source,Created Time,Due by Time,Resolved Time,First Response Time (in Hrs)',
    'interactions',
    'Freshdesk'
  ],
  [
    'HubSpot tickets',
    'Ticket ID,Ticket name,Ticket status,Create date,Ticket owner,Ticket description,Priority',
    'interactions',
    'HubSpot'
  ],
  [
    'Zendesk tickets',
    'id,url,external_id,created_at,updated_at,type,subject,raw_subject,description,priority,status,requester_id,assignee_id,organization_id,due_at,tags',
    'interactions',
    'Zendesk'
  ],
  [
    'Zendesk comments',
    'Comment date,Ticket ID,From email,Comment,Ticket date,Ticket subject,Ticket description,Ticket status',
    'interactions',
    'Zendesk'
  ],
  [
    'Intercom messages',
    'message_id,message_body,message_type,message_created_at,message_author_type,conversation_id,conversation_state',
    'interactions',
    'Intercom'
  ],
  [
    'Jira issues',
    'Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Assignee,Reporter,Created,Updated,Due date,Resolved,Labels,Labels,Description,Comment,Comment',
    'interactions',
    'Jira'
  ],
  ['a spreadsheet of orders', 'Order;Customer;Item;Delivery date;Qty', 'orders', null],
  ['a spreadsheet of customers', 'Customer ID\tCompany\tIndustry\tCountry\tCurrency\tRenewal date', 'customers', null],
  ['a spreadsheet of promises', 'Promise,Customer,Owner,Made,Due,Closed', 'promises', null],
  ['a call list', 'Date,Client,Subject,Channel,Notes', 'interactions', null],
  ['orders in Greek', 'Αριθμός παραγγελίας;Πελάτης;Ποσότητα;Αξία;Νόμισμα', 'orders', null],
  ['customers in Spanish', 'Nombre;Sector;País;Idioma;Moneda', 'customers', null]
]

describe('what the rows of a file are', () => {
  it.each(exports)('is told by the headers of %s', async (_, headers, target, format) => {
    const workspace = await freshWorkspace()
    const file = fileOf(`${headers}\n`)
    const seen = await workspace.call('imports.inspect', { file })
    expect([seen.target, seen.toldBy, seen.format]).toEqual([target, format ? 'format' : 'headers', format])
    // whatever the order of the columns, the case and the signs in their names
    const mixed = seen.headers.toReversed().map((header) => ` ${header.toUpperCase().replaceAll('_', ' ')} `)
    expect(guessTarget(mixed)).toEqual({ target, format })
  })

  it('is told by the real file of Boston, with the mapping that comes with Redress and without it', async () => {
    const workspace = await freshWorkspace()
    const file = join(temporaryFolder(), 'requests.csv')
    copyFileSync('resources/sample-imports/boston311-100.csv', file)
    const seen = await workspace.call('imports.inspect', { file })
    expect(seen).toMatchObject({ target: 'promises', toldBy: 'mapping', mapping: { name: 'boston311' } })
    expect(guessTarget(seen.headers)).toEqual({ target: 'promises', format: null })
  })

  it.each(['a,b,c', 'Date,Amount', 'id,name', 'Subject,Description', '__proto__,constructor,toString'])(
    'is not guessed where "%s" does not tell',
    async (headers) => {
      const workspace = await freshWorkspace()
      expect(await workspace.call('imports.inspect', { file: fileOf(`${headers}\n1,2\n`) })).toMatchObject({
        toldBy: 'nothing',
        format: null
      })
    }
  )

  it('is what a person says, whatever the headers tell', async () => {
    const workspace = await freshWorkspace()
    const seen = await workspace.call('imports.inspect', { file: fileOf(`${shopify}\n`), target: 'interactions' })
    expect(seen).toMatchObject({ target: 'interactions', toldBy: 'person', format: null })
  })

  it('is what a saved mapping says that fits, but not one of few columns that fits by chance', async () => {
    const workspace = await freshWorkspace()
    const save = (columns: Record<string, string>, target: 'customers' | 'interactions') =>
      workspace.call('mappings.create', { ...mappingOf(columns, { target }), name: target })
    await save({ name: 'Customer' }, 'customers')
    const file = fileOf('Order;Customer;Item;Delivery date;Qty\n')
    expect(await workspace.call('imports.inspect', { file })).toMatchObject({ target: 'orders', toldBy: 'headers', mapping: null })
    await save({ externalId: 'Order', customer: 'Customer', subject: 'Item', at: 'Delivery date', notes: 'Qty' }, 'interactions')
    expect(await workspace.call('imports.inspect', { file })).toMatchObject({
      target: 'interactions',
      toldBy: 'mapping',
      mapping: { name: 'interactions' }
    })
  })
})

describe('which column holds what', () => {
  const guessed = async (file: string) => {
    const workspace = await freshWorkspace()
    const { guess, target } = await workspace.call('imports.inspect', { file })
    return { workspace, target, guess, columns: Object.fromEntries(guess.map(({ field, header }) => [field, header])) }
  }

  it('is known of an export, and its rows can be imported as guessed', async () => {
    const empty = ','.repeat(31)
    const line = (cells: Record<number, string>) =>
      empty
        .split(',')
        .slice(0, 31)
        .map((_, at) => cells[at] ?? '')
        .join(',')
    const file = fileOf(
      `${shopify}\n${line({ 0: '#1001', 5: '2024-05-04 10:00:00 +0000', 7: 'EUR', 11: '120.50', 15: '2024-05-02 09:00:00 +0000', 16: '2', 17: 'Freezer', 21: 'Kari Moe', 28: '5551' })}\n`
    )
    const { workspace, columns, guess } = await guessed(file)
    expect(columns).toEqual({
      externalId: 'Name',
      orderNumber: 'Name',
      customer: 'Shipping Name',
      customerAddress: 'Email',
      title: 'Lineitem name',
      orderedOn: 'Created at',
      shippedOn: 'Fulfilled at',
      cancelledOn: 'Cancelled at',
      // of an order of several lines one may have left, and another not
      status: 'Lineitem fulfillment status',
      quantity: 'Lineitem quantity',
      value: 'Total',
      currency: 'Currency',
      note: 'Notes'
    })
    // the first one that says something
    expect(guess.filter(({ field }) => field === 'customer').map(({ header }) => header)).toEqual([
      'Billing Company',
      'Shipping Company',
      'Billing Name',
      'Shipping Name'
    ])
    const result = await importFile(workspace, file, { ...mappingOf({}), columns: guess })
    expect(result.outcomes).toMatchObject([{ outcome: 'create', title: 'Freezer' }])
    expect(await workspace.call('orders.list', {})).toMatchObject([
      {
        orderNumber: '#1001',
        customer: 'Kari Moe',
        orderedOn: '2024-05-02T09:00:00Z',
        shippedOn: '2024-05-04T10:00:00Z',
        value: 12_050,
        currency: 'EUR',
        quantity: 2
      }
    ])
  })

  it('takes the number of an order for its number at the source where the file has no other: rows are found again', async () => {
    const file = (due: string) => fileOf(`Order;Customer;Item;Delivery date\n7;Halden;Freezer;${due}\n`)
    const { workspace, guess, columns } = await guessed(file('2025-04-03'))
    expect(columns).toMatchObject({ externalId: 'Order', orderNumber: 'Order' })
    const mapping = { ...mappingOf({}), columns: guess }
    await importFile(workspace, file('2025-04-03'), mapping)
    expect((await importFile(workspace, file('2025-05-03'), mapping)).counts).toMatchObject({ create: 0, update: 1 })
    expect(await workspace.call('orders.list', {})).toMatchObject([{ orderNumber: '7', promisedOn: '2025-05-03' }])
    expect((await guessed(fileOf('id,Order,Customer,Item\n'))).columns).toMatchObject({ externalId: 'id', orderNumber: 'Order' })
  })
})
