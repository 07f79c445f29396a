import AxeBuilder from '@axe-core/playwright'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { openWorkspace } from '../../src/workspace/index'
import { add } from '../../src/workspace/records'
import { expect, test } from './support/app'

const choose = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()!.getMenuItemById(id)!.click(undefined, undefined, {}), id)
const go = (page: Page, hash: string): Promise<unknown> => page.evaluate((hash) => (location.hash = hash), hash)

/** Makes a workspace with one customer and so many calls, two hours apart, the newest first. Gives the customer's id. */
async function busyCustomer(file: string, calls: number): Promise<string> {
  const workspace = await openWorkspace(file, { create: true })
  const { id } = await workspace.call('customers.create', { name: 'Busy', currency: 'EUR' })
  await workspace.store.journal!.change(async (change) => {
    for (let n = 0; n < calls; n++) {
      const at = new Date(Date.parse('2026-01-01T08:00:00Z') - n * 7_200_000).toISOString()
      const fields = {
        customerId: id,
        channel: 'call',
        direction: n % 2 ? 'in' : 'out',
        subject: `Call number ${n}`,
        notes: 'Words. '.repeat(20),
        at
      }
      await add(change, 'interaction', fields)
    }
  })
  await workspace.close()
  return id
}

test('the desk shows the most urgent first; each row has its action and opens its record', async ({ launch }) => {
  const { page, ask } = await launch()
  const desk = await ask('desk.today', {})
  const replies = page.getByRole('region', { name: 'Replies we promised' })
  await expect(replies.getByRole('listitem')).toHaveCount(desk.replies.length)
  await expect(replies.getByRole('listitem').first()).toContainText('overdue')
  const { subject } = desk.replies[0]!
  await replies.getByRole('button', { name: subject, exact: true }).click()
  await expect(page.getByRole('complementary', { name: subject })).toContainText('Waits for an answer')
  await page.keyboard.press('Escape')
  await replies.getByRole('button', { name: `Answered: ${subject}` }).click()
  await expect(replies.getByRole('listitem')).toHaveCount(desk.replies.length - 1)
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect(replies.getByRole('listitem')).toHaveCount(desk.replies.length)

  const promises = page.getByRole('region', { name: 'Promises to keep' })
  const count = await promises.getByRole('listitem').count()
  expect(count).toBe(desk.promises.length)
  await promises
    .getByRole('button', { name: /^Mark as kept:/ })
    .last()
    .click()
  await expect(promises.getByRole('listitem')).toHaveCount(count - 1)
})

