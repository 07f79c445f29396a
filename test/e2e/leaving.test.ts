// What is in hand when the window closes or the application quits is stored, though no field was left.
import { join } from 'node:path'
import { expect, test, type Redress } from './support/app'
import { command } from './support/hands'
import { heldAnswers, slowAnswers } from './support/slow'

/** Leaves in one way, and waits until Redress has ended by itself. */
async function leave({ app }: Redress, how: 'quit' | 'close'): Promise<number> {
  const child = app.process()
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const begun = Date.now()
  // the answer may not come any more: the one who would give it is leaving
  await app
    .evaluate(({ app, BrowserWindow }, how) => {
      setImmediate(() => (how === 'quit' ? app.quit() : BrowserWindow.getAllWindows()[0]!.close()))
    }, how)
    .catch(() => undefined)
  await ended
  return Date.now() - begun
}

/** Has the answers to changed settings come later than the window waits for its page; the work is done at once. */
async function answersTooLate({ app }: Redress): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    type Handler = (event: unknown, name: string, ...rest: unknown[]) => Promise<unknown>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
    const room = globalThis as unknown as { givenLate: number }
    const real = handlers.get('redress:call')!
    room.givenLate = 0
    handlers.set('redress:call', async (event, name, ...rest) => {
      const answer = await real(event, name, ...rest)
      if (name !== 'workspace.configure') return answer
      await new Promise((done) => setTimeout(done, 6_500))
      room.givenLate++
      return answer
    })
  })
}

test('what is typed and not left is stored when one leaves', async ({ launch, folder }) => {
  const workspace = join(folder, 'book.redress')
  const first = await launch({ workspace, create: true })
  const { id } = await first.ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })

  await test.step('by quitting, while fields that were left before are still being stored', async () => {
    const { page } = first
    await page.evaluate(() => (location.hash = '#/settings'))
    const name = page.getByLabel('Your name')
    await expect(name).toBeVisible()
    await slowAnswers(first, 800)
    await name.fill('Maria')
    await page.getByLabel('Organisation').fill('Redress GmbH')
    await page.getByLabel('They are answered within').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('7')
    expect(await leave(first, 'quit'), 'it does not take long').toBeLessThan(4_500)
  })

  const second = await launch({ workspace })
  await test.step('by closing the window, with a note of this very moment', async () => {
    const { settings } = await second.ask('workspace.info', {})
    expect(settings).toMatchObject({ advocate: 'Maria', organisation: 'Redress GmbH', replyHours: 7 })
    const { page } = second
    await page.evaluate((id) => (location.hash = `#/customers/${id}/details`), id)
    await expect(page.locator('main .details textarea').first()).toBeVisible()
    await page.locator('main .details textarea').first().fill('They like to be called in the morning')
    await command(second, 'new-interaction')
    const notes = page.getByRole('textbox', { name: 'Notes' }).last()
    await expect(notes).toBeFocused()
    await notes.pressSequentially('They ask when')
    await leave(second, 'close')
  })

  const third = await launch({ workspace })
  expect(JSON.stringify(await third.ask('customers.get', { id }))).toContain('They like to be called in the morning')
  expect((await third.ask('drafts.list', {})).map(({ body }) => body).join()).toContain('They ask when')
})

