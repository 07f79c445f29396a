import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { endianness } from 'node:os'

// SQLite's write-ahead log, read past SQLite, as https://sqlite.org/fileformat2.html#walformat describes it.

/** What SQLite would take in from a WAL. */
export interface Wal {
  pageSize: number
  /** Where in the WAL the newest committed state of each page stands. */
  pages: Map<number, number>
  /**
   * Changes that were acknowledged can't be read: behind what is damaged stands a later change, and none is begun before the
   * one before it is on the disk.
   */
  broken: boolean
}

const headerSize = 32
const frameHead = 24
const magic = 0x377f0682

/** Takes the path of a WAL, gives what SQLite would take in from it; null when there is none. Errors: those of the system. */
export function readWal(path: string): Wal | null {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return framesOf(handle)
  } finally {
    closeSync(handle)
  }
}

function framesOf(handle: number): Wal | null {
  const header = new Uint8Array(headerSize)
  if (readSync(handle, header, 0, headerSize, 0) < headerSize) return null
  const head = new DataView(header.buffer)
  const pageSize = head.getUint32(8)
  if ((head.getUint32(0) & ~1) >>> 0 !== magic || pageSize < 512 || pageSize > 65_536) return null
  const sum = new Checksum((head.getUint32(0) & 1) === 1)
  sum.add(header, 0, 24)
  if (!sum.is(head, 24)) return null
  const frame = new Uint8Array(frameHead + pageSize)
  const view = new DataView(frame.buffer)
  const ofThisWal = () => view.getUint32(8) === head.getUint32(16) && view.getUint32(12) === head.getUint32(20)
  const wal: Wal = { pageSize, pages: new Map(), broken: false }
  const begun = new Map<number, number>()
  let intact = true
  let committedBehind = false
  const { size } = fstatSync(handle)
  for (let at = headerSize; at + frame.length <= size; at += frame.length) {
    readSync(handle, frame, 0, frame.length, at)
    if (intact) {
      sum.add(frame, 0, 8)
      sum.add(frame, frameHead, frame.length)
      intact = ofThisWal() && sum.is(view, 16)
    }
    const commits = view.getUint32(4) > 0
    if (intact) {
      begun.set(view.getUint32(0), at + frameHead)
      if (!commits) continue
      for (const [page, where] of begun) wal.pages.set(page, where)
      begun.clear()
    } else if (ofThisWal()) {
      wal.broken ||= committedBehind
      committedBehind ||= commits
    }
  }
  return wal
}

/** The checksum of a WAL, which goes on from frame to frame. */
class Checksum {
  private one = 0
  private two = 0

  constructor(private bigEndian: boolean) {}

  add(bytes: Uint8Array, from: number, to: number): void {
    const part = bytes.slice(from, to)
    if (this.bigEndian !== (endianness() === 'BE')) Buffer.from(part.buffer).swap32()
    const words = new Uint32Array(part.buffer)
    let { one, two } = this
    for (let at = 0; at < words.length; at += 2) {
      one = (one + words[at]! + two) | 0
      two = (two + words[at + 1]! + one) | 0
    }
    this.one = one
    this.two = two
  }

  is(view: DataView, at: number): boolean {
    return view.getUint32(at) === this.one >>> 0 && view.getUint32(at + 4) === this.two >>> 0
  }
}

/** Whether every page that a WAL holds stands in its file already: the file is the same with it and without it. */
export function addsNothing(file: string, wal: string, { pageSize, pages }: Wal): boolean {
  const [one, other] = [openSync(file, 'r'), openSync(wal, 'r')]
  try {
    const [is, was] = [Buffer.alloc(pageSize), Buffer.alloc(pageSize)]
    for (const [page, at] of pages) {
      const read = readSync(one, is, 0, pageSize, (page - 1) * pageSize)
      readSync(other, was, 0, pageSize, at)
      if (read < pageSize || !is.equals(was)) return false
    }
    return true
  } finally {
    closeSync(one)
    closeSync(other)
  }
}
