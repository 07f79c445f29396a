// Everything can be done with the keyboard alone: no pointer is used here, and the native menu gets its keys as from a keyboard.
import { expect, test } from './support/app'
import { focus, goRound, listens, press, tabTo } from './support/keyboard'

test('an advocate’s morning, from a call to the meeting, without a pointer', async ({ launch }) => {
  test.setTimeout(180_000)
  const redress = await launch()
  const { page, ask } = redress
  const { keyboard } = page
  await page.setViewportSize({ width: 1024, height: 700 })
  // the theme is the application's own
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null })
  const customer = (await ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
  await listens(redress)
  const heading = (name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const dialog = page.getByRole('dialog')
  const drawer = page.locator('aside.drawer')
  const says = (words: string | RegExp) =>
    expect(page.getByRole('region', { name: 'Notices' }).getByText(words).last()).toBeVisible()
  const on = (name: string | RegExp) => expect.poll(async () => (await focus(page)).name).toMatch(name)
  /** Goes to a field and writes into it. */
  const write = async (field: string | RegExp, text: string): Promise<void> => {
    await tabTo(page, field)
    await keyboard.press('Control+A')
    await keyboard.type(text)
  }
  const enter = async (name: string | RegExp, is?: string): Promise<void> => {
    await tabTo(page, name, { is })
    await keyboard.press('Enter')
  }

  await test.step('quick find goes from the desk to the customer', async () => {
    await heading('Desk')
    await press(redress, 'Control+K')
    await expect(dialog).toBeVisible()
    await expect.poll(async () => (await focus(page)).is).toBe('combobox')
    await keyboard.type('hald')
    await expect(dialog.getByRole('option', { selected: true })).toHaveText(/Halden/)
    await keyboard.press('Enter')
    await heading(/Halden/)
    await on(/Halden/)
  })

  await test.step('the call is written down as it goes', async () => {
    await press(redress, 'Control+N')
    await on(/^Notes/)
    await keyboard.type('Sanna asks when the second freezer runs. She has told her own customers December.')
    await keyboard.press('Control+Enter')
    await says(/^Conversation recorded/)
    await on(/^On a call/)
  })

  await test.step('what we say we do is recorded, and kept', async () => {
    await press(redress, 'Control+Shift+P')
    await expect(dialog).toBeVisible()
    await on(/^Exact words/)
    await keyboard.type('Sanna has the new date in writing today')
    await enter('Today')
    await expect(dialog.getByRole('button', { name: 'Today', pressed: true })).toBeVisible()
    await enter('Record promise')
    await says(/^Promise recorded/)
    await on(/^On a call/)

    await tabTo(page, 'Timeline', { is: 'tab' })
    await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await tabTo(page, /./, { is: 'tr' })
    for (let row = 0; row < 20 && !(await focus(page)).name.startsWith('Sanna has'); row++) await keyboard.press('ArrowDown')
    await enter('Mark as kept: Sanna has the new date')
    await says(/^Promise kept/)
    expect((await ask('promises.list', { customerId: customer })).find(({ words }) => words.startsWith('Sanna has'))).toMatchObject(
      { state: 'kept' }
    )
  })

  await test.step('the last change is undone, and done again', async () => {
    const state = async () =>
      (await ask('promises.list', { customerId: customer })).find(({ words }) => words.startsWith('Sanna has'))?.state
    await keyboard.press('Control+z')
    await expect.poll(state).toBe('open')
    await keyboard.press('Control+Shift+z')
    await expect.poll(state).toBe('kept')
    // what was said about it lies on nothing that one comes to
    await expect(page.getByRole('region', { name: 'Notices' }).getByRole('button').first()).toBeVisible()
    expect(await goRound(page)).toEqual([])
  })

  await test.step('an incident', async () => {
    await press(redress, 'Control+Shift+I')
    await expect(dialog).toBeVisible()
    await on(/^What went wrong/)
    await keyboard.type('The second freezer stood still')
    await tabTo(page, 'Kind')
    await keyboard.type('Serv')
    await write('Began', '2026-10-19')
    await tabTo(page, 'Medium')
    await keyboard.press('ArrowRight')
    await enter('Record incident')
    await heading('The second freezer stood still')
    await on('The second freezer stood still')
    expect(
      (await ask('incidents.list', { customerId: customer })).find(({ title }) => title.startsWith('The second freezer stood'))
    ).toMatchObject({ kind: 'service', severity: 'high', began: '2026-10-19' })
  })

  await test.step('what it costs them', async () => {
    await enter('Add a loss line')
    await expect(dialog).toBeVisible()
    await on(/^Filter/)
    await keyboard.type('plain amount')
    await enter('Plain amount')
    await expect(drawer).toBeVisible()
    await write('Name of the line', 'Sales they could not make')
    await tabTo(page, 'One figure')
    await keyboard.press('ArrowRight')
    for (const [part, value] of [
      ['Low', '40000'],
      ['Likely', '65000'],
      ['High', '120000']
    ] as const)
      await write(part, value)
    await enter('Add line')
    await expect(drawer).toHaveCount(0)
    await expect(page.getByRole('row', { name: /Sales they could not make/ })).toContainText('€')
    await on('Add a loss line')
  })

  await test.step('a figure says how it came about', async () => {
    await enter(/^Loss to the customer.*Explain$/)
    await expect(drawer).toBeVisible()
    expect((await focus(page)).part).toMatch(/^drawer/)
    await keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await on(/^Loss to the customer.*Explain$/)
  })

  await test.step('a case with an option and a recommendation', async () => {
    await press(redress, 'Control+Shift+C')
    await expect(dialog).toBeVisible()
    // it begins from the incident one is at
    await on(/^Title/)
    await keyboard.press('Control+A')
    await keyboard.type('A freezer that runs before Christmas')
    await enter('Begin the case')
    await heading('A freezer that runs before Christmas')
    await write('What is asked', 'Send two fitters to Turku on Monday')
    await write('Who decides', 'Head of service')

    await enter('Add option')
    await expect(drawer).toBeVisible()
    await write('Name of the option', 'Two fitters on Monday')
    await enter('Add action')
    await write('Action', 'Two fitters for a week')
    await write('Cost to us', '9000')
    await write('Relief for the customer', '30000')
    await write('Days to relief', '5')
    await enter('Done')
    await expect(drawer).toHaveCount(0)
    await on('Add option')
    await expect(page.getByRole('row', { name: /^Cost to us/ })).toContainText('€9,000')
    await tabTo(page, 'Recommended option')
    await keyboard.type('Two fitters')
    await write('Why this one', 'It costs less than a week of waiting.')
    await keyboard.press('Tab')
    await expect(page.getByRole('columnheader', { name: /Two fitters on Monday/ }).first()).toContainText('Recommended')
  })

  await test.step('the brief, shown in a meeting', async () => {
    await press(redress, 'Control+P')
    await heading('Brief')
    await enter('Present')
    const slides = page.getByRole('dialog')
    await expect(slides).toContainText('Send two fitters to Turku on Monday')
    const count = slides.getByText(/^\d+ of \d+$/)
    await expect(count).toHaveText(/^1 of/)
    for (const [key, shown] of [
      ['ArrowRight', /^2 of/],
      ['PageDown', /^3 of/],
      ['ArrowLeft', /^2 of/],
      ['End', /^(\d+) of \1$/],
      ['Home', /^1 of/]
    ] as const) {
      await keyboard.press(key)
      await expect(count).toHaveText(shown)
    }
    await keyboard.press('Escape')
    await expect(slides).toHaveCount(0)
    await on('Present')
  })

  await test.step('dark, as the evening is', async () => {
    await press(redress, 'Control+,')
    await heading('Settings')
    await tabTo(page, /^(As the system|Light|Dark)/)
    for (let turn = 0; turn < 3 && (await focus(page)).name !== 'Dark'; turn++) await keyboard.press('ArrowRight')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect((await ask('workspace.info', {})).settings.theme).toBe('dark')
  })
  await test.step('what was said goes away', async () => {
    const said = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' })
    while ((await said.count()) > 0) {
      const many = await said.count()
      await enter('Dismiss')
      await expect.poll(() => said.count()).toBeLessThan(many)
    }
  })
  expect(await ask('journal.verify', {})).toMatchObject({ ok: true })
})
