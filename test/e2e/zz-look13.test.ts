import { expect, test } from './support/app'
test('look', async ({ launch }) => {
  test.setTimeout(200000)
  const { page, ask } = await launch()
  await page.setViewportSize({ width: 1024, height: 700 })
  const rows = (await ask('voice.register', {})).rows
  await ask('voice.again', { id: rows.find(({ state }) => state === 'met')?.id ?? rows[0]!.id })
  await ask('voice.again', { id: rows[2]!.id })
  for (const [language, scheme] of [['en','light'],['en','dark'],['el','light']] as const) {
    await ask('workspace.configure', { language })
    await page.emulateMedia({ colorScheme: scheme })
    await page.evaluate(() => (location.hash = `#/wishes`))
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await page.locator('main label').last().click()
    await expect(page.locator('main li').first()).toBeVisible()
    await page.screenshot({ path: `/tmp/t13/wishes-${language}-${scheme}.png` })
    if (language === 'el') {
      await page.locator('main button.words').nth(1).click()
      await expect(page.locator('aside.drawer')).toBeVisible()
      await page.screenshot({ path: `/tmp/t13/wishes-drawer.png` })
    }
  }
})
