// A promise that was not kept leads to an incident: recorded and tied in one change, taken back by one undo.
import { expect, it } from 'vitest'
import { fieldsOfMapping } from '../../src/shared/contract/imports'
import type { Workspace } from '../../src/workspace/index'
import { customerWithPromise, freshWorkspace } from './support'

const incident = { title: 'Promise not kept: labels', kind: 'service', began: '2026-03-06', currency: 'EUR' } as const
const tiedTo = async (workspace: Workspace, id: string) => {
  const { incidentId, incident } = await workspace.call('promises.get', { id })
  return { incidentId, incident }
}

it('ties the promise and the order in the change that begins the incident; one undo takes all of it back', async () => {
  const workspace = await freshWorkspace()
  const { customerId, promiseId } = await customerWithPromise(workspace)
  const { id: orderId } = await workspace.call('orders.create', { customerId, title: 'Labels' })
  const before = (await workspace.call('workspace.info', {})).entries

  const { id } = await workspace.call('incidents.create', { ...incident, customerId, promiseIds: [promiseId], orderIds: [orderId] })
  expect((await workspace.call('workspace.info', {})).entries).toBe(before + 1)
  expect(await workspace.call('journal.recent', { limit: 1 })).toMatchObject([
    { label: { deed: 'create', entity: 'incident', name: incident.title }, rows: 3 }
  ])
  const view = await workspace.call('incidents.get', { id })
  expect(view.promises.map((row) => row.id)).toEqual([promiseId])
  expect(view.orders.map((row) => row.id)).toEqual([orderId])
  expect(await tiedTo(workspace, promiseId)).toEqual({ incidentId: id, incident: incident.title })

  await workspace.call('journal.undo', {})
  expect(await tiedTo(workspace, promiseId)).toEqual({ incidentId: null, incident: null })
  expect(await workspace.call('incidents.list', {})).toEqual([])
  expect(await workspace.call('orders.incidents', { id: orderId })).toEqual([])

  await workspace.call('journal.redo', {})
  expect(await tiedTo(workspace, promiseId)).toEqual({ incidentId: id, incident: incident.title })
  expect(await workspace.call('orders.incidents', { id: orderId })).toEqual([id])
  expect((await workspace.call('journal.verify', {})).ok).toBe(true)
})

it('writes nothing when what it would tie is not there, or another customer’s', async () => {
  const workspace = await freshWorkspace()
  const { customerId, promiseId } = await customerWithPromise(workspace)
  const { id: other } = await workspace.call('customers.create', { name: 'Nordkyst', currency: 'NOK' })
  await expect(
    workspace.call('incidents.create', { ...incident, customerId, promiseIds: [crypto.randomUUID()] })
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    workspace.call('incidents.create', { ...incident, customerId, orderIds: [crypto.randomUUID()] })
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    workspace.call('incidents.create', { ...incident, customerId: other, promiseIds: [promiseId] })
  ).rejects.toMatchObject({ code: 'invalid' })
  expect(await workspace.call('incidents.list', {})).toEqual([])

  const { id: theirs } = await workspace.call('incidents.create', { ...incident, customerId: other })
  await expect(workspace.call('promises.tieIncident', { id: promiseId, incidentId: theirs })).rejects.toMatchObject({
    code: 'invalid',
    fields: { incidentId: expect.stringContaining('another customer') as string }
  })
  await expect(workspace.call('promises.change', { id: promiseId, patch: { incidentId: theirs } })).rejects.toMatchObject({
    code: 'invalid'
  })
  expect(await tiedTo(workspace, promiseId)).toEqual({ incidentId: null, incident: null })
})

it('ties and unties by name, and shows no incident that is in the trash', async () => {
  const workspace = await freshWorkspace()
  const { customerId, promiseId } = await customerWithPromise(workspace)
  const { id } = await workspace.call('incidents.create', { ...incident, customerId })
  await workspace.call('promises.tieIncident', { id: promiseId, incidentId: id })
  await workspace.call('promises.tieIncident', { id: promiseId, incidentId: null })
  expect((await workspace.call('journal.recent', { limit: 2 })).map(({ label }) => [label.deed, label.entity])).toEqual([
    ['untie', 'promise'],
    ['tie', 'promise']
  ])
  await workspace.call('journal.undo', {})
  expect((await tiedTo(workspace, promiseId)).incident).toBe(incident.title)

  await workspace.call('incidents.trash', { id })
  expect((await tiedTo(workspace, promiseId)).incident).toBeNull()
  expect((await workspace.call('promises.list', { customerId }))[0]!.incident).toBeNull()
  await workspace.call('incidents.restore', { id })
  expect((await tiedTo(workspace, promiseId)).incident).toBe(incident.title)
})

it('puts an imported promise that is overdue beside what happened, in the brief of its case', async () => {
  const workspace = await freshWorkspace()
  const preset = (await workspace.call('mappings.list', {})).find(({ name }) => name === 'boston311')!
  await workspace.call('imports.run', {
    file: 'resources/sample-imports/boston311-100.csv',
    target: 'promises',
    mapping: fieldsOfMapping(preset),
    dryRun: false
  })
  const overdue = await workspace.call('promises.list', { states: ['overdue'] })
  expect(overdue).toHaveLength(12)
  const promise = overdue[0]!
  const { id: incidentId } = await workspace.call('incidents.create', {
    ...incident,
    title: promise.words.slice(0, 300),
    customerId: promise.customerId,
    promiseIds: [promise.id]
  })
  const { id } = await workspace.call('cases.create', {
    customerId: promise.customerId,
    title: 'Mend what was promised',
    currency: 'EUR'
  })
  await workspace.call('cases.tieIncident', { id, incidentId, tied: true })
  const model = await workspace.call('brief.model', { caseId: id, language: 'en' })
  const rows = model.page.promised.table!.rows
  expect(rows).toHaveLength(1)
  expect(rows[0]![0]).toContain(promise.words.slice(0, 40))
  expect(rows[0]![2]).toContain('Overdue')
})
