import { basename, dirname, join } from 'node:path'
import { app, Menu, nativeTheme, powerMonitor, session as webSession } from 'electron'
import { m } from '../shared/messages/messages.js'
import { setLocale } from '../shared/messages/runtime.js'
import { prefetch, type Prefetched } from './prefetch'
import { isWorkspace, readArguments } from './arguments'
import { openSession } from './session'
import { speakerOf } from './speaker'
import { dialogsOf } from './dialogs'
import { chosenFiles } from './files'
import { openGate } from './gate'
import { preferencesIn } from './preferences'
import { firstSpoken } from '../shared/values/spoken'
import { linksOf } from './links'
import { log, logInto } from './log'
import { setMenu } from './menu'
import { menuActions } from './menu-actions'
import { personAgrees } from './person'
import { openViewer } from './look'
import { openPrinter } from './print'
import { registerScheme, serve } from './protocol'
import { remind, type Reminders } from './reminders'
import { closeNetwork, guard } from './security'
import { shellAnswers } from './shell'
import { spellingOf } from './spelling'
import { trayOf } from './tray'
import { openWindow, type MainWindow } from './window'

const given = readArguments(process.argv, process.cwd())
const out = join(app.getAppPath(), 'out')
const pages = join(out, 'renderer')
const script = join(out, 'cli', 'workspace.js')

if (given.userData) app.setPath('userData', given.userData)
closeNetwork()
registerScheme()

if (given.cli) (await import('./cli')).runCli(given.cli, pages, script)
else if (app.requestSingleInstanceLock({ workspace: given.workspace })) run()
else app.quit()

