import { createHash, createHmac, hash, randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Entity } from '../../shared/contract/journal'
import type { Tables } from './tables'
import type { Id } from '../../shared/values/flavours'

/** Rows that belong to no customer are keyed under this name. */
const workspaceKey = ''

type Key = Tables['journalKey']

/**
 * A random key per customer. What the chain holds of a payload is its HMAC under that key: once key and payload are
 * gone, nothing of the person is left, and the chain still verifies.
 */
export class Keys {
  private known = new Map<string, Key>()
  private fresh = new Map<string, Key>()
  private last = 0

  /** Reads all keys at once: the triggers that ask for them run while the connection is busy. */
  constructor(private db: Database) {
    for (const key of db.prepare('SELECT n, customerId, secret FROM journalKey').all() as Key[]) {
      this.known.set(key.customerId, key)
      this.last = Math.max(this.last, key.n)
    }
  }

  /** Takes a customer's id or null, gives the key and its number; makes one that is stored with the change. */
  of(customerId: Id<'customer'> | null): Key {
    const name = customerId ?? workspaceKey
    const found = this.known.get(name) ?? this.fresh.get(name)
    if (found) return found
    const made = { n: ++this.last, customerId: name, secret: randomBytes(32) }
    this.fresh.set(name, made)
    return made
  }

  /** Stores the keys that this change made, inside its transaction. */
  keep(): void {
    const put = this.db.prepare('INSERT INTO journalKey (n, customerId, secret) VALUES (@n, @customerId, @secret)')
    for (const key of this.fresh.values()) put.run(key)
  }

  /** Says how the change ended: its keys are known from now on, or never were. */
  settle(committed: boolean): void {
    if (committed) for (const [name, key] of this.fresh) this.known.set(name, key)
    this.fresh.clear()
  }
}

/** What of a change of a record its digest is made of. */
export interface Payload {
  entity: Entity
  rowId: string
  before: string | null
  after: string | null
}

/** So many bytes of a digest are stored, which nobody can forge; those of formats before the twelfth are whole. */
const digestSize = 16

/** Takes a key and a row's payload, gives its keyed digest. */
export function rowDigest(key: Buffer, payload: Payload): Buffer {
  return wholeDigest(key, payload).subarray(0, digestSize)
}

/** Whether a stored digest is that of a payload. */
export function isDigestOf(digest: Buffer, key: Buffer, payload: Payload): boolean {
  return digest.length >= digestSize && digest.equals(wholeDigest(key, payload).subarray(0, digest.length))
}

function wholeDigest(key: Buffer, { entity, rowId, before, after }: Payload): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([entity, rowId, before, after]))
    .digest()
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
