// A brief is presented over the whole screen; whatever ends it, the window and the page are as they were.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Redress } from './support/app'

const stands = ({ app }: Redress) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    return { full: window.isFullScreen(), bounds: window.getBounds(), screen: screen.getPrimaryDisplay().bounds }
  })
const full = async (redress: Redress) => (await stands(redress)).full
const kept = ({ userData }: Redress) =>
  (JSON.parse(readFileSync(join(userData, 'redress.json'), 'utf8')) as { window: object | null }).window
const place = { x: 40, y: 60, width: 900, height: 640 }

/** Opens a case's brief in a small window that has been kept where it stands. */
async function open(redress: Redress): Promise<void> {
  const { app, page, ask } = redress
  await app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]!.setBounds(place), place)
  await expect(() => expect(kept(redress)).toMatchObject(place)).toPass()
  const [first] = await ask('cases.list', {})
  await page.evaluate((id) => (location.hash = `#/cases/${id}/brief`), first!.id)
  await expect(page.locator('iframe.loaded')).toBeVisible()
}

test('over the whole screen and back, by keyboard', async ({ launch }) => {
  const redress = await launch()
  const { page } = redress
  await open(redress)
  const button = page.getByRole('button', { name: 'Present' })
  const show = page.getByRole('dialog')
  const main = page.locator('main')

  await test.step('it fills the screen at once', async () => {
    await button.focus()
    await main.evaluate((element) => element.scrollTo(0, 120))
    await page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => html.scrollTo(0, 700))
    await page.keyboard.press('Enter')
    await expect(show.locator('h1')).toBeFocused()
    await expect.poll(() => full(redress)).toBe(true)
    const { bounds, screen } = await stands(redress)
    expect(bounds).toEqual(screen)
    await expect(show.getByRole('button', { name: 'Back to the window' })).toBeVisible()
  })
  await test.step('F11 goes to the window and to the screen again', async () => {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F11')
    await expect.poll(() => full(redress)).toBe(false)
    await expect(show.getByRole('button', { name: 'Full screen' })).toBeVisible()
    await page.keyboard.press('F11')
    await expect.poll(() => full(redress)).toBe(true)
    await expect(show.getByText(/^2 of/)).toBeVisible()
  })
  await test.step('Escape returns to the page as it was', async () => {
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog')).toHaveCount(0)
    await expect.poll(() => stands(redress)).toMatchObject({ full: false, bounds: place })
    await expect(button).toBeFocused()
    // whole in sight, since it has the focus again
    await expect(button).toBeInViewport({ ratio: 1 })
    await expect
      .poll(() =>
        page
          .frameLocator('iframe')
          .locator('html')
          .evaluate((html) => html.scrollTop)
      )
      .toBe(700)
  })
  await test.step('who left the screen for the window is shown the next in the window', async () => {
    await page.keyboard.press('F5')
    await expect.poll(() => full(redress)).toBe(true)
    await show.getByRole('button', { name: 'Back to the window' }).press('Enter')
    await expect.poll(() => full(redress)).toBe(false)
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog')).toHaveCount(0)
    await page.keyboard.press('F5')
    await expect(show.getByRole('button', { name: 'Full screen' })).toBeVisible()
    expect(await full(redress)).toBe(false)
    await page.keyboard.press('F11')
    await expect.poll(() => full(redress)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => stands(redress)).toMatchObject({ full: false, bounds: place })
  })
  await test.step('who fills the screen anyway still does afterwards', async () => {
    await redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setFullScreen(true))
    await expect.poll(() => full(redress)).toBe(true)
    await page.keyboard.press('F5')
    await expect(show.getByRole('button', { name: 'Back to the window' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog')).toHaveCount(0)
    expect(await full(redress)).toBe(true)
    await redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setFullScreen(false))
    await expect.poll(() => stands(redress)).toMatchObject({ full: false, bounds: place })
  })
  await test.step('another page ends it', async () => {
    await page.keyboard.press('F5')
    await expect.poll(() => full(redress)).toBe(true)
    await page.evaluate(() => (location.hash = '#/desk'))
    await expect.poll(() => stands(redress)).toMatchObject({ full: false, bounds: place })
  })
})

test('a page that is lost does not leave the screen filled', async ({ launch }) => {
  const redress = await launch()
  await open(redress)
  await redress.page.keyboard.press('F5')
  await expect.poll(() => full(redress)).toBe(true)
  await redress.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    setImmediate(() => webContents.forcefullyCrashRenderer())
  })
  await expect.poll(() => stands(redress)).toMatchObject({ full: false, bounds: place })
})

test('Redress that ends while it presents opens where it stood', async ({ launch }) => {
  const redress = await launch()
  await open(redress)
  await redress.page.keyboard.press('F5')
  await expect.poll(() => full(redress)).toBe(true)
  const ended = new Promise((done) => redress.app.process().once('exit', done))
  redress.app.process().kill('SIGKILL')
  await ended
  expect(kept(redress)).toMatchObject(place)

  const again = await launch({ userData: redress.userData })
  await expect.poll(() => stands(again)).toMatchObject({ full: false, bounds: { width: place.width, height: place.height } })
  await open(again)
  await again.page.keyboard.press('F5')
  await expect.poll(() => full(again)).toBe(true)
  await again.close()
  expect(kept(again)).toMatchObject({ ...place, maximized: false })
})

test('a page cannot ask for anything else', async ({ launch }) => {
  const redress = await launch()
  for (const input of [{}, { on: 'yes' }, { on: 1 }, { on: true, window: 2 }, { on: null }])
    expect(await redress.answer('shell.fullScreen', input)).toMatchObject({ error: { code: 'invalid' } })
  expect(await full(redress)).toBe(false)
  // what nobody began cannot be ended
  expect(await redress.answer('shell.fullScreen', { on: 'as-before' })).toEqual({ result: { on: false } })
})
