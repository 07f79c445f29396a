import AxeBuilder from '@axe-core/playwright'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Redress } from './support/app'

const shots = process.env.REDRESS_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
}

async function openImport(redress: Redress, file: string): Promise<void> {
  await redress.page.setViewportSize({ width: 1280, height: 900 })
  await redress.page.getByRole('link', { name: 'Import' }).click()
  await expect(redress.page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
  await redress.dialogs({ choose: file })
}

test('the promises of Boston: chosen, checked, imported, found, undone', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'boston.redress'), create: true })
  const { page, ask } = redress
  await openImport(redress, resolve('resources/sample-imports/boston311-100.csv'))
  await clean(page)
  await shot(page, 'import-1-choose')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('“boston311” fits this file and has been filled in.')).toBeVisible()
  await expect(page.getByRole('paragraph').filter({ hasText: 'boston311-100.csv, 100 rows' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'The file’s rows' })).toContainText(/→ (4\sFeb|Feb\s4,)\s2022,\s13:47/)
  await clean(page)
  await shot(page, 'import-2-map')

  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('1 customer who is not here yet will be added.')).toBeVisible()
  await expect(page.getByText('New 100')).toBeVisible()
  expect(await ask('customers.list', {})).toEqual([])
  await clean(page)
  await shot(page, 'import-3-checked')

  await page.getByRole('button', { name: 'Import 100 rows' }).click()
  await expect(page.getByRole('heading', { name: 'Imported 100 rows of boston311-100.csv' })).toBeVisible()
  await clean(page)
  await shot(page, 'import-4-done')
  expect(await ask('promises.count', { asOf: '2022-06-01T04:00:00Z' })).toMatchObject({
    kept: 72,
    'kept-late': 5,
    overdue: 12,
    undated: 11
  })

  await page.getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible()
  expect(await ask('customers.list', {})).toEqual([])
})

test('a file of our own: dates are asked about, errors are shown first, the mapping is kept for the next time', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'orders.redress'), create: true })
  const { page, ask } = redress
  const file = join(folder, 'shop orders.csv')
  writeFileSync(
    file,
    'Order;Customer;Item;Delivery date;Qty\n1;Halden;Freezer;03/04/2025;2\n2;Halden;Shelf;05/06/2025;-1\n3;Halden;;05/06/2025;1\n'
  )
  await openImport(redress, file)
  await page.getByText('An order', { exact: true }).click()
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByLabel('Column “Item” holds')).toHaveValue('title')

  await page.getByRole('button', { name: 'Check the rows' }).click()
  const order = page.getByLabel('How are the dates of this file written?')
  await expect(order).toBeFocused()
  await shot(page, 'import-5-asked')
  await order.selectOption('dmy')
  await expect(page.getByRole('table', { name: 'The file’s rows' })).toContainText(/→ (3\sApr|Apr\s3,)\s2025/)
  await page.getByRole('button', { name: 'Save mapping…' }).click()
  await page.getByLabel('Name of the mapping').fill('Shop')
  await page.getByRole('button', { name: 'Save mapping', exact: true }).click()
  await expect(page.getByText('Saved the mapping “Shop”.')).toBeVisible()
  await page.getByRole('button', { name: 'Check the rows' }).click()

  await expect(page.getByText('1 row cannot be imported and is left out.')).toBeVisible()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Title, column “Item”, is empty')
  // the row that is not taken is saved with its reason, as a text to a spreadsheet
  const left = join(folder, 'left.csv')
  await redress.dialogs({ choose: file, save: left })
  await page.getByRole('button', { name: 'Save the rows that are left out…' }).click()
  await expect(page.getByText('Saved 1 row as left.csv')).toBeVisible()
  expect(readFileSync(left, 'utf8')).toMatch(
    /^\ufeffOrder,Customer,Item,Delivery date,Qty,Row,Why\r\n3,Halden,,05\/06\/2025,1,4,"?Title, column/
  )
  // it is corrected where it stands, and taken then
  await page.getByLabel('Row 4, column “Item”').fill('Door')
  await page.getByLabel('Row 4, column “Item”').press('Enter')
  await expect(page.getByText('New 3', { exact: true })).toBeVisible()
  await expect(page.getByText('1 cell corrected here. The file itself stays as it is.')).toBeVisible()
  await page.getByLabel('Rows with this trouble').selectOption({ index: 1 })
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await page.getByLabel('Rows with this trouble').selectOption('')
  // what is only odd is told and costs no row
  await expect(page.getByRole('table')).toContainText('column “Qty”, has “-1”')
  await clean(page)
  await shot(page, 'import-9-troubles')
  await page.getByText('New 3', { exact: true }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(4)
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(page.getByRole('heading', { name: 'Imported 3 rows of shop orders.csv' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Halden' })).toBeVisible()
  expect((await ask('orders.list', {})).toSorted((a, b) => a.number - b.number)).toMatchObject([
    { title: 'Freezer', promisedOn: '2025-04-03', quantity: 2, customer: 'Halden' },
    { title: 'Shelf', promisedOn: '2025-06-05', quantity: null },
    { title: 'Door', promisedOn: '2025-06-05', quantity: 1 }
  ])

  await page.getByRole('button', { name: 'Import another file' }).click()
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('“Shop” fits this file and has been filled in.')).toBeVisible()
})

test('a file tells what its rows are, and rows with one number say which row they repeat and what becomes of them', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'repeats.redress'), create: true })
  const { page, ask } = redress
  const file = join(folder, 'orders.csv')
  writeFileSync(file, 'Order;Customer;Item;Qty\n7;Halden;Freezer;2\n7;Halden;Freezer;2\n7;Halden;Shelf;1\n8;Halden;Door;1\n')
  await openImport(redress, file)
  await expect(page.getByRole('radio', { name: 'As the file tells' })).toBeChecked()
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  const kind = page.getByLabel('Each row is')
  await expect(kind).toHaveValue('orders')
  await expect(page.getByText('A guess, based on these headers: Customer, Order, Item, Qty.')).toBeVisible()
  await clean(page)
  await shot(page, 'import-6-guessed')

  // freely changed, and back
  await kind.selectOption('An interaction')
  await expect(page.getByText('Still needed: When, Subject')).toBeVisible()
  await expect(page.getByText('A guess, based on these headers')).toHaveCount(0)
  await page.getByLabel('Each row is').selectOption('An order')

  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByText('1 row repeats an earlier row and is left out.')).toBeVisible()
  await expect(
    page.getByText('1 row has the number of an earlier row and says something else: it becomes a record of its own.')
  ).toBeVisible()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.nth(1)).toContainText('Repeats row 2')
  await expect(rows.nth(2)).toContainText('Has the same source number as row 2')
  await clean(page)
  await shot(page, 'import-7-repeats')
  const own = page.getByRole('radio', { name: 'Records of their own' })
  await expect(own).toBeChecked()
  await page.getByText('One record', { exact: true }).click()
  await expect(rows.nth(1)).toContainText('only row 2 is imported')
  await expect(page.getByText('New 2')).toBeVisible()
  await page.getByText('Records of their own', { exact: true }).click()
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(page.getByRole('heading', { name: 'Imported 3 rows of orders.csv' })).toBeVisible()
  expect((await ask('orders.list', {})).map(({ title }) => title).sort()).toEqual(['Door', 'Freezer', 'Shelf'])
})

