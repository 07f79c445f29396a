// An input method's Enter, Escape and arrows are its own: they end the word that is being composed, and do nothing else.
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './support/app'
import { command } from './support/hands'

async function compose(keys: CDPSession, text: string): Promise<void> {
  await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}
async function press(keys: CDPSession, key: string): Promise<void> {
  const code = { Enter: 13, Escape: 27, ArrowDown: 40, Tab: 9 }[key]!
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: code })
}
/** Long enough for what a key press would have done. */
const moment = (page: Page): Promise<void> => page.waitForTimeout(250)

test('keys that belong to a composition do nothing else, wherever one types', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { id: customerId } = await ask('customers.create', { name: '春日', currency: 'EUR' })
  const keys = await page.context().newCDPSession(page)
  const dialog = page.getByRole('dialog')
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`
  }, customerId)
  await expect(page.getByText('On a call?')).toBeVisible()

  await test.step('a promise is recorded by the Enter after the one that ends its words', async () => {
    await command(redress, 'new-promise')
    await expect(dialog.getByLabel('Exact words')).toBeFocused()
    await compose(keys, '金曜日までに')
    await press(keys, 'Enter')
    await moment(page)
    await expect(dialog).toBeVisible()
    expect(await ask('promises.list', { customerId })).toEqual([])
    await keys.send('Input.insertText', { text: '金曜日までに' })
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    expect(await ask('promises.list', { customerId })).toMatchObject([{ words: '金曜日までに' }])
  })

  await test.step('Escape takes back what is composed, not the dialog', async () => {
    await command(redress, 'new-voice')
    await expect(dialog.getByLabel('In their own words')).toBeFocused()
    await compose(keys, '困る')
    await press(keys, 'Escape')
    await moment(page)
    await expect(dialog).toBeVisible()
    await compose(keys, '')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('quick find does not jump', async () => {
    const before = page.url()
    await command(redress, 'find')
    await expect(dialog).toBeVisible()
    await expect(dialog.getByRole('combobox')).toBeFocused()
    await compose(keys, '春日')
    await moment(page)
    await press(keys, 'Enter')
    await moment(page)
    await expect(dialog).toBeVisible()
    expect(page.url()).toBe(before)
    await compose(keys, '')
    await page.keyboard.press('Escape')
  })

  await test.step('a combo box does not choose', async () => {
    await command(redress, 'new-customer')
    const currency = dialog.getByRole('combobox', { name: 'Currency' })
    const shown = await currency.inputValue()
    await currency.focus()
    await compose(keys, 'n')
    await press(keys, 'ArrowDown')
    await press(keys, 'Enter')
    await moment(page)
    await expect(dialog).toBeVisible()
    expect(await currency.inputValue()).toBe('n')
    await keys.send('Input.insertText', { text: '' })
    await page.keyboard.press('Escape')
    await expect(currency).toHaveValue(shown)
    await page.keyboard.press('Escape')
  })

  await test.step('a drawer stays open', async () => {
    const [promise] = await ask('promises.list', { customerId })
    await page.evaluate(([of, id]) => (location.hash = `#/customers/${of}?open=promise.${id}`), [customerId, promise!.id])
    const drawer = page.locator('aside.drawer')
    await drawer.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    await drawer.getByLabel('Exact words').focus()
    await compose(keys, '土曜')
    await press(keys, 'Escape')
    await moment(page)
    await expect(drawer.getByLabel('Exact words')).toBeVisible()
  })
})
