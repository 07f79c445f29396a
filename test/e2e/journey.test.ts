import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { root } from '../../scripts/setup/places.mjs'
import { expect, test } from './support/app'
import { command, readPdf } from './support/hands'

const boston = join(root, 'resources', 'sample-imports', 'boston311-100.csv')

async function put(where: { getByRole: Locator['getByRole'] }, name: string, text: string): Promise<void> {
  const field = where.getByRole('textbox', { name }).first()
  await field.fill(text)
  await field.blur()
}

test.slow()

test('the advocate’s bad day, from a file of records to a printed brief', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Boston.redress'), create: true })
  const { page } = redress
  const dialog = page.getByRole('dialog')
  const drawer = page.locator('aside.drawer')
  const main = page.getByRole('main')

  await test.step('an empty book teaches the first step', async () => {
    await page.getByRole('link', { name: 'Customers' }).click()
    await expect(main).toContainText('Add the first by name, or import your list')
    await page.getByRole('button', { name: 'Import from a file' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
  })

  await test.step('the file is recognised, and the dry run changes nothing', async () => {
    await main.getByText('A promise', { exact: true }).click()
    await redress.dialogs({ choose: boston })
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await expect(main).toContainText('“boston311” fits this file and has been filled in.')
    await page.getByRole('button', { name: 'Check the rows' }).click()
    await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
    await expect(main).toContainText('100')
    expect(await redress.ask('promises.list', {})).toEqual([])
    expect((await redress.ask('workspace.info', {})).undo).toBeNull()
  })

  await test.step('the import says what it did', async () => {
    await page.getByRole('button', { name: /^Import 100/ }).click()
    await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible()
    expect(await redress.ask('promises.count', { asOf: '2022-06-01T04:00:00Z' })).toMatchObject({
      kept: 72,
      'kept-late': 5,
      overdue: 12,
      undated: 11
    })
    await page.getByRole('button', { name: 'See the customers' }).click()
    await page.getByRole('row', { name: /City of Boston/ }).click()
  })

  await test.step('the customer’s page counts promises by where they stand now', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'City of Boston' })).toBeVisible()
    await expect(main).toContainText('12 overdue')
    await expect(main).toContainText('72 of 89')
    await page.getByRole('tab', { name: /^Promises/ }).click()
    await expect(page.getByRole('row').filter({ hasText: 'Overdue' })).toHaveCount(12)
  })

  await test.step('on the call: a note and a promise', async () => {
    await command(redress, 'new-interaction')
    const composer = page.getByRole('region', { name: 'Notes on a conversation' })
    await composer
      .getByRole('textbox', { name: 'Notes' })
      .fill('Mrs Rivera asks when the sidewalk is mended. Her customers turn back at the fence.')
    await composer.getByRole('textbox', { name: 'Notes' }).press('Control+Enter')
    await expect(composer).toHaveCount(0)

    await command(redress, 'new-promise')
    await dialog.getByRole('textbox', { name: 'Exact words' }).fill('The sidewalk is safe by Friday')
    await dialog.getByRole('button', { name: 'In a week' }).click()
    await dialog.getByRole('textbox', { name: 'Exact words' }).press('Enter')
    await expect(dialog).toHaveCount(0)
    // the twelve that are overdue, three that nobody gave a date, and this one
    await expect(page.getByRole('tab', { name: /^Promises 16/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /The sidewalk is safe by Friday/ })).toBeVisible()
    await page.getByRole('tab', { name: 'Timeline' }).click()
    await expect(main).toContainText('Mrs Rivera asks')
  })

  await test.step('an overdue promise becomes an incident', async () => {
    await page.getByRole('tab', { name: /^Promises/ }).click()
    await page.getByRole('row', { name: /815 E Second St/ }).click()
    await expect(drawer).toContainText('days overdue')
    await page.keyboard.press('Escape')

    await command(redress, 'new-incident')
    // on a customer's page the incident is theirs, in their currency
    await expect(dialog.getByRole('combobox', { name: 'Currency' })).toHaveValue(/USD/)
    await expect(dialog.getByRole('combobox', { name: 'Customer' })).toHaveCount(0)
    await dialog.getByRole('textbox', { name: 'What went wrong' }).fill('The sidewalk on East Second Street was not made safe')
    await dialog.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Service' })
    await dialog.getByRole('textbox', { name: 'Began' }).fill('2022-01-04')
    await dialog.getByText('High', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Record incident' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /East Second Street/ })).toBeVisible()
    await expect(main).toContainText('No loss has been calculated yet.')
  })

  const loss = await test.step('its loss is a range, and the figure explains itself', async () => {
    await page.getByRole('button', { name: 'Add a loss line' }).click()
    await dialog.getByRole('searchbox').fill('plain')
    await dialog.getByRole('button', { name: /^Plain amount/ }).click()
    await drawer.getByRole('textbox', { name: 'Name of the line' }).fill('Sales lost while the sidewalk was closed')
    const amount = drawer.getByRole('group', { name: 'Amount' }).first()
    await amount.getByText('Low to high', { exact: true }).click()
    await put(amount, 'Low', '4000')
    await put(amount, 'Likely', '6500')
    await put(amount, 'High', '12000')
    await drawer.getByRole('button', { name: 'Add line' }).click()
    await expect(drawer).toHaveCount(0)

    const { id } = (await redress.ask('incidents.list', {}))[0]!
    const { p10, p50, p90, currency } = await redress.ask('losses.simulate', { incidentId: id })
    expect(currency).toBe('USD')
    expect([400_000 < p10, p10 < p50, p50 < p90, p90 < 1_200_000]).toEqual([true, true, true, true])
    const row = page.getByRole('row', { name: /Sales lost/ })
    const shown = (minor: number) =>
      new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(minor / 100)
    for (const figure of [p10, p50, p90]) await expect(row).toContainText(shown(figure))
    await page.getByRole('button', { name: /^Loss to the customer.*Explain$/ }).click()
    await expect(drawer).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Charts' }).click()
    await expect(page.getByRole('figure').first()).toContainText('Sales lost')
    return p50
  })

  await test.step('a case: the ask, who decides, what could be done', async () => {
    await command(redress, 'new-case')
    // begun from the incident: nobody asks again whose it is, or what it is about
    await expect(dialog.getByRole('combobox', { name: 'Customer' })).toHaveCount(0)
    await expect(dialog.getByRole('combobox', { name: 'Incident' })).not.toHaveValue('')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('A safe sidewalk on East Second Street')
    await dialog.getByRole('button', { name: 'Begin the case' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'A safe sidewalk' })).toBeVisible()

    await put(main, 'What is asked', 'Send a crew on Monday, so that the sidewalk is safe by Friday')
    await put(main, 'Who decides', 'Commissioner Ortiz')
    await put(main, 'Decide by', '2026-11-30')
    await put(main, 'What would they think?', 'That nobody has read their request.')
    await page.getByRole('button', { name: 'Add option' }).click()
    await put(drawer, 'Name of the option', 'A crew on Monday')
    await drawer.getByRole('button', { name: 'Add action' }).click()
    await expect(drawer.getByRole('textbox', { name: 'Cost to us' })).toBeVisible()
    await put(drawer, 'Action', 'Make the sidewalk safe')
    await put(drawer, 'Cost to us', '1800')
    await put(drawer, 'Relief for the customer', '5000')
    await put(drawer, 'Days to relief', '4')
    await drawer.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('row', { name: /^Cost to us/ })).toContainText('$1,800')
    await page.getByRole('combobox', { name: 'Recommended option' }).selectOption({ label: 'A crew on Monday' })
    await put(main, 'Why this one', 'It costs less than a third of what waiting has cost.')
  })

  await test.step('the brief is seen, then printed in the meeting’s language', async () => {
    await page.getByRole('button', { name: 'Brief' }).click()
    const preview = page.frameLocator('.paper > iframe')
    await expect(preview.locator('body')).toContainText('Send a crew on Monday')
    await expect(preview.locator('body')).toContainText('Decision asked')
    await page.getByRole('combobox', { name: 'Language of the brief' }).selectOption('es')
    await expect(preview.locator('body')).toContainText('Decisión solicitada')

    const file = join(folder, 'informe.pdf')
    await redress.dialogs({ save: file })
    await page.getByRole('button', { name: 'Export PDF' }).click()
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('informe.pdf')
    const { pages, outline, tagged } = await readPdf(file)
    expect(tagged).toBe(true)
    expect(pages[0]).toContain('Send a crew on Monday')
    expect(pages[0]).toContain('Commissioner Ortiz')
    const rounded = String(Number((loss / 100).toPrecision(3)))
    expect(pages[0]).toContain(`${rounded} US$`)
    for (const heading of ['Decisión solicitada', 'Pérdida del cliente', 'Opciones', 'Recomendación', 'Anexo']) {
      expect(outline).toContain(heading)
      expect(pages.join(' ')).toContain(heading)
    }
  })

  await test.step('every change is in the journal, and the import can be taken back before others build on it', async () => {
    expect(await redress.ask('journal.verify', {})).toMatchObject({ ok: true })
    const deeds = (await redress.ask('journal.recent', {})).map(({ label }) => `${label.deed} ${label.entity}`)
    for (const deed of [
      'import import',
      'create interaction',
      'create promise',
      'create incident',
      'create lossLine',
      'create case'
    ]) {
      expect(deeds).toContain(deed)
    }
  })
})

test('an import is one undo', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Boston.redress'), create: true })
  const { page } = redress
  await page.getByRole('link', { name: 'Import' }).click()
  await page.getByText('A promise', { exact: true }).click()
  await redress.dialogs({ choose: boston })
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: /^Import 100/ }).click()
  await expect.poll(async () => (await redress.ask('promises.list', {})).length).toBe(100)
  await page.getByRole('button', { name: 'Undo import' }).click()
  await expect.poll(async () => (await redress.ask('customers.list', {})).length).toBe(0)
  expect(await redress.ask('promises.list', {})).toEqual([])
  expect(await redress.ask('imports.list', {})).toEqual([])
  expect(await redress.ask('journal.verify', {})).toMatchObject({ ok: true })
})
