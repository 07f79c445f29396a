// An advocate's bad day, from a file of late orders to the promises that a decision made: no step twice, nothing lost,
// nothing silent; and after every step, everything that was typed since the morning is what is stored.
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

  /** What was typed or chosen so far, each with what is stored of it. */
  const day: { said: string; stored: () => Promise<unknown>; is: unknown }[] = []
  const types = async (words: string, stored: () => Promise<unknown>): Promise<void> => {
    await page.keyboard.type(words)
    day.push({ said: words, stored, is: words })
  }
  const holds = (said: string, is: unknown, stored: () => Promise<unknown>): void => void day.push({ said, stored, is })
  /** One step of it; afterwards the whole day up to here is as it was said. */
  const step = (name: string, work: () => Promise<void>): Promise<void> =>
    test.step(name, async () => {
      const before = day.length
      await work()
      expect(day.length, `${name} stores something`).toBeGreaterThan(before)
      for (const { said, stored, is } of day) await expect.poll(stored, { message: `after “${name}”: ${said}` }).toEqual(is)
    })
  const view = async () => ask('cases.get', { id: (await ask('cases.list', {}))[0]!.id })
  const onlyCustomer = async () => (await ask('customers.list', {}))[0]!.id

  await step('the file of orders is read without a question', async () => {
    await redress.dialogs({ choose: file })
    await page.evaluate(() => (location.hash = '#/import'))
    await press('Choose a file…')
    await press('Check the rows')
    await press('Import 2 rows')
    await press('See the desk')
    holds(
      'both rows of the file',
      [
        ['NC-501', 'Spiral freezer 3', '2026-01-01', '2026-01-12', '2026-01-16'],
        ['NC-502', 'Evaporator spare set', '2026-01-02', '2099-11-30', '2099-12-05']
      ],
      async () =>
        (await ask('orders.list', {}))
          .map((row) => [row.orderNumber, row.title, row.orderedOn, row.promisedOn, row.neededBy])
          .sort(([a], [b]) => String(a).localeCompare(String(b)))
    )
    holds('the customer of the file', ['Halden Foods'], async () => (await ask('customers.list', {})).map(({ name }) => name))
  })
  await step('a call to them is written down from the signal; with nothing written it says so', async () => {
    await press(/Where is “Spiral freezer 3”, and why/)
    await drawer.getByRole('button', { name: 'Write down a call' }).click()
    await expect(page.getByLabel('From us')).toBeChecked()
    await press('Record interaction')
    const notes = page.getByRole('textbox', { name: 'Notes' })
    await expect(notes).toBeFocused()
    await expect(page.getByText('Please fill this in.')).toBeVisible()
    const call = async () => {
      const { events } = await ask('timeline.list', { customerId: await onlyCustomer(), kinds: ['interaction'] })
      return events[0] && ask('interactions.get', { id: events[0].id })
    }
    await types('Told Aino that the freezer comes late.', async () => (await call())?.notes)
    holds('the call is from us, and has no words but these', ['out', ''], async () => {
      const stored = await call()
      return [stored?.direction, stored?.subject]
    })
    await expect(page.getByText('Please fill this in.')).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await expect(notes).toHaveCount(0)
    expect((await ask('desk.today', {})).signals).toMatchObject([{ kind: 'order-late', grave: false }])
  })
  await step('its incident, a line, and the case about it', async () => {
    await page.evaluate(() => (location.hash = '#/desk'))
    await press(/Spiral freezer 3/)
    await drawer.getByRole('button', { name: 'Record incident' }).click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Late: Spiral freezer 3' })).toBeVisible()
    const [incident] = await ask('incidents.list', {})
    holds('the incident', ['Late: Spiral freezer 3', 'late-delivery', ['Spiral freezer 3']], async () => {
      const stored = await ask('incidents.get', { id: incident!.id })
      return [stored.incident.title, stored.incident.kind, stored.orders.map(({ title }) => title)]
    })
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
    const asked = page.getByRole('textbox', { name: 'What is asked' }).first()
    await asked.click()
    await types('Fly two engineers to Turku before Monday', async () => (await view()).case.ask)
    await page.keyboard.press('Tab')
  })
  await step('facts are chosen over several words; none chosen is said', async () => {
    await press('Take from the timeline')
    await dialog.getByRole('button', { name: /^Take/ }).click()
    await expect(dialog.getByText('Please choose one.')).toBeVisible()
    await expect(dialog.getByRole('checkbox').first()).toBeFocused()
    const filter = dialog.getByLabel('Filter by words')
    await filter.fill('Aino')
    await expect(dialog.getByRole('checkbox')).toHaveCount(1)
    await dialog.getByRole('checkbox').check()
    await filter.fill('Evaporator')
    await expect(dialog.getByRole('checkbox', { name: /Aino/ })).toHaveCount(0)
    await dialog.getByRole('checkbox').first().check()
    await filter.fill('')
    await dialog.getByRole('button', { name: 'Take 2 facts' }).click()
    await expect(dialog).toHaveCount(0)
    expect((await view()).facts).toHaveLength(2)
    const words = (await view()).facts.map((fact) => fact.words)
    expect(words.join(' ')).toContain('Aino that the freezer comes late.')
    holds('the facts that were chosen', words, async () => (await view()).facts.slice(0, 2).map((fact) => fact.words))
  })
  await step('what is added is named by typing at once', async () => {
    await press('Add fact')
    const words = page.getByLabel('Fact', { exact: true }).last()
    await expect(words).toBeFocused()
    await types('The trailers were full by Sunday.', async () => (await view()).facts.at(-1)!.words)
    await press('Add option')
    await expect(drawer.getByLabel('Name of the option')).toBeFocused()
    const option = async () => (await view()).options.at(-1)!
    await types('Fly two engineers', async () => (await option()).title)
    await drawer.getByRole('button', { name: 'Add action' }).click()
    await expect(drawer.getByLabel('Action', { exact: true })).toBeFocused()
    await types('Two engineers are in Turku on Monday.', async () => (await option()).remedies[0]?.words)
    await drawer.getByRole('button', { name: 'Done' }).click()
  })
  await step('a decision is never given beforehand; its promises are followed on the case', async () => {
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
    holds('the decision', ['Jaan Tamm', 'Fly two engineers', 'decided'], async () => {
      const { decision, options, case: of } = await view()
      return [decision?.decidedBy, options.find(({ id }) => id === decision?.optionId)?.title, of.state]
    })
    holds('its promise', ['Two engineers are in Turku on Monday.'], async () =>
      (await ask('promises.list', { customerId: await onlyCustomer() })).map((one) => one.words)
    )
  })
})
