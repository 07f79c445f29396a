import { closeSync, fstatSync, openSync, readdirSync, readlinkSync, watch, type FSWatcher } from 'node:fs'
import { dirname, join } from 'node:path'
import { identityAt, identityOf, identityOrNull, isSame, type Identity } from '../../files/identity'

/**
 * Where the open file is. `moved`: it stands under another name, which is given when it is known. `removed`: no name leads
 * to it any more. `replaced`: the same, and another file has taken its name. `unreachable`: its medium does not answer.
 */
export type Whereabouts =
  { is: 'here' } | { is: 'moved'; to: string | null } | { is: 'removed' } | { is: 'replaced' } | { is: 'unreachable' }

/** How often the file is looked for when nothing is written, in milliseconds. */
const every = 1_000

/** Keeps hold of the file that was opened, by what it is and not by what it is called. */
export class Place {
  readonly identity: Identity
  private handle: number
  /** The volume of its folder: another one there means that the file's own is not mounted any more. */
  private volume: bigint | undefined
  /** When it was written to last by us, and how large it was then. */
  private mine: { changed: bigint; size: bigint } | null = null
  private timer: NodeJS.Timeout | null = null
  private watcher: FSWatcher | null = null

  /** Takes the path of a file that nobody has opened in this process: an own handle closed earlier would free SQLite's locks. */
  constructor(private file: string) {
    this.handle = openSync(file, 'r')
    this.identity = identityOf(fstatSync(this.handle, { bigint: true }))
    this.volume = identityOrNull(dirname(file))?.dev
  }

  /** Looks at once; costs some microseconds. */
  look(): Whereabouts {
    let there: Identity | null
    try {
      there = identityAt(this.file)
    } catch {
      there = null
    }
    if (isSame(there, this.identity)) return { is: 'here' }
    try {
      if (fstatSync(this.handle).nlink === 0) return { is: there ? 'replaced' : 'removed' }
    } catch {
      return { is: 'unreachable' }
    }
    const to = this.find()
    const folder = identityOrNull(dirname(this.file))
    if (!to && !there && folder?.dev !== this.volume) return { is: 'unreachable' }
    return { is: 'moved', to }
  }

  /** To be called when it was written to, by us. */
  written(): void {
    this.mine = this.standing()
  }

  /** Whether something has been written to it since, by whomever: another program may have put an older copy into it. */
  touched(): boolean {
    const now = this.standing()
    return this.mine !== null && now !== null && (now.changed !== this.mine.changed || now.size !== this.mine.size)
  }

  private standing(): Place['mine'] {
    try {
      const { mtimeNs, size } = fstatSync(this.handle, { bigint: true })
      return { changed: mtimeNs, size }
    } catch {
      return null
    }
  }

  /** Looks every second and whenever something happens in its folder; `gone` is told once, when the file is not there. */
  watch(gone: (where: Whereabouts) => void, here: () => void = () => {}): void {
    const look = () => {
      const where = this.look()
      if (where.is === 'here') return here()
      this.unwatch()
      gone(where)
    }
    this.timer = setInterval(look, every).unref()
    try {
      this.watcher = watch(dirname(this.file), { persistent: false }, look)
      this.watcher.on('error', () => {})
    } catch {
      // not every file system tells; the interval does
    }
  }

  unwatch(): void {
    if (this.timer) clearInterval(this.timer)
    this.watcher?.close()
    this.timer = this.watcher = null
  }

  /** To be called when SQLite has closed the file. */
  close(): void {
    this.unwatch()
    closeSync(this.handle)
  }

  /** What the file is called now: Linux knows, elsewhere a file that was renamed is found in its folder. */
  private find(): string | null {
    const candidates = function* (this: Place) {
      if (process.platform === 'linux') yield readlinkSync(`/proc/self/fd/${this.handle}`)
      const folder = dirname(this.file)
      for (const name of readdirSync(folder)) yield join(folder, name)
    }
    try {
      for (const path of candidates.call(this)) if (isSame(identityOrNull(path), this.identity)) return path
    } catch {
      // the folder is not there any more
    }
    return null
  }
}
