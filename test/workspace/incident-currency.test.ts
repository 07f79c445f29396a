import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })

async function incident() {
  const workspace = await freshWorkspace({})
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id } = await workspace.call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2026-03',
    currency: 'EUR'
  })
  const to = (currency: string) => workspace.call('incidents.change', { id, patch: { currency } })
  const is = async () => (await workspace.call('incidents.get', { id })).incident.currency
  return { workspace, id, customerId, to, is }
}

it('an incident without amounts may take another currency', async () => {
  const { to, is } = await incident()
  await to('JPY')
  expect(await is()).toBe('JPY')
})

it('amounts in an incident keep it in their currency: 25,000 euros never become 2,500,000 yen', async () => {
  const { workspace, id, to, is } = await incident()
  const { id: cliff } = await workspace.call('cliffs.create', {
    incidentId: id,
    title: 'Season ends',
    on: '2026-12-10',
    amount: 2_500_000
  })
  await expect(to('JPY')).rejects.toMatchObject({ fields: { currency: expect.stringContaining('EUR') } })
  // it can be restored
  await workspace.call('cliffs.trash', { id: cliff })
  await expect(to('JPY')).rejects.toMatchObject({ fields: { currency: expect.any(String) } })
  expect(await is()).toBe('EUR')
  await workspace.call('incidents.change', { id, patch: { currency: 'EUR', title: 'Very late' } })
  expect((await workspace.call('incidents.get', { id })).incident.title).toBe('Very late')
})

it('a shared amount keeps it too, a shared number of days does not', async () => {
  const { workspace, id, to, is } = await incident()
  await workspace.call('drivers.create', { incidentId: id, name: 'Days late', unit: 'days', quantity: exact(9) })
  await to('USD')
  expect(await is()).toBe('USD')
  await workspace.call('drivers.create', { incidentId: id, name: 'Margin', unit: 'money', quantity: exact(40) })
  await expect(to('EUR')).rejects.toMatchObject({ fields: { currency: expect.stringContaining('USD') } })
})

it('a line keeps its own currency, and needs a rate', async () => {
  const { workspace, id, to } = await incident()
  await workspace.call('lossLines.create', {
    incidentId: id,
    title: 'Invoice',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: exact(1_000) }
  })
  await expect(to('USD')).rejects.toMatchObject({ fields: { currency: expect.stringContaining('EUR → USD') } })
  await workspace.call('rates.create', { from: 'EUR', to: 'USD', rate: 1.25, on: '2026-03-01', source: 'ECB' })
  await to('USD')
  expect(await workspace.call('losses.simulate', { incidentId: id })).toMatchObject({ currency: 'USD', p50: 125_000 })
})
