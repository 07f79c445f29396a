// An answer to a letter that waits: begun from the record, looked over, opened in the person's own program, recorded as sent.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './support/app'

test('a letter is answered from its drawer, and its clock pauses and goes on', async ({ launch, folder }) => {
  const redress = await launch()
  const { page, ask, app } = redress
  const { replies } = await ask('desk.today', {})
  const letter = replies.find(({ contact, overdue }) => contact !== null && !overdue)!
  await page.evaluate((hash) => (location.hash = hash), `#/customers/${letter.customerId}?open=interaction.${letter.id}`)
  const drawer = page.locator('aside.drawer')
  const dialog = page.getByRole('dialog')

  await test.step('its clock stands still while we wait for them', async () => {
    await expect(drawer.getByText('Promised to them')).toBeVisible()
    await drawer.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'We wait for them' }).click()
    await expect(drawer.getByText('The clock is paused: we are waiting for them')).toBeVisible()
    expect((await ask('desk.today', {})).replies.find(({ id }) => id === letter.id)).toMatchObject({ dueAt: null, overdue: false })
    await drawer.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Let the clock go on' }).click()
    await expect(drawer.getByText('The clock is paused: we are waiting for them')).toHaveCount(0)
  })

  await test.step('the answer is begun with what the record knows, and says what is missing', async () => {
    await drawer.getByRole('button', { name: 'Write the answer' }).click()
    await expect(dialog.getByRole('textbox', { name: 'The answer' })).toHaveValue(new RegExp(`^.*${letter.contact!.split(' ')[0]}`))
    await expect(dialog.getByText(/^Still to be filled in: \[/).first()).toBeVisible()
    const look = await new AxeBuilder({ page: page as never }).include('[role=dialog]').setLegacyMode().analyze()
    expect(look.violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([])
  })

  const words = `Dear ${letter.contact},\n\nObviously we look at it.\n\nWith kind regards,\n${(await ask('workspace.info', {})).settings.advocate}`
  await test.step('faults are told while one types, and another beginning gives the words back', async () => {
    const body = dialog.getByRole('textbox', { name: 'The answer' })
    await body.fill(words)
    await expect(dialog.getByText('This may sound like blame: “obviously”.')).toBeVisible()
    // a field in hand is not changed from outside: one leaves it first
    await dialog.getByRole('combobox', { name: 'Begin with' }).focus()
    await dialog.getByRole('combobox', { name: 'Begin with' }).selectOption({ label: 'An apology' })
    await expect(body).toHaveValue(/I am sorry for what happened/)
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await expect(body).toHaveValue(words)
    await body.fill(words.replace('Obviously we', 'We'))
    await expect(dialog.getByText('No blame, jargon or hollow phrases were found.')).toBeVisible()
  })

  await test.step('it opens in the mail program after a question, and is saved as a mail file', async () => {
    await app.evaluate(({ shell, dialog }) => {
      const seen = globalThis as unknown as { opened: string[] }
      seen.opened = []
      shell.openExternal = async (address: string) => void seen.opened.push(address)
      dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as never
    })
    await dialog.getByRole('button', { name: 'Open in the mail program' }).click()
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.length)).toBe(1)
    const [address] = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    expect(new URL(address!).searchParams.get('body')).toContain('We look at it.')
    const file = join(folder, 'answer.eml')
    await redress.dialogs({ save: file })
    await dialog.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Save as a mail file…' }).click()
    await expect.poll(() => read(file)).toContain('X-Unsent: 1')
  })

  await test.step('recorded as sent it answers the letter, and undo takes both back', async () => {
    await dialog.getByRole('button', { name: 'Record as sent' }).click()
    await expect(dialog).toHaveCount(0)
    expect((await ask('interactions.get', { id: letter.id })).repliedAt).not.toBeNull()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await ask('interactions.get', { id: letter.id })).repliedAt).toBeNull()
  })
})

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
