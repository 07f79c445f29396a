import type { Page } from '@playwright/test'
import { expect, launchRedress, test, type Redress } from './support/app'
import { show } from './support/keyboard'

let redress: Redress
let places: Record<'incident' | 'case' | 'customer', string>
let customer: string

test.beforeAll(async () => {
  redress = await launchRedress(test.info().outputPath('user'))
  const { ask } = redress
  const incident = (await ask('incidents.list', {})).find(({ title }) => title.startsWith('Second'))!
  const found = (await ask('cases.list', {})).find(({ title }) => title.startsWith('Get'))!
  customer = incident.customerId
  places = { incident: `incidents/${incident.id}`, case: `cases/${found.id}`, customer: `customers/${customer}/incidents` }
})
test.afterAll(() => redress?.close())

/** Shows a place and waits until its figures are drawn: they come one after the other, when all the rest stands. */
async function showFigures(page: Page, place: string): Promise<void> {
  await show(page, place)
  const figures = page.locator('main').locator('button.value, button.figure-button')
  await expect(figures.first()).toBeVisible()
  let last = -1
  let still = 0
  // a case is read before its figures have come
  await expect(page.locator('main :is(.coming, .counting, .skeleton)')).toHaveCount(0, { timeout: 30_000 })
  await expect
    .poll(
      async () => {
        const now = await figures.count()
        still = now === last ? still + 1 : 0
        last = now
        return still
      },
      { intervals: [250] }
    )
    .toBeGreaterThan(2)
}

/** To be evaluated in the page: goes to a place, gives what was seen of it at first and what moved until its figures stood. */
async function opened(place: string): Promise<{ first: string[]; moved: string[] }> {
  const moved: string[] = []
  const named = (node: Node | null): string =>
    node instanceof Element
      ? `${node.tagName} ${node.className} “${node.textContent!.trim().slice(0, 40)}”`
      : String(node?.textContent)
  const watch = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { sources: Record<string, unknown>[] })[])
      for (const { node, previousRect, currentRect } of entry.sources) {
        const [was, is] = [previousRect, currentRect] as DOMRectReadOnly[]
        // what came into being below has no place to have been moved from
        if (was!.height && is!.height && was!.top !== is!.top)
          moved.push(`${named(node as Node | null)} by ${Math.round(is!.top - was!.top)} px`)
      }
  })
  watch.observe({ type: 'layout-shift' })
  const turn = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  location.hash = `#/${place}`
  const options = '[role=group][aria-label=Options] thead button'
  while (!document.querySelector(options)) await turn()
  const first = [...document.querySelectorAll<HTMLElement>(`main ol textarea, ${options}`)].map((one) =>
    one instanceof HTMLTextAreaElement ? one.value : one.textContent!
  )
  // the story stands last, and figures take as long as they take
  while (!document.querySelector('main button.value') || document.querySelector('main :is(.coming, .counting, .skeleton)'))
    await turn()
  for (let more = 0; more < 10; more++) await turn()
  watch.disconnect()
  return { first, moved }
}

