import { BrowserWindow } from 'electron'
import { askedMark, drawnTitle, paperPath, type Drawn } from '../shared/look/pages'
import { log } from './log'
import { scheme } from './origin'
import { ownSession } from './protocol'
import { lockedPreferences } from './security'

/** So long may drawing a few pages take, in milliseconds; so large may their file be, in bytes. */
const limit = 20_000
const largest = 50 * 1024 * 1024
const nothing: Drawn = { of: 0, pages: [] }

/** Draws pages of what strangers send. */
export interface Viewer {
  /** Takes a PDF and the first page that is wanted, gives it and some that follow as pictures; none where it cannot be drawn. */
  pages(content: Uint8Array, from: number): Promise<Drawn>
}

/**
 * A viewer for PDF: one file at a time, each in a locked, hidden window of its own, which can fetch that file and nothing
 * else, has no door to Redress, and is destroyed afterwards. What goes on too long or ends its process costs the pictures,
 * nothing more. `root` holds the built pages.
 */
export function openViewer(root: string): Viewer {
  let turn: Promise<unknown> = Promise.resolve()
  let paper: Uint8Array | null = null
  const room = ownSession('look', root, async () => null, { path: paperPath, content: () => paper })

  const drawn = async (content: Uint8Array, from: number): Promise<Drawn> => {
    paper = content
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...lockedPreferences, session: room(), backgroundThrottling: false }
    })
    let timer: NodeJS.Timeout | undefined
    try {
      const ended = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('drawing took too long')), limit)
        window.webContents.on('render-process-gone', (_event, { reason }) => reject(new Error(`the page ended: ${reason}`)))
      })
      const set = new Promise<void>((resolve) =>
        window.on('page-title-updated', (_event, title) => void (title === drawnTitle && resolve()))
      )
      const made = window.loadURL(`${scheme}://app/look.html${askedMark(from)}`).then(() => set)
      await Promise.race([ended, made])
      // eslint-disable-next-line no-restricted-syntax -- a name, nothing is put into it: the page has no door by which to bring what it drew
      const given = window.webContents.executeJavaScript('JSON.stringify(globalThis.pages)') as Promise<string>
      return checked(JSON.parse(await Promise.race([ended, given])))
    } catch (error) {
      log('look', error)
      return nothing
    } finally {
      clearTimeout(timer)
      paper = null
      window.destroy()
    }
  }

  return {
    pages(content, from) {
      if (content.length > largest) return Promise.resolve(nothing)
      const done = turn.then(() => drawn(content, from))
      turn = done.catch(() => {})
      return done
    }
  }
}

/** What a page brings that a stranger's file was in is taken for nothing but pictures. */
function checked(brought: unknown): Drawn {
  const { of, pages } = brought as Drawn
  const whole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
  if (!whole(of) || !Array.isArray(pages)) return nothing
  const fits = pages.every(
    ({ number, width, height, png }) =>
      whole(number) && whole(width) && whole(height) && typeof png === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(png)
  )
  return fits ? { of, pages: pages.map(({ number, width, height, png }) => ({ number, width, height, png })) } : nothing
}
