import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, launchRedress, test, type Redress } from './support/app'
import { command } from './support/hands'
import { ranOver } from './support/layout'
import { placesOf } from './support/places'
import { m } from '../../src/shared/messages/messages.js'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
let redress: Redress
let customer: string
let incident: string
let file: string
let voice: string
let places: string[]

test.beforeAll(async () => {
  redress = await launchRedress(test.info().outputPath('user'))
  await redress.page.setViewportSize({ width: 1024, height: 700 })
  ;({ customer, incident, file, voice, all: places } = await placesOf(redress))
})
test.afterAll(() => redress?.close())

/** Shows a place as people see it: the screens ask the workspace, what they show first is not yet all. */
async function go(place: string, { page } = redress): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
  await expect(page.locator('h1').first()).toBeAttached()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  if (place.includes('?open=')) await expect(page.locator('aside.drawer .stack').first()).toBeVisible()
}

/** What is wrong with the page as it stands, a line for each element. The preview of a brief is a printed page: it has tests of its own. */
async function wrong(page: Page, { rules, within }: { rules?: string[]; within?: string } = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('iframe')
  if (within) axe.include(within)
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n').slice(1, 2).join('').trim()}`)
  )
}

test('every screen can be used by everybody, in light and dark', async () => {
  test.setTimeout(240_000)
  const { page } = redress
  const found: Record<string, string[]> = {}
  for (const place of places) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await go(place)
    const problems = await wrong(page)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    problems.push(...(await wrong(page, { rules: ['color-contrast'] })).map((line) => `dark ${line}`))
    if (problems.length > 0) found[place] = problems
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect(found).toEqual({})
})

test('so can the forms over them, and each gives the focus back', async () => {
  test.setTimeout(240_000)
  const { page } = redress
  const found: Record<string, string[]> = {}
  const look = async (name: string, within: string): Promise<void> => {
    const problems = [...(await wrong(page, { within })), ...(await page.evaluate(ranOver))]
    if (problems.length > 0) found[name] = problems
  }
  const dialog = page.getByRole('dialog')
  const drawer = page.locator('aside.drawer')

  for (const record of ['promise', 'order', 'voice', 'incident', 'case', 'contact', 'gesture']) {
    await go(`customers/${customer}?new=${record}`)
    await expect(dialog.getByRole('textbox').or(dialog.getByRole('combobox')).first()).toBeVisible()
    await look(`new ${record}`, '[role="dialog"]')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }

  const opened: [string, string, string, 'dialog' | 'drawer'][] = [
    ['the calculators', `incidents/${incident}`, 'Add a loss line', 'dialog'],
    ['a dated step', `incidents/${incident}/waiting`, 'Add a date…', 'dialog'],
    ['evidence', `incidents/${incident}/evidence`, 'Record a link or note…', 'dialog'],
    ['facts', `cases/${file}`, 'Take from the timeline', 'dialog'],
    ['the decision', `cases/${file}`, 'Record the decision', 'dialog'],
    ['an option', `cases/${file}`, 'Edit option', 'drawer'],
    ['what came of a wish', `customers/${customer}/voice?open=${voice}`, 'Say what came of it', 'dialog'],
    ['a signal set aside', 'desk', 'Set aside', 'dialog']
  ]
  for (const [name, place, button, kind] of opened) {
    await go(place)
    const opener = page.getByRole('button', { name: button }).first()
    await opener.focus()
    await page.keyboard.press('Enter')
    const shown = kind === 'dialog' ? dialog : drawer
    await expect(shown).toBeVisible()
    await look(name, kind === 'dialog' ? '[role="dialog"]' : 'aside.drawer')
    await page.keyboard.press('Escape')
    await expect(shown).toHaveCount(0)
    await expect(opener, name).toBeFocused()
  }

  await go(`incidents/${incident}`)
  await page.getByRole('button', { name: 'Add a loss line' }).click()
  await dialog.getByRole('searchbox').fill('Liquidated')
  await dialog
    .getByRole('button', { name: /^Liquidated/ })
    .first()
    .click()
  await drawer
    .getByRole('button', { name: /^Load the example/ })
    .first()
    .click()
  await expect(drawer.locator('[data-part="line-result"]')).toContainText('€')
  await look('a line', 'aside.drawer')
  const share = drawer.getByRole('button', { name: /^Share with other lines/ }).first()
  await share.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await look('a number that is shared', '[role="dialog"]')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(drawer, 'Escape closes what is on top, and only that').toBeVisible()
  await expect(share).toBeFocused()
  await drawer.getByRole('button', { name: 'Cancel' }).click()

  await command(redress, 'find')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await look('quick find', '[role="dialog"]')
  await page.keyboard.press('Escape')
  expect(found).toEqual({})
})

