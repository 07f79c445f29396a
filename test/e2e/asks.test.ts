import { askedAgain, notingAsks, screensOf, settleAt } from '../support/asks'
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
  const places = screensOf({ customerId: shown.customerId, incidentId: incident.id, caseId: shown.id })
  const again = await askedAgain(page, places, asked, (at) =>
    ask('contacts.change', { id: contactId, patch: { note: `Heard at ${at}` } })
  )
  expect(again).toEqual({})

  await settleAt(page, `customers/${shown.customerId}`, asked)
  await ask('contacts.create', { customerId: shown.customerId, name: 'Newcomer' })
  await expect.poll(async () => (await asked()).filter((name) => name === 'customers.get').length).toBe(1)
})
