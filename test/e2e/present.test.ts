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
    await page.getByRole('button', { name: 'Page 3' }).click()
    await expect(page.getByRole('button', { name: 'Page 3' })).toHaveAttribute('aria-current', 'page')
    await button.focus()
    await main.evaluate((element) => element.scrollTo(0, 120))
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
    await expect(page.getByRole('button', { name: 'Page 3' })).toHaveAttribute('aria-current', 'page')
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
  await test.step('who speaks has a window: the view, what stands behind it, the next one, the clock; its keys turn for all', async () => {
    await page.keyboard.press('F5')
    await expect(show.locator('h1')).toBeFocused()
    const [speaker] = await Promise.all([redress.app.waitForEvent('window'), page.keyboard.press('s')])
    const heading = () => show.locator('h1').textContent()
    // as the system gives them: what comes through the tools for developers is not heard outside of the page
    const spoken = (keyCode: string) =>
      redress.app.evaluate(({ BrowserWindow }, keyCode) => {
        const one = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('/speaker.html'))!
        one.webContents.sendInputEvent({ type: 'keyDown', keyCode })
      }, keyCode)
    await expect(speaker.locator('.now h1')).toHaveText((await heading())!)
    await expect(speaker.locator('.notes li').first()).toBeVisible()
    await expect(speaker.locator('.num time').first()).toHaveText(/\d:\d\d/)
    await expect(speaker.locator('.num .since')).toHaveText('00:02')
    const next = (await speaker.locator('.next h3').textContent())!
    // the keyboard stays with what is presented; from the speaker's window it turns as well
    await page.keyboard.press('ArrowRight')
    await expect(show.locator('h1')).toHaveText(next)
    await expect(speaker.locator('.now h1')).toHaveText(next)
    const after = (await speaker.locator('.next h3').textContent())!
    await spoken('Right')
    await expect(show.locator('h1')).toHaveText(after)
    await expect(speaker.locator('.now h1')).toHaveText(after)
    // it has no door, and no page of its own choosing
    expect(await speaker.evaluate(() => 'redress' in window)).toBe(false)
    await page.keyboard.press('End')
    await expect(speaker.locator('.next h3')).toHaveCount(0)
    await expect(show.getByRole('button', { name: 'Close the speaker’s window' })).toBeVisible()
    await spoken('Escape')
    await expect.poll(() => redress.app.windows().length).toBe(1)
    await expect(show.getByRole('button', { name: 'Speaker’s window' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog')).toHaveCount(0)
  })
  await test.step('where there is a second display, that window opens there by itself, and goes with the presentation', async () => {
    await redress.app.evaluate(({ screen }) => {
      const [one] = screen.getAllDisplays()
      const { width, height } = one!.bounds
      const area = { x: width, y: 0, width: 800, height }
      Object.assign(screen, { getAllDisplays: () => [one, { ...one, id: one!.id + 1, bounds: area, workArea: area }] })
    })
    const [speaker] = await Promise.all([redress.app.waitForEvent('window'), page.keyboard.press('F5')])
    await expect(speaker.locator('.now h1')).toBeVisible()
    const stood = await redress.app.evaluate(({ BrowserWindow, screen }) => {
      const [, second] = screen.getAllDisplays()
      return BrowserWindow.getAllWindows().some((one) => one.getNormalBounds().x === second!.bounds.x)
    })
    expect(stood).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => redress.app.windows().length).toBe(1)
    await redress.app.evaluate(({ screen }) => Object.assign(screen, { getAllDisplays: () => [screen.getPrimaryDisplay()] }))
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
