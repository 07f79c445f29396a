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
  await page.getByRole('radio', { name: 'Kind' }).check({ force: true })
  const kinds = await drawn()
  await page.getByRole('radio', { name: 'Person' }).check({ force: true })
  await expect.poll(drawn).not.toBe(kinds)

  for (const name of ['Copy as picture', 'Copy as table']) {
    await page.getByRole('button', { name }).click()
    await expect(page.locator('.notice')).toContainText('Copied')
    await page.locator('.notice').getByRole('button').first().click()
  }
})
