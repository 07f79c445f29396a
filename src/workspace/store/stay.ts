import type { Database } from 'better-sqlite3'
import type { Identity } from '../../files/identity'
import { aside } from './aside'
import { bringsIn, connect, makeWhole, type BringingIn } from './connect'
import { depart, departureRefusal, sweepBeside, type Departure } from './departure'
import { headOf, standing, type Head, type Heads } from './heads'
import { quietly } from './looking'
import type { Place } from './place'

/** How long nothing must have been written before the WAL is emptied, in milliseconds. */
const quiet = 1_000

/**
 * The stay of an open file under its name: that it is whole by itself soon after each change, and that it is noticed, and
 * nothing lost, when it is no longer there.
 */
export class Stay {
  private gone: Departure | null = null
  private listeners: ((departure: Departure) => void)[] = []
  private timer: NodeJS.Timeout | null = null
  private last: Head | null = null
  private readers = 0
  private parts = false
  private brings: BringingIn = 'at once'
  private catching: Promise<void> = Promise.resolve()

  constructor(
    private db: Database,
    private file: string,
    private place: Place,
    private options: { refuge?: string; building?: boolean; heads?: Heads }
  ) {
    if (options.building) return
    place.written()
    place.watch(
      (where) => where.is !== 'here' && this.leave(depart(db, file, where, this.refuge)),
      () => this.mustBeOurs()
    )
  }

  /** What the file is, whatever it is called. */
  get identity(): Identity {
    return this.place.identity
  }

  private get refuge(): string | null {
    return this.options.refuge ?? null
  }

  /** Before each write. Error: moved, with where everything is now. */
  mustBeHere(): void {
    if (this.options.building) return
    if (!this.gone) {
      const where = this.place.look()
      if (where.is === 'here' && this.mustBeOurs()) return
      if (where.is !== 'here') this.leave(depart(this.db, this.file, where, this.refuge))
    }
    throw departureRefusal(this.gone!, true)
  }

  /**
   * A copy that was written into the file, over what was in it, changes neither its name nor what it is. What is read anew
   * from it must be what was written last: SQLite would go on with what it remembers, and mix the two.
   */
  private mustBeOurs(): boolean {
    if (this.gone || !this.place.touched()) return true
    if (newestHash(this.file) !== newestHash(this.db)) {
      this.leave({ is: 'overwritten', file: this.file, to: null, saved: null })
      return false
    }
    this.place.written()
    return true
  }

  /** Tells what became of the file, once, also when that was before. */
  onGone(listener: (departure: Departure) => void): void {
    if (this.gone) listener(this.gone)
    else this.listeners.push(listener)
  }

  /** Keeps outside the file what its newest change is. */
  remember(closed = false): void {
    const { heads, building } = this.options
    if (!heads || building) return
    const head = this.last
    if (!closed) this.last = headOf(this.db, this.file)
    if (!this.last || (!closed && head?.closed === null && head.hash === this.last.hash)) return
    heads.keep(this.place.identity, { ...this.last, closed: closed ? standing(this.file) : null })
  }

  /**
   * After each write, before it is acknowledged. When it has been quiet for a moment, nothing is left beside the file.
   */
  written(): void {
    if (this.options.building) return
    this.place.written()
    this.remember()
    this.again()
  }

  private again(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => (this.readers === 0 && this.settle()) || this.again(), quiet).unref()
  }

  /**
   * Before each change is committed: whether it is but a part of a longer one. Nobody is told that a part is saved, so several
   * are brought into the file together; the next change that is no part brings in all that is there.
   */
  commits(part: boolean): void {
    this.parts = part
    if (!this.options.building && this.db.open) this.bring()
  }

  private bring(): void {
    const when = this.readers > 0 ? 'never' : this.parts ? 'in batches' : 'at once'
    if (when !== this.brings) bringsIn(this.db, when)
    this.brings = when
  }

  /**
   * While something reads one moment of the file for long, nothing that comes after can be brought into it: the WAL grows, and
   * the first change afterwards would bring in all of it, and wait. So a thread does. `read` is given what says that the file
   * is not read any more, for when it goes on for long without it.
   */
  async whileRead<T>(read: (letGo: () => void) => Promise<T>): Promise<T> {
    let reads = true
    const letGo = () => {
      // nobody waits for it but who closes the file
      if (reads && --this.readers === 0) this.catching = this.catchUp()
      reads = false
    }
    this.readers++
    this.bring()
    try {
      return await read(letGo)
    } finally {
      letGo()
    }
  }

  private async catchUp(): Promise<void> {
    const here = () => !this.gone && this.db.open && this.readers === 0
    if (here() && this.place.look().is === 'here') {
      this.readers++
      await aside({ do: 'bring-in', file: this.file }, quietly).catch(() => false)
      this.readers--
    }
    if (!here()) return
    this.bring()
    this.again()
  }

  /** Puts everything into the one file, at once. Gives whether that went: another reader may be in the way for a while. */
  settle(): boolean {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.gone || !this.db.open) return true
    try {
      if (!this.mustBeOurs()) return true
      const whole = makeWhole(this.db)
      this.place.written()
      return whole
    } catch {
      return false
    }
  }

  /** Ends the stay: the file is whole wherever it is, and closed. `closeReader` closes what only reads. */
  async end(closeReader: () => void): Promise<void> {
    await this.catching
    this.place.unwatch()
    if (!this.gone && !this.options.building) {
      const where = this.place.look()
      if (where.is !== 'here') this.leave(depart(this.db, this.file, where, this.refuge))
    }
    this.settle()
    if (!this.gone) this.remember()
    closeReader()
    this.db.close()
    if (this.gone) sweepBeside(this.file)
    else this.remember(true)
  }

  private leave(departure: Departure): void {
    this.place.unwatch()
    this.gone = departure
    for (const listener of this.listeners.splice(0)) listener(departure)
  }
}

/** The hash of the newest entry: of an open database as it knows it, of a file as it is read anew; null when it can't be read. */
function newestHash(of: Database | string): string | null {
  const newest = (db: Database) =>
    (db.prepare('SELECT hash FROM journalEntry ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined) ?? ''
  if (typeof of !== 'string') return newest(of)
  try {
    const db = connect(of, { readonly: true })
    try {
      return newest(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

/** Reads one moment of a file for long without holding up who writes to it; one that is only read has no stay. */
export function whileRead<T>(stay: Stay | null, read: (letGo: () => void) => Promise<T>): Promise<T> {
  return stay ? stay.whileRead(read) : read(() => {})
}
