// The timeline as a picture: what is drawn can be gone through, opened and copied by pointer and by keys.
import { readFileSync } from 'node:fs'
import { expect, test } from './support/app'
import { structure, words } from './support/pdf'

test('the picture of a relationship is moved, zoomed and gone through; what is pointed at opens', async ({ launch }) => {
  const { page, ask, dialogs } = await launch()
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

  // on paper: what is shown, in strips that say which time they are, in vectors; then all of it in words
  const shown = test.info().outputPath('shown.pdf')
  await dialogs({ save: shown })
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  await expect(page.getByText('Saved as shown.pdf')).toBeVisible()
  expect((await words(new Uint8Array(readFileSync(shown)))).pages.length).toBeGreaterThan(1)

  const greek = test.info().outputPath('greek.pdf')
  await dialogs({ save: greek })
  const asked = { customerId: halden.id, from: '2026-01', to: '2026-11', grouping: 'kind' } as const
  await ask('shell.exportTimeline', { ...asked, language: 'el', paper: 'letter' })
  const sheet = await ask('timeline.sheet', { ...asked, language: 'el', paper: 'letter' })
  const bytes = new Uint8Array(readFileSync(greek))
  const printed = await words(bytes)
  const { alts, marked } = await structure(bytes)
  expect(marked).toBe(true)
  expect(alts, 'a picture for each strip, none lost between pages').toEqual(sheet.strips.map(({ heading }) => heading))
  expect(printed.outline).toEqual([sheet.title, ...sheet.strips.map(({ heading }) => heading)])
  expect(printed.over).toEqual([])
  expect(Math.min(...printed.type), 'points').toBeGreaterThanOrEqual(7.99)
  // whose it is stands on every page that is drawn, the lanes in every strip
  const strips = printed.pages.filter((text) => text.includes(sheet.labels.promises))
  for (const text of strips) expect(text.replaceAll('\u00a0', ' ')).toContain(sheet.title)
  const said = printed.pages.join(' ')
  for (const event of sheet.strips.flatMap(({ picture }) => picture.events ?? []))
    expect(said.replace(/\s+/gu, ''), event.title).toContain(event.title.replace(/\s+/gu, '').slice(0, 30))
})
