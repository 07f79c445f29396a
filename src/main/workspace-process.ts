import { dirname, join } from 'node:path'
import { utilityProcess, type UtilityProcess } from 'electron'
import { Refusal, type ErrorNote } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import type { Changed, Input, Result, WorkspaceName } from '../shared/contract/table'
import type { FromWorkspace, ToWorkspace } from '../workspace/process'
import type { Departure } from '../workspace/store/departure'
import { log } from './log'
import { readersOf } from './readers'

export interface Watch {
  signal?: AbortSignal
  /** After so many milliseconds the process is ended, and the call fails with this refusal. */
  limit?: { after: number; refusal: Refusal }
  onProgress?: (done: number, total: number | null, step: string) => void
}

/** A message without its number. */
type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never
type Message = Unnumbered<Exclude<ToWorkspace, { do: 'cancel' | 'reader' | 'reader-gone' }>>

/** The process that owns the open file, as main sees it. */
export interface WorkspaceProcess {
  /** Sends a message, gives its answer. Errors: Refusals; internal when the process ended before it answered. */
  ask(message: Message, watch?: Watch): Promise<unknown>
  call<N extends WorkspaceName>(name: N, input: Input<N>, watch?: Watch): Promise<Result<N>>
  /** Closes the file and ends the process; gives up waiting after a while. */
  end(): Promise<void>
}

interface Pending extends Watch {
  tooLong?: boolean
  resolve(result: unknown): void
  reject(error: Refusal): void
}

/** What the process tells without being asked. */
export interface Heard {
  onChanged?(changed: Changed): void
  /** It ended by itself. */
  onLost?(): void
  /** A backup was not made, or not in the second place, and why. */
  onBackupTrouble?(words: string): void
  onSearchMended?(): void
  /** The open file is no longer under its name; the note says so in a sentence. */
  onGone?(departure: Departure, note: ErrorNote): void
}

/** Starts the process. When it ended by itself, the next message starts it again. */
export function startWorkspaceProcess(script: string, heard: Heard = {}): WorkspaceProcess {
  const readers = readersOf(join(dirname(script), '..', 'reader', 'reader.js'))
  const pending = new Map<number, Pending>()
  let last = 0
  let ending = false
  let child: UtilityProcess | null = start()

  function start(): UtilityProcess {
    const started = utilityProcess.fork(script, [], { serviceName: 'Redress workspace', stdio: 'pipe' })
    started.stdout?.on('data', (data: Buffer) => log('workspace', data.toString().trimEnd()))
    started.stderr?.on('data', (data: Buffer) => log('workspace', data.toString().trimEnd()))
    started.on('message', hear)
    started.on('exit', (code) => {
      const waiting = [...pending.values()]
      pending.clear()
      for (const call of waiting) call.reject(call.tooLong ? call.limit!.refusal : new Refusal('internal', m.error_internal()))
      if (started !== child) return
      child = null
      readers.endAll()
      if (ending) return
      log('workspace process ended', code)
      heard.onLost?.()
    })
    return started
  }

  /** What is busy may hear no request to end; what it had acknowledged is in the file. */
  function giveUp(on: UtilityProcess, id: number): void {
    log('workspace process took too long')
    const call = pending.get(id)
    if (call) call.tooLong = true
    if (on === child) child = null
    if (on.pid !== undefined) process.kill(on.pid, 'SIGKILL')
  }

  function hear(message: FromWorkspace): void {
    if (message.is === 'reader') {
      const { reader } = message
      if (!message.start) return readers.end(reader)
      const to = child
      const gone = () => to?.postMessage({ do: 'reader-gone', reader } satisfies ToWorkspace)
      return to?.postMessage({ do: 'reader', reader } satisfies ToWorkspace, [readers.start(reader, gone)])
    }
    if (message.is === 'changed') return heard.onChanged?.(message.changed as Changed)
    if (message.is === 'backup-trouble') return heard.onBackupTrouble?.(message.words)
    if (message.is === 'search-mended') return heard.onSearchMended?.()
    if (message.is === 'gone') return heard.onGone?.(message.departure, message.note)
    const call = pending.get(message.id)
    if (message.is === 'progress') return call?.onProgress?.(message.done, message.total, message.step)
    pending.delete(message.id)
    if (message.detail) log('workspace', message.detail)
    if (message.error) call?.reject(refusalOf(message.error))
    else call?.resolve(message.result)
  }

  const ask = (message: Message, watch: Watch = {}): Promise<unknown> => {
    const id = ++last
    const to = (child ??= start())
    const stop = () => to.postMessage({ do: 'cancel', id } satisfies ToWorkspace)
    const answer = new Promise((resolve, reject) => {
      pending.set(id, { ...watch, resolve, reject })
      to.postMessage({ ...message, id })
    })
    watch.signal?.addEventListener('abort', stop, { once: true })
    if (watch.signal?.aborted) stop()
    const timer = watch.limit && setTimeout(() => giveUp(to, id), watch.limit.after)
    return answer.finally(() => {
      clearTimeout(timer)
      watch.signal?.removeEventListener('abort', stop)
    })
  }

  return {
    ask,
    call: (name, input, watch) => ask({ do: 'call', name, input }, watch) as Promise<never>,
    async end() {
      ending = true
      if (!child) return
      const tooLong = new Promise((resolve) => setTimeout(resolve, 5_000))
      await Promise.race([ask({ do: 'close' }).catch((error: unknown) => log('closing', error)), tooLong])
      child?.kill()
    }
  }
}

const refusalOf = (note: ErrorNote) => new Refusal(note.code, note.message, note.fields)
