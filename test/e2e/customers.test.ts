import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Command } from '../../src/shared/contract/commands'
import { expect, test } from './support/app'

const choose = (app: ElectronApplication, command: Command): Promise<void> =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()!.getMenuItemById(id)!.click(undefined, undefined, {}), command)
const says = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('region', { name: 'Notices' }).getByText(words).last()).toBeVisible()
const start = (folder: string) => ({ workspace: join(folder, 'book.redress'), create: true })

test('a customer is added, a call noted and a promise made, moved, kept, undone and redone', async ({ launch, folder }) => {
  const { page, app, ask } = await launch(start(folder))

  await test.step('an empty desk teaches the first step', async () => {
    await expect(page.getByText('Your day will begin here')).toBeVisible()
    await page.getByRole('button', { name: 'New customer' }).click()
    const dialog = page.getByRole('dialog', { name: 'New customer' })
    await dialog.getByRole('button', { name: 'Add customer' }).click()
    await expect(dialog.getByText('Please fill this in.')).toBeVisible()
    await dialog.getByLabel('Name').fill('Halden Foods')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Halden Foods' })).toBeVisible()
    await says(page, 'Customer added: Halden Foods')
  })

  await test.step('notes are recorded with Ctrl+Enter and stand on the timeline', async () => {
    await choose(app, 'new-interaction')
    await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused()
    await page.keyboard.type('The second freezer stands still.\nThey lose a shift a day.')
    await page.getByText('Email', { exact: true }).click()
    await page.getByLabel('The customer waits for an answer').check()
    await page.getByRole('textbox', { name: 'Notes' }).focus()
    await page.keyboard.press('Control+Enter')
    await says(page, 'Conversation recorded: The second freezer stands still.')
    const event = page.getByRole('button', { name: /Email · From the customer/ })
    await expect(event).toContainText('They lose a shift a day.')
    await expect(page.getByText('Reply', { exact: true }).locator('..')).toContainText('left')
  })

  await test.step('a promise takes two keystrokes and its words', async () => {
    await choose(app, 'new-promise')
    const dialog = page.getByRole('dialog', { name: 'New promise' })
    await dialog.getByRole('button', { name: 'Tomorrow' }).click()
    await dialog.getByLabel('Exact words').fill('The parts leave tonight')
    await page.keyboard.press('Enter')
    await says(page, 'Promise recorded: The parts leave tonight')
    await page.getByRole('tab', { name: /Promises/ }).click()
    await expect(page.getByRole('row', { name: /The parts leave tonight/ })).toContainText('Due tomorrow')
  })

  const drawer = page.getByRole('complementary', { name: /Promise PRM-1/ })
  await test.step('a new date leaves the first one on record', async () => {
    await page.getByRole('row', { name: /The parts leave tonight/ }).click()
    await drawer.getByRole('button', { name: 'Agree a new date…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Agree a new date' })
    await dialog.getByRole('button', { name: 'Record the new date' }).click()
    await expect(dialog.getByText('Please fill this in.')).toBeVisible()
    await dialog.getByRole('button', { name: 'In a week' }).click()
    await dialog.getByLabel('Why it moved').fill('Customs hold the shipment')
    await dialog.getByRole('button', { name: 'Record the new date' }).click()
    await expect(drawer.getByText('given first')).toBeVisible()
    await expect(drawer.getByText('Customs hold the shipment')).toBeVisible()
  })

  await test.step('kept, undone, redone, and all of it in its history', async () => {
    await drawer.getByRole('button', { name: 'Mark as kept', exact: true }).click()
    await expect(drawer.getByRole('button', { name: 'Reopen' })).toBeVisible()
    await choose(app, 'undo')
    await says(page, 'Undone: Promise settled')
    await expect(drawer.getByRole('button', { name: 'Agree a new date…' })).toBeVisible()
    await choose(app, 'redo')
    await expect(drawer.getByRole('button', { name: 'Reopen' })).toBeVisible()
    await drawer.getByText('History').click()
    await expect(drawer.getByText('New date: promise')).toBeVisible()
    await expect(drawer.getByText('Undone: Close: promise')).toBeVisible()
    const [promise] = await ask('promises.list', {})
    expect(promise).toMatchObject({ state: 'kept', words: 'The parts leave tonight' })
    expect(promise!.firstDueAt! < promise!.dueAt!).toBe(true)
  })

  await test.step('deleted, taken back from the notice, deleted again and restored from the trash', async () => {
    const remove = async () => {
      await drawer.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await expect(drawer).toBeHidden()
    }
    await remove()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('group').getByText('All', { exact: true }).click()
    await page.getByRole('row', { name: /The parts leave tonight/ }).click()
    await remove()
    await choose(app, 'trash')
    await page.getByRole('button', { name: 'Restore: The parts leave tonight' }).click()
    await expect(page.getByText('The trash is empty')).toBeVisible()
    expect(await ask('promises.list', {})).toHaveLength(1)
  })
})

