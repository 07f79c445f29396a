// A case is read as an argument and edited where it is read; what proves its facts comes in by drop and paste, is shown
// without being run, and keeps its chain.
import { join } from 'node:path'
import { expect, test, type Redress } from './support/app'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { Page } from '@playwright/test'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Lets something fall on a fact, or pastes it there: files as base64, or a web address. */
const put = (
  page: Page,
  fact: string,
  type: 'drop' | 'paste',
  files: { name: string; type?: string; content: string }[],
  link = ''
) =>
  page.evaluate(
    ({ fact, type, files, link }) => {
      const data = new DataTransfer()
      for (const { name, type, content } of files)
        data.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], name, { type }))
      if (link) data.setData('text/uri-list', link)
      const field = [...document.querySelectorAll('textarea')].find(({ value }) => value === fact)!
      const way = { bubbles: true, cancelable: true }
      const event =
        type === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, ...way })
          : new ClipboardEvent('paste', { clipboardData: data, ...way })
      field.dispatchEvent(event)
      return event.defaultPrevented
    },
    { fact, type, files, link }
  )

const text = (words: string): string => Buffer.from(words).toString('base64')

/** Six pages with words in a font of the reader's own, one of them a mile wide; whoever runs what stands in it writes a title. */
async function paper(): Promise<string> {
  const made = await PDFDocument.create()
  const font = await made.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= 6; number++)
    made
      .addPage(number === 2 ? [14_400, 400] : [595, 842])
      .drawText(`Page ${number}`, { x: 40, y: 40, size: number === 2 ? 300 : 40, font })
  made.addJavaScript('main', 'app.alert("run"); this.getURL("https://example.org")')
  return Buffer.from(await made.save()).toString('base64')
}

/** Runs in the page: which share of a picture is darker than paper. */
const inked = (image: HTMLImageElement): number => {
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at]! < 100) dark++
  return dark / (data.length / 4)
}

