import { expect, test } from '@playwright/test'
import { launchRedress, type Running } from '../support/electron'

let running: Running

test.beforeAll(async () => {
  running = await launchRedress(['--sample'])
})
test.afterAll(() => running.close())

const focused = () => running.page.evaluate(() => document.activeElement?.tagName)

test('going somewhere moves the focus to the heading, and back finds the place again', async () => {
  const { page } = running
  await page.getByRole('link', { name: 'Customers' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeFocused()
  await expect(page).toHaveTitle(/Customers/)
  await page.getByRole('row').nth(1).click()
  await expect(page).toHaveURL(/#\/customers\/.+/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const pane = page.locator('main')
  await expect.poll(() => pane.evaluate((main) => main.scrollHeight - main.clientHeight)).toBeGreaterThan(200)
  await pane.evaluate((main) => main.scrollTo(0, 200))
  await page.getByRole('link', { name: 'Search' }).click()
  await expect(page).toHaveURL(/#\/search/)
  await page.evaluate(() => history.back())
  await expect.poll(() => pane.evaluate((main) => main.scrollTop)).toBe(200)
})

test('F6 goes from pane to pane and the skip link to the content', async () => {
  const { page } = running
  await page.evaluate(() => (location.hash = '#/customers'))
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('link', { name: 'Customers' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByRole('link', { name: 'Skip to the content' }).focus()
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('MAIN')
  await expect(page).toHaveURL(/#\/customers$/)
})

test('rows of a table are walked by arrows and opened by Enter', async () => {
  const { page } = running
  await page.evaluate(() => (location.hash = '#/customers'))
  const rows = page.locator('tbody tr')
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(rows.last()).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/customers\/.+/)
})

test('an address that leads nowhere says so and offers the way to the desk', async () => {
  const { page } = running
  await page.evaluate(() => (location.hash = '#/nowhere'))
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible()
  await page.getByRole('button', { name: 'Go to the desk' }).click()
  await expect(page).toHaveURL(/#\/desk/)
})

test('at 200 % in a small window nothing is cut off sideways', async () => {
  const { app, page } = running
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.setContentSize(1024, 700)
    window.webContents.setZoomFactor(2)
  })
  for (const place of ['desk', 'customers', 'search']) {
    await page.evaluate((to) => (location.hash = `#/${to}`), place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const over = () => page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)
    await expect.poll(over, place).toBeLessThanOrEqual(0)
  }
})
