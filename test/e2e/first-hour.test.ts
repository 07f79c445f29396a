// An advocate's first hour: a mailbox and a list of orders dropped into an empty book, and a case with its printed brief at
// the end. Every press of the mouse is counted; what the advocate says in their own words is typed.
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/app'
import { readPdf } from './support/hands'
import { drop } from './support/incoming'

const orders = `Order No;Customer;Item;Ordered;Promised;Needed by;Status;Total
NC-501;Quay Dairy;Spiral freezer;2026-01-01;2026-01-12;2026-01-16;Processing;48.000,00
NC-502;Quay Dairy;Seal kit;2026-01-02;2026-01-09;;Delivered;1.200,00
NC-503;Harrow Mills;Pump head;2026-01-05;2099-11-30;;Processing;950,00
`
const letter = (id: string, from: string, to: string, date: string, subject: string, text: string, answers = '') =>
  `From x@y.example Mon Jan 12 08:12:00 2026\nFrom: ${from}\nTo: ${to}\nDate: ${date}\nSubject: ${subject}\nMessage-ID: <${id}>\n${answers ? `References: <${answers}>\n` : ''}Content-Type: text/plain; charset=utf-8\n\n${text}\n\n`
const mira = 'Mira Kanto <mira@quaydairy.example>'
const help = 'Help <help@nordkold.example>'
const mails =
  letter(
    '1',
    mira,
    help,
    'Mon, 12 Jan 2026 08:12:00 +0200',
    'The freezer',
    'The freezer is not here. We rent trailers by the day.'
  ) +
  letter('2', help, mira, 'Mon, 12 Jan 2026 10:00:00 +0200', 'Re: The freezer', 'We will bring it by Friday.', '1') +
  letter('3', mira, help, 'Mon, 19 Jan 2026 08:00:00 +0200', 'Re: The freezer', 'It is Monday and nothing came.', '2') +
  letter('4', 'Tom Reed <tom@harrowmills.example>', help, 'Tue, 20 Jan 2026 08:00:00 +0200', 'Invoice', 'Please send it again.')

/** Counts presses of the mouse; a choice in a list is two of them. */
const counting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counted = window as unknown as { presses: number }
    counted.presses = 0
    addEventListener('pointerdown', () => counted.presses++, true)
    addEventListener('change', ({ target }) => (counted.presses += target instanceof HTMLSelectElement ? 2 : 0), true)
  })
const presses = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { presses: number }).presses)

test.slow()

