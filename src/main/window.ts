import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { m } from '../shared/messages/messages.js'
import type { PageEvent } from '../shared/contract/commands'
import { giveContextMenu } from './context-menu'
import { fullScreenOf, returnToPlace, type FullScreen } from './full-screen'
import type { Preferences } from './preferences'
import { leaveWell, type Leaving } from './leaving'
import { log } from './log'
import { home, isPage, recoveryPage } from './origin'
import { placed } from './placement'
import { lockedPreferences } from './security'
import type { Spelling } from './spelling'
import { keepState, screenAreas } from './window-state'

const papers = { light: '#ffffff', dark: '#1b1a18' }
/** How often a failing page is loaded again before we say so instead: so many times in so many milliseconds. */
const patience = { times: 3, within: 5 * 60_000 }

export interface MainWindow {
  window: BrowserWindow
  tell(event: PageEvent): void
  fullScreen: FullScreen
  leaving: Leaving
  /** The workspace's name for the title, or null. */
  entitle(workspace: string | null): void
}

/**
 * Opens the one window of Redress, hidden until its first picture stands. `out` is the folder of the built files; `stays` says
 * whether it is only hidden when it is closed.
 */
export function openWindow(out: string, preferences: Preferences, spelling: Spelling, stays: () => boolean): MainWindow {
  const window = new BrowserWindow({
    ...placed(preferences.get().window, screenAreas()),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: m.app_name(),
    backgroundColor: nativeTheme.shouldUseDarkColors ? papers.dark : papers.light,
    webPreferences: { ...lockedPreferences, preload: join(out, 'preload', 'index.cjs') }
  })
  window.once('ready-to-show', () => {
    if (preferences.get().window?.maximized) window.maximize()
    window.show()
  })
  returnToPlace(window, preferences)
  keepState(window, preferences)
  giveContextMenu(window, spelling)
  reviveWhenLost(window)

  let workspace: string | null = null
  let page = ''
  const title = () => window.setTitle([page === m.app_name() ? '' : page, workspace, m.app_name()].filter(Boolean).join(' – '))
  window.on('page-title-updated', (event, given) => {
    event.preventDefault()
    const own = ` – ${m.app_name()}`
    page = given.endsWith(own) ? given.slice(0, -own.length) : given
    title()
  })
  void window.loadURL(home).catch((error: unknown) => log('page', error))
  const tell = (event: PageEvent) => {
    if (window.isDestroyed()) return
    const send = () => window.webContents.send('redress:event', event)
    // a page that is still being loaded cannot hear: what was chosen in the menu is meant for it
    const waits = event.is === 'command' || event.is === 'notice'
    if (waits && window.webContents.isLoadingMainFrame()) window.webContents.once('did-finish-load', send)
    else send()
  }
  return {
    window,
    tell,
    leaving: leaveWell(window, () => tell({ is: 'leave' }), { here: stays, goOn: () => tell({ is: 'opened', another: false }) }),
    fullScreen: fullScreenOf(window, (on) => tell({ is: 'full-screen', on })),
    entitle: (name) => {
      workspace = name
      if (!window.isDestroyed()) title()
    }
  }
}

function reviveWhenLost(window: BrowserWindow): void {
  const losses: number[] = []
  const revive = () => {
    if (window.isDestroyed()) return
    const now = Date.now()
    losses.push(now)
    while (losses[0] !== undefined && losses[0] < now - patience.within) losses.shift()
    // never from within the event: the page's process is still being taken down
    setImmediate(() => {
      if (window.isDestroyed()) return
      const url = losses.length > patience.times ? recoveryPage : home
      void window.loadURL(url).catch((error: unknown) => log('page', error))
    })
  }
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log('page gone', `${reason} ${exitCode}`)
    if (reason !== 'clean-exit') revive()
  })
  // Chromium asks nobody before it shows an empty page; it holds nothing and may ask nothing, so we only come back
  window.webContents.on('did-navigate', (_event, url) => {
    if (isPage(url)) return
    log('page left')
    revive()
  })
  window.on('unresponsive', () => {
    // a developer who stepped into the page wants it to stand still
    if (window.webContents.isDevToolsOpened()) return
    log('page unresponsive')
    // what a person typed is kept as a draft, so that nothing is lost when the page is ended
    window.webContents.forcefullyCrashRenderer()
  })
}
