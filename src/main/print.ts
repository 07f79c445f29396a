import { app, BrowserWindow, session, type Session } from 'electron'
import { dataName, dataText } from '../shared/brief/data'
import type { CallSheet } from '../shared/call-sheet/types'
import { questionsFile, sheetText } from '../shared/inquiry/data'
import type { QuestionSheet } from '../shared/inquiry/types'
import { placesOf } from '../shared/brief/places'
import type { BriefModel } from '../shared/brief/types'
import type { Input } from '../shared/contract/table'
import { Refusal } from '../shared/values/errors'
import type { Language } from '../shared/values/fields'
import { m } from '../shared/messages/messages.js'
import { log } from './log'
import type { Finish } from './pdf/finish'
import { marginsOf, type Margins } from './pdf/margins'
import { scheme } from './origin'
import { serve } from './protocol'
import { lockedPreferences } from './security'
import type { WorkspaceProcess } from './workspace-process'
import { writeWhole } from '../files/outgoing'

const limit = 30_000
const tries = 2
const millimetres = (length: number) => length / 25.4

export interface PrintRequest extends Pick<Input<'brief.model'>, 'caseId' | 'audience' | 'versionId' | 'shape'> {
  language: Language
  paper: 'a4' | 'letter'
  /** Says so on every page: what it says was not frozen. */
  draft?: boolean
  /** Where the PDF goes. */
  file: string
}

interface SheetRequest {
  sheet: CallSheet
  file: string
}

type Printed = BriefModel | QuestionSheet | CallSheet

interface FormRequest {
  sheet: QuestionSheet
  file: string
}

/** What is set in the hidden window, and how what was printed is finished. */
interface Job {
  model: Printed
  paper: PrintRequest['paper']
  margins: Margins
  file: string
  finish: Omit<Finish, 'title' | 'language' | 'creator'>
}

export interface Printer {
  /** Prints a brief, gives its number of pages. Errors: those of brief.model; cancelled; internal when printing failed twice. */
  print(request: PrintRequest, signal?: AbortSignal): Promise<{ pages: number }>
  /** Prints the questions to a customer as a form to fill in. Errors: cancelled; internal when printing failed twice. */
  printForm(request: FormRequest, signal?: AbortSignal): Promise<{ pages: number }>
  /** Prints the sheet before a call. Errors: cancelled; internal when printing failed twice. */
  printSheet(request: SheetRequest, signal?: AbortSignal): Promise<{ pages: number }>
}