test('the timeline is filtered, walked by keyboard, and stays light with 5,000 events', async ({ launch, folder }) => {
  const file = join(folder, 'many.redress')
  const id = await busyCustomer(file, 5_000)
  const { page } = await launch({ workspace: file })
  await go(page, `#/customers/${id}`)
  const events = page.locator('.event')
  await expect(events.first()).toContainText('Call number 0')
  expect(await events.count()).toBeLessThan(600)

  await events.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(events.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Call number 1' })).toBeVisible()
  await page.keyboard.press('Escape')

  // the list below follows the picture
  const picture = page.getByRole('application', { name: /Timeline as a picture/ })
  await picture.focus()
  await page.keyboard.press('Home')
  await expect(events.first()).not.toContainText('Call number 0')
  await page.keyboard.press('End')
  await expect(events.first()).toContainText('Call number 0')
  await page.keyboard.press('0')
  expect(await events.count()).toBeLessThan(600)

  await page.getByRole('searchbox').fill('number 4321')
  await expect(events).toHaveCount(1)
  await expect(page.getByText('1 event', { exact: true })).toBeVisible()
  await page.getByRole('group', { name: 'Kinds of events' }).getByRole('button', { name: 'Promises' }).click()
  await expect(page.getByText('Nothing in the timeline matches this filter')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(events.first()).toContainText('Call number 0')
})

test('search finds by unfinished words and leads to the record; quick find goes anywhere', async ({ launch }) => {
  const { page, app } = await launch()
  await go(page, '#/search')
  await page.getByRole('searchbox').fill('Turku')
  await expect(page.getByRole('region', { name: 'Promises' }).locator('mark').first()).toHaveText('Turku')
  await page.getByRole('searchbox').fill('Tur')
  await expect(page.getByRole('region', { name: 'Promises' }).locator('mark').first()).toHaveText('Turku')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('a.hit').first()).toBeFocused()
  // a record opens beside what was found, and the customer's name leads to where it stands
  await page.getByRole('region', { name: 'Promises' }).locator('a.hit').first().press('Enter')
  await expect(page.getByRole('complementary', { name: /Promise PRM/ })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('Tur')
  await page.keyboard.press('Escape')

  // another form, narrowed, kept, left, and taken up again
  await page.getByRole('searchbox').fill('freezers')
  await expect(page.locator('mark').first()).toHaveText(/^freezer/i)
  const all = await page.locator('a.hit').count()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Incidents' })
  await expect.poll(() => page.locator('a.hit').count()).toBeLessThan(all)
  await expect(page.getByRole('region', { name: 'Incidents' })).toBeVisible()
  await page.getByText('Best', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep this search' }).click()
  const kept = page.getByRole('group', { name: 'Kept searches' })
  await expect(kept.getByRole('button').first()).toHaveText('freezers · Incidents · Best')
  await page.getByRole('searchbox').fill('Turku')
  await expect(page).toHaveURL(/q=Turku/)
  await kept.getByRole('button').first().click()
  await expect(page.getByRole('searchbox')).toHaveValue('freezers')
  await kept.getByRole('button', { name: /no longer/ }).click()
  await expect(kept.getByRole('button', { name: /freezers ·/ })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('')
  await page.getByRole('searchbox').fill('Tur')
  await page.getByRole('region', { name: 'Promises' }).locator('.meta a').first().click()
  await expect(page.getByRole('complementary', { name: /Promise PRM/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toHaveCount(0)

  await choose(app, 'find')
  const quick = page.getByRole('dialog', { name: 'Go to or do' })
  await expect(quick.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('fjell')
  await expect(quick.getByRole('option').first()).toContainText('Fjellvik kommune')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Fjellvik kommune' })).toBeVisible()
  await choose(app, 'find')
  await expect(quick.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('keyboard')
  await expect(quick.getByRole('option').first()).toContainText(/keyboard/i)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Keyboard', selected: true })).toBeVisible()
})

test('settings take effect at once: language, name, verification', async ({ launch, folder }) => {
  const { page, ask } = await launch({ workspace: join(folder, 'book.redress'), create: true })
  await go(page, '#/settings')
  await page.getByLabel('Your name').fill('Maria')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await ask('workspace.info', {})).settings.advocate).toBe('Maria')
  await page.getByText('Ελληνικά').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ρυθμίσεις' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Πελάτες' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('el')
  await page.getByText('English').click()
  await page.getByRole('tab', { name: 'Data and backups' }).click()
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expect(page.getByText(/All is well/)).toBeVisible()
})

test('what a customer is probably thinking says why, leads to the record, and is set aside for a reason', async ({ launch }) => {
  const { page, ask } = await launch()
  const { signals } = await ask('desk.today', {})
  const [first] = signals
  const region = page.getByRole('region', { name: 'Before they ask' })
  await expect(region.getByRole('listitem')).toHaveCount(signals.length)
  const row = region.getByRole('listitem').first()
  await expect(row).toContainText('and what we promised about it is overdue')
  await row.getByRole('button', { name: /^Will they keep their word/ }).focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('complementary', { name: /^Will they keep their word/ })
  await expect(drawer).toContainText('Why Redress thinks so')
  await expect(drawer.getByRole('link', { name: first!.subject })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await drawer.getByRole('button', { name: 'Set aside' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set this aside' })
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await expect(dialog).toContainText('Please fill this in')
  await dialog.getByRole('textbox', { name: 'Why it can wait' }).fill('They asked for December')
  await dialog.getByRole('button', { name: 'Set aside' }).click()
  await expect(dialog).toBeHidden()
  await expect(region.getByText('1 set aside')).toBeVisible()
  await region.getByText('1 set aside').click()
  await expect(region.getByText(/They asked for December$/)).toBeVisible()
  await region.getByRole('button', { name: /^Show again/ }).click()
  await expect.poll(async () => (await ask('desk.today', {})).signals[0]!.key).toBe(first!.key)

  await drawer.getByRole('link', { name: first!.subject }).click()
  await expect(page.getByRole('heading', { level: 1, name: first!.customer })).toBeVisible()
  await expect(page.getByRole('complementary', { name: /^Order ORD/ })).toContainText(first!.subject)
})
