// What one has at hand about customers: the sheet before a call, on the screen and as one printed page; the register of their wishes.
import AxeBuilder from '@axe-core/playwright'
import { expect, launchRedress, test, type Redress } from './support/app'
import { readPdf } from './support/hands'

let redress: Redress
let halden: string
test.beforeAll(async () => {
  redress = await launchRedress(test.info().outputPath('user'))
  await redress.page.setViewportSize({ width: 1024, height: 700 })
  halden = (await redress.ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
})
test.afterAll(() => redress?.close())

test('the button and the command lead to the sheet; what it shows is what is saved', async () => {
  const { page, ask } = redress
  await page.evaluate((id) => (location.hash = `#/customers/${id}`), halden)
  await page.getByRole('main').getByRole('button', { name: 'Before the call' }).click()
  const paper = page.frameLocator('iframe[title="The sheet before the call"]')
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(/^Before the call: Halden/)
  const sheet = await ask('callSheet.get', { customerId: halden, language: 'en', paper: 'a4' })
  for (const { heading, rows } of sheet.parts) {
    await expect(paper.getByRole('heading', { name: heading, exact: true })).toBeVisible()
    if (rows[0]) await expect(paper.getByText(rows[0].text).first()).toBeVisible()
  }
  expect((await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze()).violations).toEqual([])

  // what is changed elsewhere stands on it
  const { id: contactId } = await ask('contacts.create', { customerId: halden, name: 'Ola Nordmann', role: 'Night shift' })
  await expect(paper.getByText('Ola Nordmann, Night shift')).toBeAttached()
  await ask('contacts.trash', { id: contactId })

  const file = test.info().outputPath('sheet.pdf')
  await redress.dialogs({ save: file })
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Saved as sheet.pdf')).toBeVisible()
  const printed = await readPdf(file)
  expect(printed.tagged).toBe(true)
  expect(printed.pages).toHaveLength(1)
  for (const { heading } of sheet.parts) expect(printed.pages[0]).toContain(heading)

  await page.evaluate((id) => (location.hash = `#/customers/${id}`), halden)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Before the call')
  await page
    .getByRole('option', { name: /Before the call/ })
    .first()
    .click()
  await expect(page).toHaveURL(/call-sheet$/)
})

test('every customer has one page, in each language and on each paper', async () => {
  const { ask } = redress
  const customers = await ask('customers.list', {})
  const languages = ['el', 'es', 'et', 'fil', 'en'] as const
  for (const [at, { id, name }] of customers.entries()) {
    const file = test.info().outputPath(`${at}.pdf`)
    await redress.dialogs({ save: file })
    const language = languages[at % languages.length]!
    await ask('shell.exportCallSheet', { customerId: id, language, paper: at % 2 ? 'letter' : 'a4' })
    expect((await readPdf(file)).pages, name).toHaveLength(1)
  }
})

test('a customer with more than a page holds says how much was left out', async () => {
  const { ask, page } = redress
  const { id: customerId } = await ask('customers.create', { name: 'Much', currency: 'EUR' })
  const words = 'We want this to be done in good time and told to all who wait for it, on every site. '
  for (let n = 0; n < 40; n++)
    await ask('voice.create', { customerId, kind: 'wish', words: `${n} ${words.repeat(3)}`, saidAt: '2026-11-01' })
  const file = test.info().outputPath('much.pdf')
  await redress.dialogs({ save: file })
  await ask('shell.exportCallSheet', { customerId, language: 'en', paper: 'letter' })
  const { pages } = await readPdf(file)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatch(/and \d+ more/)
  await page.evaluate((id) => (location.hash = `#/customers/${id}/call-sheet`), customerId)
  await expect(
    page
      .frameLocator('.paper > iframe')
      .getByText(/^and \d+ more$/)
      .first()
  ).toBeVisible()
})

test('the register of wishes leads to their answer, and says who was told and what came back', async () => {
  const { page, ask } = redress
  const { id } = await ask('voice.create', {
    customerId: halden,
    kind: 'wish',
    words: 'Bills in Finnish, please',
    saidAt: '2026-09-01'
  })
  await page.evaluate(() => (location.hash = '#/desk'))
  await page.getByRole('link', { name: 'Wishes' }).click()
  await page.getByRole('searchbox', { name: 'Words, answer or customer' }).fill('FINNISH')
  const row = page.getByRole('listitem').filter({ hasText: 'Bills in Finnish' })
  await expect(row).toBeVisible()
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  const choose = (standing: RegExp) => page.locator('label').filter({ hasText: standing }).click()

  await row.getByRole('button', { name: /^Say what came of it/ }).click()
  await page.getByLabel('Met by the release').fill('Billing 4.2')
  await page.getByRole('button', { name: 'Record what came of it' }).click()
  await expect(row).toHaveCount(0)
  await choose(/Not told yet/)
  await expect(row).toContainText('Billing 4.2')
  await row.getByRole('button', { name: /^They were told/ }).click()
  await expect(row).toHaveCount(0)
  await choose(/Met \d/)
  await expect(row).toContainText(/told\s20\sNov\s2026/)
  await row.getByRole('button', { name: /^Said again/ }).click()
  await choose(/Came back/)
  await expect(row).toContainText('Came back after “Met”: Billing 4.2')
  await row.getByRole('button', { name: 'Bills in Finnish, please', exact: true }).press('Enter')
  await expect(page.getByRole('complementary')).toContainText('Said again on')
  await ask('voice.trash', { id })

  // how it stood with them, day by day, beside the table that says the same
  await page.evaluate((id) => (location.hash = `#/customers/${id}/line`), halden)
  const day = page.getByRole('slider', { name: 'Day' })
  await expect(page.getByRole('table', { name: 'What moved it' })).toContainText('spiral freezer 2')
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await day.press('Home')
  await expect(page.getByRole('heading', { name: /^On\s20\sNov\s2025$/ })).toBeVisible()
  await day.press('End')
  await expect(page.getByRole('heading', { name: /^On\s20\sNov\s2026$/ })).toBeVisible()
  await expect(day).toHaveAttribute('aria-valuetext', /^\d+\sthings\spressed\son\s20\sNov\s2026/)
})
