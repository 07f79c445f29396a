import { createHash, createHmac, hash, randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Tables } from './tables'

/** Rows that belong to no customer are keyed under this name. */
const workspaceKey = ''

/**
 * A random key per customer. What the chain holds of a payload is its HMAC under that key: once key and payload are
 * gone, nothing of the person is left, and the chain still verifies.
 */
export class Keys {
  private known = new Map<string, Buffer>()
  private fresh = new Map<string, Buffer>()

  /** Reads all keys at once: the triggers that ask for them run while the connection is busy. */
  constructor(private db: Database) {
    for (const row of db.prepare('SELECT customerId, secret FROM journalKey').all() as { customerId: string; secret: Buffer }[]) {
      this.known.set(row.customerId, row.secret)
    }
  }

  /** Takes a customer's id or null, gives the key; makes one that is stored with the change. */
  of(customerId: string | null): Buffer {
    const name = customerId ?? workspaceKey
    const found = this.known.get(name) ?? this.fresh.get(name)
    if (found) return found
    const made = randomBytes(32)
    this.fresh.set(name, made)
    return made
  }

  /** Takes a customer's id or null, gives the key only if it is stored; undefined after an erasure. */
  stored(customerId: string | null): Buffer | undefined {
    return this.known.get(customerId ?? workspaceKey)
  }

  /** Stores the keys that this change made, inside its transaction. */
  keep(): void {
    const put = this.db.prepare('INSERT INTO journalKey (customerId, secret) VALUES (?, ?)')
    for (const [name, secret] of this.fresh) put.run(name, secret)
  }

  /** Says how the change ended: its keys are known from now on, or never were. */
  settle(committed: boolean): void {
    if (committed) for (const [name, secret] of this.fresh) this.known.set(name, secret)
    this.fresh.clear()
  }
}

type Payload = Pick<Tables['journalRow'], 'entity' | 'rowId' | 'before' | 'after'>

/** Takes a key and a row's payload, gives its keyed digest in hex. */
export function rowDigest(key: Buffer, row: Payload): string {
  return hmac(key, JSON.stringify([row.entity, row.rowId, row.before, row.after]))
}

const pads = new WeakMap<Buffer, { inner: Buffer; outer: Buffer }>()
let scratch = Buffer.alloc(16 * 1024)

/** HMAC-SHA-256 of a text, as `createHmac` gives it, without an object for each of a hundred thousand rows. */
function hmac(key: Buffer, text: string): string {
  let pad = pads.get(key)
  if (!pad) {
    const block = Buffer.alloc(64)
    ;(key.length > 64 ? createHash('sha256').update(key).digest() : key).copy(block)
    pad = { inner: block.map((byte) => byte ^ 0x36) as Buffer, outer: Buffer.alloc(96) }
    block.forEach((byte, at) => (pad!.outer[at] = byte ^ 0x5c))
    pads.set(key, pad)
  }
  if (text.length * 3 + 64 > scratch.length) scratch = Buffer.alloc(text.length * 3 + 64)
  pad.inner.copy(scratch)
  const end = 64 + scratch.write(text, 64)
  hash('sha256', scratch.subarray(0, end), 'buffer').copy(pad.outer, 64)
  return hash('sha256', pad.outer)
}

/** Takes a key and the name in a label, gives its keyed digest in hex. */
export function nameDigest(key: Buffer, name: string | null): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['name', name]))
    .digest('hex')
}

/** Takes the hash of the entry before and an entry, gives the entry's hash: what the chain is made of. */
export function entryHash(previous: string, entry: Omit<Tables['journalEntry'], 'hash' | 'name' | 'customerId'>): string {
  const { seq, id, at, actor, kind, ofSeq, deed, entity, nameDigest: digest, rows, rowsDigest } = entry
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([seq, id, at, actor, kind, ofSeq, deed, entity, digest, rows, rowsDigest]))
    .digest('hex')
}

/** Takes a draft, gives its digest in hex. Drafts stand outside the journal: this is what tells when one was damaged. */
export function draftDigest({ key, body, at }: Pick<Tables['draft'], 'key' | 'body' | 'at'>): string {
  return hash('sha256', JSON.stringify([key, body, at]))
}

/** The chain's first "entry before". */
export const chainStart = '0'.repeat(64)
