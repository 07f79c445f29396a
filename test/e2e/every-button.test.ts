// Every button of an explanation, and of the explanations it leads to, does something and breaks nothing.
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'

/** What one sees when something was done: the address, the drawer, a dialog, a menu, what is open, a notice. */
const seen = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([
      location.hash,
      ...[...document.querySelectorAll('aside.drawer, [role=dialog], [role=menu], [role=region][aria-label=Notices]')].map(
        (one) => (one as HTMLElement).innerText
      ),
      [...document.querySelectorAll('[aria-expanded=true], details[open]')].length,
      document.activeElement?.tagName
    ])
  )

test('every button of every explanation does what it says, and none breaks the page', async ({ launch }) => {
  test.setTimeout(150_000)
  const { page, ask } = await launch()
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  await page.setViewportSize({ width: 1280, height: 860 })
  const incident = (await ask('incidents.list', {})).find(({ lines }) => lines > 1)!.id
  const about = (await ask('cases.list', {}))[0]!.id
  const pressed = new Map<string, string>()
  const drawer = page.locator('aside.drawer')
  const explanation = page.locator('[data-part="explanation"]')
  const named = (words: string): string => words.replace(/[\d.,\s]+/g, ' ').trim()
  const buttons = () =>
    drawer
      .locator('button:visible:not(:disabled), summary:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? (one as HTMLElement).innerText.trim()))

  /** Opens the nth figure of a page and goes on by these buttons. */
  async function open(hash: string, nth: number, way: number[]): Promise<boolean> {
    await page.evaluate((hash) => (location.hash = hash), '#/desk')
    await expect(drawer).toHaveCount(0)
    await page.evaluate((hash) => (location.hash = hash), hash)
    const figures = page.locator('main button.figure-button:visible, main .figure button.value:visible')
    await expect(figures.first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    if ((await figures.count()) <= nth) return false
    await figures.nth(nth).click()
    await expect(explanation).toBeVisible()
    for (const each of [-1, ...way]) {
      if (each >= 0) await drawer.locator('button:visible:not(:disabled), summary:visible').nth(each).click()
      await expect(explanation).not.toBeEmpty()
      await expect(drawer.locator('.skeleton')).toHaveCount(0)
    }
    return true
  }
  const titles = new Set<string>()
  async function explore(hash: string, nth: number, way: number[]): Promise<void> {
    if (!(await open(hash, nth, way))) return
    const kind = async () =>
      named(`${await drawer.locator('header p').innerText()} ${(await explanation.locator('h3').allInnerTexts()).join(' ')}`)
    const here = await kind()
    if (titles.has(here)) return
    titles.add(here)
    for (const [n, label] of (await buttons()).entries()) {
      const key = `${here}: ${named(label)}`
      if (pressed.has(key)) continue
      pressed.set(key, label)
      await open(hash, nth, way)
      const before = await seen(page)
      await drawer.locator('button:visible:not(:disabled), summary:visible').nth(n).click()
      await expect.poll(() => seen(page), { message: `“${label}” in ${here} did nothing`, timeout: 4_000 }).not.toBe(before)
      expect(broken, `“${label}” in ${here}`).toEqual([])
      if (way.length < 2 && (await explanation.count()) && !titles.has(await kind())) await explore(hash, nth, [...way, n])
    }
  }
  for (const hash of [`#/incidents/${incident}`, `#/incidents/${incident}/waiting`, `#/cases/${about}`])
    for (let nth = 0; nth < 4; nth++) await explore(hash, nth, [])

  const labels = [...pressed.values()]
  expect(labels).toContain('Edit this line')
  expect(labels).toContain('Close')
  expect(labels.some((label) => /^Back to/.test(label))).toBe(true)
  expect(labels.length).toBeGreaterThan(15)
})
