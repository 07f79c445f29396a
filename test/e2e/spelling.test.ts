// Spelling is checked without a network, by the dictionaries that are shipped, in the language of the workspace and in English.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/shared/values/languages'
import { expect, test, type Redress } from './support/app'
import { command } from './support/hands'

interface Spelt {
  /** The word under the pointer that is marked, and what is offered for it. */
  word: string
  offers: string[]
  /** The menu that opened: its words. */
  menu: string[]
}
interface Room {
  spelt: Spelt | null
  menu: Electron.Menu | null
  /** Dictionaries that Chromium went to fetch. */
  fetched: string[]
}

/** Menus of the system are not shown: what they would hold is told. */
const listen = (redress: Redress) =>
  redress.app.evaluate(({ BrowserWindow, Menu, session }) => {
    const room = globalThis as unknown as Room
    room.fetched = []
    session.defaultSession.on('spellcheck-dictionary-download-begin', (_event, language) => room.fetched.push(language))
    let at: Electron.ContextMenuParams | null = null
    BrowserWindow.getAllWindows()[0]!.webContents.prependListener('context-menu', (_event, params) => {
      at = params
    })
    Menu.prototype.popup = function (this: Electron.Menu) {
      room.menu = this
      room.spelt = { word: at!.misspelledWord, offers: at!.dictionarySuggestions, menu: this.items.map(({ label }) => label) }
    }
  })

/** Presses the right button on the first word of the notes, gives what is told of it. */
async function underPointer(redress: Redress): Promise<Spelt> {
  await redress.app.evaluate(() => void ((globalThis as unknown as Room).spelt = null))
  await redress.page
    .locator('textarea')
    .first()
    .click({ button: 'right', position: { x: 24, y: 18 } })
  await expect.poll(() => redress.app.evaluate(() => (globalThis as unknown as Room).spelt !== null)).toBe(true)
  return redress.app.evaluate(() => (globalThis as unknown as Room).spelt!)
}
const choose = (redress: Redress, label: string) =>
  redress.app.evaluate(
    (_electron, wanted) => (globalThis as unknown as Room).menu!.items.find(({ label }) => label === wanted)!.click(),
    label
  )

/** Writes a text into the notes, key by key; what is marked follows when the checker has read it. */
async function write(redress: Redress, text: string): Promise<void> {
  const notes = redress.page.locator('textarea').first()
  await notes.focus()
  await redress.page.keyboard.press('ControlOrMeta+A')
  await redress.page.keyboard.press('Delete')
  await notes.pressSequentially(text, { delay: 5 })
}
/** Speaks another language and waits until the page does: it is drawn anew, and the notes come back with what was written. */
async function speak({ ask, page }: Redress, language: Language): Promise<void> {
  await ask('workspace.configure', { language })
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('textarea').first()).not.toHaveValue('')
}
let turn = 0
/** Writes a text and gives its first word where that is marked. Each time it ends in other signs: the same text is not read anew. */
const marked = (redress: Redress, text: string) => async () => {
  await write(redress, `${text}${'. '.repeat(turn++ % 4)}`)
  // the checker reads after the keys, and later on a busy computer
  for (let look = 0; look < 4; look++) {
    const { word } = await underPointer(redress)
    if (word) return word
    await redress.page.waitForTimeout(150 * look)
  }
  return ''
}

test('spelling is checked offline in the language of the workspace and in English', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'book.redress'), create: true })
  const { page, ask } = redress
  const { id } = await ask('customers.create', { name: 'Kallas OÜ', currency: 'EUR' })
  await page.evaluate((id) => (location.hash = `#/customers/${id}`), id)
  await expect(page.getByText('On a call?')).toBeVisible()
  await command(redress, 'new-interaction')
  await expect(page.locator('textarea').first()).toBeFocused()
  await listen(redress)

  await test.step('an English word', async () => {
    await expect.poll(marked(redress, 'recieve it on Monday '), { timeout: 20_000 }).toBe('recieve')
    const { offers, menu } = await underPointer(redress)
    expect(offers).toContain('receive')
    expect(menu).toEqual(expect.arrayContaining(['receive', 'Add “recieve” to my dictionary', 'Check spelling']))
    await choose(redress, 'receive')
    await expect(page.locator('textarea').first()).toHaveValue(/^receive it on Monday [. ]*$/)
  })
  await test.step('either English is right', async () => {
    for (const word of ['colour', 'color']) expect(await marked(redress, `${word} of the box `)()).toBe('')
  })

  const words: [Language, wrong: string, right: string][] = [
    ['el', 'παραγγελλία', 'παραγγελία'],
    ['es', 'entrgado', 'entregado'],
    ['et', 'hilinenudd', 'hilinenud']
  ]
  for (const [language, wrong, right] of words) {
    await test.step(`${language}: ${wrong}`, async () => {
      await speak(redress, language)
      await expect.poll(marked(redress, `${wrong} x `), { timeout: 20_000 }).toBe(wrong)
      expect((await underPointer(redress)).offers).toContain(right)
      expect(await marked(redress, `${right} x `)(), 'a right word is not marked').toBe('')
      expect(await marked(redress, 'delivery x ')(), 'an English word is right everywhere').toBe('')
    })
  }

  await test.step('a name is learnt, kept, and forgotten again', async () => {
    await speak(redress, 'en')
    await expect.poll(marked(redress, 'Kallasse asked '), { timeout: 20_000 }).toBe('Kallasse')
    await choose(redress, 'Add “Kallasse” to my dictionary')
    await expect.poll(marked(redress, 'Kallasse asked ')).toBe('')
    await page
      .locator('textarea')
      .first()
      .dblclick({ position: { x: 24, y: 18 } })
    expect((await underPointer(redress)).menu).toContain('Remove “Kallasse” from my dictionary')
    await expect.poll(() => readFileSync(join(redress.userData, 'Custom Dictionary.txt'), 'utf8')).toContain('Kallasse')
    await choose(redress, 'Remove “Kallasse” from my dictionary')
    await expect.poll(marked(redress, 'Kallasse asked ')).toBe('Kallasse')
  })
  await test.step('where there is no dictionary nothing is marked, until English is asked for', async () => {
    await speak(redress, 'fil')
    await expect.poll(marked(redress, 'recieve it ')).toBe('')
    expect((await underPointer(redress)).menu).toContain('Suriin ang baybay (Ingles lamang)')
    await choose(redress, 'Suriin ang baybay (Ingles lamang)')
    await expect.poll(marked(redress, 'recieve it ')).toBe('recieve')
  })
  await test.step('it can be turned off, and stays off', async () => {
    await speak(redress, 'en')
    await expect.poll(async () => (await underPointer(redress)).menu).toContain('Check spelling')
    await choose(redress, 'Check spelling')
    await expect.poll(marked(redress, 'recieve it ')).toBe('')
    expect(JSON.parse(readFileSync(join(redress.userData, 'redress.json'), 'utf8'))).toMatchObject({ spelling: false })
  })
  expect(await redress.app.evaluate(() => (globalThis as unknown as Room).fetched), 'nothing was to be fetched').toEqual([])
})
