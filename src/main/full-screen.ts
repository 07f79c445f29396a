import type { BrowserWindow } from 'electron'
import type { Preferences } from './preferences'

/** The full screen that a page asks for, as while it presents a brief. */
export interface FullScreen {
  /** Takes whether the window is to fill the screen, or that it be as it was before the page first asked; gives what it will be. */
  set(on: boolean | 'as-before'): boolean
}

/**
 * Lets a page fill the screen with its window. What it asked for ends with it: when it is left, loaded again or lost, the
 * window is as it was. `onChange` is told whoever changed it: the page, the menu or the system, which may take a moment.
 */
export function fullScreenOf(window: BrowserWindow, onChange: (on: boolean) => void): FullScreen {
  let before: boolean | null = null
  let asked: boolean | null = null

  const set: FullScreen['set'] = (on) => {
    const now = window.isFullScreen()
    if (on === 'as-before' && before === null) return now
    const target = on === 'as-before' ? before! : on
    before = on === 'as-before' ? null : (before ?? now)
    // the last step may still be on its way, then the window says what it was
    if (target !== now || (asked !== null && asked !== target)) window.setFullScreen(target)
    asked = before === null ? null : target
    return target
  }

  // what the window is by now counts, not which event came: they may come late, and twice
  const changed = () => {
    if (window.isDestroyed()) return
    const on = window.isFullScreen()
    if (asked !== null) asked = on
    onChange(on)
  }
  window.on('enter-full-screen', changed)
  window.on('leave-full-screen', changed)
  const lost = () => {
    if (!window.isDestroyed()) set('as-before')
  }
  window.webContents.on('render-process-gone', lost)
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) lost()
  })
  return { set }
}

/**
 * Puts the window back where it stood before it filled the screen. On Windows and macOS the system does; on Linux that is
 * left to the window manager, and not every one does, so that the size of the screen would be kept as the window's own.
 */
export function returnToPlace(window: BrowserWindow, preferences: Preferences): void {
  if (process.platform !== 'linux') return
  let stood: { bounds: Electron.Rectangle; maximized: boolean } | null = null
  window.on('enter-full-screen', () => {
    stood ??= { bounds: window.getNormalBounds(), maximized: preferences.get().window?.maximized ?? false }
  })
  window.on('leave-full-screen', () => {
    const last = stood
    stood = null
    // never from within the event: moving the window now would tell of leaving once more
    setImmediate(() => {
      if (!last || window.isDestroyed() || window.isFullScreen()) return
      if (last.maximized) window.maximize()
      else window.setBounds(last.bounds)
    })
  })
}