/** To be evaluated in the page: presses each figure that explains itself, gives what then happened to it, a line for each fault. */
async function pressed(): Promise<{ count: number; wrong: string[] }> {
  const wrong: string[] = []
  const turn = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
  const until = async (met: () => boolean): Promise<void> => {
    for (let waited = 0; !met() && waited < 100; waited++) await turn()
  }
  const main = document.querySelector('main')!
  const all = (): HTMLElement[] =>
    [...main.querySelectorAll<HTMLElement>('button.value, button.figure-button')].filter((one) => one.checkVisibility())
  const widths = new Map<Element, number>()
  const count = all().length
  for (let at = 0; at < count; at++) {
    const one = all()[at]!
    one.scrollIntoView({ block: 'center' })
    one.focus({ preventScroll: true })
    await turn()
    const before = one.getBoundingClientRect()
    const page = main.querySelector('.page > :not(.compact)')!
    widths.set(page, page.clientWidth)
    const name = one.getAttribute('aria-label')
    one.click()
    await until(() => document.querySelector('aside.drawer [data-part="explanation"]') !== null)
    await turn()
    const drawer = document.querySelector<HTMLElement>('aside.drawer')
    if (!drawer) {
      wrong.push(`${name} explains nothing`)
      continue
    }
    const edge = innerWidth - drawer.offsetWidth
    // where the drawer has a column of its own, so has the page
    const beyond = main.scrollWidth - main.clientWidth
    if (beyond > (innerWidth >= 1280 ? 0 : Infinity)) wrong.push(`${name}: ${beyond} px of the page lie beyond its column`)
    const after = one.getBoundingClientRect()
    if (after.top !== before.top) wrong.push(`${name} moved by ${after.top - before.top} px`)
    if (page.clientWidth !== widths.get(page)) wrong.push(`${name} made the page ${page.clientWidth} px wide`)
    // sideways only from under the drawer, and then it is seen whole, or as much of it as there is room for
    if (before.right <= edge && after.left !== before.left) wrong.push(`${name} moved sideways though it was seen`)
    if (after.right > edge && after.width < edge - main.getBoundingClientRect().left - 32) wrong.push(`${name} is under the drawer`)
    if (!drawer.querySelector('.body')!.contains(document.activeElement)) wrong.push(`${name}: the focus is not in the drawer`)
    // whoever looks around beside it is where they were when it closes
    main.scrollTop += 400
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await until(() => document.querySelector('aside.drawer') === null)
    await turn()
    const back = one.getBoundingClientRect()
    if (back.top !== before.top || back.left !== before.left) wrong.push(`${name} is elsewhere when the drawer is closed`)
    if (document.activeElement !== one) wrong.push(`${name}: the focus did not come back`)
  }
  return { count, wrong }
}

for (const width of [1440, 1280, 1024])
  test(`at ${width} a figure stays where it is while it explains itself`, async () => {
    const { page } = redress
    await page.setViewportSize({ width, height: 800 })
    let count = 0
    for (const place of Object.values(places)) {
      await showFigures(page, place)
      // explanations are loaded when a person first does something
      await page.keyboard.press('Shift')
      const found = await page.evaluate(pressed)
      expect(found.wrong, place).toEqual([])
      count += found.count
    }
    expect(count).toBeGreaterThan(40)
  })

test('a case is read before its figures have come, and these move nothing', async () => {
  const { page, ask } = redress
  const view = await ask('cases.argument', { id: places.case.split('/')[1]! })
  // as far as its options and what beats what
  await page.setViewportSize({ width: 1440, height: 3_000 })
  // a window that is still growing moves everything
  await page.waitForFunction(
    () => innerHeight === 3_000 && new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100, true)))
  )
  const { first, moved } = await page.evaluate(opened, places.case)
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(first).toEqual([...view.facts.map(({ words }) => words), ...view.options.map(({ title }) => title)])
  expect(moved).toEqual([])
})

test('a drawer begins in its first field, also when it is edited', async () => {
  const { page, ask } = redress
  const [order] = await ask('orders.list', { customerId: customer })
  await show(page, `customers/${customer}/orders?open=order.${order!.id}`)
  const drawer = page.locator('aside.drawer')
  await expect(drawer.locator('.body')).toBeFocused()
  await drawer.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Edit/ }).click()
  await expect(drawer.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await show(page, places.incident)
  await page.getByText('Packs that could not be frozen', { exact: true }).first().click()
  await expect
    .poll(() => drawer.evaluate((is) => is.querySelector('.body')!.querySelector('input, textarea') === document.activeElement))
    .toBe(true)
  await page.keyboard.press('Escape')
})