test('the file is always seen: its header and rows are chosen in it, its columns said at their heads, its words once', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'grid.redress'), create: true })
  const { page, ask } = redress
  const file = join(folder, 'calls.csv')
  writeFileSync(
    file,
    'Calls of the week;;;\nWho;When;What;How\nHalden;2026-03-02 10:00 CST;No freezer;Pigeon\nBrant;2026-03-03 11:00 CST;Late again;Phone\nprinted by reception;;;\n'
  )
  await openImport(redress, file)
  await page.getByText('An interaction', { exact: true }).click()
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  const grid = page.getByRole('table', { name: 'The file’s rows' })
  await expect(grid.getByRole('row')).toHaveCount(6)
  // the row that is no record is left outside, by keyboard
  await page.getByRole('button', { name: 'Row 4: header and range' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Take the rows up to here' }).press('Enter')
  await expect(page.getByRole('paragraph').filter({ hasText: 'calls.csv, 2 rows' })).toBeVisible()
  await page.getByLabel('Column “Who” holds').selectOption('Customer (needed)')
  await page.getByLabel('Column “What” holds').selectOption('Subject (needed)')
  await page.getByLabel('Column “How” holds').selectOption('Channel')
  await expect(grid).toContainText('→ Call')
  await page.getByLabel('Which time zone is “CST”?').selectOption('UTC-06:00 (Chicago)')
  await expect(grid).toContainText('2026-03-02 10:00 CST')
  await expect(page.getByText('1 word that nobody has explained yet.')).toBeVisible()
  await page.getByLabel('“Pigeon” means').selectOption('Letter')
  await expect(grid).toContainText('→ Letter')
  await expect(page.getByText('Every word is understood.')).toBeVisible()
  await clean(page)
  await shot(page, 'import-8-words')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(page.getByRole('heading', { name: 'Imported 2 rows of calls.csv' })).toBeVisible()
  const [halden] = (await ask('customers.list', {})).filter(({ name }) => name === 'Halden')
  const { events } = await ask('timeline.list', { customerId: halden!.id })
  expect(events).toMatchObject([{ title: 'No freezer', at: '2026-03-02T16:00:00Z' }])
})

test('what is no table is refused in words', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'bad.redress'), create: true })
  const file = join(folder, 'orders.xlsx')
  writeFileSync(file, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
  await openImport(redress, file)
  await redress.page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(redress.page.getByRole('alert')).toContainText('is a damaged archive')
})
