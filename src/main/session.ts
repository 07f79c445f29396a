import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { app } from 'electron'
import { errorNote, Refusal, type ErrorNote } from '../shared/values/errors'
import { firstSpoken } from '../shared/values/spoken'
import { m } from '../shared/messages/messages.js'
import { getLocale } from '../shared/messages/runtime.js'
import type { Changed } from '../shared/contract/table'
import type { BackupRow, WorkspaceInfo } from '../shared/contract/workspace'
import type { Opened } from '../workspace/process'
import type { Departure } from '../workspace/store/departure'
import type { Preferences } from './preferences'
import { log } from './log'
import { newsOf } from './news'
import { checkBeside } from './opened'
import { startWorkspaceProcess, type WorkspaceProcess } from './workspace-process'

const mostRecent = 10
/** A workspace that keeps ending its process is not opened for ever: so many times in so many milliseconds. */
const patience = { times: 3, within: 5 * 60_000 }

/** How long opening a file of so many bytes may take, in milliseconds; many times what a whole one takes. */
const patienceFor = (bytes: number): number => 60_000 + bytes / 2_000

/** Why a file could not be opened, and what could take its place. */
export interface Trouble {
  note: ErrorNote
  file: string
  backups: BackupRow[]
  /** A file that can be gone on with: the one that was moved, or the copy of one that was lost. */
  instead: string | null
}

/** Which workspace is open, and how it came to be. */
export interface WorkspaceSession {
  worker: WorkspaceProcess
  sampleFile: string
  file(): string | null
  info(): WorkspaceInfo | null
  trouble(): Trouble | null
  /** Waits for what is being opened. Error: why nothing is open. */
  ready(): Promise<void>
  /** Whether nothing has been opened yet, since the person is asked what to begin with. */
  waits(): boolean
  /** Opens at the start, or waits for the person where there is no file; what fails becomes trouble, shown; never throws. */
  openFirst(file: string | null, create: boolean): Promise<void>
  /** Opens a file in the place of the present one, which is opened again when that fails. Errors: those of the store. */
  open(file: string, create?: boolean): Promise<void>
  /** Goes on with what is there instead of the file in trouble. Errors: those of the store; not-found, there is nothing. */
  goOn(): Promise<void>
  /** Puts a backup, by name or path, in the place of the file in trouble or of the open one. Errors: those of the store. */
  restore(backup: string): Promise<void>
}

interface Listeners {
  onChanged(changed: Changed): void
  /** The name, the settings or what can be undone may be others now. */
  onInfo(): void
  /** A file is open, another one or the same once more, or none is. */
  onOpened(another: boolean): void
  /** A sentence to show; whether it says what went wrong. */
  onNotice(words: string, wrong?: boolean): void
  /** Before another file takes the place of the open one: what is in a person's hand is still stored in this one. */
  beforeAnother(): Promise<void>
}

