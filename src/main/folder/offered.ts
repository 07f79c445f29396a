import { watch, type FSWatcher } from 'node:fs'
import { errorNote } from '../../shared/values/errors'
import { filesIn, type Found } from './look'

/** A file that is being written is offered when it has not changed for so long; and a folder is looked at this often, in milliseconds. */
const settles = 2_000
const each = 60_000
/** Many signs of one change come at once. */
const wait = 300

/** What is looked at for one workspace. */
export interface Looked {
  folder: string
  /** The marks of files that were there before, or were offered and answered. */
  known: string[]
}

export interface Offered {
  /** New files that are whole, the oldest first. */
  files(): readonly Found[]
  /** Why the folder cannot be looked at; null when it can. */
  trouble(): string | null
  /** Looks again, such as when the window has come to the front. */
  look(): Promise<void>
  /** Gives the marks that are to be known when these files have been answered; what is no longer there is forgotten. */
  knownWith(answered: readonly Found[]): string[]
  end(): void
}

/**
 * Looks at a folder until it is ended, and says when what it offers has changed. It reads no file, and takes none. A folder that has
 * gone is looked for again: a drive may come back. `settled` is how long a file must not change to be whole, in milliseconds.
 */
export function offeredIn(
  { folder, known }: Looked,
  endings: ReadonlySet<string>,
  changed: () => void,
  settled = settles
): Offered {
  const knew = new Set(known)
  let there: readonly Found[] = []
  /** When each was first seen as it is. */
  let seen: ReadonlyMap<string, number> = new Map()
  let files: readonly Found[] = []
  let trouble: string | null = null
  let watcher: FSWatcher | null = null
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<void> | null = null
  let ended = false

  const soon = (after: number) => {
    if (!ended) timer ??= setTimeout(() => void look(), after).unref()
  }
  const every = setInterval(() => void look(), each).unref()

  function look(): Promise<void> {
    return (looking ??= lookOnce().finally(() => (looking = null)))
  }

  async function lookOnce(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const told = `${trouble}\n${files.map(({ mark }) => mark).join()}`
    try {
      const found = await filesIn(folder, endings)
      const now = performance.now()
      const before = seen
      seen = new Map(found.map(({ mark }) => [mark, before.get(mark) ?? now]))
      const fresh = found.filter(({ mark }) => !knew.has(mark))
      const whole = fresh.filter(({ mark }) => before.has(mark) && now - seen.get(mark)! >= settled)
      // what is seen for the first time is looked at once more: it may still be written
      if (whole.length < fresh.length) soon(settled)
      there = found
      files = whole
      trouble = null
      follow()
    } catch (error) {
      files = []
      trouble = errorNote(error).message
      unfollow()
    }
    if (!ended && told !== `${trouble}\n${files.map(({ mark }) => mark).join()}`) changed()
  }

  /** The system's own signs come sooner than the next look; where there are none, that look is enough. */
  function follow(): void {
    if (watcher || ended) return
    try {
      watcher = watch(folder, { persistent: false, recursive: false }, () => soon(wait))
      watcher.on('error', unfollow)
    } catch {
      watcher = null
    }
  }
  function unfollow(): void {
    watcher?.close()
    watcher = null
  }

  void look()
  return {
    files: () => files,
    trouble: () => trouble,
    look,
    knownWith(answered) {
      for (const { mark } of answered) knew.add(mark)
      files = files.filter(({ mark }) => !knew.has(mark))
      // a folder that cannot be seen just now is not an empty one
      return there.length > 0 ? there.map(({ mark }) => mark).filter((mark) => knew.has(mark)) : [...knew]
    },
    end() {
      ended = true
      if (timer) clearTimeout(timer)
      clearInterval(every)
      unfollow()
    }
  }
}