test('what is typed and not left is stored in its own workspace when another one is opened', async ({ launch, folder }) => {
  const [here, there] = [join(folder, 'here.redress'), join(folder, 'there.redress')]
  await (await launch({ workspace: there, create: true })).close()
  const redress = await launch({ workspace: here, create: true })
  const { page, ask, answer } = redress
  const { id } = await ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  await page.evaluate((id) => (location.hash = `#/customers/${id}/details`), id)
  await expect(page.locator('main .details textarea').first()).toBeVisible()
  await slowAnswers(redress, 300)

  await test.step('a field, and a note of this very moment', async () => {
    await page.locator('main .details textarea').first().fill('They like to be called in the morning')
    await command(redress, 'new-interaction')
    const notes = page.getByRole('textbox', { name: 'Notes' }).last()
    await expect(notes).toBeFocused()
    await notes.pressSequentially('They ask when')
    await redress.dialogs({ choose: there })
    await answer('shell.openWorkspace')
    expect(await ask('customers.list', {})).toEqual([])
    expect(await ask('drafts.list', {}), 'nothing of it is in the other one').toEqual([])
  })

  await test.step('the words of a dialog', async () => {
    await redress.dialogs({ choose: here })
    await answer('shell.openWorkspace')
    // the page has drawn what was opened: it closes what stood over the other one
    await expect(page.getByRole('contentinfo')).toContainText('here')
    const stored = JSON.stringify(await ask('customers.get', { id }))
    expect(stored).toContain('They like to be called in the morning')
    expect((await ask('drafts.list', {})).map(({ body }) => body).join()).toContain('They ask when')
    await page.evaluate((id) => (location.hash = `#/customers/${id}/promises`), id)
    await expect(page.locator('main h1')).toContainText('Halden')
    await command(redress, 'new-promise')
    await page.getByRole('dialog').getByLabel('Exact words').pressSequentially('A call at noon')
    await redress.dialogs({ choose: there })
    await answer('shell.openWorkspace')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await ask('drafts.list', {})).toEqual([])
    await redress.dialogs({ choose: here })
    await answer('shell.openWorkspace')
    expect((await ask('drafts.list', {})).map(({ body }) => body).join()).toContain('A call at noon')
  })

  await test.step('of a page that was too slow to be waited for nothing lands in the other one, which then keeps what is typed', async () => {
    await page.evaluate(() => (location.hash = '#/settings'))
    const name = page.getByLabel('Your name')
    await expect(name).toBeVisible()
    await answersTooLate(redress)
    await name.fill('Maria')
    await page.getByLabel('Organisation').fill('Redress GmbH')
    await page.getByLabel('They are answered within').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('7')
    await redress.dialogs({ choose: there })
    await answer('shell.openWorkspace')
    const given = () => redress.app.evaluate(() => (globalThis as unknown as { givenLate: number }).givenLate)
    await expect.poll(given).toBe(1)
    const { settings } = await ask('workspace.info', {})
    expect(settings).toMatchObject({ organisation: null, replyHours: 24 })
    const { id: other } = await ask('customers.create', { name: 'Tähe', currency: 'EUR' })
    await page.evaluate((id) => (location.hash = `#/customers/${id}`), other)
    await expect(page.locator('main h1')).toContainText('Tähe')
    await command(redress, 'new-interaction')
    const notes = page.getByRole('textbox', { name: 'Notes' }).last()
    await expect(notes).toBeFocused()
    await notes.pressSequentially('They like it')
    await expect.poll(async () => (await ask('drafts.list', {})).map(({ body }) => body).join()).toContain('They like it')
  })
})

test('a page that comes late takes nothing from a dialog that was opened meanwhile', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { id } = await ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  await expect(page.locator('main h1')).toBeVisible()
  const customer = await heldAnswers(redress, 'customers.get')
  await page.evaluate((id) => (location.hash = `#/customers/${id}`), id)
  await expect(page.locator('main h1')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+K')
  const words = page.getByRole('dialog').getByRole('combobox')
  await expect(words).toBeFocused()
  await page.keyboard.type('Tähe ')
  // the dialog would fetch it back, but to wherever it likes
  await page.evaluate(() =>
    document.addEventListener('focusin', ({ target }) => {
      if (!(target as HTMLElement).closest('[role="dialog"]')) document.body.setAttribute('data-strayed', '')
    })
  )
  await customer.letGo()
  await expect(page.locator('main h1')).toContainText('Halden')
  await page.keyboard.type('Toidukaubad')
  await expect(words).toHaveValue('Tähe Toidukaubad')
  await expect(page.locator('body'), 'the focus stayed in the dialog').not.toHaveAttribute('data-strayed')
})

test('a page that hangs does not keep the window open', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  await redress.page.evaluate(
    () =>
      void setTimeout(() => {
        for (const end = Date.now() + 60_000; Date.now() < end;);
      })
  )
  expect(await leave(redress, 'close')).toBeLessThan(20_000)
})
