import type { Command, Answer, PageEvent } from '../shared/contract/commands'
import type { Changed, Input, ProcedureName, Result } from '../shared/contract/table'
import type { ErrorCode, ErrorNote } from '../shared/values/errors'
import type { ChosenFile } from '../shared/contract/workspace'

interface Door {
  call(name: string, input: unknown, call: string): Promise<Answer>
  cancel(call: string): void
  dropped(file: File): Promise<Answer>
  on(listener: (event: PageEvent) => void): () => void
}

declare global {
  interface Window {
    redress: Door
  }
}

/** A refusal as the page sees it: a code, a sentence, and the fields that are wrong. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string>
  constructor(note: ErrorNote) {
    super(note.message)
    this.code = note.code
    this.fields = note.fields ?? {}
  }
}

interface Watch {
  signal?: AbortSignal
  onProgress?: (done: number, total: number | null, step: string) => void
}

const watched = new Map<string, NonNullable<Watch['onProgress']>>()
const onChangedListeners = new Set<(changed: Changed) => void>()
const onCommandListeners = new Set<(command: Command) => void>()
const onOpenedListeners = new Set<(another: boolean) => void>()
const onNoticeListeners = new Set<(words: string, wrong: boolean) => void>()
const onOfferedListeners = new Set<() => void>()
const onLeaveListeners = new Set<() => void>()
const onTurnListeners = new Set<(key: string | null) => void>()
const onFullScreenListeners = new Set<(on: boolean) => void>()
/** Commands that came before the first screen was there to hear them. */
const unheard: Command[] = []
const unsaid: [words: string, wrong: boolean][] = []

const early = new Map<string, Promise<Answer>>()

window.redress.on((event) => {
  if (event.is === 'changed' || event.is === 'opened') early.clear()
  if (event.is === 'changed') for (const listener of onChangedListeners) listener(event.changed)
  if (event.is === 'command' && onCommandListeners.size === 0) unheard.push(event.command)
  if (event.is === 'command') for (const listener of onCommandListeners) listener(event.command)
  if (event.is === 'opened') for (const listener of onOpenedListeners) listener(event.another)
  if (event.is === 'notice' && onNoticeListeners.size === 0) unsaid.push([event.words, event.wrong])
  if (event.is === 'notice') for (const listener of onNoticeListeners) listener(event.words, event.wrong)
  if (event.is === 'offered') for (const listener of onOfferedListeners) listener()
  if (event.is === 'leave') for (const listener of onLeaveListeners) listener()
  if (event.is === 'full-screen') for (const listener of onFullScreenListeners) listener(event.on)
  if (event.is === 'turn') for (const listener of onTurnListeners) listener(event.way)
  if (event.is === 'progress') watched.get(event.call)?.(event.done, event.total, event.step)
})

/**
 * Asks before the first screen is there to ask; its own first question of the same name, which takes no input, gets this
 * answer.
 */
export function askEarly(name: ProcedureName): void {
  early.set(name, window.redress.call(name, {}, crypto.randomUUID()))
}

/** Asks Redress. Gives the procedure's result; throws an ApiError. Long work can be watched and stopped. */
export async function call<N extends ProcedureName>(name: N, input: Input<N>, watch: Watch = {}): Promise<Result<N>> {
  const already = early.get(name)
  if (already && early.delete(name) && Object.keys(input).length === 0) return given(await already) as Result<N>
  const id = crypto.randomUUID()
  const stop = () => window.redress.cancel(id)
  if (watch.onProgress) watched.set(id, watch.onProgress)
  watch.signal?.addEventListener('abort', stop)
  try {
    // what the page holds in state is a proxy; the door takes plain values only
    return given(await window.redress.call(name, JSON.parse(JSON.stringify(input)), id)) as Result<N>
  } finally {
    watched.delete(id)
    watch.signal?.removeEventListener('abort', stop)
  }
}

/** Takes a file that was dropped on the page, gives a token for it. */
export async function dropped(file: File): Promise<ChosenFile> {
  return given(await window.redress.dropped(file)) as ChosenFile
}

function given(answer: Answer): unknown {
  if ('error' in answer) throw new ApiError(answer.error)
  return answer.result
}

const listen =
  <T>(listeners: Set<T>) =>
  (listener: T): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

/** Hears of every change of the workspace; gives the function that stops it. */
export const onChanged = listen(onChangedListeners)
/** Hears of menu commands, also of those that came before anybody listened; gives the function that stops it. */
export function onCommand(listener: (command: Command) => void): () => void {
  for (const command of unheard.splice(0)) listener(command)
  return listen(onCommandListeners)(listener)
}
/** Hears that a folder offers other files than before; gives the function that stops it. */
export const onOffered = listen(onOfferedListeners)
/** Hears that the window is about to close; gives the function that stops it. */
export const onLeave = listen(onLeaveListeners)
/** Hears that the window fills the screen, or no longer does. */
export const onFullScreen = listen(onFullScreenListeners)
/** Hears a key of the speaker's window, or that it is gone: null. */
export const onTurn = listen(onTurnListeners)
/** Hears what the person should know of, also what came before anybody listened; gives the function that stops it. */
export function onNotice(listener: (words: string, wrong: boolean) => void): () => void {
  for (const said of unsaid.splice(0)) listener(...said)
  return listen(onNoticeListeners)(listener)
}
/** Hears that a workspace has been opened: another one, or the same once more. */
export const onOpened = listen(onOpenedListeners)
