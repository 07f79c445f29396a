import { BrowserWindow, screen } from 'electron'
import { viewMark, type SpeakerSheet } from '../shared/brief/speaker'
import type { BriefModel } from '../shared/brief/types'
import { m } from '../shared/messages/messages.js'
import { log } from './log'
import { scheme } from './origin'
import { ownSession } from './protocol'
import { lockedPreferences } from './security'

const address = `${scheme}://app/brief/speaker.html`
/** Keys that turn what is presented: they do so from the speaker's window too. */
const turning = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'Home', 'End'])
const usual = { width: 960, height: 640 }

/** The window of who speaks. It has no door: it shows what it is told in its address, and its keys are heard from outside. */
export interface Speaker {
  /** Whether there is a display for it besides the one that the brief is shown on. */
  apart(): boolean
  isOpen(): boolean
  /** Opens it where it is not there yet, and shows what belongs to this view, from 0. */
  show(model: () => Promise<BriefModel>, at: number): Promise<void>
  close(): void
}

/** `shown` is the window that the brief is presented in, `root` the built pages; `onTurn` is told a key, `onClosed` that it is gone. */
export function speakerOf(
  root: string,
  shown: () => BrowserWindow | null,
  heard: { onTurn: (key: string) => void; onClosed: () => void }
): Speaker {
  let window: BrowserWindow | null = null
  let sheet: SpeakerSheet | null = null
  const room = ownSession('speaker', root, async () => sheet)

  /** The display that the brief is not shown on; where there is one only, that one. */
  const place = () => {
    const all = screen.getAllDisplays()
    const main = shown()
    const taken = main ? screen.getDisplayMatching(main.getBounds()).id : screen.getPrimaryDisplay().id
    const other = all.find(({ id }) => id !== taken)
    const { x, y, width, height } = (other ?? all[0]!).workArea
    if (other) return { x, y, width, height }
    const size = { width: Math.min(usual.width, width), height: Math.min(usual.height, height) }
    return { x: x + width - size.width, y: y + height - size.height, ...size }
  }

  const open = (): BrowserWindow => {
    const made = new BrowserWindow({
      ...place(),
      show: false,
      title: m.brief_ui_speaker(),
      backgroundColor: '#1a1917',
      autoHideMenuBar: true,
      webPreferences: { ...lockedPreferences, session: room(), backgroundThrottling: false }
    })
    made.setMenu(null)
    // the keyboard stays with what is presented
    made.once('ready-to-show', () => made.showInactive())
    made.on('page-title-updated', (event) => event.preventDefault())
    made.webContents.on('before-input-event', (event, { type, key }) => {
      if (type !== 'keyDown') return
      if (key === 'Escape') made.close()
      else if (turning.has(key)) {
        event.preventDefault()
        heard.onTurn(key)
      }
    })
    made.webContents.on('render-process-gone', () => made.destroy())
    made.on('closed', () => {
      if (window !== made) return
      window = null
      sheet = null
      heard.onClosed()
    })
    return made
  }

  return {
    apart: () => screen.getAllDisplays().length > 1,
    isOpen: () => window !== null,
    async show(model, at) {
      if (!window) {
        const { title, language, locale, paper, ...rest } = await model()
        const words = {
          notes: m.brief_ui_speaker_notes(),
          next: m.brief_ui_speaker_next(),
          last: m.brief_ui_speaker_last(),
          clock: m.brief_ui_speaker_clock(),
          since: m.brief_ui_speaker_since(),
          none: m.brief_ui_speaker_none()
        }
        sheet = { is: 'speaker', title, language, locale, paper, model: { title, language, locale, paper, ...rest }, words }
        window = open()
      }
      await window.loadURL(`${address}${viewMark}${at}`).catch((error: unknown) => log('speaker', error))
    },
    close() {
      window?.destroy()
    }
  }
}
