// On a call: what one needs to know stands beside the notes, and a promise takes two keystrokes from wherever one is.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { command } from './support/hands'

const says = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('region', { name: 'Notices' }).getByText(words).last()).toBeVisible()

for (const [width, height] of [
  [1280, 860],
  [1024, 700]
] as const) {
  test(`notes, promises, words and losses are on one screen of ${width} × ${height}`, async ({ launch }) => {
    const redress = await launch()
    const { page, ask } = redress
    await page.setViewportSize({ width, height })
    const halden = (await ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
    await page.evaluate((id) => (location.hash = `#/customers/${id}`), halden)
    await expect(page.getByText('On a call?')).toBeVisible()
    await command(redress, 'new-interaction')
    const hand = page.getByRole('region', { name: 'At hand' })
    const [promise] = await ask('promises.list', { customerId: halden, states: ['overdue'] })
    const [incident] = (await ask('incidents.list', { customerId: halden })).filter(({ state }) => state === 'open')
    const voice = (await ask('voice.list', { customerId: halden })).find(
      ({ state, kind }) => state === 'open' && kind !== 'praise'
    )!
    const [note] = (await ask('timeline.list', { customerId: halden, kinds: ['interaction'], limit: 1 })).events
    const parts = [
      page.getByRole('textbox', { name: 'Notes' }),
      ...[note!.title, promise!.words, voice.words, incident!.title].map((words) => hand.getByText(words)),
      hand.getByText(/€[\d,]+ to/)
    ]
    for (const part of parts) await expect(part).toBeInViewport({ ratio: 0.9 })
    await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused()

    await hand.getByRole('button', { name: new RegExp(promise!.words.slice(0, 20)) }).press('Enter')
    await expect(page.getByRole('complementary', { name: `Promise ${promise!.ref}` })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(hand.getByRole('button', { name: new RegExp(promise!.words.slice(0, 20)) })).toBeFocused()
  })
}

test('on a call, marked words become a promise with Enter, and the notes have the focus again', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { id } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  await page.evaluate((id) => (location.hash = `#/customers/${id}`), id)
  await expect(page.getByText('On a call?')).toBeVisible()
  await command(redress, 'new-interaction')
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await expect(notes).toBeFocused()
  await page.keyboard.type('They ask when. Parts tonight')
  for (let letters = 0; letters < 'Parts tonight'.length; letters++) await page.keyboard.press('Shift+ArrowLeft')

  await command(redress, 'new-promise')
  await expect(page.getByRole('dialog', { name: 'New promise' }).getByLabel('Exact words')).toHaveValue('Parts tonight')
  await page.keyboard.press('Enter')
  await says(page, 'Promise recorded: Parts tonight')
  await expect(notes).toBeFocused()
  await expect(page.getByRole('region', { name: 'At hand' }).getByText('Parts tonight')).toBeVisible()
  // what was marked is marked no longer: the next key goes on after it
  await page.keyboard.type(', they say.')
  await expect(notes).toHaveValue('They ask when. Parts tonight, they say.')

  await test.step('Escape takes nothing and gives the focus back too', async () => {
    await command(redress, 'new-voice')
    await expect(page.getByRole('dialog').getByLabel('In their own words')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(notes).toBeFocused()
  })
  expect(await ask('promises.list', { customerId: id })).toMatchObject([{ words: 'Parts tonight', madeBy: 'us' }])
})

test('words marked in a call that was recorded become a promise or the customer’s words of that call', async ({
  launch,
  folder
}) => {
  const { page, ask } = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id } = await ask('interactions.create', {
    customerId,
    channel: 'call',
    direction: 'in',
    at: '2026-03-02T09:00:00Z',
    notes: 'They ask when. Nobody tells us anything. Parts on Friday, Jaan says.'
  })
  await page.evaluate(([customer, id]) => (location.hash = `#/customers/${customer}?open=interaction.${id}`), [customerId, id])
  const drawer = page.locator('aside.drawer')
  const dialog = page.getByRole('dialog')
  const mark = (words: string) =>
    drawer.locator('.told').evaluate((notes, words) => {
      const text = notes.firstChild as Text
      const at = text.data.indexOf(words)
      getSelection()!.setBaseAndExtent(text, at, text, at + words.length)
    }, words)
  await expect(drawer.locator('.told')).toBeVisible()

  await mark('Nobody tells us anything.')
  await drawer.getByRole('button', { name: 'Record their words' }).click()
  await expect(dialog.getByLabel('In their own words')).toHaveValue('Nobody tells us anything.')
  await dialog.getByRole('button', { name: 'Record' }).last().click()
  await expect(dialog).toHaveCount(0)
  await mark('Parts on Friday')
  await drawer.getByRole('button', { name: 'New promise' }).press('Enter')
  await expect(dialog.getByLabel('Exact words')).toHaveValue('Parts on Friday')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await drawer.getByRole('button', { name: 'New promise' }).click()
  await expect(dialog.getByLabel('Exact words')).toHaveValue('')
  await page.keyboard.press('Escape')
  expect(await ask('interactions.get', { id })).toMatchObject({
    voice: [{ words: 'Nobody tells us anything.' }],
    promises: [{ words: 'Parts on Friday' }]
  })

  // our own words that promise are offered with their day, and recorded only when a person says so
  const mail = await ask('interactions.create', {
    customerId,
    channel: 'mail',
    direction: 'out',
    at: '2026-11-18T09:00:00Z',
    zone: 'Europe/Oslo',
    subject: 'Your order',
    notes: 'Thank you for your patience. We will deliver the parts by Friday.'
  })
  await page.evaluate(([customer, id]) => (location.hash = `#/customers/${customer}?open=interaction.${id}`), [customerId, mail.id])
  const offer = drawer.getByRole('button', { name: /^Record as promise: We will deliver the parts by Friday/ })
  await offer.click()
  await expect(dialog.getByLabel('Exact words')).toHaveValue(/We will deliver the parts by Friday/)
  expect(await ask('promises.list', { customerId })).toHaveLength(1)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(offer).toHaveCount(0)
  expect((await ask('promises.list', { customerId })).find(({ words }) => words.startsWith('We will'))).toMatchObject({
    dueAt: '2026-11-20'
  })
})

test('a promise is recorded in passing from the desk and from an incident, and one is where one was', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: incidentId } = await ask('incidents.create', {
    customerId,
    title: 'Freezer late',
    kind: 'late-delivery',
    began: '2026-10-16',
    currency: 'EUR'
  })

  await page.evaluate(() => (location.hash = '#/desk'))
  await expect(page.getByRole('link', { name: 'Desk' })).toHaveAttribute('aria-current', 'page')
  await command(redress, 'new-promise')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await expect(dialog.getByRole('combobox', { name: 'Customer' })).toBeFocused()
  await page.keyboard.type('Hal')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Exact words').focus()
  await page.keyboard.type('A call on Monday')
  await page.keyboard.press('Enter')
  await says(page, 'Promise recorded: A call on Monday')
  await expect(page.getByRole('link', { name: 'Desk' })).toHaveAttribute('aria-current', 'page')

  await page.evaluate((id) => (location.hash = `#/incidents/${id}`), incidentId)
  await expect(page.getByRole('heading', { level: 1, name: 'Freezer late' })).toBeVisible()
  await command(redress, 'new-promise')
  await expect(dialog.getByText('To Halden')).toBeVisible()
  await expect(dialog.getByLabel('Exact words')).toBeFocused()
  await page.keyboard.type('News every day at nine')
  await page.keyboard.press('Enter')
  await says(page, 'Promise recorded: News every day at nine')
  await expect(page.getByRole('heading', { level: 1, name: 'Freezer late' })).toBeVisible()
  expect((await ask('promises.list', { customerId })).map(({ words }) => words).sort()).toEqual([
    'A call on Monday',
    'News every day at nine'
  ])
})

