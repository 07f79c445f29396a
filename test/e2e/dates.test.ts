import { expect, test } from './support/app'
import { show } from './support/keyboard'

test('a promise takes its date from its words, from words in the date, and from a press', async ({ launch }) => {
  const { page, ask } = await launch()
  await page.setViewportSize({ width: 1280, height: 800 })
  // it is always Friday, 20 November 2026 in the sample
  const customer = (await ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
  const dialog = page.getByRole('dialog')
  const stored = async (words: string) =>
    (await ask('promises.list', { customerId: customer })).find((one) => one.words === words)!.dueAt
  const begin = async (words: string): Promise<void> => {
    await show(page, 'desk')
    await show(page, `customers/${customer}?new=promise`)
    await expect(dialog.getByRole('textbox').first()).toBeFocused()
    await page.keyboard.type(words)
  }

  await begin('I call you tomorrow noon.')
  await expect(dialog.getByRole('button', { name: /^Due 21 Nov 2026, 12:00/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(await stored('I call you tomorrow noon.')).toBe('2026-11-21T10:00:00Z')

  await begin('The parts leave.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('friday 15:00')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(await stored('The parts leave.')).toBe('2026-11-27T13:00:00Z')

  await begin('The credit note is sent.')
  await dialog.getByRole('button', { name: 'Monday', exact: true }).click()
  await dialog.getByRole('button', { name: 'Record promise' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await stored('The credit note is sent.')).toBe('2026-11-23')

  // in two keystrokes it has none, and its own form offers the same days
  await begin('Somebody looks into it.')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(await stored('Somebody looks into it.')).toBeNull()

  // another zone is another clock by which the times were typed: they stand as they were typed
  const { id } = (await ask('promises.list', { customerId: customer })).find((one) => one.words === 'The parts leave.')!
  await show(page, `customers/${customer}/promises?open=promise.${id}`)
  const drawer = page.locator('aside.drawer')
  await drawer.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Edit/ }).click()
  await drawer.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Tokyo')
  await page.keyboard.press('Enter')
  await expect.poll(() => stored('The parts leave.')).toBe('2026-11-27T06:00:00Z')
  await expect(drawer.getByRole('textbox', { name: 'Time in Tokyo' })).toHaveValue('15:00')
})