for (const language of ['el', 'es', 'et', 'fil'] as const)
  test(`nothing is cut or covered at 1024 × 700: ${language}`, async () => {
    const { page, ask } = redress
    await ask('workspace.configure', { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const found: Record<string, string[]> = {}
    for (const place of places) {
      await go(place)
      const problems = await page.evaluate(ranOver)
      if (problems.length > 0) found[place] = problems
    }
    await ask('workspace.configure', { language: 'en' })
    expect(found).toEqual({})
  })

for (const language of ['el', 'fil'] as const)
  test(`the main screens, and what opens over them, can be used by everybody in ${language}`, async () => {
    test.setTimeout(120_000)
    const { page, ask } = redress
    const spoken = { locale: language }
    await ask('workspace.configure', { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const found: Record<string, string[]> = {}
    const look = async (name: string, within?: string): Promise<void> => {
      const problems = [...(await wrong(page, { within })), ...(await page.evaluate(ranOver))]
      if (problems.length > 0) found[name] = problems
    }
    const promise = places.find((place) => place.includes('open=promise'))!
    for (const place of [
      'desk',
      `customers/${customer}`,
      promise,
      `incidents/${incident}`,
      `incidents/${incident}/waiting`,
      `cases/${file}`,
      'settings'
    ]) {
      await go(place)
      await look(place)
      // who reads it aloud must know which language it is in
      expect(await page.locator('html').getAttribute('lang'), place).toBe(language)
      expect(await page.title(), place).toMatch(/ – Redress$/)
    }
    await go('desk')
    expect(await page.locator('h1').first().textContent()).toBe(m.nav_desk({}, spoken))

    await go(`customers/${customer}?new=promise`)
    await expect(page.getByRole('dialog', { name: m.promises_new({}, spoken) })).toBeVisible()
    await look('new promise', '[role="dialog"]')
    // what is wrong with a form is said in that language, too
    await page
      .getByRole('dialog')
      .getByRole('button', { name: m.promises_record({}, spoken) })
      .press('Enter')
    await expect(page.getByRole('dialog').getByText(m.ui_needed({}, spoken)).first()).toBeVisible()
    await look('a promise without words', '[role="dialog"]')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    await go(`incidents/${incident}`)
    const figure = page.getByRole('button', { name: new RegExp(`^${m.brief_net({}, spoken)}`) }).first()
    await figure.press('Enter')
    await expect(page.locator('aside.drawer .body').first()).toBeFocused()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await look('a figure explained', 'aside.drawer')
    await page.keyboard.press('Escape')
    await expect(figure).toBeFocused()

    await page
      .getByRole('button', { name: m.loss_ui_add_line({}, spoken) })
      .first()
      .press('Enter')
    await expect(page.getByRole('dialog', { name: m.loss_ui_pick({}, spoken) })).toBeVisible()
    await look('the calculators', '[role="dialog"]')
    await page.getByRole('dialog').getByRole('listitem').nth(3).getByRole('button').first().press('Enter')
    await expect(page.locator('aside.drawer form')).toBeVisible()
    await look('a new line', 'aside.drawer')
    await page.keyboard.press('Escape')
    await ask('workspace.configure', { language: 'en' })
    expect(found).toEqual({})
  })

test('at 200 % nothing scrolls in two directions', async () => {
  const { page } = redress
  await page.setViewportSize({ width: 640, height: 430 })
  const found: Record<string, string[]> = {}
  for (const place of places) {
    await go(place)
    const problems = (await page.evaluate(ranOver)).filter((line) => line.startsWith('sideways') || line.startsWith('outside'))
    if (problems.length > 0) found[place] = problems
  }
  await page.setViewportSize({ width: 1024, height: 700 })
  expect(found).toEqual({})
})

test('the focus stays where one works when what had it goes', async () => {
  const { page, ask } = redress
  await ask('facts.create', { caseId: file, position: 90, words: 'To be deleted' } as never)
  await go(`cases/${file}`)
  const bins = page.getByRole('button', { name: 'Delete fact' })
  // facts become fields as one comes near them
  await expect(bins).toHaveCount((await ask('cases.get', { id: file })).facts.length)
  const many = await bins.count()
  await bins.last().focus()
  await page.keyboard.press('Enter')
  await expect(bins).toHaveCount(many - 1)
  await expect(page.locator('main :focus')).toHaveCount(1)
  const undo = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).first()
  await undo.focus()
  await page.keyboard.press('Enter')
  await expect(bins).toHaveCount(many)
  await expect(page.locator('main :focus')).toHaveCount(1)
})
