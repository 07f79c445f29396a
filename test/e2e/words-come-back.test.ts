// Nothing that was written goes without a way back: what was typed into a dialog that went is offered again, notes and
// figures come back with Undo, a marked text is not replaced by the next key, and a field says what it did not take.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type Redress } from './support/app'
import { command } from './support/hands'

const go = (page: Page, hash: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash
  }, hash)
const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' })

interface Opened {
  /** The component, by the name of its file. */
  of: string
  open(page: Page): Promise<unknown>
}

async function dialogs(redress: Redress): Promise<Opened[]> {
  const { ask, page } = redress
  await expect(page.locator('main h1')).toBeVisible()
  const desk = await page.locator('main h1').innerText()
  const halden = (await ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
  const [incident] = await ask('incidents.list', { customerId: halden })
  const promise = (await ask('promises.list', { customerId: halden })).find(({ state }) => state === 'open' || state === 'overdue')!
  const asked = (await ask('cases.list', {})).find(({ title }) => title.startsWith('Get'))!.id
  const wish = (await ask('voice.list', { customerId: halden })).find(({ state }) => state === 'open')!
  const letter = (await ask('desk.today', {})).replies.find(({ customerId }) => customerId === halden)!.id
  const undecided = (await ask('cases.list', {})).find(({ state }) => state !== 'decided')!.id
  const on = (hash: string, then: (page: Page) => Promise<unknown>) => async (page: Page) => {
    await go(page, hash)
    // the page has come that is meant, not the desk that was there before
    await expect(page.locator('main h1')).not.toHaveText(desk)
    await then(page)
  }
  const menu = (id: Parameters<typeof command>[1]) => () => command(redress, id)
  const more = (drawer: string, item: string) => async (page: Page) => {
    await page.getByRole('complementary', { name: drawer }).getByRole('button', { name: item }).first().click()
  }
  const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
  return [
    { of: 'CustomerDialog', open: on('#/customers', menu('new-customer')) },
    { of: 'PromiseDialog', open: on(`#/customers/${halden}`, menu('new-promise')) },
    { of: 'VoiceDialog', open: on(`#/customers/${halden}`, menu('new-voice')) },
    { of: 'OrderDialog', open: on(`#/customers/${halden}`, menu('new-order')) },
    { of: 'IncidentDialog', open: on('#/incidents', menu('new-incident')) },
    { of: 'CaseDialog', open: on('#/cases', menu('new-case')) },
    { of: 'ContactDialog', open: on(`#/customers/${halden}/contacts`, press(/contact/i)) },
    { of: 'GestureDialog', open: on(`#/customers/${halden}/gestures`, press(/gesture/i)) },
    { of: 'EvidenceDialog', open: on(`#/incidents/${incident!.id}/evidence`, press('Record a link or note…')) },
    { of: 'CloseDialog', open: on(`#/customers/${halden}?open=promise.${promise.id}`, more(`Promise ${promise.ref}`, 'Broken…')) },
    {
      of: 'RenegotiateDialog',
      open: on(`#/customers/${halden}?open=promise.${promise.id}`, more(`Promise ${promise.ref}`, 'New date…'))
    },
    { of: 'MetDialog', open: on(`#/customers/${halden}/voice?open=voice.${wish.id}`, press('Say what came of it')) },
    { of: 'CliffDialog', open: on(`#/incidents/${incident!.id}/waiting`, press('Add a date…')) },
    { of: 'AskDialog', open: on(`#/cases/${asked}`, press(/^(Take it up to|Put it before)/)) },
    { of: 'AnswerDialog', open: on(`#/cases/${asked}`, press(/^Record the answer/)) },
    {
      of: 'ReplyDialog',
      open: on(`#/customers/${halden}?open=interaction.${letter}`, (page) =>
        page.getByRole('button', { name: 'Write the answer' }).click()
      )
    },
    { of: 'DecideDialog', open: on(`#/cases/${undecided}`, press('Record the decision')) }
  ]
}

test('what was typed into a dialog that went is offered again when it is opened', async ({ launch }) => {
  test.setTimeout(180_000)
  const redress = await launch()
  const { page } = redress
  const ways = ['Escape', 'Cancel', 'Close', 'away'] as const
  for (const [n, { of, open }] of (await dialogs(redress)).entries())
    await test.step(of, async () => {
      await open(page)
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      const areas = dialog.locator('textarea:visible')
      const words = (await areas.count()) ? areas.first() : dialog.locator('input[type=text]:not([role=combobox]):visible').first()
      const typed = `Their freezer stands still ${n}`
      await words.click()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(typed)
      const way = ways[n % ways.length]!
      if (way === 'Escape') await page.keyboard.press('Escape')
      else if (way === 'away') await go(page, '#/desk')
      else await dialog.getByRole('button', { name: way, exact: true }).click()
      await expect(dialog).toHaveCount(0)
      await expect(notices(page).getByText('What you typed is kept').last()).toBeVisible()

      await go(page, '#/desk')
      await open(page)
      await expect(dialog.getByText(new RegExp(`not recorded: “${typed}`))).toBeVisible()
      await dialog.getByRole('button', { name: 'Put it back' }).click()
      await expect(words).toHaveValue(typed)
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await open(page)
      await dialog.getByRole('button', { name: 'Discard' }).click()
      await expect(dialog.getByText('not recorded')).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    })
})

test('no dialog that asks for words is left out', () => {
  const root = 'src/renderer/features'
  const asks = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte') && /<(FormDialog|NewDialog)\b/.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => file.replace(/^.*[\\/]|\.svelte$/g, ''))
  const here = readFileSync('test/e2e/words-come-back.test.ts', 'utf8')
  // these ask for a name, a date or numbers alone, or for whose it is
  const names = ['NoteDialog', 'ShareDialog', 'SaveMapping', 'AsideDialog', 'DateDialog', 'RulesDialog']
  expect(asks.filter((name) => !here.includes(`of: '${name}'`) && !names.includes(name))).toEqual([])
})

test('notes, figures and marks come back, and a field says what it did not take', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: incidentId } = await ask('incidents.create', {
    customerId,
    title: 'Freezer late',
    kind: 'late-delivery',
    began: '2026-10-16',
    currency: 'EUR'
  })
  const { id: lineId } = await ask('lossLines.create', {
    incidentId,
    title: 'Trailers',
    calculator: 'plain-amount',
    inputs: { amount: { as: 'exact', value: 700 } },
    currency: 'EUR',
    position: 0
  })

  await test.step('discarded notes', async () => {
    await go(page, `#/customers/${customerId}`)
    await expect(page.getByText('On a call?')).toBeVisible()
    await command(redress, 'new-interaction')
    const notes = page.getByRole('textbox', { name: 'Notes' })
    await expect(notes).toBeFocused()
    await page.keyboard.type('They ask when')
    await page.getByRole('button', { name: 'Discard the notes' }).click()
    await notices(page).getByRole('button', { name: 'Undo' }).last().click()
    await expect(notes).toHaveValue('They ask when')
    await page.getByRole('button', { name: 'Discard the notes' }).click()
    await go(page, '#/desk')
    await notices(page).getByRole('button', { name: 'Undo' }).last().click()
    await go(page, `#/customers/${customerId}`)
    await expect(notes, 'also from another page').toHaveValue('They ask when')
  })

  await test.step('marked words stay when a promise was made of them', async () => {
    const notes = page.getByRole('textbox', { name: 'Notes' })
    await notes.focus()
    await page.keyboard.press('End')
    for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+ArrowLeft')
    await command(redress, 'new-promise')
    await expect(page.getByRole('dialog').getByLabel('Exact words')).toHaveValue('when')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(notes).toBeFocused()
    await page.keyboard.type('!')
    await expect(notes).toHaveValue('They ask when!')
  })

  await test.step('an example over figures', async () => {
    await go(page, `#/incidents/${incidentId}`)
    await page
      .getByRole('button', { name: /Edit.*Trailers|Trailers/ })
      .first()
      .click()
    const stored = async () =>
      (await ask('losses.sheet', { incidentId })).lines.find(({ id }) => id === lineId)!.inputs as Record<string, object>
    const before = await stored()
    const drawer = page.locator('aside.drawer')
    // the row's figure explains itself; its name opens the form
    const edit = drawer.getByRole('button', { name: 'Edit this line' })
    const examples = drawer.getByText('Formula and examples', { exact: true })
    await expect(edit.or(examples).first()).toBeVisible()
    if (await edit.count()) await edit.click()
    await examples.click()
    await drawer
      .getByRole('button', { name: /Load the example/ })
      .first()
      .click()
    await expect.poll(stored).not.toEqual(before)
    await notices(page).getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(stored).toEqual(before)
  })

  await test.step('a combo box', async () => {
    await go(page, '#/settings')
    const zone = page.getByRole('combobox', { name: 'Time zone' })
    await zone.focus()
    await page.keyboard.type('Athens')
    await page.keyboard.press('Tab')
    await expect(zone).toHaveValue('Europe/Athens')
    await expect.poll(async () => (await ask('workspace.info', {})).settings.timeZone).toBe('Europe/Athens')
    await zone.focus()
    await page.keyboard.type('Atlantis')
    await page.keyboard.press('Tab')
    await expect(page.getByText('“Atlantis” is not in the list', { exact: false })).toBeVisible()
    await expect(page.getByText('It is still Europe/Athens.', { exact: false })).toBeVisible()
    await expect(zone).toHaveValue('Atlantis')
    expect((await ask('workspace.info', {})).settings.timeZone).toBe('Europe/Athens')
    await zone.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect(zone).toHaveValue('Europe/Athens')
    // one that may be empty is emptied and left: it is empty then, nothing is chosen instead, and one goes on in the next field
    await ask('customers.change', { id: customerId, patch: { country: 'FI' } })
    await go(page, `#/customers/${customerId}/details`)
    const country = page.getByRole('combobox', { name: /^Country/ })
    await expect(country).toHaveValue('Finland')
    await country.focus()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('combobox', { name: 'Currency' })).toBeFocused()
    await expect.poll(async () => (await ask('customers.get', { id: customerId })).customer.country).toBeNull()
    await expect(country).toHaveValue('')
  })
})