test('details save themselves, name what is wrong at the field, and keep what was typed', async ({ launch, folder }) => {
  const { page, ask } = await launch(start(folder))
  const { id } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  await page.evaluate((id) => (location.hash = `#/customers/${id}/details`), id)
  await page.getByLabel('Who they are').fill('Frozen food')
  await page.getByLabel('Name').fill('')
  await page.keyboard.press('Tab')
  await expect(page.getByText('This is needed.')).toBeVisible()
  await page.getByLabel('Name').fill('Halden Foods')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Halden Foods' })).toBeVisible()
  await expect(page.getByRole('tabpanel').getByText(/Saved \d\d:\d\d/)).toBeVisible()
  await expect(page.getByText('This is needed.')).toBeHidden()
  expect((await ask('customers.get', { id })).customer).toMatchObject({ name: 'Halden Foods', about: 'Frozen food' })
})

test('a draft survives when Redress is killed in the middle of a sentence', async ({ launch, folder }) => {
  const first = await launch(start(folder))
  const { id } = await first.ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const key = `interaction:${id}`
  await first.page.evaluate((id) => (location.hash = `#/customers/${id}?new=interaction`), id)
  await first.page.getByRole('textbox', { name: 'Notes' }).fill('They said the listing is lost if')
  await expect.poll(async () => (await first.ask('drafts.get', { key })).body).toContain('the listing is lost if')
  const gone = new Promise((resolve) => first.app.process().once('exit', resolve))
  first.app.process().kill('SIGKILL')
  await gone

  const second = await launch({ workspace: join(folder, 'book.redress'), userData: first.userData })
  await second.page.evaluate((id) => (location.hash = `#/customers/${id}`), id)
  await expect(second.page.getByText(/Draft from \d\d:\d\d restored/)).toBeVisible()
  await expect(second.page.getByRole('textbox', { name: 'Notes' })).toHaveValue('They said the listing is lost if')
  await second.page.getByRole('button', { name: 'Discard' }).first().click()
  await expect(second.page.getByText('On a call?')).toBeVisible()
  await expect.poll(async () => (await second.ask('drafts.get', { key })).body).toBeNull()
})

test('orders, words, contacts and gestures are recorded, and an order is tied to an incident', async ({ launch, folder }) => {
  const { page, app, ask } = await launch(start(folder))
  const { id } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  await ask('incidents.create', {
    customerId: id,
    title: 'Freezer late',
    kind: 'late-delivery',
    began: '2026-10-16',
    currency: 'EUR'
  })
  await page.evaluate((id) => (location.hash = `#/customers/${id}/orders`), id)
  // the menu's command is that customer's once the page is there
  await expect(page.getByRole('tab', { name: 'Orders', selected: true })).toBeVisible()

  await choose(app, 'new-order')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What was ordered').fill('Spiral freezer')
  await dialog.getByRole('group', { name: 'Promised for' }).getByRole('textbox', { name: 'Date' }).fill('31 Feb 2026')
  await dialog.getByRole('button', { name: 'Record order' }).click()
  await expect(dialog.getByText(/This is not a date/)).toBeVisible()
  await dialog.getByRole('group', { name: 'Promised for' }).getByRole('textbox', { name: 'Date' }).fill('2026-01-05')
  await dialog.getByRole('button', { name: 'Record order' }).click()
  const row = page.getByRole('row', { name: /Spiral freezer/ })
  await expect(row).toContainText(/days late/)
  await row.click()
  const drawer = page.getByRole('complementary')
  await drawer.getByRole('combobox').fill('INC-1')
  await page.getByRole('option', { name: 'Freezer late' }).click()
  await expect(drawer.getByRole('link', { name: 'Freezer late' })).toBeVisible()
  await drawer.getByRole('button', { name: 'Received today' }).click()
  await expect(drawer.getByText('Received late')).toBeVisible()

  await choose(app, 'new-voice')
  await dialog.getByLabel('In their own words').fill('We cannot tell our people when they work again.')
  await dialog.getByLabel('Our reading of it').fill('They need a date more than a discount.')
  await dialog.getByRole('button', { name: 'Record their words' }).click()
  await page.getByRole('tab', { name: 'Voice' }).click()
  await expect(page.getByText('We read: They need a date more than a discount.')).toBeVisible()

  await page.getByRole('tab', { name: 'Contacts' }).click()
  await page.getByRole('button', { name: 'New contact' }).click()
  await dialog.getByLabel('Name').fill('Kaisa Lehtonen')
  await dialog.getByRole('button', { name: 'Add contact' }).click()
  await expect(page.getByRole('row', { name: /Kaisa Lehtonen/ })).toBeVisible()

  await page.getByRole('tab', { name: 'Gestures' }).click()
  await page.getByRole('button', { name: 'New gesture' }).click()
  await dialog.getByLabel('What was given').fill('Free gaskets')
  await dialog.getByLabel('What it cost us').fill('120')
  await dialog.getByRole('button', { name: 'Record gesture' }).click()
  await expect(page.getByRole('row', { name: /Free gaskets/ })).toContainText('€120')
})
