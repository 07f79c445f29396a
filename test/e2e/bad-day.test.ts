// An advocate's bad day, from a file of late orders to the promises that a decision made: no step twice, nothing lost, nothing silent.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/app'

const orders = `Order No;Customer;Item;Ordered;Promised;Needed by
NC-501;Halden Foods;Spiral freezer 3;2026-01-01;2026-01-12;2026-01-16
NC-502;Halden Foods;Evaporator spare set;2026-01-02;2099-11-30;2099-12-05
`

test('a late order is imported, told, calculated, argued, presented, decided and promised', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const file = join(folder, 'late.csv')
  writeFileSync(file, orders)
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const drawer = page.getByRole('complementary')
  const dialog = page.getByRole('dialog')

  await test.step('the file of orders is read without a question', async () => {
    await redress.dialogs({ choose: file })
    await page.evaluate(() => (location.hash = '#/import'))
    await press('Choose a file…')
    await press('Check the rows')
    await press('Import 2 rows')
    await press('See the desk')
  })
  await test.step('a call to them is written down from the signal; with nothing written it says so', async () => {
    await press(/Where is “Spiral freezer 3”, and why/)
    await drawer.getByRole('button', { name: 'Write down a call' }).click()
    await expect(page.getByLabel('From us')).toBeChecked()
    await press('Record interaction')
    const notes = page.getByRole('textbox', { name: 'Notes' })
    await expect(notes).toBeFocused()
    await expect(page.getByText('Please fill this in.')).toBeVisible()
    await page.keyboard.type('Told Aino that the freezer comes late.')
    await expect(page.getByText('Please fill this in.')).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await expect(notes).toHaveCount(0)
    expect((await ask('desk.today', {})).signals).toMatchObject([{ kind: 'order-late', grave: false }])
  })
  await test.step('its incident, a line, and the case about it', async () => {
    await page.evaluate(() => (location.hash = '#/desk'))
    await press(/Spiral freezer 3/)
    await drawer.getByRole('button', { name: 'Record incident' }).click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Late: Spiral freezer 3' })).toBeVisible()
    const [incident] = await ask('incidents.list', {})
    await ask('lossLines.create', {
      incidentId: incident!.id,
      title: 'Rented trailers',
      calculator: 'plain-amount',
      currency: 'EUR',
      inputs: { amount: { as: 'exact', value: 4_800_000 } }
    })
    await press('New case')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'The ask' })).toBeVisible()
  })
  const view = async () => ask('cases.get', { id: (await ask('cases.list', {}))[0]!.id })

  await test.step('facts are chosen over several words; none chosen is said', async () => {
    await press('Take from the timeline')
    await dialog.getByRole('button', { name: /^Take/ }).click()
    await expect(dialog.getByText('Please choose one.')).toBeVisible()
    await expect(dialog.getByRole('checkbox').first()).toBeFocused()
    const filter = dialog.getByLabel('Filter by words')
    await filter.fill('Aino')
    await expect(dialog.getByRole('checkbox')).toHaveCount(1)
    await dialog.getByRole('checkbox').check()
    await filter.fill('Evaporator')
    await dialog.getByRole('checkbox').first().check()
    await filter.fill('')
    await dialog.getByRole('button', { name: 'Take 2 facts' }).click()
    await expect(dialog).toHaveCount(0)
    expect((await view()).facts).toHaveLength(2)
  })
  await test.step('what is added is named by typing at once', async () => {
    await press('Add fact')
    const words = page.getByLabel('Fact', { exact: true }).last()
    await expect(words).toBeFocused()
    await page.keyboard.type('The trailers were full by Sunday.')
    await press('Add option')
    await expect(drawer.getByLabel('Name of the option')).toBeFocused()
    await page.keyboard.type('Fly two engineers')
    await drawer.getByRole('button', { name: 'Add action' }).click()
    await expect(drawer.getByLabel('Action', { exact: true })).toBeFocused()
    await page.keyboard.type('Two engineers are in Turku on Monday.')
    await drawer.getByRole('button', { name: 'Done' }).click()
    await expect.poll(async () => (await view()).facts.at(-1)!.words).toBe('The trailers were full by Sunday.')
    await expect
      .poll(async () => (await view()).options.map(({ title, remedies }) => [title, ...remedies.map((one) => one.words)]))
      .toContainEqual(['Fly two engineers', 'Two engineers are in Turku on Monday.'])
  })
  await test.step('a decision is never given beforehand; its promises are followed on the case', async () => {
    await press('Record the decision')
    await dialog.getByLabel('Decided by').fill('Jaan Tamm')
    await dialog.getByRole('button', { name: 'Record decision' }).click()
    await expect(dialog.getByText('Please choose one.')).toBeVisible()
    expect((await view()).decision).toBeNull()
    await dialog.getByLabel('What was chosen').selectOption({ label: 'Fly two engineers' })
    await dialog.getByRole('button', { name: 'Record decision' }).click()
    const promise = page.getByRole('link', { name: 'Two engineers are in Turku on Monday.' })
    await expect(promise).toBeVisible()
    await promise.click()
    await expect(drawer.getByRole('button', { name: 'Mark as kept' })).toBeVisible()
  })
})
