import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { expect, test } from './support/app'
import { drop, paste } from './support/incoming'

test('what is pasted on a page or dropped on the window, a customer or an incident comes in, several files one after the other', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'incoming.redress'), create: true })
  const { page, ask, app } = redress
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('link', { name: 'Customers' }).click()

  // a table from a spreadsheet, by the keys, onto a list
  await app.evaluate(({ clipboard }) =>
    clipboard.writeText('Order\tCustomer\tItem\r\nA-1\tHalden\tSeal kit\r\nA-2\tBrant\tPump\r\n')
  )
  await page.getByRole('heading', { level: 1, name: 'Customers' }).click()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(page.getByText('Pasted table.tsv, 2 rows').filter({ visible: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  // the import tells whom it was about
  await page.getByRole('link', { name: 'Brant' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Brant' })).toBeVisible()

  // on a customer's page the rows are theirs, where no column names one
  expect(await paste(page, 'no table at all')).toBe(false)
  await expect(page.getByText('What you pasted is not a table')).toBeVisible()
  expect(await paste(page, 'Order\tItem\r\nB-1\tLamp\r\n')).toBe(true)
  await expect(page.getByLabel('Customer of all rows').first()).toHaveValue('Brant')
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('link', { name: 'Brant' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Brant' })).toBeVisible()

  // a file on a customer's page: rows or evidence
  const letter = await PDFDocument.create()
  letter.addPage().drawText('No pump came to the gatehouse.', { font: await letter.embedFont(StandardFonts.Helvetica) })
  await drop(page, [{ name: 'complaint.pdf', content: await letter.save() }])
  const asked = page.getByRole('dialog', { name: 'What shall become of it?' })
  await expect(asked).toContainText('complaint.pdf, for Brant')
  await asked.getByRole('button', { name: 'Keep it as evidence' }).click()
  await expect(page.getByText('Kept 1 file as evidence of Brant')).toBeVisible()
  // the reader that travels with Redress has read its words
  expect(await ask('search.find', { words: 'gatehouse' })).toMatchObject([{ entity: 'evidence', title: 'complaint.pdf' }])

  // several files on the window wait for one another
  await page.getByRole('link', { name: 'Desk' }).click()
  const orders = 'Order;Customer;Item\nC-1;Halden;Door\n'
  const more = 'Order;Customer;Item\nC-2;Halden;Lamp\n'
  await drop(page, [
    { name: 'march.csv', content: orders },
    { name: 'april.csv', content: more }
  ])
  // the table that was pasted and left is still there as it was; what came after it waits, and comes when it is let go
  await expect(page.getByText('Pasted table.tsv, 1 row').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByText(/^Then march\.csv/)).toBeVisible()
  await page.getByRole('button', { name: 'Another file…' }).click()
  // two of one kind are one list; another kind waits
  await expect(page.getByText('march.csv + april.csv, 2 rows').filter({ visible: true }).first()).toBeVisible()
  await drop(page, [{ name: 'people.csv', content: 'Name;E-mail;Company\nAda Halden;ada@halden.example;Halden\n' }])
  await expect(page.getByText('Then people.csv')).toBeVisible()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByRole('button', { name: 'Go on with people.csv' }).click()
  await expect(page.getByText('people.csv, 1 row').filter({ visible: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'A contact' }).click()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(page.getByRole('heading', { name: 'Imported 1 row of people.csv' })).toBeVisible()
  expect((await ask('orders.list', {})).map(({ title }) => title).sort()).toEqual(['Door', 'Lamp', 'Pump', 'Seal kit'])
})
