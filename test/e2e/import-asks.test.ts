// What an import asks before it changes anything: whether words that stand here hold, and whether two customers are one.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './support/app'

test('words that somebody said stand beside what their source says now, what was typed here wins, and twins are asked about', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'asks.redress'), create: true })
  const { page, ask } = redress
  await page.setViewportSize({ width: 1280, height: 900 })
  const tickets = (name: string, rows: string[]) => {
    const file = join(folder, name)
    writeFileSync(file, `Ticket ID,Company,Created,Subject,Description\n${rows.join('\n')}\n`)
    return file
  }
  const bring = async (file: string) => {
    await page.evaluate(() => (location.hash = '#/import'))
    const again = page.getByRole('button', { name: 'Import another file' })
    if (await again.isVisible()) await again.click()
    await redress.dialogs({ choose: file })
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await page.getByRole('button', { name: 'Check the rows' }).click()
  }
  const june = ['1,Harrow Mills,2026-06-14 08:12,Pump,It broke.', '2,Harrow Mills,2026-06-15 08:12,Seal,It leaks.']
  await bring(tickets('june.csv', [...june, '3,Harrow Mills,2026-06-16 08:12,Door,It sticks.']))
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(page.getByRole('heading', { name: 'Imported 3 rows of june.csv' })).toBeVisible()
  const [harrow] = await ask('customers.list', {})
  const stored = async () =>
    (await ask('timeline.list', { customerId: harrow!.id, kinds: ['interaction'], whole: true })).events
      .map(({ title, detail }) => `${title}: ${detail}`)
      .sort()
  const { events } = await ask('timeline.list', { customerId: harrow!.id, kinds: ['interaction'] })
  const door = events.find(({ title }) => title === 'Door')!
  // a person writes what they heard on the call
  await ask('interactions.change', { id: door.id, patch: { notes: 'It sticks when it is cold.' } })

  await bring(
    tickets('july.csv', [
      '1,Harrow Mills,2026-06-14 08:12,Pump,It was dropped by the customer.',
      '2,Harrow Mills,2026-06-15 08:12,Seal,It leaked once.',
      '3,Harrow Mills,2026-06-16 08:12,Door,Closed without finding.',
      '4,Harrow Mills Ltd,2026-07-01 09:00,Again,Nothing came.'
    ])
  )
  const row = page.getByRole('table', { name: 'Row 2: these words' })
  await expect(row).toContainText('It broke.')
  await expect(row).toContainText('It was dropped by the customer.')
  // what was typed here is no question
  await expect(page.getByRole('table', { name: 'Row 4: these words' })).toHaveCount(0)
  const twin = page.getByRole('group', { name: 'Two of one customer?' })
  await expect(twin.getByRole('radio', { name: 'Somebody else' })).toBeChecked()
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await twin.getByText('The same', { exact: true }).click()
  await expect(page.getByText(/^1 customer.*not here yet/)).toHaveCount(0)
  await page.getByRole('group', { name: 'Row 2: these words' }).getByText('Take', { exact: true }).click()
  await page.getByRole('button', { name: /^Import [0-9]+ rows?$/ }).click()
  await expect(page.getByRole('heading', { name: /^Imported .* of july\.csv$/ })).toBeVisible()
  expect((await ask('customers.list', {})).map(({ name }) => name)).toEqual(['Harrow Mills'])
  expect(await stored()).toEqual([
    'Again: Nothing came.',
    'Door: It sticks when it is cold.',
    'Pump: It was dropped by the customer.',
    'Seal: It leaks.'
  ])
  await page.getByRole('button', { name: 'Undo import' }).click()
  await expect.poll(stored).toEqual(['Door: It sticks when it is cold.', 'Pump: It broke.', 'Seal: It leaks.'])
})
