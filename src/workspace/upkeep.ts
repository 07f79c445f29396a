import type { WorkspaceName } from '../shared/contract/table'
import type { BackupWhy } from '../shared/contract/workspace'
import { errorNote } from '../shared/values/errors'
import { backupFolder, backupNow, backUpAgain, headOfFile, newestIn } from './store/backup'
import type { Store } from './store/open'
import { mustBeThere, secondFolder } from './store/second-place'
import { whileRead } from './store/stay'
import { outInWords } from './store/troubles'
import { entriesOf, undoAndRedo } from './store/undo'

/** When backups are made, in milliseconds: so long after the first change since the last one, and so long after opening. */
const afterChanges = 5 * 60_000
const afterOpening = 5_000
/** Nobody waits longer for one when Redress is quit: the one of the last five minutes stands. */
const atQuit = 3_000
/** An undo or redo of more rows is large. */
const manyRows = 200

type Why = Exclude<BackupWhy, 'before-migration'>

/**
 * Keeps backups of an open workspace: after five minutes of changes, on quit, before an import and before a large undo; in the
 * folder beside it and, where one is set, in a second place. None is made of what the newest one holds already. Each is made
 * beside the work; one that fails is told of in the list of backups and stops nothing.
 */
export class Upkeep {
  private last: Promise<unknown> = Promise.resolve()
  private timer: NodeJS.Timeout | null = null
  private hurrying: NodeJS.Timeout | null = null
  private stop = new AbortController()
  private listener: ((words: string) => void) | null = null
  private known: string | null | undefined
  /** Why the newest backup was not made, or not in the second place, in words; null when all is well. */
  trouble: string | null = null

  constructor(
    private store: Store,
    private sample: boolean
  ) {}

  /** Begins to make backups by itself. `place` is the folder of the second place, if there is one. */
  start(place: string | null): void {
    this.store.secondPlace = place
    this.in(afterOpening)
  }

  setPlace(place: string | null): void {
    this.store.secondPlace = place
    if (place) {
      this.known = null
      this.in(afterOpening)
    }
  }

  /** Hears why a backup was not made, or not in the second place; once, until it is another reason or all is well again. */
  onTrouble(listener: (words: string) => void): void {
    this.listener = listener
  }

  changed(): void {
    this.in(afterChanges)
  }

  /** Before what changes much at once. */
  async before(name: WorkspaceName, input: unknown): Promise<void> {
    if (name === 'imports.run' && !(input as { dryRun?: boolean }).dryRun) await this.backUp('before-import')
    if (name !== 'journal.undo' && name !== 'journal.redo') return
    const { undo, redo } = await undoAndRedo(this.store.read)
    const entry = name === 'journal.undo' ? undo : redo
    const rows = entry ? (await entriesOf(this.store.read, entry)).reduce((sum, part) => sum + part.rows, 0) : 0
    if (rows > manyRows) await this.backUp('before-undo')
  }

  /** Makes a backup unless the newest holds all there is. Gives its path, or null when none was made. Never throws. */
  backUp(why: Why): Promise<string | null> {
    const made = this.last.then(() =>
      this.make(why).catch((error: unknown) => {
        if ((error as Error | null)?.name !== 'AbortError') {
          const before = this.trouble
          this.trouble = errorNote(outInWords(error, backupFolder(this.store.file))).message
          if (this.trouble !== before) this.listener?.(this.trouble)
          console.error('backup', error)
        }
        return null
      })
    )
    this.last = made
    return made
  }

  /** Makes the last one, beside whatever else is done, and none any more. */
  async end(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.backUp('quit')
    if (this.hurrying) clearTimeout(this.hurrying)
  }

  /** Somebody waits for the last one: if it takes too long, or `now`, it is given up. */
  hurry(now = false): void {
    if (now) this.stop.abort()
    this.hurrying ??= setTimeout(() => this.stop.abort(), atQuit)
  }

  private in(time: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      void this.backUp('changes')
    }, time).unref()
  }

  private async make(why: Why): Promise<string | null> {
    const { store } = this
    if (store.readOnlyWhy || this.sample || this.stop.signal.aborted) return null
    // what is no longer under its name was saved by who noticed it
    store.stay?.mustBeHere()
    const head = store.readDb.prepare('SELECT hash FROM journalEntry ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined
    const folder = backupFolder(store.file)
    if (this.known === undefined) this.known = headOfFile(newestIn(folder))
    if (!head || head === this.known) return null
    const watch = {
      signal: this.stop.signal,
      onProgress: () => {},
      gently: why === 'changes' || (why === 'quit' && !this.hurrying)
    }
    const at = new Date(store.now())
    const path = await whileRead(store.stay, (letGo) => backupNow(store.readDb, folder, why, at, { ...watch, letGo }))
    this.known = head
    if (store.secondPlace) {
      mustBeThere(store.secondPlace)
      await backUpAgain(path, secondFolder(store.secondPlace, store.file, firstEntry(store)), watch)
    }
    this.trouble = null
    return path
  }
}

const firstEntry = (store: Store) => store.readDb.prepare('SELECT id FROM journalEntry WHERE seq = 1').pluck().get() as string
