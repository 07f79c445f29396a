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

  await test.step('confirmed by the customer is it with a name, a day and the record that it stands in, which opens', async () => {
    const subject = 'The taxis came to 310 euros'
    const mail = { customerId, channel: 'mail' as const, direction: 'in' as const, at: '2026-03-05T09:00:00Z', subject }
    const { id: mailId } = await ask('interactions.create', { ...mail, notes: 'Yes, 310 euros in all.', zone: 'Europe/Helsinki' })
    const drawer = page.locator('aside.drawer')
    const confirmed = async () => (await ask('losses.simulate', { incidentId })).byStatus.confirmed.mean
    await go(`incidents/${incidentId}`)
    await page.getByRole('tab', { name: /^Loss/ }).click()
    await page.getByRole('row', { name: /Taxis/ }).getByText('Taxis', { exact: true }).click()
    await drawer.getByRole('combobox', { name: /^Whose figure/ }).selectOption({ label: 'Confirmed by the customer' })
    await drawer.getByLabel('Confirmed by', { exact: true }).fill('Päivi Aalto')
    await page.keyboard.press('Tab')
    await expect(drawer).toContainText('Marked as confirmed without a source')
    await expect(page.getByRole('row', { name: /Taxis/ })).toContainText('Marked as confirmed without a source')
    expect(await confirmed()).toBe(0)
    await drawer.getByRole('combobox', { name: /^Where it stands/ }).fill('taxis came')
    await page.getByRole('option', { name: new RegExp(subject) }).click()
    await expect(drawer).not.toContainText('Marked as confirmed without a source')
    await expect.poll(confirmed).toBe(31_000)
    await drawer.getByRole('link', { name: 'Open this record' }).click()
    await expect(page).toHaveURL(new RegExp(`customers/${customerId}.*interaction\\.${mailId}`))
    await expect(drawer).toContainText('Yes, 310 euros in all.')
    // without the record it stands in, nothing is confirmed any more
    await ask('interactions.trash', { id: mailId })
    expect(await confirmed()).toBe(0)
    await go(`incidents/${incidentId}`)
    await expect(page.getByRole('row', { name: /Taxis/ })).toContainText('Marked as confirmed without a source')
  })
})
