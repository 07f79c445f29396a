import { expect, test } from './support/app'

test('an amount that nobody has confirmed says so wherever it is used', async ({ launch }) => {
  const { page, ask } = await launch()
  const { id: customerId } = await ask('customers.create', { name: 'Kuopio Travel', currency: 'EUR' })
  const { id: incidentId } = await ask('incidents.create', {
    customerId,
    title: 'Missed connection',
    kind: 'late-delivery',
    began: '2026-03-02',
    currency: 'EUR'
  })
  const exact = (value: number) => ({ as: 'exact' as const, value })
  await ask('lossLines.create', {
    incidentId,
    title: 'Fares paid back',
    calculator: 'rail-eu',
    currency: 'EUR',
    inputs: { date: '2026-03-02', fare: exact(84), delayMinutes: exact(95), leastPaid: exact(4) }
  })
  await ask('lossLines.create', {
    incidentId,
    title: 'Taxis',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: exact(310) }
  })
  const { id: caseId } = await ask('cases.create', {
    customerId,
    title: 'Pay for the taxis',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const go = (hash: string) => page.evaluate((to) => (location.hash = to), `#/${hash}`)
  const said = '1 line rests on a published amount or rule that is not confirmed.'

  await go(`incidents/${incidentId}`)
  await expect(page.locator('main')).toContainText(said)
  await expect(page.getByRole('row', { name: /Fares paid back/ })).toContainText('not confirmed')
  await expect(page.getByRole('row', { name: /Taxis/ })).not.toContainText('not confirmed')
  await page.locator('[data-part="figures"] button').first().click()
  await expect(page.locator('aside.drawer')).toContainText(said)
  await page.locator('aside.drawer').getByRole('button', { name: 'Fares paid back' }).click()
  await expect(page.locator('aside.drawer')).toContainText('not confirmed')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Charts' }).click()
  for (const chart of [page.locator('figure.chart').first(), page.locator('figure.chart').last()]) {
    await expect(chart.getByRole('rowheader', { name: 'Fares paid back (not confirmed)' })).toBeAttached()
  }
  await go(`customers/${customerId}/incidents`)
  await expect(page.getByRole('row', { name: /Missed connection/ })).toContainText('in part not confirmed')
  await go(`cases/${caseId}`)
  await expect(page.locator('main').getByText(said).first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Loss to the customer: / })
    .first()
    .click()
  await expect(page.locator('aside.drawer')).toContainText(said)

  const { page: sheet } = await ask('brief.model', { caseId, language: 'en' })
  expect(sheet.loss?.notConfirmed?.text).toBe('A statutory amount in it is not confirmed:')
  expect(sheet.loss?.notConfirmed?.refs.map(({ text }) => text)).toEqual(['A1'])
})
