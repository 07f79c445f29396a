// The timeline as a picture: what is drawn can be gone through, opened and copied by pointer and by keys.
import { expect, test } from './support/app'

test('the picture of a relationship is moved, zoomed and gone through; what is pointed at opens', async ({ launch }) => {
  const { page, ask } = await launch()
  const halden = (await ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!
  await page.evaluate((hash) => (location.hash = hash), `#/customers/${halden.id}`)
  const picture = page.getByRole('application', { name: /Timeline as a picture/ })
  await expect(picture).toBeVisible()
  const drawn = () =>
    picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      let sum = 0
      for (let i = 0; i < data.length; i += 4) sum = (sum * 31 + data[i]! + data[i + 3]!) % 1_000_003
      return sum
    })
  await expect.poll(drawn).not.toBe(0)

  // by keys: the first event is told, Enter opens its record, and the drawer gives the focus back
  const told = page.locator('.picture [role=status]')
  await picture.focus()
  await page.keyboard.press('ArrowDown')
  await expect(told).not.toHaveText('')
  const first = await told.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(told).not.toHaveText(first!)

  const before = await drawn()
  await page.keyboard.press('+')
  await expect.poll(drawn).not.toBe(before)
  await page.keyboard.press('0')
  await expect(page.locator('.picture .stretch')).toContainText('–')

  // with the whole in sight, things stand in clusters: one lists what it holds, and each opens
  for (let step = 0; step < 60 && !/^\d+ events$/.test((await told.textContent()) ?? ''); step++)
    await page.keyboard.press('ArrowDown')
  await expect(told, 'a cluster at all').toHaveText(/^\d+ events$/)
  await page.keyboard.press('Enter')
  const members = page.locator('.members li button')
  await expect(members.nth(1)).toBeVisible()
  await expect(members.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.members')).toHaveCount(0)
  await expect(picture).toBeFocused()

  // other lanes
  const lanes = page.getByRole('combobox', { name: 'Lanes' })
  await lanes.selectOption({ label: 'Kind' })
  const kinds = await drawn()
  await lanes.selectOption({ label: 'Order' })
  await expect.poll(drawn).not.toBe(kinds)

  // of one order alone; the view is kept, left, and taken up again
  const events = page.getByText(/^\d+ events?$/)
  const order = page.getByRole('combobox', { name: 'Any order' })
  const everything = (await events.first().textContent())!
  await order.click()
  await page.getByRole('option').first().click()
  await expect(events.first()).not.toHaveText(everything)
  const few = await events.first().textContent()
  await page.getByRole('button', { name: 'Keep this view' }).click()
  const kept = page.getByRole('group', { name: 'Kept views' }).getByRole('button')
  await expect(kept.first()).toHaveText(/^Order · /)
  await lanes.selectOption({ label: 'We and they' })
  await order.fill('')
  await order.press('Enter')
  await expect(events.first()).toHaveText(everything)
  await kept.first().click()
  await expect(events.first()).toHaveText(few!)
  await expect(lanes).toHaveValue('order')
  await kept.nth(1).click()
  await expect(kept.filter({ hasText: /^Order · / })).toHaveCount(0)

  for (const name of ['Copy as picture', 'Copy as table']) {
    await page.getByRole('button', { name }).click()
    await expect(page.locator('.notice')).toContainText('Copied')
    await page.locator('.notice').getByRole('button').first().click()
  }
})
