import type { BrowserWindow } from 'electron'
import { home } from './origin'

/** How long a page may take to store what is in hand; one that hangs keeps neither the window nor the workspace open. */
const patience = 5_000

export interface Leaving {
  /** The page has stored what was in hand. */
  left(): void
  /** Has the page store what is in hand, and waits until it has, or for some seconds: before another workspace opens. */
  settle(): Promise<void>
}

/**
 * Lets the page store what is in hand before its window closes, also when the application quits: the window stays until the
 * page has said that it has left, or for some seconds. `ask` tells the page that it is to leave. Where
 * Redress stays in the tray (`here`), the window is hidden, the page stores what is in hand and is then told to go on, so that one
 * can write in it when it comes back; it closes when the application quits.
 */
export function leaveWell(window: BrowserWindow, ask: () => void, stays: { here(): boolean; goOn(): void }): Leaving {
  let timer: NodeJS.Timeout | null = null
  let free = false
  const settling = new Set<() => void>()
  const contents = window.webContents
  const hears = () => contents.getURL().startsWith(home) && !contents.isCrashed() && !contents.isLoadingMainFrame()
  const go = () => {
    free = true
    if (!window.isDestroyed()) window.close()
  }
  const settled = () => {
    for (const done of [...settling]) done()
  }
  window.on('close', (event) => {
    if (stays.here()) {
      event.preventDefault()
      window.hide()
      void settle().then(stays.goOn)
      return
    }
    if (free || !hears()) return
    event.preventDefault()
    if (timer) return
    timer = setTimeout(go, patience)
    ask()
  })
  contents.on('render-process-gone', () => {
    settled()
    if (timer) go()
  })
  window.on('closed', () => {
    settled()
    if (timer) clearTimeout(timer)
  })
  async function settle(): Promise<void> {
    if (window.isDestroyed() || !hears()) return
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(late)
        settling.delete(done)
        resolve()
      }
      const late = setTimeout(done, patience)
      settling.add(done)
      ask()
    })
  }
  return {
    left() {
      settled()
      // a page that was not asked to leave stays; this one may hear the answer before it goes
      if (timer) setImmediate(go)
    },
    settle
  }
}
