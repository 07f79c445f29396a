// From a late order to its incident, and from an incident to its case: nothing that is known is asked again.
import { join } from 'node:path'
import { expect, test } from './support/app'
import { command } from './support/hands'

const late = { title: 'Spiral freezer', promisedOn: '2026-01-09', neededBy: '2026-01-05' }
const begun = { kind: 'late-delivery', began: '2026-01-05', currency: 'EUR' } as const

test('what a late order’s signal says on the desk becomes an incident in one step', async ({ launch, folder }) => {
  const { page, ask } = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: orderId } = await ask('orders.create', { ...late, customerId })
  const signal = page.getByRole('button', { name: /Spiral freezer/ }).first()
  await signal.press('Enter')
  const drawer = page.getByRole('complementary')
  await expect(drawer.getByText('Why Redress thinks so')).toBeVisible()
  await drawer.getByRole('button', { name: 'Record incident' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New incident' })
  await expect(dialog.getByText('Tied from the start: ORD-1.')).toBeVisible()
  await expect(dialog.getByLabel('What went wrong')).toHaveValue('Late: Spiral freezer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Late: Spiral freezer' })).toBeVisible()
  const [incident] = await ask('incidents.list', {})
  expect(incident).toMatchObject({ ...begun, customerId })
  expect(await ask('orders.incidents', { id: orderId })).toEqual([incident!.id])
  expect((await ask('journal.recent', { limit: 1 }))[0]).toMatchObject({ label: { deed: 'create', entity: 'incident' }, rows: 2 })

  await test.step('from then on the signal leads to it', async () => {
    await page.evaluate(() => (location.hash = '#/desk'))
    await signal.press('Enter')
    await expect(drawer.getByRole('link', { name: 'Late: Spiral freezer' })).toBeVisible()
    await expect(drawer.getByRole('button', { name: 'Record incident' })).toHaveCount(0)
  })
})

test('a new case begins with what its page is about', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: other } = await ask('customers.create', { name: 'Nordkyst', currency: 'NOK' })
  const { id: first } = await ask('incidents.create', { ...begun, customerId, title: 'The freezer came late' })
  await ask('incidents.create', { ...begun, customerId: other, currency: 'NOK', title: 'Wrong labels' })
  const dialog = page.getByRole('dialog', { name: 'New case' })
  const name = dialog.getByLabel('Title')
  const about = dialog.getByRole('combobox', { name: 'Incident' })
  const choose = async (title: string) => {
    await about.fill(title)
    await page.getByRole('option', { name: title }).click()
    await expect(about).toHaveValue(title)
  }
  const newest = async () => await ask('cases.get', { id: (await ask('cases.list', {}))[0]!.id })

  await test.step('an incident: itself and its customer, in one change', async () => {
    await page.evaluate((id) => (location.hash = `#/incidents/${id}`), first)
    await page.getByRole('button', { name: 'New case' }).press('Enter')
    await expect(name).toBeFocused()
    await expect(name).toHaveValue('The freezer came late')
    await expect(dialog.getByLabel('Customer')).toHaveCount(0)
    await expect(about).toHaveValue('The freezer came late')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'The freezer came late' })).toBeVisible()
    // the incident behind the form bears the same heading
    await expect.poll(async () => (await ask('cases.list', {})).length).toBe(1)
    expect(await newest()).toMatchObject({ customer: { id: customerId }, incidents: [{ id: first }] })
    expect((await ask('journal.recent', { limit: 1 }))[0]).toMatchObject({ label: { deed: 'create', entity: 'case' }, rows: 3 })
  })

  await test.step('the menu’s command on the incident’s page does the same', async () => {
    await page.evaluate((id) => (location.hash = `#/incidents/${id}`), first)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The freezer came late')
    // it has one now: a second is begun from the menu only
    await expect(page.getByRole('button', { name: 'New case' })).toHaveCount(0)
    await command(redress, 'new-case')
    await expect(about).toHaveValue('The freezer came late')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('a customer: themselves, and the one incident that no case is about yet', async () => {
    const { id: second } = await ask('incidents.create', { ...begun, customerId, title: 'And again' })
    await page.evaluate((id) => (location.hash = `#/customers/${id}/cases`), customerId)
    await page.getByRole('button', { name: 'New case' }).press('Enter')
    await expect(about).toHaveValue('And again')
    await expect(name).toHaveValue('And again')
    await name.fill('Give them dates that hold')
    await choose('The freezer came late')
    await expect(name).toHaveValue('Give them dates that hold')
    await choose('And again')
    await name.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Give them dates that hold' })).toBeVisible()
    expect(await newest()).toMatchObject({ customer: { id: customerId }, incidents: [{ id: second }] })
  })

  await test.step('the list asks whose it is, and never keeps an incident of the customer chosen before', async () => {
    await page.evaluate(() => (location.hash = '#/cases?new=case'))
    const whose = dialog.getByRole('combobox', { name: 'Customer' })
    await whose.fill('Nordk')
    await expect(page.getByRole('option', { name: 'Nordkyst' })).toBeVisible()
    await whose.press('Enter')
    await expect(name).toHaveValue('Wrong labels')
    await whose.fill('Hald')
    await expect(page.getByRole('option', { name: 'Halden' })).toBeVisible()
    await whose.press('Enter')
    await expect(name).toHaveValue('')
    await expect(about).toHaveValue('')
    await page.keyboard.press('Escape')
  })

  await test.step('an incident recorded on a case’s page is in that case', async () => {
    await page.evaluate((id) => (location.hash = `#/cases/${id}`), (await ask('cases.list', {}))[0]!.id)
    await page.getByRole('button', { name: 'Record an incident' }).press('Enter')
    const wrong = page.getByRole('dialog', { name: 'New incident' })
    await expect(wrong.getByText('Tied from the start: CASE-2.')).toBeVisible()
    await wrong.getByLabel('What went wrong').fill('The second date was missed too')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'The second date was missed too' })).toBeVisible()
    await expect(page.getByRole('link', { name: /CASE-2/ })).toBeVisible()
    expect((await newest()).incidents).toHaveLength(2)
  })
})
