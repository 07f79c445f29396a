import AxeBuilder from '@axe-core/playwright'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'

const drawer = (page: Page) => page.locator('aside.drawer')
/** A quantity by its name, with or without the word that it may be left out. */
const group = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}(\\s+optional)?$`) })
const result = (page: Page) => page.locator('[data-part="line-result"]')

/** Opens the form of a new line with this calculator. */
async function begin(page: Page, calculator: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a loss line' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${calculator}`) })
    .first()
    .click()
  await expect(page.getByText('New loss line')).toBeVisible()
}

/** Gives a quantity as one number, or as low, likely, high. */
async function give(page: Page, name: string, ...numbers: string[]): Promise<void> {
  if (numbers.length === 1) return group(page, name).getByRole('textbox').first().fill(numbers[0]!)
  await group(page, name).getByText('Low to high').click()
  for (const [index, part] of ['Low', 'Likely', 'High'].entries())
    await group(page, name).getByRole('textbox', { name: part }).fill(numbers[index]!)
}

test('an incident is recorded, its loss calculated, explained, questioned and undone', async ({ launch, folder }) => {
  const { page, ask } = await launch({ workspace: join(folder, 'losses.redress'), create: true })
  await page.setViewportSize({ width: 1280, height: 860 })
  const { id: customerId } = await ask('customers.create', { name: 'Halden Foods', currency: 'EUR', yearlyMargin: 400_000_000 })
  await page.evaluate(() => (location.hash = '#/incidents'))
  await page.getByRole('button', { name: 'New incident' }).first().click()
  await page.getByRole('combobox', { name: 'Customer' }).fill('Hald')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'What went wrong' }).fill('The freezer came late')
  await page.getByRole('button', { name: 'Record incident' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The freezer came late' })).toBeVisible()
  const [incident] = await ask('incidents.list', { customerId })
  const incidentId = incident!.id
  const sheet = () => ask('losses.sheet', { incidentId })

  await test.step('a plain amount, confirmed', async () => {
    await begin(page, 'Plain amount')
    await give(page, 'Amount', '19720')
    await expect(result(page)).toContainText('€19,720')
    await page.getByRole('button', { name: 'Add line' }).click()
    await expect(page.getByText('New loss line')).toBeHidden()
  })

  await test.step('idle labour with a range, redrawn while typing', async () => {
    await begin(page, 'Idle labour')
    await give(page, 'People', '18')
    await give(page, 'Hours idle', '110', '140', '165')
    await give(page, 'Loaded hourly rate', '27.4')
    await expect(result(page)).toContainText('8 times in 10')
    await page.getByRole('button', { name: 'Add line' }).click()
    await expect(page.getByText('New loss line')).toBeHidden()
  })

  await test.step('late delivery with a quantity that the incident shares', async () => {
    await begin(page, 'Late delivery: lost contribution')
    await give(page, 'Units late', '420000')
    await give(page, 'Units sold or used per day', '7400')
    await give(page, 'Days late', '20', '32', '40')
    await give(page, 'Contribution per unit', '0.88', '1.05', '1.22')
    await page.getByRole('button', { name: 'Share with other lines: Days late' }).click()
    await page.getByRole('textbox', { name: 'Name of the quantity' }).fill('Days without the line')
    await page.getByRole('button', { name: 'Share it' }).click()
    await expect(group(page, 'Days late').getByRole('combobox')).toContainText('Days without the line')
    await page.getByRole('button', { name: 'Add line' }).click()
    await expect(page.getByText('New loss line')).toBeHidden()
    const { lines, drivers } = await sheet()
    expect(drivers.map(({ name }) => name)).toEqual(['Days without the line'])
    expect(lines.find(({ calculator }) => calculator === 'late-delivery')?.inputs.daysLate).toEqual({
      as: 'driver',
      driverId: drivers[0]!.id
    })
  })

  await test.step('P10, P50 and P90 of the sum on top, the same as the engine says', async () => {
    const loss = await ask('losses.simulate', { incidentId })
    expect(loss.p10).toBeLessThan(loss.p50)
    expect(loss.p50).toBeLessThan(loss.p90)
    const shown = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR', maximumSignificantDigits: 3 })
    const figures = page.locator('[data-part="figures"]')
    for (const figure of [loss.p10, loss.p50, loss.p90]) await expect(figures).toContainText(shown.format(figure / 100))
    await expect(page.getByRole('columnheader', { name: 'High end' })).toBeVisible()
    await expect(page.getByText(/whole business earns in/)).toBeVisible()
  })

  await test.step('what cannot be taken is said at the field and nothing is stored', async () => {
    await page.getByText('Idle labour', { exact: true }).first().click()
    const people = group(page, 'People')
    const before = JSON.stringify((await sheet()).lines)
    const bad: [string, RegExp][] = [
      ['', /fill this in/],
      ['many', /not a number/],
      ['NaN', /not a number/],
      ['Infinity', /not a number/],
      [`1${'0'.repeat(308)}`, /at most/i],
      ['-3', /at least/i]
    ]
    for (const [text, says] of bad) {
      await people.getByRole('textbox').fill(text)
      await people.getByRole('textbox').blur()
      await expect(people, text.slice(0, 12)).toContainText(says)
    }
    await people.getByRole('textbox').fill('18')
    const hours = group(page, 'Hours idle')
    await hours.getByRole('textbox', { name: 'Low' }).fill('400')
    await hours.getByRole('textbox', { name: 'Low' }).blur()
    await expect(hours).toContainText(/Low is above high/)
    await hours.getByRole('textbox', { name: 'Low' }).fill('110')
    await hours.getByRole('textbox', { name: 'Low' }).blur()
    const share = group(page, 'Share put to other work')
    await share.getByRole('textbox').first().fill('140')
    await share.getByRole('textbox').first().blur()
    await expect(share).toContainText(/at most 100/i)
    await share.getByRole('textbox').first().fill('0')
    await share.getByRole('textbox').first().blur()
    expect(JSON.stringify((await sheet()).lines)).toBe(before)
    await people.getByRole('textbox').fill('20')
    await people.getByRole('textbox').blur()
    await expect
      .poll(async () => (await sheet()).lines.find(({ calculator }) => calculator === 'idle-labour')?.inputs.people)
      .toEqual({ as: 'exact', value: 20 })
    await expect(drawer(page)).toContainText(/Saved \d/)
    await page.getByRole('button', { name: 'Done' }).click()
  })

  await test.step('the gate refuses the same without the form, by the part of the field', async () => {
    const id = (await sheet()).lines.find(({ calculator }) => calculator === 'idle-labour')!.id
    const before = JSON.stringify((await sheet()).lines)
    const parts = await page.evaluate(async (id) => {
      const inputs = {
        people: { as: 'exact', value: 2 },
        hoursIdle: { as: 'exact', value: 3 },
        loadedRate: { as: 'exact', value: 4 }
      }
      const wrong = {
        people: { as: 'exact', value: -1 },
        hoursIdle: { as: 'range', low: 9, likely: 5, high: 7 },
        loadedRate: { as: 'exact', value: 1e308 }
      }
      const said: string[] = []
      for (const [name, value] of Object.entries(wrong)) {
        const answer = (await window.redress.call(
          'lossLines.change',
          { id, patch: { inputs: { ...inputs, [name]: value } } },
          crypto.randomUUID()
        )) as { error?: { fields?: Record<string, string> } }
        said.push(Object.keys(answer.error?.fields ?? {}).join())
      }
      return said
    }, id)
    expect(parts[0]).toContain('people')
    expect(parts[1]).toContain('hoursIdle')
    expect(parts[2]).toContain('loadedRate')
    expect(JSON.stringify((await sheet()).lines)).toBe(before)
  })

  await test.step('a figure opens its explanation', async () => {
    await page.locator('[data-part="figures"]').getByRole('button').first().click()
    await expect(page.locator('[data-part="explanation"]')).toContainText('Latin hypercube')
    await page
      .locator('[data-part="explanation"]')
      .getByRole('button', { name: /^Late delivery/ })
      .click()
    const explanation = page.locator('[data-part="explanation"]')
    await expect(explanation).toContainText(/min\(420,?000, 7,?400/)
    await expect(explanation).toContainText('AICPA')
    await expect(explanation).toContainText('Days without the line')
    await page.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('lines that may count one harm twice are questioned', async () => {
    await page
      .getByRole('button', { name: /^Answer: / })
      .first()
      .click()
    await page.getByRole('textbox', { name: 'Why' }).fill('Labour was taken off in the margin.')
    await page.getByRole('button', { name: 'Record answer' }).click()
    const found = page.getByLabel('What did you find?')
    expect(await found.evaluate((select: HTMLSelectElement) => select.validationMessage)).not.toBe('')
    expect((await sheet()).answers).toEqual([])
    await found.selectOption({ label: 'Separate harms' })
    await page.getByRole('button', { name: 'Record answer' }).click()
    await expect(page.getByText('Labour was taken off in the margin.')).toBeVisible()
    expect((await sheet()).answers[0]).toMatchObject({ answer: 'separate' })
  })

  await test.step('a line goes to the trash and comes back', async () => {
    await page.getByText('Plain amount', { exact: true }).first().click()
    await drawer(page).getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect.poll(async () => (await sheet()).lines.length).toBe(2)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(async () => (await sheet()).lines.length).toBe(3)
  })

  await test.step('every part of the page is free of accessibility faults', async () => {
    for (const tab of ['', '/charts', '/waiting', '/told', '/orders', '/evidence', '/voice', '/history']) {
      await page.evaluate((hash) => (location.hash = hash), `#/incidents/${incidentId}${tab}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('tabpanel').locator('> *').first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id, nodes }) => `${tab} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })
})
