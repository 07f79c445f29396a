import { notingAsks, settleAt } from '../support/asks'
import { expect, test } from './support/app'

test('a note on another customer’s contact asks no screen anything; what a screen shows, it asks again', async ({ launch }) => {
  test.setTimeout(180_000)
  const { app, page, ask } = await launch()
  const [incidents, cases, customers] = [
    await ask('incidents.list', {}),
    await ask('cases.list', {}),
    await ask('customers.list', {})
  ]
  const shown = cases.find(({ ref }) => ref === 'CASE-4')!
  const incident = incidents.find(({ customerId }) => customerId === shown.customerId)!
  const other = customers.find(({ id }) => id !== shown.customerId)!
  const { id: contactId } = await ask('contacts.create', { customerId: other.id, name: 'Somebody Else' })
  const asked = await notingAsks(app)
  const own = `customers/${shown.customerId}`
  const places = [
    'desk',
    'settings/trash',
    'incidents',
    'cases',
    'customers',
    'import',
    'settings',
    'search',
    own,
    ...['incidents', 'cases', 'orders', 'promises', 'voice', 'details'].map((tab) => `${own}/${tab}`),
    ...['', '/charts', '/waiting', '/told', '/orders', '/promises', '/evidence', '/voice'].map(
      (tab) => `incidents/${incident.id}${tab}`
    ),
    `cases/${shown.id}`,
    `cases/${shown.id}/brief`
  ]
  const again: Record<string, string[]> = {}
  for (const [at, place] of places.entries()) {
    await settleAt(page, place, asked)
    await ask('contacts.change', { id: contactId, patch: { note: `Heard at ${at}` } })
    await page.waitForTimeout(300)
    const names = (await asked()).filter((name) => name !== 'contacts.change')
    if (names.length) again[place] = names
  }
  expect(again).toEqual({})

  await settleAt(page, own, asked)
  await ask('contacts.create', { customerId: shown.customerId, name: 'Newcomer' })
  await expect.poll(async () => (await asked()).filter((name) => name === 'customers.get').length).toBe(1)
})
