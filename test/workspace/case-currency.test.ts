import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })

async function found() {
  const workspace = await freshWorkspace({})
  const { call } = workspace
  const { id: customerId } = await call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id } = await call('cases.create', { customerId, title: 'Mend it', currency: 'EUR' })
  const { id: optionId } = await call('options.create', { caseId: id, title: 'Send people' })
  const to = (currency: string) => call('cases.change', { id, patch: { currency } })
  const is = async () => (await call('cases.get', { id })).case.currency
  return { call, customerId, id, optionId, to, is }
}

it('a case without amounts may take another currency, and one undo gives it back', async () => {
  const { call, optionId, to, is } = await found()
  await call('remedies.create', { optionId, words: 'Say sorry', cost: 0, relief: 0 })
  await to('JPY')
  expect(await is()).toBe('JPY')
  await call('journal.undo', {})
  expect(await is()).toBe('EUR')
  await call('journal.redo', {})
  expect(await is()).toBe('JPY')
})

it('amounts in its options keep it in their currency: 300 euros never become 30,000 yen', async () => {
  const { call, id, optionId, to, is } = await found()
  const { id: remedyId } = await call('remedies.create', { optionId, words: 'Two engineers', cost: 30_000 })
  await expect(to('JPY')).rejects.toMatchObject({ code: 'invalid', fields: { currency: expect.stringContaining('EUR') } })
  // what is in the trash can be restored, by itself or with its option
  await call('remedies.trash', { id: remedyId })
  await expect(to('JPY')).rejects.toMatchObject({ fields: { currency: expect.any(String) } })
  await call('options.trash', { id: optionId })
  await expect(to('USD')).rejects.toMatchObject({ fields: { currency: expect.any(String) } })
  expect(await is()).toBe('EUR')
  // its own currency is no change, and the rest of the change is done
  await call('cases.change', { id, patch: { currency: 'EUR', title: 'Mend it now' } })
  expect((await call('cases.get', { id })).case.title).toBe('Mend it now')
})

it('what a remedy relieves counts like what it costs; set to nothing, it no longer holds the currency', async () => {
  const { call, optionId, to, is } = await found()
  const { id } = await call('remedies.create', { optionId, words: 'Two engineers', relief: 5_000 })
  await expect(to('USD')).rejects.toMatchObject({ fields: { currency: expect.any(String) } })
  await call('remedies.change', { id, patch: { relief: 0 } })
  await to('USD')
  expect(await is()).toBe('USD')
})

it('amounts of another case do not matter', async () => {
  const { call, customerId, optionId, to } = await found()
  const { id: other } = await call('cases.create', { customerId, title: 'Another', currency: 'EUR' })
  await call('remedies.create', { optionId, words: 'Two engineers', cost: 30_000 })
  await call('cases.change', { id: other, patch: { currency: 'USD' } })
  expect((await call('cases.get', { id: other })).case.currency).toBe('USD')
  await expect(to('USD')).rejects.toMatchObject({ code: 'invalid' })
})

it('the losses of its incidents keep their own currencies, and need a rate, steps too', async () => {
  const { call, customerId, id, to } = await found()
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2026-03',
    currency: 'EUR'
  })
  await call('cases.tieIncident', { id, incidentId, tied: true })
  await to('USD')
  await to('EUR')
  const { id: cliff } = await call('cliffs.create', { incidentId, title: 'Season ends', on: '2026-12-10', amount: 2_500_000 })
  await expect(to('USD')).rejects.toMatchObject({ fields: { currency: expect.stringContaining('EUR → USD') } })
  await call('cliffs.trash', { id: cliff })
  await call('lossLines.create', {
    incidentId,
    title: 'Invoice',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: exact(1_000) }
  })
  await expect(to('USD')).rejects.toMatchObject({ fields: { currency: expect.stringContaining('EUR → USD') } })
  await call('rates.create', { from: 'EUR', to: 'USD', rate: 1.25, on: '2026-03-01', source: 'ECB' })
  await to('USD')
  expect((await call('cases.get', { id })).loss).toMatchObject({ currency: 'USD', p50: 125_000 })
})

it.each(['en', 'el', 'es', 'et', 'fil'] as const)('says so in %s, naming the currency', async (language) => {
  const { call, optionId, to } = await found()
  await call('remedies.create', { optionId, words: 'Two engineers', cost: 30_000 })
  await call('workspace.configure', { language })
  const refused = await to('JPY').then(
    () => null,
    (error: { fields: Record<string, string> }) => error.fields
  )
  expect(refused!.currency).toContain('EUR')
  expect(refused!.currency!.length).toBeGreaterThan(60)
})
