import AxeBuilder from '@axe-core/playwright'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BriefModel } from '../../src/shared/brief/model'
import { languages } from '../../src/shared/values/fields'
import { expect, test } from './support/app'
import { structure, words, type Words } from './support/pdf'
import { leaves, splitRows, stranded } from './support/pdf-tree'

test.slow()

/** The pieces of the first page that a reader decides by. */
function decisive({ page }: BriefModel): string[] {
  const options = page.options!.rows.flatMap(({ title, cells }) => [title, ...cells.slice(0, 3)])
  const cliffs = page.waiting!.cliffs.flatMap(({ text, amount }) => [text, amount])
  return [
    page.title,
    page.ask!.heading,
    page.loss!.main,
    ...page.loss!.figures.map(({ text }) => text),
    ...page.loss!.statuses.map(({ text }) => text),
    ...options,
    ...cliffs,
    page.recommendation!.heading,
    page.legal
  ]
}
/** Spaces differ between what is written and what is read back. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '')
/** Where words must stay apart. */
const spaced = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
/** The ways of a page into the appendix. */
const ways = (part: unknown): number =>
  part && typeof part === 'object'
    ? Object.values(part).reduce((sum: number, one) => sum + ways(one), 'to' in part && 'text' in part ? 1 : 0)
    : 0

/** No page but the last of a part is under half full, no head stands alone at its end, no row goes over two pages. */
async function wellFilled(read: Words, bytes: Uint8Array, { appendix }: BriefModel): Promise<void> {
  const begins = (text: string) => appendix.contents.some((part) => spaced(part.text).startsWith(spaced(text)))
  const poor = read.filled.flatMap((share, at) => {
    const last = at === read.filled.length - 1 || begins(read.first[at + 1]!)
    return share < 0.5 && !last ? [`page ${at + 1}: ${share.toFixed(2)}`] : []
  })
  expect(poor).toEqual([])
  const all = await leaves(bytes)
  expect(stranded(all)).toEqual([])
  expect(splitRows(all)).toBe(0)
}

/** The fonts that travel with Redress. */
const bundled = /^[A-Z]{6}\+(Inter|SourceSerif4|Redress|Noto)/

