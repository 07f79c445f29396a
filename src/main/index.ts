import { basename, dirname, join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { m } from '../shared/messages/messages.js'
import { setLocale } from '../shared/messages/runtime.js'
import { isWorkspace, readArguments } from './arguments'
import { openBook } from './book'
import { runCli } from './cli'
import { dialogsOf } from './dialogs'
import { chosenFiles } from './files'
import { openGate } from './gate'
import { keptIn } from './kept'
import { firstSpoken } from '../shared/spoken'
import { linksOf } from './links'
import { log, logInto } from './log'
import { setMenu } from './menu'
import { menuDeeds } from './menu-deeds'
import { openPrinter } from './print'
import { registerScheme, serve } from './protocol'
import { closeNetwork, guard } from './security'
import { shellAnswers } from './shell'
import { openWindow, type MainWindow } from './window'

const given = readArguments(process.argv, process.cwd())
const out = join(app.getAppPath(), 'out')
const pages = join(out, 'renderer')
const script = join(out, 'cli', 'workspace.js')

if (given.userData) app.setPath('userData', given.userData)
closeNetwork()
registerScheme()

if (given.cli) runCli(given.cli, pages, script)
else if (app.requestSingleInstanceLock({ workspace: given.workspace })) run()
else app.quit()

/** Puts the rooms together, and opens the window on what was asked for. */
function run(): void {
  const kept = keptIn(app.getPath('userData'))
  const logFile = logInto(join(app.getPath('userData'), 'logs'))
  let main: MainWindow | null = null
  let first = given.workspace
  let open = (file: string) => {
    first = file
  }
  const window = () => (main && !main.window.isDestroyed() ? main.window : null)
  const page = () => window()?.webContents ?? null
  const dialogs = dialogsOf(window, kept)
  const links = linksOf(dialogs)

  guard((address) => void links.open(address))
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const file = (data as { workspace?: unknown } | null)?.workspace
    if (window()?.isMinimized()) window()?.restore()
    window()?.focus()
    if (typeof file === 'string') open(file)
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (isWorkspace(file)) open(file)
  })
  app.on('window-all-closed', () => app.quit())
  process.on('uncaughtException', (error) => log('main', error))
  process.on('unhandledRejection', (error) => log('main', error))
  void app.whenReady().then(ready)

  function ready(): void {
    setLocale(firstSpoken(app.getPreferredSystemLanguages()), { reload: false })
    const book = openBook(script, kept, {
      onChanged: (changed) => main?.tell({ is: 'changed', changed }),
      onInfo: followInfo,
      onOpened: () => main?.tell({ is: 'opened' })
    })
    const files = chosenFiles()
    const printer = openPrinter(pages, book.worker)
    const answers = shellAnswers({ book, kept, files, dialogs, printer })
    const deeds = menuDeeds({
      answers,
      book,
      dialogs,
      logFile,
      page,
      command: (command) => main?.tell({ is: 'command', command })
    })

    serve(session.defaultSession, pages, async (url) => {
      await book.ready()
      const asked = Object.fromEntries([...url.searchParams].filter(([name]) => ['language', 'paper', 'audience', 'versionId'].includes(name)))
      return book.worker.call('brief.model', { caseId: basename(url.pathname, '.html'), ...asked } as never)
    })
    openGate({
      page,
      files,
      tell: (event) => main?.tell(event),
      workspace: async (name, input, watch) => {
        await book.ready()
        return book.worker.call(name, input as never, watch)
      },
      shell: (name, input, watch) => answers[name](input as never, watch)
    })
    nativeTheme.on('updated', () => main?.tell({ is: 'theme', dark: nativeTheme.shouldUseDarkColors }))

    open = deeds.openFile
    void book.openFirst(first ?? (given.sample ? book.sampleFile : (kept.get().last ?? book.sampleFile)), given.create)
    main = openWindow(out, kept)
    main.window.on('closed', () => {
      main = null
    })
    followInfo()
    endWith(() => book.worker.end())

    /** Language, theme, title and menu are those of the open workspace. */
    function followInfo(): void {
      const info = book.info()
      if (info) {
        setLocale(info.settings.language, { reload: false })
        if (nativeTheme.themeSource !== info.settings.theme) nativeTheme.themeSource = info.settings.theme
      }
      main?.entitle(info && (info.readOnly ? m.menu_title_read_only({ name: info.name }) : info.name))
      const recent = kept.get().recent.map((file) => ({ name: basename(file, '.redress'), folder: dirname(file) }))
      setMenu({ info, recent }, deeds)
    }
  }
}

/** Lets the work end before the app does. */
function endWith(work: () => Promise<void>): void {
  let ended = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void work().finally(() => {
      ended = true
      app.quit()
    })
  })
}
