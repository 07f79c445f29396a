import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** One thing that was asked of the disk, as test/power/log.c wrote it down. */
interface Asked {
  op: string
  path: string
  at: number
  inode: string
  data: Buffer
}

interface Content {
  bytes: Buffer
  /** What was written since it was synced last, in order. */
  pending: Asked[]
}

/** What happens to names: made, linked, renamed, removed. They reach the disk in their order. */
type Naming =
  | { is: 'made' | 'linked'; name: string; content: Content }
  | { is: 'renamed'; from: string; to: string }
  | { is: 'removed'; name: string }

const sector = 512
/** Files that have no content of their own, or that no later start reads. */
const ignored = (name: string) => name.endsWith('-shm') || name.endsWith('.lock') || name.endsWith('ack.log')

/** Gives numbers from 0 to 1 that are the same for the same seed. */
export function drawn(seed: number): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

/** Reads a log. Paths become names below `folder`. */
export function readLog(file: string, folder: string): Asked[] {
  const log = readFileSync(file)
  const asked: Asked[] = []
  for (let at = 0; at < log.length;) {
    const path = log.readUInt32LE(at + 1)
    const length = log.readUInt32LE(at + 21)
    const start = at + 25 + path
    asked.push({
      op: String.fromCharCode(log[at]!),
      path: relative(folder, log.toString('utf8', at + 25, start)),
      at: Number(log.readBigUInt64LE(at + 5)),
      inode: String(log.readBigUInt64LE(at + 13)),
      data: log.subarray(start, start + length)
    })
    at = start + length
  }
  return asked
}

/**
 * A disk that remembers what is certain on it and what is only asked for. A file's content is certain once the file was
 * synced; names are once their folder was, or the file they were made for. What is not certain may be there or not after
 * a loss of power: of names any number of the first ones, of writes any sectors, in any mixture.
 */
export class Disk {
  private names = new Map<string, Content>()
  private certain: Map<string, Content>
  private naming: Naming[] = []
  private inodes = new Map<string, Content>()

  constructor(
    private folder: string,
    before: string
  ) {
    for (const name of filesIn(before)) {
      const content = { bytes: readFileSync(join(before, name)), pending: [] }
      this.names.set(name, content)
      this.inodes.set(String(statSync(join(folder, name), { bigint: true }).ino), content)
    }
    this.certain = new Map(this.names)
  }

  /** Does what was asked. Gives the words of an acknowledgement, or null. */
  do(asked: Asked): string | null {
    const { op, path } = asked
    if (op === 'A') return asked.data.toString('utf8')
    if (ignored(path)) return null
    if (op === 'U') this.name({ is: 'removed', name: path })
    else if (op === 'N') this.name({ is: 'renamed', from: path, to: this.within(asked.data) })
    else if (op === 'L') this.name({ is: 'linked', name: this.within(asked.data), content: this.names.get(path)! })
    else if (op === 'S' && this.isFolder(path)) this.settleNames(path)
    else if (op === 'S') this.settle(this.contentOf(asked))
    else this.contentOf(asked).pending.push(asked)
    return null
  }

  /** Writes into a folder what a start after a loss of power at this moment may find. */
  fail(image: string, random: () => number): void {
    rmSync(image, { recursive: true, force: true })
    mkdirSync(image, { recursive: true })
    const names = new Map(this.certain)
    for (const naming of this.naming.slice(0, Math.floor(random() * (this.naming.length + 1)))) apply(names, naming)
    const failed = new Map<Content, Buffer>()
    for (const [name, content] of names) {
      let bytes = failed.get(content)
      if (!bytes) failed.set(content, (bytes = torn(content, random)))
      const path = join(image, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
    }
  }

  private within(path: Buffer): string {
    return relative(this.folder, path.toString('utf8'))
  }

  private isFolder(path: string): boolean {
    return path === '' || [...this.names.keys()].some((name) => name.startsWith(`${path}/`))
  }

  private name(naming: Naming): void {
    apply(this.names, naming)
    this.naming.push(naming)
    const held = new Set(this.names.values())
    // a number of a file that is gone may be given to another one
    for (const [inode, content] of this.inodes) if (!held.has(content)) this.inodes.delete(inode)
  }

  private contentOf({ inode, path }: Asked): Content {
    let content = this.inodes.get(inode)
    if (!content) {
      content = { bytes: Buffer.alloc(0), pending: [] }
      this.inodes.set(inode, content)
      this.names.set(path, content)
      this.naming.push({ is: 'made', name: path, content })
    }
    return content
  }

  private settle(content: Content): void {
    content.bytes = written(content, () => true)
    content.pending = []
    // a file that is synced can be found
    const made = this.naming.findIndex((naming) => naming.is === 'made' && naming.content === content)
    if (made >= 0) for (const naming of this.naming.splice(0, made + 1)) apply(this.certain, naming)
  }

  /** Only what is in the folder, and what came before it: the names of a disk go into one journal. */
  private settleNames(path: string): void {
    const inside = (name: string) => (path === '' ? true : name.startsWith(`${path}/`))
    let last = -1
    this.naming.forEach((naming, at) => {
      if (inside(naming.is === 'renamed' ? naming.to : naming.name)) last = at
    })
    for (const naming of this.naming.splice(0, last + 1)) apply(this.certain, naming)
  }
}

function apply(names: Map<string, Content>, naming: Naming): void {
  if (naming.is === 'removed') names.delete(naming.name)
  else if (naming.is === 'renamed') {
    const content = names.get(naming.from)
    if (!content) return
    names.delete(naming.from)
    names.set(naming.to, content)
  } else names.set(naming.name, naming.content)
}

/** A file's bytes with any sectors of what was not synced, and any of its truncations. */
const torn = (content: Content, random: () => number): Buffer => written(content, () => random() < 0.5)

/** A file's bytes with those parts of what was asked that are taken. */
function written({ bytes, pending }: Content, takes: () => boolean): Buffer {
  const most = pending.reduce((end, { op, at, data }) => Math.max(end, op === 'T' ? at : at + data.length), bytes.length)
  const now = Buffer.alloc(most)
  bytes.copy(now)
  let length = bytes.length
  for (const { op, at, data } of pending) {
    if (op === 'T') {
      if (!takes()) continue
      now.fill(0, Math.min(at, length))
      length = at
      continue
    }
    for (let from = 0; from < data.length; from += sector) {
      if (!takes()) continue
      const part = data.subarray(from, from + sector)
      part.copy(now, at + from)
      length = Math.max(length, at + from + part.length)
    }
  }
  return now.subarray(0, length)
}

function filesIn(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under ? `${under}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesIn(folder, name) : ignored(name) ? [] : [name]
  })
}
