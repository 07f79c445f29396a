// A folder that is looked at offers new exports on the desk and takes none by itself; holidays come from a calendar file.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './support/app'
import { show } from './support/keyboard'

test('new exports in a folder are offered on the desk, never taken by themselves, and offered again after a restart', async ({
  launch,
  folder
}) => {
  const exports = join(folder, 'Exports')
  const workspace = join(folder, 'Mine.redress')
  mkdirSync(exports)
  writeFileSync(join(exports, 'before.csv'), 'Customer,Note\nOld,old\n')
  const first = await launch({ workspace, create: true })
  const { page, dialogs, ask } = first
  await show(page, 'settings/data')
  await dialogs({ choose: exports })
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'A folder for exports' }) })
  await section.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(section.getByText(exports)).toBeVisible()

  await show(page, 'desk')
  writeFileSync(join(exports, 'tickets.csv'), 'Customer,Date,Subject\nHalden,2026-09-14,The pump cracked\n')
  writeFileSync(join(exports, 'orders.csv'), 'Customer,Order,Due\nHalden,PO-1,2026-09-18\n')
  const offered = page.getByRole('region', { name: '2 new files in Exports' })
  await expect(offered).toBeVisible()
  await expect(offered).toContainText('orders.csv')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations).toEqual([])
  await page.screenshot({ path: join(test.info().outputDir, 'offered.png') })
  expect(await ask('imports.list', {})).toEqual([])
  expect(await ask('customers.list', {})).toEqual([])
  await first.close()

  // the folder is remembered by this computer, for this workspace
  const second = await launch({ workspace, userData: first.userData })
  const again = second.page.getByRole('region', { name: '2 new files in Exports' })
  await expect(again).toBeVisible()
  await again.getByRole('button', { name: 'Import them…' }).click()
  await expect(second.page.getByRole('heading', { level: 1 })).toHaveText('Import')
  await expect(second.page.getByText('tickets.csv').filter({ visible: true }).first()).toBeVisible()
  expect(await second.ask('imports.list', {})).toEqual([])
  expect(await second.ask('shell.lookedAt', {})).toMatchObject({ folder: exports, trouble: null, count: 0 })

  writeFileSync(join(exports, 'more.csv'), 'Customer,Note\nHalden,more\n')
  await show(second.page, 'desk')
  await second.page.getByRole('region', { name: '1 new file in Exports' }).getByRole('button', { name: 'Not now' }).click()
  await expect(second.page.getByRole('region', { name: /in Exports/ })).toHaveCount(0)
  expect(await second.ask('shell.lookedAt', {})).toMatchObject({ count: 0 })

  // holidays: chosen, seen, and added with their names; one undo
  const day = (on: string, name: string) =>
    `BEGIN:VEVENT\r\nUID:${on}@x\r\nDTSTART;VALUE=DATE:${on}\r\nSUMMARY:${name}\r\nEND:VEVENT\r\n`
  const ics = join(folder, 'Holidays.ics')
  writeFileSync(
    ics,
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${day('20271225', 'Christmas')}${day('20270101', 'New Year')}${day('20270509', 'Mother’s Day')}END:VCALENDAR\r\n`
  )
  await show(second.page, 'settings')
  await second.dialogs({ choose: ics })
  await second.page.getByRole('button', { name: 'Import holidays from a calendar file…' }).click()
  const dialog = second.page.getByRole('dialog', { name: 'Days off from Holidays.ics' })
  await expect(dialog.getByRole('checkbox')).toHaveCount(4)
  const seen = await new AxeBuilder({ page: second.page }).setLegacyMode().analyze()
  expect(seen.violations).toEqual([])
  await second.page.screenshot({ path: join(test.info().outputDir, 'holidays.png') })
  await dialog.getByRole('checkbox', { name: /Mother’s Day/ }).uncheck()
  await dialog.getByRole('button', { name: 'Add 2 days' }).click()
  await expect(dialog).toHaveCount(0)
  const calendar = async () => (await second.ask('workspace.info', {})).settings.calendar
  await expect.poll(async () => (await calendar()).holidays).toEqual(['2027-01-01', '2027-12-25'])
  await expect(second.page.getByLabel('Closed on')).toHaveValue(/^1\sJan\s2027 · New Year\n25\sDec\s2027 · Christmas$/)
  await second.page.getByRole('button', { name: 'Undo' }).last().click()
  await expect.poll(async () => (await calendar()).holidays).toEqual([])
})
