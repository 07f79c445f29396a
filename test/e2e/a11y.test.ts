import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'

/** What is wrong with the page as it stands, a line for each element. The preview of a brief is a printed page: it has tests of its own. */
async function wrong(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n').slice(1, 2).join('').trim()}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen can be used by everybody, ${colorScheme}`, async ({ launch }) => {
    test.setTimeout(240_000)
    const { page, ask } = await launch()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const [customers, incidents, cases] = await Promise.all([ask('customers.list', {}), ask('incidents.list', {}), ask('cases.list', {})])
    const customer = customers.find(({ name }) => name.startsWith('Halden'))!.id
    const [promise] = await ask('promises.list', { customerId: customer })
    const [order] = await ask('orders.list', { customerId: customer })
    const tabs = ['promises', 'orders', 'incidents', 'voice', 'contacts', 'gestures', 'cases', 'details']
    const places = [
      'desk', 'customers', 'customers?new=customer', `customers/${customer}`, ...tabs.map((tab) => `customers/${customer}/${tab}`),
      `customers/${customer}/promises?open=promise.${promise!.id}`, `customers/${customer}/orders?open=order.${order!.id}`,
      `customers/${customer}?new=promise`, `customers/${customer}?new=interaction`, `customers/${customer}?new=voice`,
      'incidents', `incidents/${incidents[0]!.id}`, 'cases', `cases/${cases[0]!.id}`, `cases/${cases[0]!.id}/brief`, 'search', 'search?q=freezer', 'import',
      'settings', 'settings/data', 'settings/trash', 'settings/keyboard', 'settings/about'
    ]
    const found: Record<string, string[]> = {}
    for (const place of places) {
      await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
      await expect(page.locator('h1').first()).toBeAttached()
      // the screens ask the workspace: what they show first is not yet what people see
      await expect(page.locator('.skeleton')).toHaveCount(0)
      await page.waitForTimeout(150)
      const problems = await wrong(page)
      if (problems.length > 0) found[place] = problems
      await page.keyboard.press('Escape')
    }
    expect(found).toEqual({})
  })
}
