// From a late order to what came of the decision: options that calculate, the best bundle, the second rung, promises, outcome.
import { join } from 'node:path'
import { expect, test } from './support/app'

const exact = (value: number) => ({ as: 'exact' as const, value })
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

test('a late order becomes a case whose options calculate, is decided on the second rung, and is held against what came', async ({
  launch,
  folder
}) => {
  test.slow()
  const { page, ask } = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: orderId } = await ask('orders.create', {
    customerId,
    title: 'Spiral freezer',
    promisedOn: day(-20),
    neededBy: day(-24)
  })
  const { id: incidentId } = await ask('incidents.create', {
    customerId,
    title: 'The freezer is late',
    kind: 'late-delivery',
    began: day(-20),
    currency: 'EUR',
    harmEnds: day(30),
    orderIds: [orderId]
  })
  const { id: lineId } = await ask('lossLines.create', {
    incidentId,
    title: 'Trailers',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: { as: 'range', low: 800, likely: 1_000, high: 1_500 } },
    runs: { per: 'day', from: day(-20) }
  } as never)
  await ask('cliffs.create', { incidentId, title: 'Listing lost', on: day(14), amount: 2_000_000 })
  const { id: caseId } = await ask('cases.create', {
    customerId,
    title: 'Get the freezer running',
    ask: 'Send two engineers on Monday.',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const before = (await ask('workspace.info', {})).entries
  await page.evaluate((id) => (location.hash = `#/cases/${id}`), caseId)
  await expect(page.getByRole('heading', { level: 1, name: 'Get the freezer running' })).toBeVisible()
  const drawer = page.getByRole('complementary').last()

  await test.step('an action says which line it relieves, from when and to what share, and the table says what that leaves', async () => {
    await page.getByRole('button', { name: 'Add option' }).click()
    await drawer.getByLabel('Name of the option').fill('Engineers')
    await drawer.getByLabel('Name of the option').press('Tab')
    await drawer.getByRole('button', { name: 'Add action' }).click()
    const action = drawer.getByRole('group', { name: /New action/ })
    await action.getByLabel('Action', { exact: true }).fill('Two engineers')
    const told = drawer.getByRole('group', { name: /Two engineers/ })
    await told.getByLabel('Cost to us').fill('9000')
    await told.getByLabel('Days to relief').fill('5')
    await told.getByLabel('Days to relief').press('Tab')
    await told.getByRole('button', { name: 'Add what it relieves' }).click()
    await expect(told.getByLabel('Part of the loss')).toHaveValue(`line:${lineId}`)
    await expect
      .poll(async () => (await ask('cases.get', { id: caseId })).options.at(-1)!.remedies[0])
      .toMatchObject({
        words: 'Two engineers',
        cost: 900_000,
        days: 5,
        reliefs: [{ of: 'line', id: lineId, what: 'ahead' }]
      })
    await page.keyboard.press('Escape')
    const table = page.getByRole('group', { name: 'Options', exact: true })
    await expect(table.getByRole('button', { name: /removed, Engineers/ })).toBeVisible()
  })
  const { options } = await ask('cases.get', { id: caseId })
  const engineers = options.find(({ title }) => title === 'Engineers')!
  expect(engineers.remaining!.removed.mean).toBeGreaterThan(2_000_000)
  // the listing is lost all the same, until an action meets its day
  const { steps } = await ask('cases.get', { id: caseId })
  await ask('remedies.create', {
    optionId: engineers.id,
    words: 'Write to the listing',
    cost: 50_000,
    days: 3,
    reliefs: [{ of: 'step', id: steps[0]!.id, what: 'ahead', share: exact(0.6) }]
  })
  const { id: credit } = await ask('options.create', { caseId, title: 'Credit' })
  await ask('remedies.create', { optionId: credit, words: 'Credit note', cost: 2_500_000, relief: 2_500_000, days: 10 })
  await ask('cases.change', { id: caseId, patch: { recommendedId: engineers.id } })

  await test.step('the best for every budget is found, drawn, and says why', async () => {
    await page.getByRole('button', { name: 'Find the best bundle' }).click()
    const bundles = page.getByRole('group', { name: 'Budget, and what it removes' })
    await expect(bundles.getByRole('radio')).not.toHaveCount(0)
    await bundles.getByRole('radio').first().check()
    await expect(page.getByText(/too little is left for it; it would remove/).first()).toBeVisible()
    await bundles.getByRole('radio').last().check()
    await page.getByRole('button', { name: 'Make this an option' }).click()
    await expect.poll(async () => (await ask('cases.get', { id: caseId })).options.length).toBe(4)
  })

  await test.step('when the recommendation would change, and what beats what', async () => {
    await page.getByRole('button', { name: 'Find what would change it', exact: true }).click()
    await expect(page.getByText(/Deciding a week later leaves the customer/)).toBeVisible()
    await expect(
      page
        .getByText(/(above|below) .*: “/)
        .or(page.getByText(/nowhere between/))
        .first()
    ).toBeVisible()
    await expect(page.getByRole('group', { name: 'Which beats which' })).toBeVisible()
  })

  await test.step('it is put before the first rung, goes unanswered, and is taken up', async () => {
    await ask('cases.takeUp', { id: caseId, level: 0, whom: 'Anu Mets', at: new Date(Date.now() - 3 * 86_400_000).toISOString() })
    await expect(page.getByText(/the customer lost .* meanwhile/)).toBeVisible()
    await page.getByRole('button', { name: 'Take it up to: Head of service' }).click()
    const dialog = page.getByRole('dialog', { name: 'Take it up to: Head of service' })
    await dialog.getByLabel('Whom').fill('Ott Lepik')
    await dialog.getByRole('button', { name: 'Record that it was asked' }).click()
    await expect.poll(async () => (await ask('cases.get', { id: caseId })).case.level).toBe(1)
    const model = await ask('brief.model', { caseId, language: 'en' })
    expect(JSON.stringify(model)).toContain('Anu Mets')
    await page.getByRole('button', { name: 'Record the answer: Ott Lepik' }).click()
    const answer = page.getByRole('dialog', { name: 'What Ott Lepik said' })
    await answer.getByLabel('What was said').fill('Do it')
    await answer.getByRole('button', { name: 'Record the answer' }).click()
    await expect.poll(async () => (await ask('cases.get', { id: caseId })).askings[0]!.said).toBe('Do it')
  })

  await test.step('it is decided; its actions are promises, and what came stands beside what was forecast', async () => {
    await page.getByRole('button', { name: 'Record the decision' }).click()
    const dialog = page.getByRole('dialog', { name: 'Record the decision' })
    await dialog.getByLabel('Decided by').fill('Ott Lepik')
    await dialog.getByLabel('Who disagreed, and why').fill('Anu: too dear')
    await dialog.getByRole('button', { name: 'Record decision' }).click()
    await expect.poll(async () => (await ask('promises.list', { customerId })).length).toBe(2)
    const { decision } = await ask('cases.get', { id: caseId })
    expect(decision!.forecast!.cost.mean).toBe(950_000)
    await page.getByLabel('What the customer’s loss came to').fill('1')
    await page.getByLabel('What the customer’s loss came to').press('Tab')
    await expect(page.getByText(/below the range/)).toBeVisible()
    await page.evaluate(() => (location.hash = '#/cases'))
    await expect(page.getByRole('heading', { name: 'What became of decisions' })).toBeVisible()
    expect((await ask('cases.learned', {})).loss).toMatchObject({ counted: 1, below: 1 })
    await expect(page.locator('[data-part=by-calculator]')).toContainText('Says too much')
    await expect(page.locator('[data-part=waiting]')).toContainText('1 case waited 3 days for its decision')
  })

  await test.step('its history reads as a story', async () => {
    await page.evaluate((id) => (location.hash = `#/cases/${id}`), caseId)
    await page.getByText('How the case came to be').click()
    const story = page.locator('[data-part=story]')
    for (const sentence of [
      'The case was begun.',
      'An option was laid out: Engineers',
      'Two engineers',
      'It was put before: Anu Mets',
      'It was decided: Ott Lepik'
    ])
      await expect(story).toContainText(sentence)
  })

  await test.step('all of it is taken back, and the file verifies', async () => {
    for (let entries = (await ask('workspace.info', {})).entries - before; entries > 0; entries--) await ask('journal.undo', {})
    const back = await ask('cases.get', { id: caseId })
    expect(back).toMatchObject({ case: { level: 0 }, decision: null, outcome: null, askings: [] })
    expect(back.options.map(({ title }) => title)).toEqual(['Do nothing'])
    expect(await ask('promises.list', { customerId })).toEqual([])
    expect(await ask('journal.verify', {})).toMatchObject({ ok: true })
  })
})