test('while a record is edited in its drawer, what is changed elsewhere follows and what is being typed stays', async ({
  launch,
  folder
}) => {
  const { page, ask } = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id } = await ask('promises.create', { customerId, words: 'Parts tonight', madeAt: '2026-03-02T09:00:00Z' })
  await page.evaluate(([customer, id]) => (location.hash = `#/customers/${customer}/promises?open=promise.${id}`), [customerId, id])
  const drawer = page.getByRole('complementary', { name: 'Promise PRM-1' })
  await drawer.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Edit' }).press('Enter')
  await drawer.getByLabel('Exact words').fill('Parts tomorrow at nine')
  await ask('promises.change', { id, patch: { maker: 'Maria' } })
  await expect(drawer.getByLabel('Who said it')).toHaveValue('Maria')
  await expect(drawer.getByLabel('Exact words')).toHaveValue('Parts tomorrow at nine')

  await drawer.getByLabel('Exact words').fill('')
  await page.keyboard.press('Tab')
  await expect(drawer.getByText('This is needed.')).toBeVisible()
  expect((await ask('promises.get', { id })).words).toBe('Parts tonight')
  await drawer.getByLabel('Exact words').fill('Parts tomorrow at ten')
  await page.keyboard.press('Tab')
  await expect(drawer.getByText(/Saved \d\d:\d\d/)).toBeVisible()
  await drawer.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(drawer.getByRole('blockquote')).toHaveText('Parts tomorrow at ten')
  expect(await ask('promises.get', { id })).toMatchObject({ words: 'Parts tomorrow at ten', maker: 'Maria' })
})
