import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'

const drawer = (page: Page) => page.locator('aside.drawer')
const whole = (minor: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
    .format(minor / 100)
    .replace('-', '−')
/** The cells of a row of a figure's table, by the row's name. */
const row = (page: Page, name: string | RegExp) =>
  drawer(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .first()

interface Figure {
  p10: number
  p50: number
  p90: number
  mean: number
}
async function reads(page: Page, name: string | RegExp, figure: Figure, less = false): Promise<void> {
  // a mean is drawn to the cent, as means are added up, and shown to three figures beside its range
  const mean = figure.p10 === figure.p90 ? figure.mean : Number((figure.mean / 100).toPrecision(3)) * 100
  const cells = [figure.p10, figure.p50, figure.p90, mean].map((minor) => whole(less && minor ? -minor : minor))
  await expect(row(page, name).getByRole('cell')).toHaveText(cells)
}
async function faultless(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('every figure opens its explanation where it stands, and the focus comes back to it', async ({ launch }) => {
  test.setTimeout(180_000)
  const { page, ask } = await launch()
  await page.setViewportSize({ width: 1280, height: 860 })
  const incident = (await ask('incidents.list', {})).find(({ title }) => title.startsWith('Second'))!
  const found = (await ask('cases.list', {})).find(({ title }) => title.startsWith('Get'))!
  const loss = await ask('losses.simulate', { incidentId: incident.id })
  const { lines } = await ask('losses.sheet', { incidentId: incident.id })
  const view = await ask('cases.get', { id: found.id })
  const packs = lines.find(({ title }) => title.startsWith('Packs'))!
  const figureOf = (id: string): Figure => loss.byLine.find((line) => line.id === id)!

  await test.step('from the list of incidents: the formula with every line in it, as the engine says', async () => {
    await page.evaluate(() => (location.hash = '#/incidents'))
    const figure = page.getByRole('button', { name: /^Loss to the customer, Second freezer/ })
    await figure.click()
    await expect(drawer(page).getByRole('region', { name: 'Loss to the customer' })).toBeFocused()
    await expect(drawer(page)).toContainText('Confirmed and estimated lines, less what was recovered and compensated')
    for (const line of lines) await reads(page, new RegExp(`^${line.title}`), figureOf(line.id), line.status === 'compensated')
    await reads(page, /^Loss to the customer/, loss)
    // where it comes from, how sure, what proves it, and who wrote it down when
    await expect(drawer(page)).toContainText(packs.basis!)
    await expect(drawer(page)).toContainText('Confidence: High')
    await expect(drawer(page)).toContainText('EV-5 Supply terms of Pohjola Market')
    const changes = drawer(page).locator('[data-part="changes"]')
    await expect(changes).toContainText('Maria Ilves · 18 Nov 2026')
    await changes.getByRole('button', { name: /earlier changes/ }).click()
    await expect(changes).toContainText('New: loss line — Packs that could not be frozen')
    await expect(changes).toContainText('New: shared quantity — Days without the second line')
    await faultless(page)
  })

  await test.step('a line opens its own, and there is a way back', async () => {
    await drawer(page).getByRole('button', { name: packs.title }).click()
    await expect(drawer(page).getByRole('region', { name: packs.title })).toBeFocused()
    await expect(drawer(page)).toContainText(/min\(420,?000, 7,?400/)
    await expect(drawer(page)).toContainText('AICPA')
    await expect(drawer(page)).toContainText('19 October to 20 November 2026, counted by calendar.')
    await expect(drawer(page).locator('[data-part="changes"]')).toContainText('Maria Ilves')
    await faultless(page)
    await drawer(page).getByRole('button', { name: 'Back to Loss to the customer' }).click()
    await expect(drawer(page).getByRole('region', { name: 'Loss to the customer' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(drawer(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Loss to the customer, Second freezer/ })).toBeFocused()
  })

  await test.step('from the customer’s page, by keyboard', async () => {
    await page.evaluate((id) => (location.hash = `#/customers/${id}/incidents`), incident.customerId)
    const figure = page.getByRole('button', { name: /^Loss to the customer, Second freezer/ })
    await figure.focus()
    await page.keyboard.press('Enter')
    await reads(page, /^Loss to the customer/, loss)
    await drawer(page).getByRole('button', { name: 'Close' }).last().click()
    await expect(figure).toBeFocused()
  })

  await test.step('figures of care lead to the records that they count', async () => {
    const of = await ask('customers.get', { id: incident.customerId })
    const { kept, keptLate, broken, overdue } = of.promises
    const settled = kept + keptLate + broken + overdue
    await page.getByRole('link', { name: /^Kept in time/i }).click()
    await expect(page.getByRole('tab', { name: 'Promises' })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel').getByRole('row')).toHaveCount(settled + 1)
    await page.getByRole('link', { name: /late/i }).first().click()
    await expect(page.getByRole('tabpanel').getByRole('row')).toHaveCount(of.lateOrders + 1)
    await page
      .getByRole('link', { name: /^Reply/i })
      .first()
      .click()
    await expect(drawer(page)).toContainText('One question before our board meets')
    await page.keyboard.press('Escape')
  })

  await test.step('the case: its loss, by incident', async () => {
    await page.evaluate((id) => (location.hash = `#/cases/${id}`), found.id)
    await page.getByRole('button', { name: /^Loss to the customer: / }).click()
    await reads(page, /^Second freezer line late/, view.expected!.parts[0]!.now)
    await reads(page, /^Loss to the customer/, view.loss!)
    expect([view.loss!.p10, view.loss!.p50, view.loss!.p90]).toEqual([loss.p10, loss.p50, loss.p90])
    await faultless(page)
    await page.keyboard.press('Escape')
  })

  await test.step('what is expected: so far, what grows, the dated steps', async () => {
    const expected = view.expected!
    const figure = page.getByRole('button', { name: /^If nothing is done, by 12 Dec 2026: / })
    await figure.click()
    await reads(page, /^Loss so far/, view.loss!)
    await reads(page, /^Growth until/, expected.grows)
    await reads(page, /^Dated steps until/, expected.steps)
    await reads(page, /^Loss by the end of the harm/, expected)
    expect(Math.abs(view.loss!.mean + expected.grows.mean + expected.steps.mean - expected.mean)).toBeLessThanOrEqual(2)
    await drawer(page)
      .getByRole('button', { name: /^Dated steps/ })
      .click()
    await expect(drawer(page)).toContainText('Shelf listing goes to a competitor')
    await expect(drawer(page)).toContainText('not confirmed in writing')
    await faultless(page)
    await page.keyboard.press('Escape')
    await expect(figure).toBeFocused()
  })

  await test.step('an option: what remains is what is expected less its relief', async () => {
    const option = view.options.find(({ title }) => title.startsWith('Send'))!
    await page.getByRole('button', { name: new RegExp(`^Loss that remains, ${option.title}: `) }).click()
    await reads(page, /^Loss by the end of the harm/, view.expected!)
    await reads(page, /^Customer’s loss removed/, option.remaining!.removed, true)
    await reads(page, /^Loss that remains/, option.remaining!)
    const { mean, removed } = option.remaining!
    expect(Math.abs(view.expected!.mean - removed.mean - mean)).toBeLessThanOrEqual(1)
    await faultless(page)
    await drawer(page)
      .getByRole('button', { name: /^Customer’s loss removed/ })
      .click()
    for (const { words } of option.remedies) await expect(drawer(page)).toContainText(words)
    await expect(drawer(page)).toContainText('It ends the harm')
    await reads(page, /^Customer’s loss removed/, removed)
    await expect(drawer(page).locator('[data-part="changes"]')).toContainText('New: remedy — Two engineers in Turku')
    await page.keyboard.press('Escape')
  })

  await test.step('who changed a remedy, from what to what', async () => {
    const option = view.options.find(({ title }) => title.startsWith('Send'))!
    await ask('remedies.change', { id: option.remedies[0]!.id, patch: { cost: 4_100_000 } })
    await page.getByRole('button', { name: new RegExp(`^Cost to us, ${option.title}: €53,000`) }).click()
    await expect(row(page, /^Total/).getByRole('cell')).toHaveText('€53,000')
    const changes = drawer(page).locator('[data-part="changes"]')
    await expect(changes.getByRole('listitem').first()).toContainText('€38,000.00')
    await expect(changes.getByRole('listitem').first()).toContainText('€41,000.00')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: new RegExp(`^Chance that they stay, ${option.title}: 90%`) }).click()
    await expect(drawer(page)).toContainText('A judgement, not a calculation')
    await expect(drawer(page).locator('[data-part="changes"]')).toContainText(`New: option — ${option.title}`)
  })

  await test.step('the ends of a line’s range, a dated step and a chart open the same explanations as what they belong to', async () => {
    await page.evaluate((id) => (location.hash = `#/incidents/${id}`), incident.id)
    await page.getByRole('button', { name: new RegExp(`^${packs.title}, High end: `) }).click()
    await expect(drawer(page).getByRole('region', { name: packs.title })).toBeFocused()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Charts' }).click()
    await page.locator('figure.chart').first().getByRole('button', { name: 'Explain' }).click()
    await reads(page, /^Loss to the customer/, loss)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Waiting' }).click()
    await page.getByRole('button', { name: /^Shelf listing goes to a competitor: / }).click()
    await expect(drawer(page)).toContainText('not confirmed in writing')
    await page.keyboard.press('Escape')
  })

  await test.step('what may be counted twice: from which lines it follows, and what was answered', async () => {
    const [guarded] = loss.guard
    await page.evaluate((id) => (location.hash = `#/incidents/${id}`), incident.id)
    const stake = page.getByRole('button', { name: /would be counted twice/ }).first()
    await stake.click()
    await expect(drawer(page).getByRole('region', { name: 'At most counted twice' })).toBeFocused()
    for (const id of guarded!.lines) await reads(page, new RegExp(`^${lines.find((line) => line.id === id)!.title}`), figureOf(id))
    await expect(drawer(page)).toContainText('The high end of the smaller of the two lines')
    await faultless(page)
    await page.keyboard.press('Escape')
    await expect(stake).toBeFocused()
  })
})

test('an explanation follows its figure: opened while that is simulated anew, it comes to show the new one', async ({ launch }) => {
  const { page, ask } = await launch()
  const { id: incidentId } = (await ask('incidents.list', {})).find(({ ref }) => ref === 'INC-8')!
  const { id: caseId } = (await ask('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!
  const { lines } = await ask('losses.sheet', { incidentId })
  const { id, inputs } = lines.find(({ title }) => title === 'Four refrigerated trailers')!
  let value = 19_720
  for (const place of [`#/incidents/${incidentId}`, `#/cases/${caseId}`]) {
    await page.evaluate((to) => (location.hash = to), place)
    const figure = page.locator('main').getByRole('button', { name: /^Loss to the customer: .*Explain$/ })
    await expect(figure).toBeVisible()
    for (const open of [false, true]) {
      // once changed while it stands open, once opened while the change is on its way
      if (open) await figure.click()
      value += 100_000
      const changed = ask('lossLines.change', { id, patch: { inputs: { ...inputs, amount: { as: 'exact', value } } } })
      if (!open) await figure.click()
      await changed
      const { p50 } = await ask('losses.simulate', { incidentId })
      await expect(figure).toHaveAccessibleName(new RegExp(whole(p50).replace('$', '\\$')))
      await expect(drawer(page)).toContainText(whole(p50))
      await page.keyboard.press('Escape')
      await expect(drawer(page)).toHaveCount(0)
    }
  }
})
