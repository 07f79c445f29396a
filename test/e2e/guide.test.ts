import { execFileSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, which } from '../../scripts/setup/places.mjs'
import { expect, launchRedress, test, type Redress } from './support/app'
import { command } from './support/hands'

/** The walk through the guide. With REDRESS_PICTURES=1 it also makes the guide's pictures anew. */
const making = process.env.REDRESS_PICTURES === '1'
const pictures = join(root, 'docs', 'guide', 'pictures')
let redress: Redress
let halden: { customer: string; incident: string; case: string }

test.beforeAll(async () => {
  redress = await launchRedress(test.info().outputPath('user'))
  const { app } = redress
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800))
  await redress.ask('workspace.configure', { language: 'en', theme: 'light' })
  const customer = (await redress.ask('customers.list', {})).find(({ name }) => name.includes('Halden'))!.id
  const [incident] = await redress.ask('incidents.list', { customerId: customer })
  const [found] = await redress.ask('cases.list', { customerId: customer })
  halden = { customer, incident: incident!.id, case: found!.id }
})
test.afterAll(() => redress?.close())
test.slow()

async function go(place: string): Promise<void> {
  await redress.page.evaluate((place) => (location.hash = `#/${place}`), place)
  await expect(redress.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(redress.page.locator('.skeleton')).toHaveCount(0)
}

async function picture(name: string): Promise<void> {
  if (!making) return
  mkdirSync(pictures, { recursive: true })
  await redress.page.mouse.move(640, 796)
  await redress.page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 400))))
  await redress.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}

const main = () => redress.page.getByRole('main')

test('the desk and the customers', async () => {
  await go('desk')
  await expect(main()).toContainText('Halden')
  await picture('desk')
  const signals = redress.page.getByRole('region', { name: 'Before they ask' })
  await signals.getByRole('button', { name: /[?]$/ }).first().click()
  await expect(redress.page.locator('aside.drawer')).toContainText('What you could do now')
  await signals.scrollIntoViewIfNeeded()
  await picture('signal')
  await redress.page.keyboard.press('Escape')
  await go('customers')
  await expect(redress.page.getByRole('row')).toHaveCount(9)
  await picture('customers')
})

test('a customer, and notes on a call', async () => {
  await go(`customers/${halden.customer}`)
  await expect(main()).toContainText('Timeline')
  await picture('customer')
  await command(redress, 'new-interaction')
  const notes = redress.page.getByRole('region', { name: 'Notes on a conversation' }).getByRole('textbox', { name: 'Notes' })
  await notes.fill(
    'Kaisa from Turku: the trailers are full since last night. She needs one date that holds, and one person to ring.'
  )
  await picture('call')
  await command(redress, 'new-promise')
  const dialog = redress.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Exact words' }).fill('I ring you every morning at eight until the line runs')
  await picture('promise')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await notes.fill('')
})

test('an answer, begun from the record', async () => {
  const { replies } = await redress.ask('desk.today', {})
  const letter = replies.find(({ customerId }) => customerId === halden.customer)!
  await go(`customers/${halden.customer}?open=interaction.${letter.id}`)
  await redress.page.getByRole('button', { name: 'Write the answer' }).click()
  const dialog = redress.page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'The answer' })).toHaveValue(/With kind regards/)
  await expect(dialog).toContainText('Before it leaves')
  await picture('answer')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await redress.page.keyboard.press('Escape')
})

test('an incident: its loss, its pictures, what waiting costs', async () => {
  await go(`incidents/${halden.incident}`)
  await expect(main()).toContainText('Loss to the customer')
  await picture('incident')
  await redress.page.getByRole('button', { name: /^Loss to the customer.*Explain$/ }).click()
  await expect(redress.page.locator('aside.drawer')).toBeVisible()
  await picture('explain')
  await redress.page.keyboard.press('Escape')
  await redress.page.getByRole('tab', { name: 'Charts' }).click()
  await expect(redress.page.getByRole('figure').nth(1)).toBeVisible()
  await picture('charts')
  await redress.page.getByRole('tab', { name: 'Waiting' }).click()
  await expect(redress.page.getByRole('figure').first()).toBeVisible()
  await picture('waiting')
})

test('a case and its brief', async () => {
  await go(`cases/${halden.case}`)
  await expect(main()).toContainText('The ask')
  await picture('case')
  await redress.page.getByRole('region', { name: 'Options', exact: true }).first().scrollIntoViewIfNeeded()
  await picture('options')
  await go(`cases/${halden.case}/brief`)
  await expect(redress.page.frameLocator('.paper > iframe').locator('h1').first()).toBeVisible()
  await picture('brief')

  const file = test.info().outputPath('brief.pdf')
  await redress.dialogs({ save: file })
  await redress.page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(redress.page.getByRole('region', { name: 'Notices' })).toContainText('brief.pdf')
  expect(statSync(file).size).toBeGreaterThan(10_000)
  if (making && which('pdftoppm')) {
    execFileSync('pdftoppm', ['-png', '-r', '90', '-f', '1', '-l', '1', '-singlefile', file, join(pictures, 'brief-page')])
  }
  await redress.page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).first().click()
})

test('a decided case, with what became of it', async () => {
  const decided = (await redress.ask('cases.list', {})).find(({ state }) => state === 'decided' || state === 'closed')!
  await go(`cases/${decided.id}`)
  await expect(main()).toContainText(decided.title)
  await picture('decision')
})

test('import, search, settings', async () => {
  await go('import')
  await main().getByText('A promise', { exact: true }).click()
  await redress.dialogs({ choose: join(root, 'resources', 'sample-imports', 'boston311-100.csv') })
  await redress.page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(redress.page.getByRole('button', { name: 'Check the rows' })).toBeVisible()
  await picture('import')
  await redress.page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(redress.page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
  await picture('import-check')
  await go('search?q=compressor')
  await expect(main()).toContainText('compressor')
  await go('settings/keyboard')
  await expect(main()).toContainText('Ctrl')
  await picture('keyboard')
  await go('settings/data')
  await picture('data')
})

test('in the dark, and in Greek', async () => {
  // the driver pretends a light system unless told not to
  await redress.page.emulateMedia({ colorScheme: null })
  await redress.ask('workspace.configure', { theme: 'dark' })
  await expect.poll(() => redress.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  await go('desk')
  await picture('desk-dark')
  await go(`incidents/${halden.incident}/charts`)
  await expect(redress.page.getByRole('figure').nth(1)).toBeVisible()
  await picture('charts-dark')
  await redress.ask('workspace.configure', { theme: 'light', language: 'el' })
  await go(`customers/${halden.customer}`)
  await expect(main()).toContainText(/[Α-Ωα-ωά-ώ]{5}/)
  await picture('customer-greek')
  await redress.ask('workspace.configure', { language: 'en' })
})
