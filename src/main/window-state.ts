import { screen, type BrowserWindow, type Rectangle } from 'electron'
import type { Kept, KeptFields } from './kept'

const usual = { width: 1280, height: 840 }
/** How much of the window's top edge must be on a screen for a person to get hold of it. */
const grip = { width: 120, height: 40 }

/** Takes what was kept, gives where the window opens: there, if a person could reach it there, else in the middle. */
export function placed(state: KeptFields['window'], areas: readonly Rectangle[]): Partial<Rectangle> {
  if (!state) return usual
  const size = { width: Math.max(640, Math.round(state.width)), height: Math.max(480, Math.round(state.height)) }
  const seen = areas.some((area) => {
    const width = Math.min(state.x + size.width, area.x + area.width) - Math.max(state.x, area.x)
    const top = state.y >= area.y - 1 && state.y + grip.height <= area.y + area.height
    return width >= grip.width && top
  })
  return seen ? { x: Math.round(state.x), y: Math.round(state.y), ...size } : size
}

/** The areas of the screens that are connected now. */
export const screenAreas = (): Rectangle[] => screen.getAllDisplays().map((display) => display.workArea)

/** Keeps where the window stands, a moment after it stopped moving. */
export function keepState(window: BrowserWindow, kept: Kept): void {
  let timer: NodeJS.Timeout | null = null
  const keep = () => {
    timer = null
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    kept.set({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
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
