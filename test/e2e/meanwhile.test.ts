// Slow work never stands in the way of typing: what is typed while a brief is printed, or a file is imported, is what is stored.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/app'
import { show } from './support/keyboard'

test('what is typed while a brief is printed and while a file is imported is stored', async ({ launch, folder }) => {
  test.setTimeout(180_000)
  const redress = await launch()
  const { page, ask } = redress
  await expect(page.locator('main h1')).toBeVisible()
  const halden = (await ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
  const about = page.locator('main .details textarea').first()
  const words = 'They like to be called in the morning, before the first shift; never on a Friday.'
  const stored = async () => (await ask('customers.get', { id: halden })).customer.about

  await test.step('a brief', async () => {
    const [found] = await ask('cases.list', {})
    const save = join(folder, 'brief.pdf')
    await redress.dialogs({ save })
    await show(page, `customers/${halden}/details`)
    await expect(about).toBeVisible()
    const printed = ask('shell.exportBrief', { caseId: found!.id, language: 'en', paper: 'a4', audience: 'leadership' })
    await about.focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(words, { delay: 20 })
    await page.keyboard.press('Tab')
    expect(await about.inputValue()).toBe(words)
    await expect.poll(stored).toBe(words)
    expect((await printed).saved).toBe('brief.pdf')
    expect(existsSync(save)).toBe(true)
    expect(await stored()).toBe(words)
  })

  await test.step('a file of some thousand rows, and one finds it done when one comes back', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => `M-${at},Halden Foods,Part ${at},2026-01-02,2026-03-05`)
    const file = join(folder, 'orders.csv')
    writeFileSync(file, `Order number,Customer,Item,Ordered,Promised\n${rows.join('\n')}\n`)
    await redress.dialogs({ choose: file })
    await show(page, 'import')
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await page.getByRole('button', { name: 'Check the rows' }).click()
    await page.getByRole('button', { name: /^Import 4,?000 rows/ }).click()
    await page.evaluate((id) => (location.hash = `#/customers/${id}/details`), halden)
    await expect(about).toBeVisible()
    await about.focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(words.toUpperCase(), { delay: 20 })
    expect(await about.inputValue()).toBe(words.toUpperCase())
    await page.evaluate(() => (location.hash = '#/import'))
    await expect(page.getByText('4,000').first()).toBeVisible({ timeout: 60_000 })
    await expect.poll(async () => (await ask('imports.list', {}))[0]?.counts.create, { timeout: 60_000 }).toBe(4_000)
    await expect.poll(stored).toBe(words.toUpperCase())
  })
})