test('the brief of the sample is printed in every language, and a reader finds its figures, headings and tags', async ({
  launch,
  folder
}) => {
  const redress = await launch()
  const cases = await redress.ask('cases.list', {})
  const caseId = cases.find(({ customer }) => customer.includes('Halden'))!.id

  for (const language of languages) {
    await test.step(language, async () => {
      const paper = language === 'en' || language === 'el' ? 'letter' : 'a4'
      const file = join(folder, `brief-${language}.pdf`)
      await redress.dialogs({ save: file })
      // what an export freezes is the brief before it: the journal's head moves with it
      const model = await redress.ask('brief.model', { caseId, language, paper })
      const { pages } = await redress.ask('shell.exportBrief', { caseId, language, paper })
      const bytes = new Uint8Array(readFileSync(file))
      const read = await words(bytes)
      expect(read.pages).toHaveLength(pages)
      expect(pages).toBeGreaterThan(4)
      expect(read.title).toBe(model.title)

      // one page to decide on, in sizes that are read without effort, filled; the appendix begins on the second
      for (const text of decisive(model)) expect(plain(read.pages[0]!), text).toContain(plain(text))
      for (const [index, smallest] of read.type.entries()) expect(smallest, `page ${index + 1}`).toBeGreaterThan(7.95)
      expect(read.holes[0]).toBeLessThan(0.08)
      expect(plain(read.pages[0]!)).not.toContain('…')
      // what had no room moved whole, and the page says so
      const both = plain(read.pages[0]! + read.pages[1]!)
      const { voice, promised, containment, confidence } = model.page
      for (const text of [voice!.words, ...promised.table!.rows.flat(), containment!.facts[0]!.text, ...confidence!.items])
        expect(both, text).toContain(plain(text))
      expect(plain(read.pages[0]!)).toContain(plain(model.page.gaveWay!.note[0]))
      expect(plain(read.pages[1]!)).toContain(plain(model.appendix.heading))
      for (const [index, text] of read.pages.entries()) {
        const [before, between, after] = model.footer.page
        expect(plain(text)).toContain(plain(`${before}${index + 1}${between}${pages}${after}`))
        expect(plain(text)).toContain(plain(model.footer.left))
      }

      // each line's figures, its formula, the labels of the pictures and the head of the journal
      const whole = plain(read.pages.join(' '))
      const [incident] = model.appendix.loss!.incidents
      for (const line of incident!.lines)
        for (const text of [line.title, line.formula, ...line.figures.map(({ text }) => text)])
          expect(whole, text).toContain(plain(text))
      for (const chart of incident!.charts) expect(whole, chart.title).toContain(plain(chart.title))
      expect(whole).toContain(plain(model.appendix.method!.facts.at(-1)!.text))

      // the outline leads to the parts, the tags name what each piece is
      for (const { text } of model.appendix.contents) expect(read.outline.map(spaced)).toContain(spaced(text))
      const headings = [
        model.page.title,
        model.page.ask!.heading,
        model.page.stake!.heading,
        model.appendix.heading,
        incident!.heading
      ]
      for (const heading of headings)
        expect(
          read.outline.map(spaced).some((text) => text.startsWith(spaced(heading))),
          heading
        ).toBe(true)
      const order = model.appendix.contents.map(({ text }) => read.outline.map(spaced).indexOf(spaced(text)))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(read.language).toBe(language)

      // what is copied is what was written: words apart, apostrophes as such
      const copied = spaced(read.pages.join(' '))
      for (const text of [model.page.ask!.text, model.page.loss!.range, ...incident!.lines.map(({ title }) => title)])
        expect(copied).toContain(spaced(text))
      expect(copied).not.toContain('\u02bc')
      expect(copied).toContain('Halden’s')

      // every reference on the first page is a link that leads somewhere; nothing reaches over the margin
      expect(read.links.all).toBeGreaterThanOrEqual(ways(model.page))
      expect(read.links.found).toBe(read.links.all)
      expect(read.over).toEqual([])

      // the contents name every part, and the page that it is on, in words and as a number beside it
      expect(read.contents.map(({ says }) => says)).toEqual(
        model.appendix.contents.map(({ text }, at) => `${text}, ${read.contents[at]!.to}`)
      )
      for (const [at, { to, number }] of read.contents.entries()) {
        expect(plain(read.pages[to - 1]!)).toContain(plain(model.appendix.contents[at]!.text))
        expect(number).toBe(String(to))
      }
      await wellFilled(read, bytes, model)
      const tags = await structure(bytes)
      expect(tags.marked).toBe(true)
      for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure', 'L']) expect(tags.roles, role).toContain(role)
      expect(tags.alts.map(plain)).toEqual(expect.arrayContaining(incident!.charts.map(({ alt }) => plain(alt))))

      const [width, height] = paper === 'letter' ? [612, 792] : [595, 842]
      for (const size of read.sizes) {
        expect(Math.abs(size.width - width!)).toBeLessThan(1.5)
        expect(Math.abs(size.height - height!)).toBeLessThan(1.5)
      }
      // all that is text is set in fonts that travel with the file
      expect(read.fonts.length).toBeGreaterThan(1)
      expect(read.fonts.every(({ embedded }) => embedded)).toBe(true)
      // also what stands in the margins
      expect(read.fonts.filter(({ name }) => !bundled.test(name))).toEqual([])
      expect(bytes.length).toBeLessThan(400_000)
      // a Type 3 font is a set of drawings, which is what a variable font becomes
      expect(read.fonts.filter(({ drawn }) => drawn)).toEqual([])
      expect(
        read.fonts.some(({ name }) => name.includes('SourceSerif')),
        read.fonts.map(({ name }) => name).join()
      ).toBe(true)
      expect(read.fonts.some(({ name }) => name.includes('Inter'))).toBe(true)
    })
  }
  const printed: Record<string, number> = {}
  await test.step('the other papers are as well filled', async () => {
    for (const [language, paper] of [
      ['en', 'a4'],
      ['el', 'a4'],
      ['es', 'letter']
    ] as const) {
      const file = join(folder, `filled-${language}.pdf`)
      await redress.dialogs({ save: file })
      const { pages } = await redress.ask('shell.exportBrief', { caseId, language, paper, draft: true })
      printed[`${language} ${paper}`] = pages
      const bytes = new Uint8Array(readFileSync(file))
      await wellFilled(await words(bytes), bytes, await redress.ask('brief.model', { caseId, language, paper }))
    }
  })
  await test.step('the preview has the printed pages, large and small, scrolls nowhere by itself, and is calm in the dark', async () => {
    const { page } = redress
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.evaluate((id) => (location.hash = `#/cases/${id}/brief`), caseId)
    const inFront = () =>
      page.locator('.paper > iframe').evaluate((frame: HTMLIFrameElement) => {
        const { documentElement: root, defaultView } = frame.contentDocument!
        const ofPage = root.clientWidth
        const around = defaultView!.getComputedStyle(root).backgroundColor.match(/\d+/g)!.map(Number)
        return {
          at: Math.round(root.scrollLeft / ofPage),
          higher: root.scrollHeight - root.clientHeight,
          light: Math.max(...around)
        }
      })
    for (const [language, letter] of [
      ['el', false],
      ['es', true]
    ] as const) {
      await page.getByLabel('Language of the brief').selectOption(language)
      if (letter) await page.getByText('Letter', { exact: true }).click()
      const count = printed[`${language} ${letter ? 'letter' : 'a4'}`]!
      const small = page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: /^Page / })
      await expect(small).toHaveCount(count)
      await small.nth(3).click()
      await expect(small.nth(3)).toHaveAttribute('aria-current', 'page')
      await expect.poll(inFront).toMatchObject({ at: 3, higher: 0 })
    }
    expect((await inFront()).light).toBeLessThan(60)
    if (process.env['REDRESS_LOOK']) await page.screenshot({ path: '/tmp/look-preview-dark.png' })

    // what leads into the document turns to its page, whole
    const last = page.frameLocator('.paper > iframe').locator('.contents a').last()
    await last.focus()
    await expect.poll(async () => (await inFront()).at).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await inFront()).at).toBeGreaterThan(5)
    const { at } = await inFront()
    await expect(page.getByRole('button', { name: `Page ${at + 1}`, exact: true })).toHaveAttribute('aria-current', 'page')
    await page.keyboard.press('PageUp')
    await expect.poll(async () => (await inFront()).at).toBe(at - 1)
    for (const height of await page
      .frameLocator('.paper > iframe')
      .locator('.contents a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height)))
      expect(height).toBeGreaterThanOrEqual(24)
  })
})