/** A printer for briefs: one at a time, each in a locked, hidden window of its own. `root` holds the built pages. */
export function openPrinter(root: string, worker: Pick<WorkspaceProcess, 'call'>): Printer {
  let turn: Promise<unknown> = Promise.resolve()
  let model: Printed | null = null
  let room: Session | null = null

  const ownSession = () => {
    if (room) return room
    // without "persist:" nothing of it is ever written to disk
    room = session.fromPartition('print')
    serve(room, root, async () => model)
    return room
  }

  const printed = async (job: Job, signal?: AbortSignal) => {
    model = job.model
    // loaded when it is needed: it is large, and no start waits for it
    const { finishPdf } = await import('./pdf/finish')
    for (let left = tries; left > 0; left--) {
      if (signal?.aborted) throw new Refusal('cancelled', m.error_cancelled())
      try {
        const pdf = await printOnce(ownSession(), job.paper, job.margins, signal)
        const creator = `Redress ${app.getVersion()}`
        const { title, language } = job.model
        const finished = await finishPdf(pdf, { title, language, creator, ...job.finish })
        if (signal?.aborted) throw new Refusal('cancelled', m.error_cancelled())
        await writeWhole(job.file, finished.pdf)
        return { pages: finished.pages }
      } catch (error) {
        if (error instanceof Refusal) throw error
        log('print', error)
      }
    }
    throw new Refusal('internal', m.menu_print_failed())
  }

  const print = async ({ file, draft = false, ...asked }: PrintRequest, signal?: AbortSignal) => {
    const model = await worker.call('brief.model', asked)
    const text = dataText({ caseId: asked.caseId, versionId: asked.versionId ?? null, model })
    const { digestOf } = await import('./pdf/finish')
    const margins = marginsOf({ footer: model.footer, draft, digest: digestOf(text) })
    const data = { name: dataName, about: m.menu_brief_data(), text }
    return printed({ model, paper: asked.paper, margins, file, finish: { places: placesOf(model), data } }, signal)
  }

  const printForm = ({ sheet, file }: FormRequest, signal?: AbortSignal) => {
    const data = { name: questionsFile, about: sheet.title, text: sheetText(sheet) }
    const finish = { places: new Map<string, string>(), data, asks: asksOf(sheet) }
    return printed({ model: sheet, paper: sheet.paper, margins: marginsOf({ footer: sheet.footer }), file, finish }, signal)
  }

  const printSheet = ({ sheet, file }: SheetRequest, signal?: AbortSignal) => {
    const data = { name: 'call-sheet.json', about: sheet.title, text: JSON.stringify(sheet) }
    const finish = { places: new Map<string, string>(), data }
    return printed({ model: sheet, paper: sheet.paper, margins: marginsOf({ footer: sheet.footer }), file, finish }, signal)
  }

  /** One after the other: they share what is set. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work).finally(() => (model = null))
    turn = done.catch(() => {})
    return done
  }

  return {
    print: (request, signal) => inTurn(() => print(request, signal)),
    printForm: (request, signal) => inTurn(() => printForm(request, signal)),
    printSheet: (request, signal) => inTurn(() => printSheet(request, signal))
  }
}

/** What each field of a form asks for, by its name: for who cannot see where it stands. */
function asksOf({ groups, heads, besides }: QuestionSheet): (field: string) => string {
  const rows = groups.flatMap(({ parts }) => parts.flatMap((part) => part.rows.map((row) => ({ part: part.heading, ...row }))))
  return (field) => {
    const [at = '', column = ''] = field.split('.')
    const row = rows[Number(at)]
    if (!row || !column) return (besides as Record<string, string>)[field] ?? field
    return [row.part, row.label, row.unit, (heads as Record<string, string>)[column]].join(', ')
  }
}

/** Opens the window, waits until the document says it is ready, prints it and destroys the window, whatever happens. */
async function printOnce(own: Session, paper: PrintRequest['paper'], margins: Margins, signal?: AbortSignal): Promise<Buffer> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...lockedPreferences, session: own, backgroundThrottling: false }
  })
  let timer: NodeJS.Timeout | undefined
  let stop = () => {}
  const failed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('printing took too long')), limit)
    stop = () => reject(new Refusal('cancelled', m.error_cancelled()))
    window.webContents.on('render-process-gone', (_event, { reason }) => reject(new Error(`the print page ended: ${reason}`)))
    window.webContents.on('console-message', (...heard: unknown[]) => log('print page', spoken(heard)))
  })
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([failed, prepared(window).then(() => window.webContents.printToPDF(options(paper, margins)))])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    window.destroy()
  }
}

async function prepared(window: BrowserWindow): Promise<void> {
  // "ready", then the title of the case: that one becomes the PDF's
  const ready = new Promise<void>((resolve) => {
    let set = false
    window.on('page-title-updated', (_event, title) => {
      if (title === 'ready') set = true
      else if (set) resolve()
    })
  })
  await window.loadURL(`${scheme}://app/brief/print.html?print`)
  await ready
}

/** Electron gives the words as the third argument up to 34 and on the first one since. */
function spoken(heard: unknown[]): string {
  const [event, , words] = heard
  return typeof words === 'string' ? words : String((event as { message?: unknown }).message ?? '')
}

function options(paper: PrintRequest['paper'], { head, foot }: Margins): Electron.PrintToPDFOptions {
  return {
    pageSize: paper === 'a4' ? 'A4' : 'Letter',
    // the document's outer margin; the page numbers stand inside the lower one
    margins: { top: millimetres(11), bottom: millimetres(14), left: millimetres(13), right: millimetres(13) },
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: head,
    footerTemplate: foot
  }
}
