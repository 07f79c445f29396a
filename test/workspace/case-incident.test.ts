// A case begins about its incidents, an incident begins in its case: tied in one change, taken back by one undo.
import { expect, it } from 'vitest'
import type { Workspace } from '../../src/workspace/index'
import { freshWorkspace } from './support'

const wrong = { title: 'The freezer came late', kind: 'late-delivery', began: '2026-03-06', currency: 'EUR' } as const
const recent = async (workspace: Workspace) => (await workspace.call('journal.recent', { limit: 1 }))[0]
const incidentsOf = async (workspace: Workspace, id: string) =>
  (await workspace.call('cases.get', { id })).incidents.map((each) => each.id)

it('ties the incidents in the change that begins the case; one undo takes all of it back, redo brings it again', async () => {
  const workspace = await freshWorkspace()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: first } = await workspace.call('incidents.create', { ...wrong, customerId })
  const { id: second } = await workspace.call('incidents.create', { ...wrong, customerId, title: 'And again', began: '2026-03-09' })
  const before = (await workspace.call('workspace.info', {})).entries

  const { id } = await workspace.call('cases.create', {
    customerId,
    title: 'Run the line',
    currency: 'EUR',
    incidentIds: [first, second]
  })
  expect((await workspace.call('workspace.info', {})).entries).toBe(before + 1)
  // the case, the option of doing nothing, two ties
  expect(await recent(workspace)).toMatchObject({ label: { deed: 'create', entity: 'case', name: 'Run the line' }, rows: 4 })
  expect(await incidentsOf(workspace, id)).toEqual([first, second])

  await workspace.call('journal.undo', {})
  expect(await workspace.call('cases.list', {})).toEqual([])
  expect((await workspace.call('incidents.get', { id: first })).cases).toEqual([])
  await workspace.call('journal.redo', {})
  expect(await incidentsOf(workspace, id)).toEqual([first, second])
  expect((await workspace.call('journal.verify', {})).ok).toBe(true)
})

it('begins an incident in its case in one change', async () => {
  const workspace = await freshWorkspace()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: caseId } = await workspace.call('cases.create', { customerId, title: 'Run the line', currency: 'EUR' })
  const { id } = await workspace.call('incidents.create', { ...wrong, customerId, caseIds: [caseId] })
  expect(await recent(workspace)).toMatchObject({ label: { deed: 'create', entity: 'incident' }, rows: 2 })
  expect(await incidentsOf(workspace, caseId)).toEqual([id])
  await workspace.call('journal.undo', {})
  expect(await incidentsOf(workspace, caseId)).toEqual([])
})

it('writes nothing where the incident is not there, or another customer’s', async () => {
  const workspace = await freshWorkspace()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: other } = await workspace.call('customers.create', { name: 'Nordkyst', currency: 'NOK' })
  const { id: theirs } = await workspace.call('incidents.create', { ...wrong, customerId: other })
  const begun = { customerId, title: 'Run the line', currency: 'EUR' }
  await expect(workspace.call('cases.create', { ...begun, incidentIds: [crypto.randomUUID()] })).rejects.toMatchObject({
    code: 'not-found'
  })
  await expect(workspace.call('cases.create', { ...begun, incidentIds: [theirs] })).rejects.toMatchObject({
    code: 'invalid',
    fields: { incidentIds: expect.stringContaining('another customer') as string }
  })
  expect(await workspace.call('cases.list', {})).toEqual([])

  const { id: caseId } = await workspace.call('cases.create', begun)
  await expect(workspace.call('cases.tieIncident', { id: caseId, incidentId: theirs, tied: true })).rejects.toMatchObject({
    code: 'invalid'
  })
  await expect(workspace.call('incidents.create', { ...wrong, customerId: other, caseIds: [caseId] })).rejects.toMatchObject({
    code: 'invalid'
  })
  expect(await workspace.call('incidents.list', {})).toHaveLength(1)
  expect(await incidentsOf(workspace, caseId)).toEqual([])
})
