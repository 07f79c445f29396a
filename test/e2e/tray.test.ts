import { join } from 'node:path'
import { expect, test } from './support/app'

test('who asks for it keeps Redress in the tray when the window is closed, with what was in hand stored; reminders are put off', async ({
  launch,
  folder
}) => {
  const { app, page, ask } = await launch({ workspace: join(folder, 'book.redress'), create: true })
  await page.evaluate(() => void (location.hash = '#/settings'))
  await page.getByRole('combobox', { name: 'Quiet from' }).selectOption('21')
  await expect.poll(async () => (await ask('workspace.info', {})).settings.quietHours).toEqual({ from: 21, to: 7 })
  await page.getByRole('button', { name: 'No reminders until tomorrow' }).click()
  await expect(page.getByText(/^Put off until/)).toBeVisible()
  await page.getByRole('button', { name: 'Remind me again' }).click()
  await expect(page.getByRole('button', { name: 'No reminders for an hour' })).toBeVisible()

  await page.getByRole('checkbox', { name: 'Stay in the tray when the window is closed' }).check()
  await expect.poll(async () => (await ask('workspace.info', {})).settings.tray).toBe(true)
  // the tray is there before the theme follows
  await ask('workspace.configure', { theme: 'dark' })
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await page.getByLabel('Your name').fill('Maria')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  await expect.poll(visible).toEqual([false])
  await expect.poll(async () => (await ask('workspace.info', {})).settings.advocate).toBe('Maria')
  // as a second start does
  await app.evaluate(({ app }) => void app.emit('second-instance', {}, [], '', null))
  await expect.poll(visible).toEqual([true])
  // and it is the page that it was: one goes on writing in it
  await page.getByLabel('Organisation').click()
  await page.keyboard.type('Nordhaven')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await ask('workspace.info', {})).settings.organisation).toBe('Nordhaven')

  // and nothing stays where it is not asked for, nor when Redress is quit
  const ended = app.waitForEvent('close')
  await app.evaluate(({ app }) => app.quit())
  await ended
})