test('what was typed into a form on a page is there when one comes back to it', async ({ launch, folder }) => {
  const redress = await launch()
  const { page, ask } = redress
  await expect(page.locator('main h1')).toBeVisible()
  const away = async (): Promise<void> => {
    await go(page, '#/customers')
    await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
  }

  await test.step('why two lines do not overlap', async () => {
    const incidents = await ask('incidents.list', {})
    const guarded = []
    for (const { id } of incidents) if ((await ask('losses.simulate', { incidentId: id })).guard.length > 0) guarded.push(id)
    const answer = page.getByRole('button', { name: /^(Answer|Change the answer): / }).first()
    const why = page.getByLabel('Why', { exact: true })
    const typed = 'They counted the trailers in one place alone'
    for (const _ of [1, 2]) {
      await go(page, `#/incidents/${guarded[0]}`)
      await answer.click()
      await expect(why).toBeVisible()
      if (_ === 2) break
      await why.click()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(typed)
      await away()
      await expect(notices(page).getByText('What you typed is kept').last()).toBeVisible()
    }
    await expect(page.getByText(new RegExp(`not recorded: “${typed}`))).toBeVisible()
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(why).toHaveValue(typed)
  })

  await test.step('what the columns of a file hold', async () => {
    const file = join(folder, 'orders.csv')
    writeFileSync(file, 'Customer,Order,Item\nHalden Foods,NC-501,Spiral freezer\n')
    await redress.dialogs({ choose: file })
    await go(page, '#/import')
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    const source = page.getByLabel('Where the records come from')
    await expect(source).toBeVisible()
    await source.fill('The plant in Turku')
    await away()
    await go(page, '#/import')
    await expect(source).toHaveValue('The plant in Turku')
    await ask('workspace.configure', { language: 'et' })
    await expect(page.locator('html')).toHaveAttribute('lang', 'et')
    await expect
      .poll(() => page.locator('main input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)))
      .toContain('The plant in Turku')
    await ask('workspace.configure', { language: 'en' })
    await expect(source).toHaveValue('The plant in Turku')
    await page.getByRole('button', { name: 'Another file…' }).click()
    await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible()
  })

  await test.step('what a copy of a brief leaves out', async () => {
    const [found] = await ask('cases.list', {})
    const words = page.getByLabel('Words to hide, one a line')
    await go(page, `#/cases/${found!.id}/brief`)
    await page.getByText('What this copy leaves out').click()
    await words.fill('Turku\nMarek')
    await away()
    await go(page, `#/cases/${found!.id}/brief`)
    await expect(words, 'it is seen that something is left out').toBeVisible()
    await expect(words).toHaveValue('Turku\nMarek')
    await words.fill('')
    await away()
    await go(page, `#/cases/${found!.id}/brief`)
    await expect(page.getByText('What this copy leaves out')).toBeVisible()
    await expect(words).toBeHidden()
  })

  await test.step('a dialog, while another change is undone and while the language changes', async () => {
    const halden = (await ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
    await ask('customers.change', { id: halden, patch: { about: 'Frozen food' } })
    await go(page, `#/customers/${halden}/details`)
    await expect(page.locator('main .details')).toBeVisible()
    await command(redress, 'new-promise')
    const words = page.getByRole('dialog').getByLabel('Exact words')
    await words.pressSequentially('A call at nine')
    await ask('journal.undo', {})
    await expect.poll(async () => (await ask('customers.get', { id: halden })).customer.about).not.toBe('Frozen food')
    await expect(words).toHaveValue('A call at nine')
    await ask('workspace.configure', { language: 'et' })
    await expect(page.locator('html')).toHaveAttribute('lang', 'et')
    await ask('workspace.configure', { language: 'en' })
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await command(redress, 'new-promise')
    await expect(page.getByRole('dialog').getByText(/not recorded: “A call at nine”/)).toBeVisible()
  })
})