/** Puts the rooms together, and opens the window on what was asked for. */
function run(): void {
  const preferences = preferencesIn(app.getPath('userData'))
  const logFile = logInto(join(app.getPath('userData'), 'logs'))
  let main: MainWindow | null = null
  let first = given.workspace
  let open = (file: string) => {
    first = file
  }
  const window = () => (main && !main.window.isDestroyed() ? main.window : null)
  const page = () => window()?.webContents ?? null
  const toFront = () => {
    if (window()?.isMinimized()) window()?.restore()
    window()?.show()
    window()?.focus()
  }
  const dialogs = dialogsOf(window, preferences)
  const links = linksOf(dialogs)

  guard((address) => void links.open(address))
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const file = (data as { workspace?: unknown } | null)?.workspace
    toFront()
    if (typeof file === 'string') open(file)
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (isWorkspace(file)) open(file)
  })
  app.on('window-all-closed', () => app.quit())
  process.on('uncaughtException', (error) => log('main', error))
  process.on('unhandledRejection', (error) => log('main', error))
  // Electron's own menu would be built for nothing; ours follows before the window shows
  Menu.setApplicationMenu(null)
  void app.whenReady().then(ready)

  function ready(): void {
    const look = preferences.get().look
    setLocale(look?.language ?? firstSpoken(app.getPreferredSystemLanguages()), { reload: false })
    if (look) nativeTheme.themeSource = look.theme
    const spelling = spellingOf(webSession.defaultSession, join(app.getAppPath(), 'resources', 'dictionaries'), preferences)
    let prefetched: Prefetched | null = null
    let reminders: Reminders | null = null
    const tray = trayOf({
      resources: join(app.getAppPath(), 'resources'),
      show: toFront,
      reminders: () => reminders
    })
    const session = openSession(script, preferences, {
      onChanged: (changed) => {
        prefetched?.drop()
        main?.tell({ is: 'changed', changed })
      },
      onInfo: followInfo,
      onOpened: (another) => {
        prefetched?.drop()
        main?.tell({ is: 'opened', another })
      },
      onNotice: (words, wrong = false) => main?.tell({ is: 'notice', words, wrong }),
      beforeAnother: async () => main?.leaving.settle()
    })
    const opened = session.openFirst(first ?? (given.sample ? session.sampleFile : lastOpen()), given.create)
    void opened.then(() => {
      if (session.file()) prefetched = prefetch(session.worker)
    })
    serve(webSession.defaultSession, pages, async (url) => {
      await session.ready()
      const given = (...names: string[]) => Object.fromEntries([...url.searchParams].filter(([name]) => names.includes(name)))
      if (url.pathname === '/brief/call.html')
        return session.worker.call('callSheet.get', given('customerId', 'language', 'paper') as never)
      const asked = given('language', 'paper', 'audience', 'versionId')
      const shape = url.searchParams.get('shape')
      return session.worker.call('brief.model', {
        caseId: basename(url.pathname, '.html'),
        ...asked,
        ...(shape ? { shape: JSON.parse(shape) as unknown } : {})
      } as never)
    })
    main = openWindow(out, preferences, spelling, tray.stays)
    main.window.on('closed', () => {
      main = null
    })

    // the page and the workspace are being loaded; the rest is made ready meanwhile
    const files = chosenFiles()
    const printer = openPrinter(pages, session.worker)
    const viewer = openViewer(pages)
    const speaker = speakerOf(pages, () => main?.window ?? null, {
      onTurn: (key) => main?.tell({ is: 'turn', way: key }),
      onClosed: () => main?.tell({ is: 'turn', way: null })
    })
    const { window } = main
    window.on('closed', speaker.close)
    window.webContents.on('render-process-gone', speaker.close)
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) speaker.close()
    })
    const answers = shellAnswers({
      session,
      speaker,
      preferences,
      files,
      dialogs,
      printer,
      viewer,
      links,
      fullScreen: (on) => main?.fullScreen.set(on) ?? false,
      offered: () => main?.tell({ is: 'offered' }),
      left: () => main?.leaving.left(),
      reminders: () => reminders
    })
    const actions = menuActions({
      answers,
      session,
      dialogs,
      logFile,
      page,
      command: (command) => main?.tell({ is: 'command', command })
    })

    openGate({
      page,
      files,
      tell: (event) => main?.tell(event),
      workspace: async (name, input, watch) => {
        await session.ready()
        return prefetched?.take(name, input) ?? session.worker.call(name, input as never, watch)
      },
      shell: async (name, input, watch) => {
        const agreed = await personAgrees(name, input, { session, preferences, dialogs })
        return agreed ? answers[name](input as never, watch) : { opened: false }
      }
    })
    nativeTheme.on('updated', () => main?.tell({ is: 'theme', dark: nativeTheme.shouldUseDarkColors }))

    open = actions.openFile
    const menu = menuOf(() => {
      const recent = preferences.get().recent.map((file) => ({ name: basename(file, '.redress'), folder: dirname(file) }))
      setMenu({ info: session.info(), recent }, actions)
    })
    setImmediate(menu.now)
    const showDesk = () => {
      toFront()
      main?.tell({ is: 'command', command: 'go-desk' })
    }
    reminders = remind(session, showDesk, tray.counted)
    wholeWhenLeft(() => session.worker.ask({ do: 'settle' }))
    endWith(() => session.worker.end())

    /** What was open last; null the first time, until there is a workspace of the person's own. */
    function lastOpen(): string | null {
      const { last, recent } = preferences.get()
      return last ?? (recent.length > 0 ? session.sampleFile : null)
    }

    /** Language, theme, title and menu are those of the open workspace. */
    function followInfo(): void {
      const info = session.info()
      tray.follow(info?.settings.tray ?? false)
      if (info) {
        setLocale(info.settings.language, { reload: false })
        spelling.follow(info.settings.language)
        if (nativeTheme.themeSource !== info.settings.theme) nativeTheme.themeSource = info.settings.theme
        const { language, theme } = info.settings
        const known = preferences.get().look
        if (known?.language !== language || known.theme !== theme) preferences.set({ look: { language, theme } })
      }
      main?.entitle(info && (info.readOnly ? m.menu_title_read_only({ name: info.name }) : info.name))
      menu.soon()
    }
  }
}

/** How long the menu may be behind: what has changed is shown in the page first. */
const menuWait = 500

/** Takes how to set the menu, gives how to do it at once, and how to do it soon for all changes that come until then. */
function menuOf(set: () => void): { now(): void; soon(): void } {
  let timer: NodeJS.Timeout | null = null
  const now = () => {
    timer = null
    set()
  }
  return { now, soon: () => (timer ??= setTimeout(now, menuWait)) }
}

/** Whatever the person may do with the file next, with another program or another computer: it is whole by itself before. */
function wholeWhenLeft(settle: () => Promise<unknown>): void {
  const now = () => void settle().catch((error: unknown) => log('settle', error))
  app.on('browser-window-blur', now)
  powerMonitor.on('suspend', now)
  powerMonitor.on('lock-screen', now)
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
