import type { Page } from '@playwright/test'
import { expect, test } from './support/app'

/** Runs in the page: the amounts of money that can be seen, and those that neither are nor stand beside a way to their explanation or record. */
const amounts = (page: Page): Promise<{ seen: number; left: string[] }> =>
  page.locator('main').evaluate((main) => {
    const left: string[] = []
    let seen = 0
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent ?? ''
      const at = node.parentElement!
      if (!/\p{Sc}\s?\d|\d\s?\p{Sc}/u.test(words) || !at.checkVisibility({ visibilityProperty: true })) continue
      seen++
      const known = at.closest('button, a, option, dialog') ?? at.closest('figure.chart')?.querySelector('.actions button')
      const beside =
        at.closest('td, li, .figure, .part')?.querySelector('button.figure-button, button.value, a[href]') ??
        // a row that opens its record, and a section that says itself how its figures are reckoned
        at.closest('tr')?.querySelector('button, a[href]') ??
        at.closest('tr[tabindex], [data-told]')
      if (!known && !beside) left.push(words.trim())
    }
    return { seen, left }
  })

/** Figures come after the page: it is read when it says the same twice in a row. */
async function settled(page: Page): Promise<{ seen: number; left: string[] }> {
  for (let before = -1; ;) {
    await page.waitForTimeout(250)
    const now = await amounts(page)
    if (now.seen === before) return now
    before = now.seen
  }
}

test('no amount of a loss stands without a way to its explanation', async ({ launch }) => {
  test.setTimeout(120_000)
  const { page, ask } = await launch()
  await page.setViewportSize({ width: 1280, height: 860 })
  const incidents = await ask('incidents.list', {})
  const cases = await ask('cases.list', {})
  const places = [
    'desk',
    'customers',
    'incidents',
    'cases',
    'search?q=freezer',
    ...incidents
      .slice(0, 4)
      .flatMap(({ id, customerId }) => [
        ...['', '/charts', '/waiting', '/told', '/orders', '/promises', '/evidence', '/voice'].map(
          (tab) => `incidents/${id}${tab}`
        ),
        ...['', '/incidents', '/cases', '/orders', '/promises'].map((tab) => `customers/${customerId}${tab}`)
      ]),
    ...cases.map(({ id }) => `cases/${id}`)
  ]
  const left: Record<string, string[]> = {}
  let seen = 0
  for (const place of new Set(places)) {
    await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
    await expect(page.locator('h1').first()).toBeAttached()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    const found = await settled(page)
    seen += found.seen
    if (found.left.length) left[place] = found.left
  }
  expect(left).toEqual({})
  expect(seen).toBeGreaterThan(300)
})
