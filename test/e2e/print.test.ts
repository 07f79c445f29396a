import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Redress } from './support/app'
import { words } from './support/pdf'

/** A case in a new workspace, and a place for its brief. */
async function withCase(redress: Redress, folder: string) {
  const { id: customerId } = await redress.ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: caseId } = await redress.ask('cases.create', { customerId, title: 'The freezer', currency: 'EUR' })
  const file = join(folder, 'brief.pdf')
  await redress.dialogs({ save: file })
  return { file, asked: { caseId, language: 'en', paper: 'a4' } as const }
}

/** The next windows that open lose their page, so many times. */
const loseWindows = (redress: Redress, times: number) =>
  redress.app.evaluate(({ app }, times) => {
    let left = times
    app.on('browser-window-created', (_event, window) => {
      if (left-- > 0) window.webContents.once('did-start-loading', () => window.webContents.forcefullyCrashRenderer())
    })
  }, times)
const windows = (redress: Redress) => redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a print window that is lost is tried once more', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const { file, asked } = await withCase(redress, folder)
  await loseWindows(redress, 1)
  expect(await redress.ask('shell.exportBrief', asked)).toMatchObject({ saved: 'brief.pdf' })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await windows(redress)).toBe(1)
})

test('printing that fails twice says so, writes nothing, and works again the next time', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const { file, asked } = await withCase(redress, folder)
  await loseWindows(redress, 2)
  expect(await redress.answer('shell.exportBrief', asked)).toMatchObject({ error: { code: 'internal' } })
  expect(existsSync(file)).toBe(false)
  expect(await windows(redress)).toBe(1)
  expect(await redress.ask('shell.exportBrief', asked)).toMatchObject({ saved: 'brief.pdf' })
})

test('printing can be cancelled, and the window is gone', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const { file, asked } = await withCase(redress, folder)
  const answer = await redress.page.evaluate(async (asked) => {
    const printing = window.redress.call('shell.exportBrief', asked, 'the call')
    window.redress.cancel('the call')
    return printing
  }, asked)
  expect(answer).toMatchObject({ error: { code: 'cancelled' } })
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await windows(redress)).toBe(1)
})

test('two exports at once are each whole, and leave nothing beside them', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const { file, asked } = await withCase(redress, folder)
  const other = { ...asked, language: 'el' } as const
  const [one, two] = await Promise.all([
    redress.ask('shell.exportBrief', { ...asked, draft: true }),
    redress.ask('shell.exportBrief', { ...other, draft: true })
  ])
  expect([one.saved, two.saved]).toEqual(['brief.pdf', 'brief.pdf'])
  const read = await words(new Uint8Array(readFileSync(file)))
  // the second one stands, and is of one piece
  expect(read.language).toBe('el')
  expect(read.pages).toHaveLength(two.pages)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await windows(redress)).toBe(1)
})

test('the print window has no door, and its page may reach nothing', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const { asked } = await withCase(redress, folder)
  const found = redress.app.evaluate(
    ({ app, session }) =>
      new Promise((resolve) => {
        app.once('browser-window-created', (_event, window) => {
          const contents = window.webContents as Electron.WebContents & { getLastWebPreferences(): Record<string, unknown> }
          contents.once('dom-ready', () => {
            const { preload, sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
            const own = contents.session !== session.defaultSession && !contents.session.isPersistent()
            resolve({
              preload: preload ?? '',
              sandbox,
              contextIsolation,
              nodeIntegration,
              webviewTag,
              own,
              seen: window.isVisible()
            })
          })
        })
      })
  )
  await redress.ask('shell.exportBrief', asked)
  expect(await found).toEqual({
    preload: '',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    own: true,
    seen: false
  })
})
