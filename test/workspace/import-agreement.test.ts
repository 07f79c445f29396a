import { expect, it } from 'vitest'
import { fileOf, importFile, mappingOf, orderColumns } from './import-support'
import { freshWorkspace } from './support'

const promiseMapping = mappingOf(
  { externalId: 'id', customer: 'customer', words: 'words', madeAt: 'made', dueAt: 'due', closedAt: 'closed', outcome: 'outcome' },
  { target: 'promises' }
)
const promises = (...rows: string[]) => fileOf(`id,customer,words,made,due,closed,outcome\n${rows.join('\n')}\n`)

it('a row whose dates contradict each other is refused with both named, and the others are taken', async () => {
  const workspace = await freshWorkspace()
  const found = await importFile(
    workspace,
    promises(
      '1,A,first,2025-03-05 09:00,2025-03-04,,',
      '2,A,second,2025-03-05 09:00,2025-03-05,2025-03-05 08:00,',
      '3,A,third,2025-03-05 23:00,2025-03-05,,'
    ),
    promiseMapping
  )
  expect(found.counts).toMatchObject({ create: 1, error: 2 })
  expect(found.outcomes.slice(0, 2)).toMatchObject([
    { row: 2, field: 'dueAt', reason: expect.stringMatching(/^Due, column “due”, has “2025-03-04”\. This is before “Made”/) },
    { row: 3, field: 'closedAt', reason: expect.stringMatching(/“closed”.*before “Made”/) }
  ])
  const orders = fileOf('id,customer,title,ordered,got\n1,A,x,2025-03-05,2025-03-04\n')
  const result = await importFile(workspace, orders, mappingOf({ ...orderColumns, orderedOn: 'ordered', receivedOn: 'got' }))
  expect(result.outcomes).toMatchObject([
    { outcome: 'error', field: 'receivedOn', reason: expect.stringContaining('before “Ordered”') }
  ])
})

it('what was kept must say when, or nobody could tell whether it was in time', async () => {
  const workspace = await freshWorkspace()
  const found = await importFile(
    workspace,
    promises(
      '1,A,first,2025-03-05,2025-03-09,,kept',
      '2,A,second,2025-03-05,2025-03-09,,broken',
      '3,A,third,2025-03-05,2025-03-09,2025-03-08,'
    ),
    promiseMapping
  )
  expect(found.counts).toMatchObject({ create: 2, error: 1 })
  expect(found.outcomes[0]).toMatchObject({ row: 2, field: 'closedAt', reason: expect.stringContaining('Say when') })
})

it('a date that moved at the source is not put before one that a person has corrected here', async () => {
  const workspace = await freshWorkspace()
  await importFile(workspace, promises('1,A,first,2025-03-05,2025-03-09,,'), promiseMapping)
  const [promise] = await workspace.call('promises.list', {})
  await workspace.call('promises.change', { id: promise!.id, patch: { madeAt: '2025-03-08T09:00:00Z' } })
  const found = await importFile(workspace, promises('1,A,first,2025-03-05,2025-03-06,,'), promiseMapping)
  expect(found.outcomes).toMatchObject([{ outcome: 'error', field: 'dueAt', reason: expect.stringContaining('before “Made”') }])
  expect((await workspace.call('promises.get', { id: promise!.id })).dueAt).toBe('2025-03-09')
})

it('an amount in another currency is not put beside the currency of a customer who is here', async () => {
  const workspace = await freshWorkspace()
  await workspace.call('customers.create', { name: 'Osaka', currency: 'JPY' })
  const mapping = mappingOf({ name: 'name', industry: 'industry', yearlyRevenue: 'revenue' }, { target: 'customers' })
  const found = await importFile(workspace, fileOf('name,industry,revenue\nOsaka,Food,100\nOther,Food,100\n'), mapping)
  expect(found.outcomes[0]).toMatchObject({
    outcome: 'update',
    reason: expect.stringMatching(/Filled in: Industry\. Not imported, because amounts are in JPY here: Yearly revenue/)
  })
  const customers = await Promise.all(
    (await workspace.call('customers.list', {})).map(async ({ id }) => (await workspace.call('customers.get', { id })).customer)
  )
  expect(customers.map(({ name, currency, yearlyRevenue }) => [name, currency, yearlyRevenue]).sort()).toEqual([
    ['Osaka', 'JPY', null],
    ['Other', 'EUR', 10_000]
  ])
})

it('a currency that changed at the source comes with its amount, also when the figure is the same', async () => {
  const workspace = await freshWorkspace()
  const mapping = mappingOf({ ...orderColumns, value: 'value', currency: 'currency' })
  const file = (value: string) => fileOf(`id,customer,title,value,currency\n1,A,x,${value}\n`)
  await importFile(workspace, file('100,EUR'), mapping)
  await importFile(workspace, file('100,USD'), mapping)
  expect(await workspace.call('orders.list', {})).toMatchObject([{ value: 10_000, currency: 'USD' }])
  await importFile(workspace, file('100,JPY'), mapping)
  const [order] = await workspace.call('orders.list', {})
  expect(order).toMatchObject({ value: 100, currency: 'JPY' })
  // a person gave another value: the currency of the file is not that value's
  await workspace.call('orders.change', { id: order!.id, patch: { value: 250 } })
  const found = await importFile(workspace, file('100,EUR'), mapping)
  expect(found.outcomes).toMatchObject([{ outcome: 'skipped', reason: expect.stringContaining('Currency') }])
  expect(await workspace.call('orders.list', {})).toMatchObject([{ value: 250, currency: 'JPY' }])
})

it('a row that moves to another customer stays where it is tied to records of the one who has it, and says so', async () => {
  const workspace = await freshWorkspace()
  const file = (customer: string) => fileOf(`id,customer,title\n1,${customer},x\n2,${customer},y\n`)
  await importFile(workspace, file('A'), mappingOf(orderColumns))
  const customerId = (await workspace.call('customers.list', {}))[0]!.id
  const tied = (await workspace.call('orders.list', {})).find(({ title }) => title === 'x')!
  const { id } = await workspace.call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2025',
    currency: 'EUR'
  })
  await workspace.call('incidents.tieOrder', { id, orderId: tied.id, tied: true })
  const found = await importFile(workspace, file('B'), mappingOf(orderColumns))
  expect(found.outcomes).toMatchObject([
    { row: 2, outcome: 'skipped', reason: expect.stringContaining('The file assigns it to B') },
    { row: 3, outcome: 'update' }
  ])
  expect((await workspace.call('orders.list', {})).map(({ title, customer }) => [title, customer]).sort()).toEqual([
    ['x', 'A'],
    ['y', 'B']
  ])
})
