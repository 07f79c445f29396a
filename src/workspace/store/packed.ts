import type { Database } from 'better-sqlite3'

const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Takes an id, gives it as the journal stores it: a UUID in its 16 bytes, any other text as it is. */
export function packId(id: string): Buffer | string {
  return canonical.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id
}

/** Takes a stored id, gives it as the records have it. */
export function unpackId(packed: Buffer | string): string {
  if (typeof packed === 'string') return packed
  const hex = packed.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Lets SQL of this connection pack and unpack ids. NULL stays NULL. */
export function packsIds(db: Database): void {
  db.function('packed_id', { deterministic: true }, (id) => (typeof id === 'string' ? packId(id) : null))
  db.function('unpacked_id', { deterministic: true }, (id) => (id === null ? null : unpackId(id as Buffer | string)))
}