async function begun({ page, ask }: Redress) {
  const { id: customerId } = await ask('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: caseId } = await ask('cases.create', { customerId, title: 'Get the freezer running', currency: 'EUR' })
  await ask('cases.addFacts', {
    id: caseId,
    facts: [{ words: 'The freezer came late' }, { words: 'Two trailers were rented' }]
  })
  await page.evaluate((id) => (location.hash = `#/cases/${id}`), caseId)
  await expect(page.getByRole('heading', { level: 1, name: 'Get the freezer running' })).toBeVisible()
  return { customerId, caseId, now: () => ask('cases.get', { id: caseId }) }
}

test('a case is read as an argument and edited where it is read', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { customerId, caseId, now } = await begun(redress)
  const argument = page.getByRole('region', { name: 'The ask' })

  await test.step('the sentence of the ask is written where it stands, and the parts come in their order', async () => {
    await argument.getByLabel('What is asked').fill('Send two engineers on Monday.')
    await argument.getByLabel('Who decides').fill('Ott Lepik')
    await argument.getByLabel('Decide by').fill('2026-12-15')
    await argument.getByLabel('What it costs to miss that date').fill('the listing is lost')
    await argument.getByLabel('What it costs to miss that date').press('Tab')
    await expect
      .poll(async () => (await now()).case)
      .toMatchObject({
        ask: 'Send two engineers on Monday.',
        decider: 'Ott Lepik',
        decideBy: '2026-12-15',
        ifMissed: 'the listing is lost'
      })
    const parts = ['The ask', 'The facts', 'Incidents and loss', 'Options', 'Recommendation']
    const headings = await page.locator('main h2').allTextContents()
    const places = parts.map((part) => headings.findIndex((heading) => heading.includes(part)))
    expect(places, headings.join(' | ')).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  await test.step('what is written elsewhere meanwhile does not touch the field in hand', async () => {
    const field = argument.getByLabel('What is asked')
    await field.pressSequentially(' And a spare')
    await ask('cases.change', { id: caseId, patch: { decider: 'Liis Saar', ask: 'From elsewhere' } })
    await expect(argument.getByLabel('Who decides')).toHaveValue('Liis Saar')
    await expect(field).toHaveValue('Send two engineers on Monday. And a spare')
    await field.press('Tab')
    await expect.poll(async () => (await now()).case.ask).toBe('Send two engineers on Monday. And a spare')
  })

  await test.step('files that fall on a fact prove it, several at once; so do a link, and a picture from the clipboard', async () => {
    const late = 'The freezer came late'
    expect(
      await put(page, late, 'drop', [
        { name: 'Letter.txt', content: text('We wait.') },
        { name: 'start.sh', content: text('rm') }
      ])
    ).toBe(true)
    await expect.poll(async () => (await now()).facts[0]!.evidence.length).toBe(2)
    expect(await put(page, late, 'drop', [], 'https://example.org/track/7')).toBe(true)
    expect(await put(page, late, 'paste', [{ name: 'image.png', type: 'image/png', content: png }])).toBe(true)
    await expect.poll(async () => (await now()).facts[0]!.evidence.length).toBe(4)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  const drawer = page.getByRole('complementary').last()
  const open = async (name: RegExp) => {
    await page.getByRole('button', { name }).first().click()
    await expect(drawer).toBeVisible()
  }
  await test.step('an exhibit is shown, nothing of it runs, and its chain says who looked', async () => {
    await open(/^EV-\d+ image\.png$/)
    const picture = drawer.getByRole('img', { name: 'image.png, as a picture' })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    const chain = drawer.locator('[data-part=chain]')
    await expect(chain).toContainText('Looked at')
    await expect(chain).toContainText('Tied to The freezer came late')
    await expect(chain).toContainText('Added')
    await page.keyboard.press('Escape')
    await open(/^EV-\d+ Letter\.txt$/)
    await expect(drawer.getByText('We wait.')).toBeVisible()
  })

  await test.step('a PDF is shown as pictures of its pages, drawn where nothing of it can run; one that cannot be drawn by its words', async () => {
    await page.keyboard.press('Escape')
    await put(page, 'The freezer came late', 'drop', [
      { name: 'Report.pdf', content: await paper() },
      { name: 'Torn.pdf', content: text('%PDF-1.7 torn') }
    ])
    await open(/^EV-\d+ Report\.pdf$/)
    const pages = drawer.getByRole('img')
    await expect(pages).toHaveCount(4)
    await expect(drawer.getByRole('img', { name: 'Page 2 of 6, Report.pdf' })).toHaveAttribute('width', '1200')
    for (const one of await pages.all()) expect(await one.evaluate(inked)).toBeGreaterThan(0.001)
    await drawer.getByRole('button', { name: 'Show more pages' }).click()
    await expect(pages).toHaveCount(6)
    await expect(drawer.getByRole('button', { name: 'Show more pages' })).toHaveCount(0)
    // what it was drawn in is gone
    expect(await redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    await page.keyboard.press('Escape')
    await open(/^EV-\d+ Torn\.pdf$/)
    await expect(drawer.getByText('It can’t be shown here.')).toBeVisible()
    await page.keyboard.press('Escape')
    await open(/^EV-\d+ Letter\.txt$/)
  })

  await test.step('it leaves the workspace after a question only; what could run does not', async () => {
    await drawer.getByRole('button', { name: 'Open in another program' }).click()
    await expect
      .poll(() => redress.shown())
      .toContainEqual(expect.objectContaining({ message: 'Open Letter.txt in the program it belongs to?' }))
    await redress.dialogs({ save: join(folder, 'out.txt') })
    await drawer.getByRole('button', { name: 'Save a copy…' }).click()
    await expect(drawer.locator('[data-part=chain]')).toContainText('Exported')
    const letter = (await ask('evidence.list', { customerId })).find(({ title }) => title === 'Letter.txt')!
    expect((await ask('evidence.chain', { id: letter.id })).map(({ what }) => what)).toEqual(['exported', 'seen', 'tied', 'added'])
    await page.keyboard.press('Escape')
    const script = (await ask('evidence.list', { customerId })).find(({ title }) => title === 'start.sh')!
    expect(await redress.answer('shell.openEvidence', { id: script.id })).toMatchObject({ error: { code: 'invalid' } })
  })

  await test.step('what holds and what does not is listed by itself', async () => {
    const [first, second] = (await now()).facts
    await ask('facts.change', { id: first!.id, patch: { standing: 'undisputed' } })
    await ask('facts.change', { id: second!.id, patch: { standing: 'disputed' } })
    await ask('evidence.create', { customerId, title: 'A voice mail' })
    await ask('cases.change', { id: caseId, patch: { unknowns: 'Whether the spare is in stock' } })
    const holds = page.getByRole('region', { name: 'What holds, and what does not' })
    const list = (name: string) => holds.getByRole('list', { name })
    await expect(list('Facts without evidence')).toHaveText('2. Two trailers were rented')
    await expect(list('Evidence that no fact uses')).toContainText('A voice mail')
    await expect(list('Facts in dispute')).toContainText('Two trailers')
    await expect(list('Facts not in dispute')).toContainText('The freezer came late')
    await expect(list('What is not known')).toContainText('Whether the spare is in stock')
    await expect(list('Weak points, with their answers')).toContainText('Two trailers were rented')
  })
})
