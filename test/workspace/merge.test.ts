import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { entities } from '../../src/shared/contract/journal'
import type { Workspace } from '../../src/workspace/index'
import { fileOf, importFile, mappingOf, orderColumns } from './import-support'
import { customerWithPromise, freshWorkspace } from './support'

/** Everything that is stored, also what search knows, as text. */
async function all(workspace: Workspace): Promise<string> {
  const texts = 'SELECT entity, recordId, customerId, at, title, body FROM searchText ORDER BY recordId'
  const queries = [...entities.map((entity) => `SELECT * FROM "${entity}" ORDER BY id`), texts]
  return queries.map((query) => JSON.stringify(workspace.store.readDb.prepare(query).all())).join('\n')
}

const tablesOf = (workspace: Workspace): string[] =>
  entities.filter((entity) =>
    (workspace.store.readDb.pragma(`table_info("${entity}")`) as { name: string }[]).some(({ name }) => name === 'customerId')
  )

it('two customers become one with everything that is theirs, and one undo makes them two again', async () => {
  const workspace = await freshWorkspace()
  const call = workspace.call
  const { customerId: from, promiseId } = await customerWithPromise(workspace)
  const { id: into } = await call('customers.create', { name: 'Halden Foods AS', currency: 'EUR', timeZone: 'Europe/Oslo' })
  await call('customers.change', { id: from, patch: { country: 'NO', about: 'Feeds a town' } })
  await call('customers.change', { id: into, patch: { about: 'Bakes' } })
  await call('contacts.create', { customerId: into, name: 'Ida', main: 1 })
  const { id: contactId } = await call('contacts.create', { customerId: from, name: 'Per', main: 1 })
  await call('interactions.create', {
    customerId: from,
    contactId,
    channel: 'call',
    direction: 'in',
    at: '2026-03-01T09:00:00Z',
    zone: 'Europe/Oslo',
    subject: 'Labels',
    notes: 'Where are they?'
  })
  await call('incidents.create', {
    customerId: from,
    title: 'Labels late',
    kind: 'late-delivery',
    currency: 'EUR',
    began: '2026-03-06'
  } as never)
  const { id: caseId } = await call('cases.create', {
    customerId: from,
    title: 'Labels',
    ask: 'Send them',
    currency: 'EUR'
  } as never)
  await call('facts.create', { caseId, words: 'They did not come' } as never)
  await importFile(workspace, fileOf('id,customer,title\n1,Halden Foods,Labels\n'), mappingOf(orderColumns))
  const before = await all(workspace)

  await call('customers.merge', { from, into })
  for (const table of tablesOf(workspace)) {
    const left = await sql<{
      n: number
    }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE customerId IN (${from}, packed_id(${from}))`.execute(
      workspace.store.read
    )
    expect([table, left.rows[0]!.n]).toEqual([table, 0])
  }
  const found = workspace.store.readDb.prepare('SELECT entity FROM searchText WHERE customerId = ?').all(from)
  expect(found).toEqual([])
  const view = await call('customers.get', { id: into })
  expect(view.customer).toMatchObject({ name: 'Halden Foods AS', country: 'NO', about: 'Bakes' })
  expect(view.contacts.map(({ name, main }) => [name, main])).toEqual([
    ['Ida', 1],
    ['Per', 0]
  ])
  expect(await call('promises.get', { id: promiseId })).toMatchObject({ customerId: into })
  expect((await call('incidents.list', { customerId: into } as never)) as object[]).toHaveLength(1)
  // the next month's rows are theirs, also under the name that is gone
  const next = await importFile(
    workspace,
    fileOf('id,customer,title\n1,Halden Foods,Labels\n2,Halden Foods,Ink\n'),
    mappingOf(orderColumns)
  )
  expect([next.newCustomers, next.counts.create, next.counts.unchanged]).toEqual([0, 1, 1])
  await call('journal.undo', {})
  expect(await call('journal.verify', {})).toMatchObject({ ok: true })

  await call('journal.undo', {})
  expect(await all(workspace)).toBe(before)
  await call('journal.redo', {})
  expect(workspace.store.readDb.prepare('SELECT entity FROM searchText WHERE customerId = ?').all(from)).toEqual([])
})

it('what is nonsense is refused in a sentence and changes nothing', async () => {
  const workspace = await freshWorkspace()
  const make = async (more: object) => (await workspace.call('customers.create', { name: 'One', currency: 'EUR', ...more })).id
  const [one, dollars, person, trashed] = [
    await make({}),
    await make({ currency: 'USD' }),
    await make({ kind: 'person' }),
    await make({})
  ]
  await workspace.call('customers.trash', { id: trashed })
  const before = await all(workspace)
  for (const into of [one, dollars, person, trashed])
    await expect(workspace.call('customers.merge', { from: one, into })).rejects.toMatchObject({
      code: 'invalid',
      fields: { into: expect.any(String) }
    })
  const contact = async (customerId: string) => (await workspace.call('contacts.create', { customerId, name: 'Ida' })).id
  const [a, b, other] = [await contact(one), await contact(one), await contact(dollars)]
  await expect(workspace.call('contacts.merge', { from: a, into: other })).rejects.toMatchObject({ code: 'invalid' })
  await workspace.call('contacts.change', { id: a, patch: { email: 'ida@halden.example' } })
  await workspace.call('contacts.merge', { from: a, into: b })
  expect((await workspace.call('customers.get', { id: one })).contacts).toMatchObject([{ id: b, email: 'ida@halden.example' }])
  for (let at = 0; at < 5; at++) await workspace.call('journal.undo', {})
  expect(await all(workspace)).toBe(before)
})
