import { screen, type BrowserWindow } from 'electron'
import type { Area } from './placement'
import type { Preferences } from './preferences'

/** The areas of the screens that are connected now. */
export const screenAreas = (): Area[] => screen.getAllDisplays().map((display) => display.workArea)

/** Keeps where the window stands, a moment after it stopped moving. */
export function keepState(window: BrowserWindow, preferences: Preferences): void {
  let timer: NodeJS.Timeout | null = null
  const keep = () => {
    timer = null
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    preferences.set({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  }
  const soon = () => {
    timer ??= setTimeout(keep, 400)
  }
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', soon)
  window.on('close', () => {
    if (timer) clearTimeout(timer)
    keep()
  })
}