/** Starts the workspace process from its bundle. `preferences` remembers what was open. */
export function openSession(script: string, preferences: Preferences, listeners: Listeners): WorkspaceSession {
  const sampleFile = join(app.getPath('userData'), 'sample', 'Sample.redress')
  const ends: number[] = []
  let file: string | null = null
  let info: WorkspaceInfo | null = null
  let trouble: Trouble | null = null
  let waits = false
  let turn: Promise<unknown> = Promise.resolve()
  let stopCheck = () => {}
  let asking: NodeJS.Timeout | null = null
  const refuge = join(app.getPath('userData'), 'saved')
  const worker = startWorkspaceProcess(script, {
    onChanged: heardOfChange,
    onLost: lost,
    onGone: gone,
    onBackupTrouble,
    onSearchMended
  })

  /** One opening after the other; a failed one does not stop the next. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  function heardOfChange(changed: Changed): void {
    listeners.onChanged(changed)
    // many changes may come at once, from an import say; the menu follows a moment later
    asking ??= setTimeout(() => void refresh(), 60)
  }

  async function refresh(): Promise<void> {
    asking = null
    try {
      info = await worker.call('workspace.info', {})
      listeners.onInfo()
    } catch (error) {
      log('info', error)
    }
  }

  function lost(): void {
    const now = Date.now()
    ends.push(now)
    while (ends[0] !== undefined && ends[0] < now - patience.within) ends.shift()
    void inTurn(async () => {
      const again = file
      if (!again) return
      if (ends.length > patience.times) return fail(again, new Refusal('internal', m.menu_keeps_failing()))
      await take(again, false).catch((error: unknown) => fail(again, error))
    })
  }

  function onSearchMended(): void {
    listeners.onNotice(m.settings_verify_mended())
  }

  function onBackupTrouble(words: string): void {
    listeners.onNotice(`${m.settings_backup_trouble()}. ${words}`, true)
  }

  /** A file that was renamed or moved is followed; where that can't be, the page says what became of it and shows ways on. */
  function gone(departure: Departure, note: ErrorNote): void {
    const { file: left, to, saved } = departure
    void inTurn(async () => {
      if (file !== left) return
      log('the file is gone', departure.is)
      const why = new Refusal(note.code, note.message)
      if (departure.is !== 'moved' || !to) return fail(left, why, to ?? saved)
      try {
        await take(to, false, { same: true })
        preferences.set({ recent: preferences.get().recent.filter((path) => path !== left) })
        listeners.onNotice(m.file_followed({ file: basename(to) }))
      } catch {
        await fail(left, why, to)
      }
    })
  }

  /** Opens a file in the workspace process. A file that may be made to keep it busy for ever is given up. */
  async function openIn(next: string, create: boolean, asItIs: boolean): Promise<Opened> {
    const missing = next === sampleFile && !existsSync(next)
    if (missing) mkdirSync(dirname(next), { recursive: true })
    mkdirSync(refuge, { recursive: true })
    const own =
      next === sampleFile
        ? { sample: missing }
        : { backUp: true, secondPlace: preferences.get().secondPlace, heads: join(app.getPath('userData'), 'heads'), asItIs }
    const after = patienceFor(statSync(next, { throwIfNoEntry: false })?.size ?? 0)
    const refusal = new Refusal('corrupt', m.file_too_long_to_open({ file: basename(next) }))
    // a book of one's own begins in the language of one's computer, whatever the sample speaks
    const language = create ? firstSpoken(app.getPreferredSystemLanguages()) : getLocale()
    const how = { create, readOnlyIfLocked: true, refuge, language, ...own }
    return (await worker.ask({ do: 'open', file: next, ...how }, { limit: { after, refusal } })) as Opened
  }

  async function take(next: string, create: boolean, { asItIs = false, same = next === file } = {}): Promise<void> {
    stopCheck()
    const opened = await openIn(next, create, asItIs)
    if (opened.unchecked) {
      const damaged = (error: unknown) => void inTurn(() => damagedAfterAll(next, error))
      stopCheck = checkBeside(script, next, damaged, () => void inTurn(() => mendSearch(next)))
    }
    const first = file === null && trouble === null && !waits
    file = next
    trouble = null
    waits = false
    remember(next)
    for (const words of newsOf(next, opened, preferences)) listeners.onNotice(words)
    const known = refresh()
    // at the start every question waits for the file anyway: nobody needs to ask again
    if (first) return
    await known
    listeners.onOpened(!same)
  }

  async function damagedAfterAll(checked: string, error: unknown): Promise<void> {
    if (file !== checked || errorNote(error).code !== 'corrupt') return
    await worker.ask({ do: 'close' })
    await fail(checked, error)
  }

  async function mendSearch(checked: string): Promise<void> {
    if (file !== checked) return
    await worker.ask({ do: 'mend-search' })
    onSearchMended()
  }

  async function fail(at: string, error: unknown, instead: string | null = null): Promise<void> {
    const note = errorNote(error)
    trouble = { note, file: at, backups: await backupsOf(at), instead: note.code === 'older' ? at : instead }
    log('opening failed', trouble.note.code)
    file = null
    info = null
    waits = false
    listeners.onInfo()
    listeners.onOpened(false)
  }

  const backupsOf = (at: string) =>
    worker.ask({ do: 'backups', file: at, secondPlace: preferences.get().secondPlace }).catch(() => []) as Promise<BackupRow[]>

  function remember(opened: string): void {
    const sample = opened === sampleFile
    const recent = preferences.get().recent.filter((path) => path !== opened)
    preferences.set({ last: sample ? null : opened, recent: sample ? recent : [opened, ...recent].slice(0, mostRecent) })
    if (!sample) app.addRecentDocument(opened)
  }

  async function takeFirst(first: string, create: boolean): Promise<void> {
    try {
      await take(first, create)
    } catch (error) {
      // the sample holds nothing of anybody's: a damaged one is put aside and built anew
      if (first !== sampleFile || errorNote(error).code !== 'corrupt') return fail(first, error)
      renameSync(first, `${first}.${Date.now()}.damaged`)
      await take(first, false).catch((again: unknown) => fail(first, again))
    }
  }

  async function takeInstead(next: string, create: boolean): Promise<void> {
    const before = file
    try {
      await take(next, create)
    } catch (error) {
      const { code } = errorNote(error)
      const curable = code === 'older' || (code === 'corrupt' && (await backupsOf(next)).length > 0)
      if (curable) return fail(next, error)
      if (before) await take(before, false).catch((again: unknown) => fail(before, again))
      throw error
    }
  }

  async function takeBackup(backup: string): Promise<void> {
    const target = trouble?.file ?? file
    if (!target) throw new Refusal('not-found', m.error_not_found())
    const open = file !== null
    try {
      await worker.ask({ do: 'restore', file: target, backup, secondPlace: preferences.get().secondPlace })
    } catch (error) {
      if (open) await take(target, false).catch((again: unknown) => fail(target, again))
      throw error
    }
    await take(target, false, { asItIs: true, same: false }).catch((again: unknown) => fail(target, again))
  }

  return {
    worker,
    sampleFile,
    file: () => file,
    info: () => info,
    trouble: () => trouble,
    waits: () => waits,
    async ready() {
      await turn
      if (trouble) throw new Refusal(trouble.note.code, trouble.note.message)
      if (waits) throw new Refusal('not-found', m.start_nothing_open())
    },
    async openFirst(first, create) {
      if (first) return inTurn(() => takeFirst(first, create))
      waits = true
    },
    async open(next, create = false) {
      // not in turn: what the page stores now would wait for its turn
      if (file) await listeners.beforeAnother()
      return inTurn(() => takeInstead(next, create))
    },
    goOn: () =>
      inTurn(async () => {
        if (!trouble?.instead) throw new Refusal('not-found', m.error_not_found())
        await take(trouble.instead, false, { asItIs: trouble.note.code === 'older' })
      }),
    async restore(backup) {
      if (file) await listeners.beforeAnother()
      return inTurn(() => takeBackup(backup))
    }
  }
}
