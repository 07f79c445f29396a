import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })

async function incident() {
  const workspace = await freshWorkspace()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: incidentId } = await workspace.call('incidents.create', { customerId, title: 'Late', kind: 'late-delivery', began: '2026-03', currency: 'EUR' })
  return { workspace, incidentId }
}

it('refuses an own formula that cannot be read, at its field and with the place', async () => {
  const { workspace, incidentId } = await incident()
  const line = (formula: string) => ({ incidentId, title: 'Rooms', calculator: 'own-formula', currency: 'EUR', inputs: { formula, rooms: exact(4), rate: exact(90) } })
  await expect(workspace.call('lossLines.create', line('rooms * (rate'))).rejects.toMatchObject({ code: 'invalid', fields: { 'inputs.formula': expect.stringMatching(/\d/) } })
  await expect(workspace.call('lossLines.create', line('rooms * nights'))).rejects.toMatchObject({ fields: { 'inputs.formula': expect.stringContaining('nights') } })
  expect((await workspace.call('losses.sheet', { incidentId })).lines).toEqual([])
  await workspace.call('lossLines.create', line('rooms * rate'))
  expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(36_000)
})

it('keeps a driver fit for the lines that use it', async () => {
  const { workspace, incidentId } = await incident()
  const { id: driverId } = await workspace.call('drivers.create', { incidentId, name: 'Share kept', unit: 'share', quantity: exact(0.5) })
  await workspace.call('lossLines.create', {
    incidentId, title: 'Lost sales', calculator: 'lost-sales', currency: 'EUR',
    inputs: { unitsShort: exact(100), contributionPerUnit: exact(10), shareRecaptured: { as: 'driver', driverId } }
  })
  await expect(workspace.call('drivers.change', { id: driverId, patch: { unit: 'days', quantity: exact(9) } })).rejects.toMatchObject({ code: 'invalid', fields: { quantity: expect.stringContaining('Lost sales') } })
  await expect(workspace.call('drivers.trash', { id: driverId })).rejects.toMatchObject({ code: 'invalid' })
  await workspace.call('drivers.change', { id: driverId, patch: { quantity: exact(0.2) } })
  expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(80_000)
})
