import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })
const drawer = (page: Page) => page.locator('aside.drawer')

test('the six questions are asked where the lines are, answered in words and numbers, and printed', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'asked.redress'), create: true })
  const { page, ask } = redress
  await page.setViewportSize({ width: 1280, height: 900 })
  const { id: customerId } = await ask('customers.create', { name: 'Halden Foods', currency: 'EUR', yearlyMargin: 40_000_000 })
  const { id: incidentId } = await ask('incidents.create', {
    customerId,
    title: 'The freezer came late',
    kind: 'late-delivery',
    began: '2026-03-06',
    currency: 'EUR'
  })
  for (const site of ['Turku', 'Oulu'])
    await ask('lossLines.create', {
      incidentId,
      title: `Sales in ${site}`,
      calculator: 'late-delivery',
      currency: 'EUR',
      inputs: { unitsLate: exact(9_000), unitsPerDay: exact(400), daysLate: range(3, 8, 20), contributionPerUnit: exact(10) }
    })
  await page.evaluate((id) => (location.hash = `#/incidents/${id}`), incidentId)
  const table = page.getByRole('table', { name: 'What an expert asks' })
  await expect(table.getByText('Not examined')).toHaveCount(6)
  const net = async () => (await ask('losses.simulate', { incidentId })).p50
  const open = async (question: string) => {
    await table.getByText(question, { exact: true }).click()
    await expect(drawer(page).getByRole('heading', { name: question })).toBeVisible()
  }
  const done = async () => {
    await drawer(page).getByRole('button', { name: 'Done' }).click()
    await expect(drawer(page)).toHaveCount(0)
  }

  await test.step('a range typed twice becomes one shared quantity', async () => {
    const before = await ask('losses.simulate', { incidentId })
    await open('Do the uncertain numbers move together?')
    await expect(drawer(page)).toContainText('“Days late” is 3 · 8 · 20 days in Sales in Turku; Sales in Oulu')
    await drawer(page)
      .getByRole('button', { name: /^One thing/ })
      .click()
    await expect(page.getByText('Made one shared quantity').first()).toBeVisible()
    await done()
    const after = await ask('losses.simulate', { incidentId })
    expect(after.p90 - after.p10).toBeGreaterThan(before.p90 - before.p10)
    await expect(page.getByRole('table', { name: 'Shared quantities' })).toContainText('Days late')
  })

  await test.step('a share of other causes is taken off the lines', async () => {
    const whole = await net()
    await open('What else contributed?')
    await drawer(page).getByLabel('Answer').fill('A third of the stands were closed for repairs anyway')
    await drawer(page).getByRole('textbox', { name: 'Share due to this incident' }).fill('50')
    await page.keyboard.press('Tab')
    await expect(drawer(page).getByRole('checkbox', { name: 'Sales in Turku' })).toBeChecked()
    await expect.poll(net).toBeLessThan(whole * 0.51)
    await drawer(page).getByRole('checkbox', { name: 'Sales in Oulu' }).uncheck()
    await expect.poll(net).toBeGreaterThan(whole * 0.7)
    await done()
    await expect(table.getByText('Not examined')).toHaveCount(5)
    await expect(page.getByText('Only the part that is due to this incident counts: 50%')).toHaveCount(1)
  })

  await test.step('the customer’s own months are pasted; a wrong line is named and changes nothing', async () => {
    await open('What would have been without it?')
    const months = drawer(page).getByLabel('Months', { exact: true })
    await months.fill('2025-10 100,000\n2025-11 100,500\nsoon 3')
    await page.keyboard.press('Tab')
    await expect(drawer(page)).toContainText('Line 3 is not a month with a number: soon 3')
    await months.fill('2025-10\t100,000\n2025-11\t101,000\n2025-12\t99,000\n2026-01\t100,500\n2026-02\t99,500\n2026-03\t55,000')
    await page.keyboard.press('Tab')
    await expect(drawer(page)).toContainText(/Without it €100,000, in fact €55,000: €45,000 less/)
    await expect(drawer(page)).toContainText('The lines about earnings come to')
    await done()
  })

  await test.step('or taken from a file, of which the column is chosen, and Undo brings back what stood there', async () => {
    const file = join(folder, 'their months.csv')
    const rows = [
      ['Month', 'Units', 'Margin'],
      ...['2025-11', '2025-12', '2026-01', '2026-02'].map((month) => [month, '400', '90000']),
      ['2026-03', '100', '30000']
    ]
    writeFileSync(file, rows.map((cells) => cells.join(',')).join('\n'))
    await redress.dialogs({ choose: file })
    await open('What would have been without it?')
    await drawer(page).getByRole('button', { name: 'Take from a file' }).click()
    await drawer(page)
      .getByRole('group', { name: 'Which column of their months.csv?' })
      .getByRole('button', { name: 'Margin' })
      .click()
    await expect(drawer(page)).toContainText('Without it €90,000, in fact €30,000: €60,000 less')
    const months = async () => {
      const { examined } = await ask('losses.sheet', { incidentId })
      const but = examined.find(({ question }) => question === 'but-for')!.numbers as { months: { value: number }[] }
      return but.months.map(({ value }) => value)
    }
    await expect.poll(months).toEqual([90_000, 90_000, 90_000, 90_000, 30_000])
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
    await expect(drawer(page)).toContainText('Without it €100,000, in fact €55,000')
    await expect.poll(months).toHaveLength(6)
    await done()
  })

  await test.step('money and time: tax is said, and the answer has a source', async () => {
    await open('Which money, of which day, before or after tax?')
    await drawer(page)
      .getByRole('combobox', { name: /The amounts are/ })
      .selectOption({ label: 'before tax' })
    await drawer(page)
      .getByLabel(/Who says so/)
      .fill('Their accountant, by mail of 3 April')
    await page.keyboard.press('Tab')
    await expect(drawer(page)).toContainText('Amounts are before tax.')
    await done()
    await expect(table.getByText('Not examined')).toHaveCount(3)
  })

  await test.step('the method page of the brief prints the answers, and what is not examined', async () => {
    const { id: caseId } = await ask('cases.create', { customerId, title: 'Freezer', currency: 'EUR', incidentIds: [incidentId] })
    const { appendix } = await ask('brief.model', { caseId, language: 'en' })
    const rows = appendix.method!.questions![0]!.rows
    expect(rows).toHaveLength(6)
    expect(rows.filter(([, said]) => said!.startsWith('Not examined'))).toHaveLength(3)
    expect(rows[0]![1]).toContain('A third of the stands')
    expect(rows[0]![1]).toContain('50% of Sales in Turku is due to this incident')
    expect(rows[4]![2]).toContain('Their accountant')
    const theirs = await ask('brief.model', { caseId, language: 'en', audience: 'customer' })
    expect(theirs.appendix.method!.questions).toBeUndefined()
  })
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-list.png`, fullPage: true })
})