test('a case is built, previewed for the customer, exported and decided', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'cases.redress'), create: true })
  const { page, ask } = redress
  await page.setViewportSize({ width: 1280, height: 900 })
  const { id: customerId } = await ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: incidentId } = await ask('incidents.create', {
    customerId,
    title: 'Freezer late',
    kind: 'late-delivery',
    began: '2026-10-19',
    currency: 'EUR'
  })
  await ask('lossLines.create', {
    incidentId,
    title: 'Trailers',
    calculator: 'plain-amount',
    inputs: { amount: { as: 'exact', value: 19_720 } },
    currency: 'EUR',
    status: 'confirmed'
  })

  await page.evaluate(() => (location.hash = '#/cases'))
  await expect(page.getByText('Cases for your customers')).toBeVisible()
  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByRole('combobox', { name: 'Customer' }).fill('Hald')
  await page.keyboard.press('Enter')
  // the one incident that no case is about yet
  await expect(page.getByRole('combobox', { name: 'Incident' })).toHaveValue('Freezer late')
  await page.getByRole('textbox', { name: 'Title' }).fill('Run the freezer')
  await page.getByRole('button', { name: 'Begin the case' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Run the freezer' })).toBeVisible()
  await expect(page.getByText(/€19,7[02]0/).first()).toBeVisible()

  const [row] = await ask('cases.list', {})
  const id = row!.id
  const view = () => ask('cases.get', { id })
  await test.step('a text saves itself while it is typed', async () => {
    await page.getByRole('textbox', { name: 'What is asked' }).pressSequentially('Send two engineers.')
    await expect.poll(async () => (await view()).case.ask).toBe('Send two engineers.')
    await expect(page.getByText(/^Saved \d/).first()).toBeVisible()
    await page.getByRole('textbox', { name: 'Who decides' }).fill('Jaan Tamm')
    await page.getByRole('textbox', { name: 'Who decides' }).blur()
    await expect.poll(async () => (await view()).case.decider).toBe('Jaan Tamm')
  })
  await test.step('facts come from the timeline and can be put in another order', async () => {
    await page.getByRole('button', { name: 'Take from the timeline' }).first().click()
    await page.getByRole('checkbox', { name: /Freezer late/ }).check()
    await page.getByRole('button', { name: 'Take 1 fact' }).click()
    await expect.poll(async () => (await view()).facts.length).toBe(1)
    await page.getByRole('button', { name: 'Add fact' }).click()
    await expect
      .poll(async () => (await view()).facts.map(({ words }) => words))
      .toEqual([expect.stringContaining('Freezer late'), 'New fact'])
    await page.getByRole('button', { name: 'Move up' }).nth(1).click()
    await expect.poll(async () => (await view()).facts[0]!.words).toBe('New fact')
  })
  await test.step('an option with an action stands beside doing nothing', async () => {
    await page.getByRole('button', { name: 'Add option' }).click()
    await page.getByRole('textbox', { name: 'Name of the option' }).fill('Engineers')
    await page.getByRole('button', { name: 'Add action' }).click()
    await page.getByRole('textbox', { name: 'Cost to us' }).fill('5000')
    await page.getByRole('textbox', { name: 'Relief for the customer' }).fill('9720')
    await page.getByRole('textbox', { name: 'Relief for the customer' }).blur()
    await expect
      .poll(async () => (await view()).options.map(({ title, cost, relief, remaining }) => [title, cost, relief, remaining?.p50]))
      .toEqual([
        ['Do nothing', 0, 0, 1_972_000],
        ['Engineers', 500_000, 972_000, 1_000_000]
      ])
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByLabel('Recommended option').selectOption('Engineers')
    await expect.poll(async () => (await view()).case.recommendedId).not.toBeNull()
  })
  await test.step('the page bears the tests of accessibility', async () => {
    const found = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })
  await test.step('the preview is the document itself, for the reader that is chosen', async () => {
    await page.getByRole('button', { name: 'Brief' }).click()
    const frame = page.frameLocator('.paper > iframe')
    await expect(frame.getByRole('heading', { level: 1, name: 'Run the freezer' })).toBeVisible()
    await expect(frame.getByText('Send two engineers.')).toBeVisible()
    await page.getByLabel('For', { exact: true }).selectOption('The customer')
    await expect(frame.getByText('Account for the customer').first()).toBeVisible()
    await expect(frame.getByText('Send two engineers.')).toHaveCount(0)
    await page.getByLabel('Language of the brief').selectOption('el')
    await expect(frame.getByText('Ζημία του πελάτη').first()).toBeVisible()
    const file = join(folder, 'case.pdf')
    await redress.dialogs({ save: file })
    await page.getByRole('button', { name: 'Export PDF' }).click()
    await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible()
    const read = await words(new Uint8Array(readFileSync(file)))
    expect(plain(read.pages.join(''))).toContain(plain('19.720'))
    expect(plain(read.pages.join(''))).not.toContain(plain('Send two engineers.'))
  })
  await test.step('a reader brings what is left out; one of our own is kept under its name, offered again, and forgotten', async () => {
    const reader = page.getByLabel('For', { exact: true })
    const costs = page.getByRole('checkbox', { name: 'What things cost us' })
    await reader.selectOption('Legal')
    await expect(costs).toBeChecked()
    await page.getByRole('textbox', { name: 'Name of this reader' }).fill('Works council')
    await page.getByRole('button', { name: 'Keep as a reader of your own' }).click()
    await expect(reader).toHaveValue('name:Works council')
    // the preview beneath is paper
    const found = await new AxeBuilder({ page })
      .setLegacyMode()
      .exclude('iframe')
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze()
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await reader.selectOption('Leadership')
    await expect(costs).not.toBeChecked()
    await reader.selectOption('Works council')
    await expect(costs).toBeChecked()
    await page.getByRole('button', { name: 'Forget Works council' }).click()
    await expect(reader.getByRole('option', { name: 'Works council' })).toHaveCount(0)
    await expect(reader).toHaveValue('leadership')
  })
  await test.step('a version is frozen, says what has changed since, and is shown as it was', async () => {
    await page.getByLabel('Language of the brief').selectOption('en')
    await page.getByRole('button', { name: 'Freeze this version' }).click()
    // the copy that went to the customer was frozen too
    await expect(page.getByText('Nothing has changed since')).toHaveCount(2)
    await ask('cases.change', { id, patch: { decider: 'Liis Saar' } })
    await expect(page.getByText('1 change since')).toBeVisible()
    await page.getByText('What has changed').click()
    await expect(page.getByRole('row', { name: 'Who decides Jaan Tamm Liis Saar' })).toBeVisible()
    const frame = page.frameLocator('.paper > iframe')
    await expect(frame.getByText('Liis Saar')).toBeVisible()
    await page.getByRole('button', { name: 'Show the brief', exact: true }).first().click()
    await expect(frame.getByText('Version 2, frozen on')).toBeVisible()
    await expect(frame.getByText('Jaan Tamm', { exact: true })).toBeVisible()
    const file = join(folder, 'frozen.pdf')
    await redress.dialogs({ save: file })
    await page.getByRole('button', { name: 'Export PDF' }).click()
    await expect(page.getByRole('button', { name: 'Show in folder' }).last()).toBeVisible()
    await expect.poll(() => existsSync(file)).toBe(true)
    const [first] = (await words(new Uint8Array(readFileSync(file)))).pages
    expect(spaced(first!)).toContain('Who decides: Jaan Tamm → Liis Saar')
  })
  await test.step('it is presented over the whole window, by keyboard', async () => {
    await page.getByLabel('Version', { exact: true }).selectOption('now')
    await page.keyboard.press('F5')
    const show = page.getByRole('dialog')
    await expect(show.getByRole('heading', { level: 1, name: 'Decision asked' })).toBeFocused()
    await expect(show.getByText('Send two engineers.')).toBeVisible()
    const found = await new AxeBuilder({ page })
      .setLegacyMode()
      .include('dialog')
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze()
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await page.keyboard.press('ArrowRight')
    await expect(show.getByRole('heading', { level: 1, name: 'Loss to the customer' })).toBeFocused()
    await expect(show.getByText('€19,700').first()).toBeVisible()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    await expect(show.getByRole('button', { name: 'Next' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(show).toHaveCount(0)
  })
  await test.step('the decision makes promises of its actions, and one undo takes both back', async () => {
    await page.evaluate((hash) => (location.hash = hash), `#/cases/${id}`)
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.getByRole('button', { name: 'Record decision' }).click()
    await expect(page.getByRole('heading', { name: 'What became of it' })).toBeVisible()
    expect((await view()).case.state).toBe('decided')
    expect((await ask('promises.list', { customerId })).map(({ words }) => words)).toEqual(['New action'])
    await ask('journal.undo', {})
    await expect(page.getByRole('heading', { name: 'What became of it' })).toHaveCount(0)
    expect(await ask('promises.list', { customerId })).toEqual([])
  })
  await test.step('a deleted case comes back', async () => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Delete case' }).click()
    await expect(page.getByText('Cases for your customers')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(page.getByRole('link', { name: 'Run the freezer' })).toBeVisible()
  })
})