test('a mailbox and a list of orders become a case with a printed brief, in no more than sixty clicks', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'first.redress'), create: true })
  const { page, ask } = redress
  await page.setViewportSize({ width: 1440, height: 900 })
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog')
  const drawer = page.getByRole('complementary')
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  /** Words of the advocate's own: a press puts the mark where they are written. */
  const say = async (field: Locator, words: string): Promise<void> => {
    await field.click()
    await field.fill(words)
    await field.blur()
  }
  await counting(page)

  await test.step('both are dropped at once, and go in as they tell', async () => {
    await drop(page, [
      { name: 'orders.csv', content: orders },
      { name: 'Inbox.mbox', content: mails }
    ])
    await press('Check the rows')
    await press('Import 3 rows')
    await press(/^Go on with Inbox/)
    const ours = page.getByRole('group', { name: 'Which of these addresses are yours?' })
    await expect(ours.getByLabel(/^nordkold\.example/)).toBeChecked()
    await ours.getByRole('button', { name: 'These are ours' }).click()
    await expect(ours).toHaveCount(0)
    await press('Check the rows')
    await press('Import 4 rows')
    // the mails found their customers by name: nobody is here twice
    expect((await ask('customers.list', {})).map(({ name }) => name).sort()).toEqual(['Harrow Mills', 'Quay Dairy'])
  })

  await test.step('a sentence of a mail becomes the customer’s voice; what we promised is offered with its day', async () => {
    await main.getByRole('link', { name: 'Quay Dairy' }).click()
    await page.getByRole('button', { name: /The freezer is not here\. We rent/ }).click()
    const notes = drawer.locator('.told')
    await expect(notes).toHaveText('The freezer is not here. We rent trailers by the day.')
    await expect(drawer.getByRole('link', { name: 'The freezer', exact: true })).toBeVisible()
    // the second sentence is marked, as one drag of the mouse does
    await notes.evaluate((node) => {
      const range = document.createRange()
      range.setStart(node.firstChild!, 'The freezer is not here. '.length)
      range.setEnd(node.firstChild!, node.textContent!.length)
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
    })
    await drawer.getByRole('button', { name: 'Record their words' }).click()
    await expect(dialog.getByRole('textbox', { name: 'In their own words' })).toHaveValue('We rent trailers by the day.')
    await dialog.getByRole('button', { name: /^Record/ }).click()
    await expect(dialog).toHaveCount(0)
    const [customer] = (await ask('customers.list', {})).filter(({ name }) => name === 'Quay Dairy')
    expect(await ask('voice.list', { customerId: customer!.id })).toMatchObject([{ words: 'We rent trailers by the day.' }])
    // nothing is recorded by itself
    expect(await ask('promises.list', {})).toEqual([])
    await page.getByRole('button', { name: /We will bring it by Friday/ }).click()
    await drawer.getByRole('button', { name: /^Record as promise/ }).click()
    await dialog.getByRole('button', { name: 'Record promise' }).click()
    await expect(dialog).toHaveCount(0)
    expect(await ask('promises.list', {})).toMatchObject([{ words: 'We will bring it by Friday.', dueAt: '2026-01-16' }])
  })

  await test.step('the late order is an incident with a loss', async () => {
    await page.getByRole('link', { name: 'Desk' }).click()
    await press(/Spiral freezer/)
    await drawer.getByRole('button', { name: 'Record incident' }).click()
    await dialog.getByRole('button', { name: 'Record incident' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Late: Spiral freezer' })).toBeVisible()
    await press('Add a loss line')
    await dialog.getByRole('searchbox').fill('plain')
    await dialog.getByRole('button', { name: /^Plain amount/ }).click()
    await say(drawer.getByRole('textbox', { name: 'Name of the line' }), 'Rented trailers')
    await say(drawer.getByRole('textbox', { name: 'Amount' }).first(), '4800')
    await drawer.getByRole('button', { name: 'Add line' }).click()
    await expect(drawer).toHaveCount(0)
  })

  await test.step('the case is argued', async () => {
    await press('New case')
    await dialog.getByRole('button', { name: 'Begin the case' }).click()
    const words = (name: string) => main.getByRole('textbox', { name }).first()
    await say(words('What is asked'), 'Fly two engineers to Turku before Monday')
    await say(words('Who decides'), 'Jaan Tamm')
    await say(words('Decide by'), '2026-12-15')
    await say(words('What would they think?'), 'That we forgot them.')
    await press('Add option')
    await say(drawer.getByRole('textbox', { name: 'Name of the option' }), 'Fly two engineers')
    await drawer.getByRole('button', { name: 'Add action' }).click()
    await say(drawer.getByRole('textbox', { name: 'Action', exact: true }), 'Two engineers are in Turku on Monday.')
    await say(drawer.getByRole('textbox', { name: 'Cost to us' }), '1800')
    await drawer.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('combobox', { name: 'Recommended option' }).selectOption({ label: 'Fly two engineers' })
    await say(words('Why this one'), 'It costs less than two more weeks of trailers.')
  })

  await test.step('the brief is printed', async () => {
    await press('Brief')
    await expect(page.frameLocator('.paper > iframe').locator('body')).toContainText('Fly two engineers to Turku before Monday')
    const file = join(folder, 'brief.pdf')
    await redress.dialogs({ save: file })
    await press('Export PDF')
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('brief.pdf')
    const { pages } = await readPdf(file)
    expect(pages[0]).toContain('Fly two engineers to Turku before Monday')
    expect(pages[0]).toContain('Quay Dairy')
    expect(pages.join(' ')).toContain('Rented trailers')
  })

  // the drop, the drag that marked a sentence, and the name of the printed file, which the system asks for
  const all = (await presses(page)) + 3
  test.info().annotations.push({ type: 'clicks', description: String(all) })
  expect(all, 'clicks').toBeLessThanOrEqual(60)
})