/** The boxes of what can be pressed and of what is said. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const notice = document.querySelector('.notice')!.getBoundingClientRect()
    const all = document.querySelectorAll<HTMLElement>('main, aside.drawer, [role="dialog"], .sidebar a, .status-line .push')
    return [...all]
      .filter((one) => {
        const its = one.getBoundingClientRect()
        return (
          its.right > notice.left + 1 && its.left < notice.right - 1 && its.bottom > notice.top + 1 && its.top < notice.bottom - 1
        )
      })
      .map((one) => one.tagName + one.className)
  })

test('what was done is one line at the foot, over nothing, and goes for the next', async () => {
  const { page, ask } = redress
  await page.setViewportSize({ width: 1024, height: 700 })
  await show(page, `customers/${customer}/promises`)
  const height = await page.locator('main').evaluate((main) => main.clientHeight)
  const names = [
    'We call on Monday',
    'We send the parts tonight, and everything else that was left in the warehouse in Turku since the beginning of the year'
  ]
  for (const words of names) {
    const { id } = await ask('promises.create', {
      customerId: customer,
      words,
      madeAt: new Date().toISOString(),
      zone: 'Europe/Helsinki'
    })
    await page.evaluate((hash) => (location.hash = hash), `#/customers/${customer}/promises?open=promise.${id}`)
    const drawer = page.locator('aside.drawer')
    await drawer.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: /^Delete/ }).click()
    await expect(page.locator('.notice')).toContainText(words.slice(0, 10))
    await expect(page.locator('.notice')).toHaveCount(1)
    expect(await covered(page)).toEqual([])
    expect((await page.locator('.notice').boundingBox())!.height).toBeLessThanOrEqual(28)
    expect(await page.locator('main').evaluate((main) => main.clientHeight)).toBe(height)
  }
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(names[1]!.slice(0, 30)).first()).toBeVisible()
})

test('at 1024 × 700 the head leaves the page to what one came for, and one line of it stays', async () => {
  const { page } = redress
  await page.setViewportSize({ width: 1024, height: 700 })
  const all = [
    'desk',
    'customers',
    `customers/${customer}`,
    'incidents',
    places.incident,
    'cases',
    places.case,
    `${places.case}/brief`,
    'search?q=freezer',
    'import',
    'settings'
  ]
  const shares: Record<string, number> = {}
  for (const place of all) {
    await show(page, place)
    shares[place] = await page.evaluate(() => {
      const [head, main] = [document.querySelector('.page-header')!, document.querySelector('main')!]
      return Math.round((100 * head.getBoundingClientRect().height) / main.clientHeight)
    })
  }
  expect(Object.entries(shares).filter(([, share]) => share > 30)).toEqual([])
  await show(page, places.incident)
  await page.locator('main').evaluate((main) => main.scrollTo(0, 400))
  await expect(page.locator('.compact')).toContainText('Second freezer line')
  await expect(page.locator('.compact')).toContainText('€')
  await page.locator('main').evaluate((main) => main.scrollTo(0, 0))
  await expect(page.locator('.compact')).toBeHidden()
})

/** To be evaluated in the page: the quantities of the drawer's form that take more than a caption and one row of fields. */
function brokenNumbers(): string[] {
  const wrong: string[] = []
  const all = [...document.querySelectorAll<HTMLElement>('aside.drawer .quantity')]
  if (all.length < 3) wrong.push(`only ${all.length} numbers`)
  for (const one of all) {
    const name = one.querySelector('.label')!.textContent.trim()
    const box = (part: Element) => part.getBoundingClientRect()
    const middle = (part: Element) => (box(part).top + box(part).bottom) / 2
    const label = box(one.querySelector('.label')!)
    const apart = (parts: Element[]) => Math.max(...parts.map(middle)) - Math.min(...parts.map(middle))
    const ways = one.querySelector('.ways')!
    if (middle(ways) < label.top || middle(ways) > label.bottom) wrong.push(`${name}: how sure it is stands in a line of its own`)
    if (apart([...ways.querySelectorAll('label, button')]) > 4) wrong.push(`${name}: the ways take two lines`)
    const fields = [...one.querySelectorAll('.parts .control, .parts select, .parts .shape')]
    if (apart(fields) > 4) wrong.push(`${name}: its parts take two lines`)
    for (const input of one.querySelectorAll('input'))
      if (input.type === 'text' && input.scrollWidth > input.clientWidth) wrong.push(`${name}: ${input.value} is cut`)
    if (one.scrollWidth > one.clientWidth) wrong.push(`${name} runs over`)
  }
  return wrong
}

test('a number takes one line of the form beside its name, with its range, its unit and how sure it is', async () => {
  const { page, ask } = redress
  for (const [language, width, height] of [
    ['el', 1024, 700],
    ['en', 1440, 900]
  ] as const) {
    await ask('workspace.configure', { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.setViewportSize({ width, height })
    await show(page, places.incident)
    await page.getByText('Packs that could not be frozen', { exact: true }).first().click()
    await expect(page.locator('aside.drawer .quantity').first()).toBeVisible()
    expect(await page.evaluate(brokenNumbers), language).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.locator('aside.drawer')).toHaveCount(0)
  }
})
