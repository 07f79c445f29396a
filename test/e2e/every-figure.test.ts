import type { Page } from '@playwright/test'
import { amountsIn, certainAmounts, preciseOnes } from '../support/amounts'
import { expect, test, type Redress } from './support/app'

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

/** All that a page says: its words, what is told when the pointer rests on a thing, what a screen reader says of it. */
const said = (page: Page): Promise<string> =>
  page.locator('body').evaluate((body) => {
    const told = [...body.querySelectorAll('[aria-label], [title], [alt], [aria-description]')].flatMap((at) =>
      ['aria-label', 'title', 'alt', 'aria-description'].map((name) => at.getAttribute(name) ?? '')
    )
    // a sentence is cut into pieces where a figure in it opens
    return [(body as HTMLElement).innerText, ...told].join('\n')
  })

/** What was recorded to the cent: inputs, orders, gestures, what a customer earns; and what follows from them without a draw. */
async function recorded({ ask }: Redress): Promise<Set<number>> {
  const known: unknown[] = []
  for (const { id } of await ask('cases.list', {})) known.push(await ask('cases.get', { id }), await ask('cases.learned', {}))
  for (const { id } of await ask('incidents.list', {})) {
    const sheet = await ask('losses.sheet', { incidentId: id })
    known.push(sheet, await ask('incidents.get', { id }), await ask('losses.simulate', { incidentId: id }))
  }
  for (const { id } of await ask('customers.list', {})) {
    const { customer, gestures } = await ask('customers.get', { id })
    known.push(
      [customer.yearlyRevenue, customer.yearlyMargin].map((amount) => ({ amount })),
      gestures
    )
  }
  known.push((await ask('orders.list', {})).map(({ value }) => ({ amount: value })))
  return certainAmounts(known)
}

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
  const redress = await launch()
  const { page, ask } = redress
  const certain = await recorded(redress)
  const precise: Record<string, string[]> = {}
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
    const exact = preciseOnes(amountsIn((await said(page)).split(/[\n\t]/)), certain)
    if (exact.length) precise[place] = [...new Set(exact.map(({ amount, text }) => `${amount}: ${text}`))]
  }
  expect(left).toEqual({})
  // an estimate is never told to the euro beside a rounded headline, to the eye or the ear
  expect(precise).toEqual({})
  expect(seen).toBeGreaterThan(300)
})
