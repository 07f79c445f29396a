import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { Answer, PageEvent } from '../shared/contract/commands'
import type { ShellName, WorkspaceName } from '../shared/contract/table'
import { namedTrouble } from '../files/troubles'
import { errorNote, invalid, Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import type { Procedure } from '../shared/contract/procedure'
import type { ChosenFiles } from './files'
import { log } from './log'
import { isPage } from './origin'
import { isPlain } from './plain'
import type { Watch } from './workspace-process'

/** What the gate leads to. */
export interface Rooms {
  /** The page that may ask, if there is one. */
  page(): WebContents | null
  tell(event: PageEvent): void
  files: ChosenFiles
  workspace(name: WorkspaceName, input: unknown, watch: Watch): Promise<unknown>
  shell(name: ShellName, input: unknown, watch: Watch): Promise<unknown>
}

/** The one gate between pages and Redress. Whatever comes, it answers with a result or an error note; it never throws. */
export function openGate(rooms: Rooms): void {
  const working = new Map<string, AbortController>()
  // the schemas are loaded while the page is: no call is served before they are there
  const contract = import('../shared/contract/table')
  contract.catch((error: unknown) => log('contract', error))

  const pass = async (name: unknown, input: unknown, call: unknown): Promise<unknown> => {
    const procedure = (await contract).procedureNamed(name)
    if (!procedure) throw new Refusal('not-found', m.error_no_procedure())
    if (typeof call !== 'string' || call.length > 64 || working.has(call)) throw malformed()
    const given = checked(procedure, name as string, input, rooms.files)
    const controller = new AbortController()
    working.set(call, controller)
    try {
      const onProgress = (done: number, total: number | null, step: string) =>
        rooms.tell({ is: 'progress', call, done, total, step })
      const watch = { signal: controller.signal, onProgress }
      return procedure.room === 'main'
        ? await rooms.shell(name as ShellName, given, watch)
        : await rooms.workspace(name as WorkspaceName, given, watch)
    } finally {
      working.delete(call)
    }
  }

  ipcMain.handle('redress:call', (event, name: unknown, input: unknown, call: unknown) =>
    answered(fromPage(event, rooms.page()), () => pass(name, input, call))
  )
  ipcMain.handle('redress:dropped', (event, path: unknown) =>
    answered(fromPage(event, rooms.page()), async () => {
      if (typeof path !== 'string') throw malformed()
      return rooms.files.give(path)
    })
  )
  ipcMain.on('redress:cancel', (event, call: unknown) => {
    if (fromPage(event, rooms.page()) && typeof call === 'string') working.get(call)?.abort()
  })
}

const malformed = () => new Refusal('invalid', m.menu_malformed())

/** Must be asked while the event is being heard: later the frame may be another one. */
function fromPage(event: IpcMainInvokeEvent | IpcMainEvent, page: WebContents | null): boolean {
  const frame = event.senderFrame
  return page !== null && event.sender === page && frame !== null && frame.parent === null && isPage(frame.url)
}

async function answered(allowed: boolean, work: () => Promise<unknown>): Promise<Answer> {
  try {
    if (!allowed) throw new Refusal('invalid', m.error_sender())
    return { result: await work() }
  } catch (error) {
    const note = errorNote(namedTrouble(error))
    if (note.code === 'internal' && !(error instanceof Refusal)) log('gate', error)
    return { error: note }
  }
}

/** Gives the input, parsed once to see that it fits, with the paths of chosen files in the place of their tokens. */
function checked(procedure: Procedure, name: string, input: unknown, files: ChosenFiles): unknown {
  if (typeof input !== 'object' || input === null || !isPlain(input)) throw malformed()
  const parsed = procedure.input.safeParse(input)
  if (!parsed.success) throw invalid(parsed.error)
  // these write files; a page asks shell.saveBackup and shell.saveLeftOut instead, which ask the person
  if (name === 'workspace.backup' || name === 'imports.leftOut') throw new Refusal('invalid', m.menu_malformed())
  // the workspace parses again: what goes on is as it came, since not every schema can be applied twice
  if (procedure.room === 'main') return parsed.data
  const given = input as Record<string, unknown>
  const pathsOf = (token: unknown) => (Array.isArray(token) ? token.map((each) => files.pathOf(each)) : files.pathOf(token))
  // a field that may be left out, and was, names no file
  const named = procedure.files.filter((field) => given[field] !== undefined && given[field] !== null)
  return { ...given, ...Object.fromEntries(named.map((field) => [field, pathsOf(given[field])])) }
}
