import { BrowserWindow, type Session } from 'electron'
import { marginsMark, type Margins } from '../../shared/brief/margins'
import { picturesMark, type Picture } from '../../shared/brief/pictures'
import { m } from '../../shared/messages/messages.js'
import { Refusal } from '../../shared/values/errors'
import { log } from '../log'
import { scheme } from '../origin'
import { lockedPreferences } from '../security'

/** For each thing that the window does, in milliseconds. */
const limit = 30_000
const address = `${scheme}://app/brief/print.html?print`
const millimetres = (length: number) => length / 25.4

export type Paper = 'a4' | 'letter'

/** A document in a locked, hidden window of its own, ready to be printed. */
export interface Press {
  /** The document itself, tagged, with nothing in its margins. */
  body(): Promise<Buffer>
  /** What goes over it: a sheet for each page, then one for each number. The document is gone afterwards. */
  margins(margins: Margins): Promise<Buffer>
  /** Each chart of a brief as files of its own. */
  pictures(): Promise<Picture[]>
}

/** Opens the document, gives it to `use`, and destroys the window, whatever happens. Errors: cancelled; any that printing meets. */
export async function withPress<T>(
  own: Session,
  paper: Paper,
  use: (press: Press) => Promise<T>,
  signal?: AbortSignal
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...lockedPreferences, session: own, backgroundThrottling: false }
  })
  let stop = () => {}
  const failed = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Refusal('cancelled', m.error_cancelled()))
    window.webContents.on('render-process-gone', (_event, { reason }) => reject(new Error(`the print page ended: ${reason}`)))
    window.webContents.on('console-message', (...heard: unknown[]) => log('print page', spoken(heard)))
  })
  signal?.addEventListener('abort', stop, { once: true })
  const press: Press = {
    body: () => inTime(window.webContents.printToPDF(bodyOptions(paper))),
    margins: (margins) => inTime(printedMargins(window, paper, margins)),
    pictures: () => inTime(drawnPictures(window))
  }
  try {
    return await Promise.race([failed, inTime(prepared(window)).then(() => use(press))])
  } finally {
    signal?.removeEventListener('abort', stop)
    window.destroy()
  }
}

/** What a window does has its limit; what is done with it here takes as long as it takes. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('printing took too long')), limit)
  })
  return Promise.race([late, work]).finally(() => clearTimeout(timer))
}

async function printedMargins(window: BrowserWindow, paper: Paper, margins: Margins): Promise<Buffer> {
  const set = said(window, 'margins')
  await window.loadURL(`${address}${marginsMark}${encodeURIComponent(JSON.stringify(margins))}`)
  await set
  return window.webContents.printToPDF({ ...sheet(paper), margins: { top: 0, bottom: 0, left: 0, right: 0 } })
}

async function drawnPictures(window: BrowserWindow): Promise<Picture[]> {
  const drawn = said(window, 'pictures')
  await window.loadURL(`${address}${picturesMark}`)
  await drawn
  // eslint-disable-next-line no-restricted-syntax -- a name, nothing is put into it: the page has no door by which to bring what it drew
  return (await window.webContents.executeJavaScript('globalThis.pictures')) as Picture[]
}

/** Resolves when the page calls itself that. */
const said = (window: BrowserWindow, word: string): Promise<void> =>
  new Promise((resolve) =>
    window.on('page-title-updated', (_event, title) => {
      if (title === word) resolve()
    })
  )

async function prepared(window: BrowserWindow): Promise<void> {
  // "ready", then the title of the case: that one becomes the PDF's
  const ready = new Promise<void>((resolve) => {
    let set = false
    window.on('page-title-updated', (_event, title) => {
      if (title === 'ready') set = true
      else if (set) resolve()
    })
  })
  await window.loadURL(address)
  await ready
}

/** Electron gives the words as the third argument up to 34 and on the first one since. */
function spoken(heard: unknown[]): string {
  const [event, , words] = heard
  return typeof words === 'string' ? words : String((event as { message?: unknown }).message ?? '')
}

const sheet = (paper: Paper): Electron.PrintToPDFOptions => ({
  pageSize: paper === 'a4' ? 'A4' : 'Letter',
  printBackground: true
})

const bodyOptions = (paper: Paper): Electron.PrintToPDFOptions => ({
  ...sheet(paper),
  // the document's outer margin; the page numbers stand inside the lower one
  margins: { top: millimetres(11), bottom: millimetres(14), left: millimetres(13), right: millimetres(13) },
  generateTaggedPDF: true,
  generateDocumentOutline: true
})
