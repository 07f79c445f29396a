// The first start asks one thing; a new workspace asks who one is, in one small screen that can be skipped.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { languages } from '../../src/shared/values/languages'
import { expect, test } from './support/app'
import { ranOver } from './support/layout'

/** What is wrong with the screen in light and in dark, and what runs over its edges. */
async function wrong(page: Page): Promise<string[]> {
  const found = await page.evaluate(ranOver)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${colorScheme} ${id}: ${target.join(' ')}`)))
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return found
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('the first start asks what to begin with, and one’s own book who one is', async ({ launch, folder }) => {
  const file = join(folder, 'Mine.redress')
  const redress = await launch({ sample: false })
  const { page, ask, answer, dialogs } = redress
  await page.setViewportSize({ width: 1024, height: 700 })
  await expect(heading(page)).toHaveText('Welcome to Redress')
  await expect(heading(page)).toBeFocused()
  await expect(page.getByRole('button')).toHaveText(['Look at the sample', 'Begin my own book…', 'Open a file…'])
  expect(await wrong(page)).toEqual([])
  expect(await answer('customers.list')).toMatchObject({ error: { code: 'not-found' } })

  // a dialog that is closed leaves the question
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => redress.shown()).toHaveLength(1)
  await expect(page.getByRole('button', { name: 'Begin my own book…' })).toBeFocused()
  await dialogs({ save: file })
  await page.keyboard.press('Enter')

  await expect(heading(page)).toHaveText('Your book is ready')
  await page.getByLabel('Your name').fill('Maria Kask')
  const titles = new Set<string>()
  // English, which it begins with, comes last
  for (const language of languages.toReversed()) {
    await page.locator(`input[type=radio][value=${language}]`).check({ force: true })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    titles.add(await heading(page).innerText())
    expect(await page.evaluate(ranOver), language).toEqual([])
    await expect(page.locator('input[type=radio]:checked')).toBeFocused()
    await expect(page.getByRole('textbox').first()).toHaveValue('Maria Kask')
  }
  expect(titles.size).toBe(languages.length)
  expect(await wrong(page)).toEqual([])
  await page.locator('input[type=radio][value=et]').check({ force: true })
  await page.getByRole('combobox', { name: 'Ajavöönd' }).fill('Tallinn')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Valuuta' }).fill('SEK')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Alusta raamatut' }).press('Enter')
  await expect(heading(page)).toHaveText('Töölaud')
  await expect(heading(page)).toBeFocused()
  expect(await ask('workspace.info', {})).toMatchObject({
    name: 'Mine',
    settings: { advocate: 'Maria Kask', language: 'et', timeZone: 'Europe/Tallinn', currency: 'SEK' }
  })
  await redress.close()

  const again = await launch({ userData: redress.userData, sample: false })
  await expect(heading(again.page)).toHaveText('Töölaud')
  expect(await again.ask('shell.start', {})).toEqual({ ask: false, fresh: false })
})

test('the sample is looked at, a new book can be begun with nothing said, and an old one is opened as it is', async ({
  launch,
  folder
}) => {
  const before = process.env.LANGUAGE
  process.env.LANGUAGE = 'el'
  const redress = await launch({ sample: false })
  process.env.LANGUAGE = before ?? ''
  const { page, ask, dialogs } = redress
  await expect(heading(page)).toHaveText('Καλώς ήρθατε στο Redress')
  await page.setViewportSize({ width: 640, height: 480 })
  expect(await wrong(page)).toEqual([])
  await page.getByRole('button').first().click()
  await expect(heading(page)).toHaveText('Desk')
  expect(await ask('workspace.info', {})).toMatchObject({ sample: true })

  const mine = join(folder, 'Mine.redress')
  await dialogs({ save: mine })
  await page.evaluate(() => (location.hash = '#/settings/data'))
  await page.getByRole('contentinfo').getByRole('button').click()
  await expect(heading(page)).toHaveText('Το αρχείο σας είναι έτοιμο')
  const { settings, entries } = await ask('workspace.info', {})
  expect(settings.language).toBe('el')
  await page.getByRole('button', { name: 'Ρύθμιση αργότερα' }).click()
  await expect(heading(page)).toHaveText('Γραφείο')
  expect(await ask('workspace.info', {})).toMatchObject({ name: 'Mine', entries, settings })
  await page.reload()
  await expect(heading(page)).toHaveText('Γραφείο')
  await redress.close()

  const other = await launch({ sample: false })
  await expect(heading(other.page)).toHaveText('Welcome to Redress')
  await other.dialogs({ choose: mine })
  await other.page.getByRole('button', { name: 'Open a file…' }).click()
  await expect(other.page.getByRole('link', { name: 'Desk' }).or(other.page.getByRole('link', { name: 'Γραφείο' }))).toBeVisible()
  expect(await other.ask('shell.start', {})).toEqual({ ask: false, fresh: false })
  expect(readFileSync(join(other.userData, 'redress.json'), 'utf8')).toContain('Mine.redress')
})
