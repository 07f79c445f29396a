import { app } from 'electron'
import { dataName, dataText } from '../shared/brief/data'
import type { CallSheet } from '../shared/call-sheet/types'
import { questionsFile, sheetText } from '../shared/inquiry/data'
import type { QuestionSheet } from '../shared/inquiry/types'
import { placesOf } from '../shared/brief/places'
import type { Margins } from '../shared/brief/margins'
import type { Picture } from '../shared/brief/pictures'
import type { BriefModel } from '../shared/brief/types'
import type { TimelineSheet } from '../shared/timeline-sheet/types'
import type { Input } from '../shared/contract/table'
import { Refusal } from '../shared/values/errors'
import type { Language } from '../shared/values/fields'
import { m } from '../shared/messages/messages.js'
import { log } from './log'
import type { Finish } from './pdf/finish'
import type { MarginsGiven } from './pdf/margins'
import { withPress, type Press } from './pdf/press'
import { ownSession } from './protocol'
import type { WorkspaceProcess } from './workspace-process'
import { writeWhole } from '../files/outgoing'

const tries = 2

export interface PrintRequest extends Pick<Input<'brief.model'>, 'caseId' | 'audience' | 'versionId' | 'shape'> {
  language: Language
  paper: 'a4' | 'letter'
  /** Says so on every page: what it says was not frozen. */
  draft?: boolean
  /** Where the PDF goes. */
  file: string
}

interface SheetRequest {
  sheet: CallSheet | TimelineSheet
  file: string
}

type Printed = BriefModel | QuestionSheet | CallSheet | TimelineSheet

interface FormRequest {
  sheet: QuestionSheet
  file: string
}

/** What is set in the hidden window, and how what was printed is finished. */
interface Job {
  model: Printed
  paper: PrintRequest['paper']
  margins: MarginsGiven
  file: string
  finish: Omit<Finish, 'title' | 'language' | 'creator' | 'margins'>
}

export interface Printer {
  /** Prints a brief, gives its number of pages. Errors: those of brief.model; cancelled; internal when printing failed twice. */
  print(request: PrintRequest, signal?: AbortSignal): Promise<{ pages: number }>
  /** Draws the charts of a brief as files of their own. Errors: cancelled; internal when that failed twice. */
  pictures(model: BriefModel, paper: PrintRequest['paper'], signal?: AbortSignal): Promise<Picture[]>
  /** Prints the questions to a customer as a form to fill in. Errors: cancelled; internal when printing failed twice. */
  printForm(request: FormRequest, signal?: AbortSignal): Promise<{ pages: number }>
  /** Prints the sheet before a call, or a timeline. Errors: cancelled; internal when printing failed twice. */
  printSheet(request: SheetRequest, signal?: AbortSignal): Promise<{ pages: number }>
}

/** A printer for briefs: one at a time, each in a locked, hidden window of its own. `root` holds the built pages. */
export function openPrinter(root: string, worker: Pick<WorkspaceProcess, 'call'>): Printer {
  let turn: Promise<unknown> = Promise.resolve()
  let model: Printed | null = null
  const room = ownSession('print', root, async () => model)

  /** Sets it in a window and does something with it; a window that is lost is tried once more. */
  const pressed = async <T>(
    set: Printed,
    paper: PrintRequest['paper'],
    use: (press: Press) => Promise<T>,
    signal?: AbortSignal
  ) => {
    model = set
    for (let left = tries; left > 0; left--) {
      if (signal?.aborted) throw new Refusal('cancelled', m.error_cancelled())
      try {
        const made = await withPress(room(), paper, use, signal)
        if (signal?.aborted) throw new Refusal('cancelled', m.error_cancelled())
        return made
      } catch (error) {
        if (error instanceof Refusal) throw error
        log('print', error)
      }
    }
    throw new Refusal('internal', m.menu_print_failed())
  }

  const printed = async (job: Job, signal?: AbortSignal) => {
    // loaded when it is needed: it is large, and no start waits for it
    const [{ finishPdf }, { marginsOf }] = await Promise.all([import('./pdf/finish'), import('./pdf/margins')])
    const words = marginsOf(job.margins)
    const creator = `Redress ${app.getVersion()}`
    const { title, language } = job.model
    const finished = await pressed(
      job.model,
      job.paper,
      async ({ body, margins }) => {
        const all = (found: Pick<Margins, 'pages' | 'numbers'>) => margins({ ...words, ...found })
        return finishPdf(await body(), { title, language, creator, margins: all, ...job.finish })
      },
      signal
    )
    await writeWhole(job.file, finished.pdf)
    return { pages: finished.pages }
  }

  const print = async ({ file, draft = false, ...asked }: PrintRequest, signal?: AbortSignal) => {
    const model = await worker.call('brief.model', asked)
    const text = dataText({ caseId: asked.caseId, versionId: asked.versionId ?? null, model })
    const { digestOf } = await import('./pdf/finish')
    const margins = { footer: model.footer, draft, digest: digestOf(text) }
    const data = { name: dataName, about: m.menu_brief_data(), text }
    return printed({ model, paper: asked.paper, margins, file, finish: { places: placesOf(model), data } }, signal)
  }

  const printForm = ({ sheet, file }: FormRequest, signal?: AbortSignal) => {
    const data = { name: questionsFile, about: sheet.title, text: sheetText(sheet) }
    const finish = { places: new Map<string, string>(), data, asks: asksOf(sheet) }
    return printed({ model: sheet, paper: sheet.paper, margins: { footer: sheet.footer }, file, finish }, signal)
  }

  const printSheet = ({ sheet, file }: SheetRequest, signal?: AbortSignal) => {
    const data = { name: `${sheet.is}.json`, about: sheet.title, text: JSON.stringify(sheet) }
    const finish = { places: new Map<string, string>(), data }
    return printed({ model: sheet, paper: sheet.paper, margins: { footer: sheet.footer }, file, finish }, signal)
  }

  /** One after the other: they share what is set. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work).finally(() => (model = null))
    turn = done.catch(() => {})
    return done
  }

  return {
    print: (request, signal) => inTurn(() => print(request, signal)),
    pictures: (model, paper, signal) => inTurn(() => pressed(model, paper, (press) => press.pictures(), signal)),
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
