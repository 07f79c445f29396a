// From a promise that was not kept to its incident, without a mouse.
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { command } from './support/hands'

const says = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('region', { name: 'Notices' }).getByText(words).last()).toBeVisible()

/** Presses Tab until what is named has the focus, as one does who has no mouse. */
async function tabTo(page: Page, role: 'button' | 'link' | 'tab' | 'combobox', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name, includeHidden: false }).first()
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${role} ${String(name)}`)
}

test('an imported promise that is overdue becomes an incident in one step, is untied by undo and tied by redo', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'boston.redress'), create: true })
  const { page, ask } = redress
  await test.step('the promises of the city are imported', async () => {
    await redress.dialogs({ choose: resolve('resources/sample-imports/boston311-100.csv') })
    await page.evaluate(() => (location.hash = '#/import'))
    await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
    await page.getByRole('button', { name: 'Check the rows' }).press('Enter')
    await page.getByRole('button', { name: 'Import 100 rows' }).press('Enter')
    await expect(page.getByRole('heading', { name: /Imported 100 rows/ })).toBeVisible()
  })
  const [promise] = await ask('promises.list', { states: ['overdue'] })
  const tied = async () => (await ask('promises.get', { id: promise!.id })).incident
  const drawer = page.getByRole('complementary', { name: `Promise ${promise!.ref}` })
  const title = `Promise not kept: ${promise!.words}`

  await test.step('its drawer offers the incident, filled in', async () => {
    await page.evaluate(({ customerId, id }) => (location.hash = `#/customers/${customerId}/promises?open=promise.${id}`), promise!)
    await expect(drawer.getByText('Overdue', { exact: true })).toBeVisible()
    await tabTo(page, 'button', 'Record incident')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New incident' })
    await expect(dialog.getByText(`Tied from the start: ${promise!.ref}.`)).toBeVisible()
    await expect(dialog.getByLabel('What went wrong')).toBeFocused()
    await expect(dialog.getByLabel('What went wrong')).toHaveValue(title)
    await expect(dialog.getByLabel('Kind')).toHaveValue('service')
    // what the promise holds is told, not stored a second time
    await expect(dialog.getByText(new RegExp(`^Promised on .*2022.*: “${promise!.words.slice(0, 12)}`))).toBeVisible()
    await page.keyboard.press('Enter')
  })

  await test.step('the incident stands, tied in the same change, since the day it was due', async () => {
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const [incident] = await ask('incidents.list', {})
    expect(incident).toMatchObject({ title, began: promise!.dueAt!.slice(0, 10), customerId: promise!.customerId })
    expect(await tied()).toBe(title)
    const [entry] = await ask('journal.recent', { limit: 1 })
    expect(entry).toMatchObject({ label: { deed: 'create', entity: 'incident' }, rows: 2 })
  })

  await test.step('its tab of promises shows the words, and the way back', async () => {
    await tabTo(page, 'tab', /^Loss/)
    while (!(await page.getByRole('tab', { name: /^Promises/ }).evaluate((tab) => tab === document.activeElement)))
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row', { name: new RegExp(promise!.ref) })).toContainText('Overdue')
    await page.getByRole('row', { name: new RegExp(promise!.ref) }).press('Enter')
    await expect(drawer.getByRole('link', { name: title })).toBeVisible()
    await expect(drawer.getByRole('button', { name: 'Record incident' })).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  await test.step('untied and tied again by hand', async () => {
    await tabTo(page, 'button', /^Untie/)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Broken promises that led to this incident')).toBeVisible()
    expect(await tied()).toBeNull()
    await tabTo(page, 'combobox', 'Tie a promise')
    await page.keyboard.type(promise!.ref)
    await page.keyboard.press('Enter')
    await says(page, /^Tied to the incident/)
    await expect(page.getByRole('row', { name: new RegExp(promise!.ref) })).toBeVisible()
    expect(await tied()).toBe(title)
  })

  await test.step('undo takes the ties back one by one, and at last the incident with the first; redo brings them again', async () => {
    for (const stands of [null, title, null]) {
      await command(redress, 'undo')
      await expect.poll(tied).toBe(stands)
    }
    expect(await ask('incidents.list', {})).toEqual([])
    await command(redress, 'redo')
    await expect.poll(tied).toBe(title)
    expect(await ask('incidents.list', {})).toHaveLength(1)
    expect((await ask('journal.verify', {})).ok).toBe(true)
  })
})

test('a late order’s drawer begins its incident the same way', async ({ launch, folder }) => {
  const { page, ask } = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { id } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: orderId } = await ask('orders.create', {
    customerId: id,
    title: 'Spiral freezer',
    promisedOn: '2026-01-09',
    neededBy: '2026-01-05'
  })
  const open = () =>
    page.evaluate(([id, orderId]) => (location.hash = `#/customers/${id}/orders?open=order.${orderId}`), [id, orderId])
  await open()
  const drawer = page.getByRole('complementary', { name: 'Order ORD-1' })
  await drawer.getByRole('button', { name: 'Record incident' }).press('Enter')
  await expect(page.getByRole('dialog').getByText('Tied from the start: ORD-1.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Late: Spiral freezer' })).toBeVisible()
  const [incident] = await ask('incidents.list', {})
  expect(incident).toMatchObject({ kind: 'late-delivery', began: '2026-01-05', currency: 'EUR' })
  expect(await ask('orders.incidents', { id: orderId })).toEqual([incident!.id])
  await open()
  await expect(drawer.getByRole('link', { name: 'Late: Spiral freezer' })).toBeVisible()
  await expect(drawer.getByRole('button', { name: 'Record incident' })).toHaveCount(0)
})
