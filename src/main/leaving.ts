import type { BrowserWindow } from 'electron'
import { home } from './origin'

/** How long a page may take to store what is in hand; one that hangs does not keep the window open. */
const patience = 5_000

/**
 * Lets the page store what is in hand before its window closes, also when the application quits: the window stays until the
 * page has called what this gives, or for some seconds. `ask` tells the page that it is to leave.
 */
export function leaveWell(window: BrowserWindow, ask: () => void): () => void {
  let timer: NodeJS.Timeout | null = null
  let free = false
  const contents = window.webContents
  const hears = () => contents.getURL().startsWith(home) && !contents.isCrashed() && !contents.isLoadingMainFrame()
  const go = () => {
    free = true
    if (!window.isDestroyed()) window.close()
  }
  window.on('close', (event) => {
    if (free || !hears()) return
    event.preventDefault()
    if (timer) return
    timer = setTimeout(go, patience)
    ask()
  })
  contents.on('render-process-gone', () => timer && go())
  window.on('closed', () => timer && clearTimeout(timer))
  return () => {
    // a page that was not asked to leave stays; this one may hear the answer before it goes
    if (timer) setImmediate(go)
  }
}
