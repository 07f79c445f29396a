import { errorNote } from '../shared/values/errors'
import { setLocale } from '../shared/messages/runtime.js'
import type { Language } from '../shared/values/languages'
import type { WorkspaceName } from '../shared/contract/table'
import type { ReadOnlyWhy } from '../shared/contract/workspace'
import { handedReaders, type HandedPort } from './imports/handed'
import { readersAre } from './imports/readers'
import { evidenceFile } from './evidence-file'
import { openWorkspace, type Workspace } from './index'
import { checkFile } from './store/check'
import { departureRefusal, type Departure } from './store/departure'
import { headsIn } from './store/heads'
import { canonical, identityOrNull, isSame } from '../files/identity'
import { namedTrouble } from '../files/troubles'
import type { Newer } from './store/older'
import { backupNamed, backupsEverywhere } from './store/second-place'
import { restoreUnused } from './store/restore'
import { surroundingsOf, type Surroundings } from './store/surroundings'

interface Opening {
  file: string
  create?: boolean
  readOnlyIfLocked?: boolean
  sample?: boolean
  backUp?: boolean
  /** A folder for backups beside those beside the file. */
  secondPlace?: string | null
  /** A folder that takes what was saved when the file's own folder can't. */
  refuge?: string
  /** A folder that keeps what was acknowledged, by file. */
  heads?: string
  asItIs?: boolean
  /** What is said until the workspace's own language is known. */
  language?: Language
}

/** What was found while a file was opened. */
export interface Opened {
  readOnlyWhy: ReadOnlyWhy | null
  /** All pages are still to be looked at, from another process. */
  unchecked: boolean
  searchMended: boolean
  newer: Newer | null
  surroundings: Surroundings | null
}

/**
 * What main sends: to open a file, to answer a call of the contract, to stop long work, to mend a file, to bring all into
 * the one file now, to close.
 */
export type ToWorkspace =
  | ({ do: 'open'; id: number } & Opening)
  | { do: 'call'; id: number; name: string; input: unknown }
  | { do: 'cancel'; id: number }
  | { do: 'backups'; id: number; file: string; secondPlace: string | null }
  | { do: 'second-place'; id: number; folder: string | null }
  | { do: 'backup-trouble'; id: number }
  | { do: 'restore'; id: number; file: string; backup: string; secondPlace: string | null }
  | { do: 'mend-search'; id: number }
  | { do: 'evidence'; id: number; evidence: string }
  | { do: 'settle'; id: number }
  | { do: 'check'; id: number; file: string }
  | { do: 'close'; id: number }
  // a reader has been started, and here is the side of the channel that speaks with it; it ended by itself
  | { do: 'reader'; reader: number }
  | { do: 'reader-gone'; reader: number }

/**
 * What main gets: an answer to each numbered message, progress of long work, news of every change, that a backup could not
 * be made, that search was built anew, and that the open file is no longer under its name.
 */
export type FromWorkspace =
  | { is: 'answer'; id: number; result?: unknown; error?: ReturnType<typeof errorNote>; detail?: string }
  | { is: 'progress'; id: number; done: number; total: number | null; step: string }
  | { is: 'changed'; changed: unknown }
  | { is: 'backup-trouble'; words: string }
  | { is: 'search-mended' }
  | { is: 'gone'; departure: Departure; note: ReturnType<typeof errorNote> }
  // a reader is to be started or ended
  | { is: 'reader'; reader: number; start: boolean }

type Numbered = Extract<ToWorkspace, { id: number }>

/** A MessagePort as seen from here: Electron's parentPort fits, and so does Node's. */
export interface Port {
  on(event: 'message', listener: (message: { data: ToWorkspace; ports?: HandedPort[] }) => void): unknown
  postMessage(message: FromWorkspace): void
}

/** Answers on a port until it is told to close. */
export function serve(port: Port): void {
  let workspace: Workspace | null = null
  let keeping = false
  const working = new Map<number, AbortController>()
  /** Those that were left for another and are still being backed up and closed: nobody waits for that. */
  const leaving = new Map<Workspace, Promise<void>>()

  /** Leaves the open one. */
  const leave = () => {
    const [left, kept] = [workspace, keeping]
    workspace = null
    keeping = false
    if (!left) return
    const closing = async () => {
      if (kept) await left.upkeep.end()
      await left.close()
    }
    leaving.set(
      left,
      closing()
        .catch((error: unknown) => console.error('closing', error))
        .finally(() => leaving.delete(left))
    )
  }

  const close = async () => {
    leave()
    for (const left of leaving.keys()) left.upkeep.hurry()
    await Promise.all(leaving.values())
  }

  /**
   * A file that is still being closed can't be opened before that, by whatever name. Its last backup is not waited for: it goes
   * on being worked in, and another one is made soon.
   */
  const closed = async (file: string) => {
    const there = identityOrNull(canonical(file))
    const same = [...leaving.keys()].filter(({ store }) => isSame(there, store.stay?.identity ?? null))
    for (const left of same) left.upkeep.hurry(true)
    await Promise.all(same.map((left) => leaving.get(left)))
  }

  const readers = handedReaders((reader, start) => port.postMessage({ is: 'reader', reader, start }))
  readersAre(readers.start)

  const answer = async (message: Numbered): Promise<unknown> => {
    switch (message.do) {
      case 'open': {
        leave()
        await closed(message.file)
        if (message.language) setLocale(message.language, { reload: false })
        // only ever needed once, so it is loaded then
        if (message.sample) await (await import('./sample')).buildSample(message.file)
        const { file, create, readOnlyIfLocked, refuge, asItIs } = message
        const heads = message.heads ? headsIn(message.heads) : undefined
        workspace = await openWorkspace(file, { create, readOnlyIfLocked, refuge, asItIs, heads, checkLater: true })
        const { upkeep } = workspace
        workspace.onChanged((changed) => {
          port.postMessage({ is: 'changed', changed })
          if (keeping) upkeep.changed()
        })
        workspace.store.stay?.onGone((departure) =>
          port.postMessage({ is: 'gone', departure: { ...departure, file }, note: errorNote(departureRefusal(departure, false)) })
        )
        keeping = message.backUp ?? false
        workspace.onSearchMended(() => port.postMessage({ is: 'search-mended' }))
        upkeep.onTrouble((words) => port.postMessage({ is: 'backup-trouble', words }))
        if (keeping) upkeep.start(message.secondPlace ?? null)
        const { readOnlyWhy, unchecked, searchMended, newer } = workspace.store
        return { readOnlyWhy, unchecked, searchMended, newer, surroundings: surroundingsOf(workspace.store.file) } satisfies Opened
      }
      case 'call': {
        if (!workspace) throw new Error('no workspace is open')
        const controller = new AbortController()
        working.set(message.id, controller)
        try {
          return await workspace.call(message.name as WorkspaceName, message.input as never, {
            signal: controller.signal,
            onProgress: (done, total, step) => port.postMessage({ is: 'progress', id: message.id, done, total, step })
          })
        } finally {
          working.delete(message.id)
        }
      }
      case 'cancel':
        working.get(message.id)?.abort()
        return null
      case 'backups':
        return backupsEverywhere(message.file, message.secondPlace)
      case 'restore':
        // by its name the person knows later what it replaced
        if (keeping && workspace?.store.file === canonical(message.file)) await workspace.upkeep.backUp('before-restore')
        await close()
        return restoreUnused(backupNamed(message.backup, message.file, message.secondPlace), message.file)
      case 'second-place':
        if (keeping) workspace?.upkeep.setPlace(message.folder)
        return null
      case 'backup-trouble':
        return workspace?.upkeep.trouble ?? null
      case 'settle':
        return workspace?.store.stay?.settle() ?? true
      case 'mend-search':
        return workspace?.store.journal?.rebuildSearch() ?? null
      case 'check':
        return checkFile(message.file)
      case 'evidence':
        if (!workspace) throw new Error('no workspace is open')
        return evidenceFile(workspace.store.read, message.evidence)
      case 'close':
        await close()
        return null
    }
  }

  port.on('message', ({ data, ports }) => {
    if (data.do === 'reader') return readers.handed(data.reader, ports?.[0])
    if (data.do === 'reader-gone') return readers.gone(data.reader)
    // a cancel carries the number of the call it stops, which has an answer of its own
    const reply = (message: FromWorkspace) => data.do !== 'cancel' && port.postMessage(message)
    answer(data).then(
      (result) => reply({ is: 'answer', id: data.id, result }),
      (error: unknown) => {
        const note = errorNote(namedTrouble(error))
        const detail = note.code === 'internal' ? String((error as Error)?.stack ?? error) : undefined
        reply({ is: 'answer', id: data.id, error: note, detail })
      }
    )
  })
}

const parent = (process as unknown as { parentPort?: Port }).parentPort
if (parent) {
  // what is made here, backups too, is for its owner alone
  process.umask(0o077)
  // the same in every Electron: a stray rejection is logged, what was being written is a transaction of its own
  process.on('unhandledRejection', (error) => console.error('unhandled', error))
  serve(parent)
}
