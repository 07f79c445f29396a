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

/** Takes an instant, gives it in milliseconds where they say it to the letter, else the text as it is. */
export function packInstant(at: string): bigint | string {
  const time = Date.parse(at)
  return !Number.isNaN(time) && new Date(time).toISOString() === at ? BigInt(time) : at
}

function unpackInstant(packed: unknown): unknown {
  // what was never packed, as in a damaged file, is given as it is
  return typeof packed === 'number' && Math.abs(packed) <= 8.64e15 ? new Date(packed).toISOString() : packed
}

/** Takes 22 characters of base64url, gives them in 17 bytes; any text that bytes do not say to the letter as it is. */
function packDigest(text: string): Buffer | string {
  const bytes = Buffer.from(`${text}A`, 'base64url')
  return unpackDigest(bytes) === text ? bytes : text
}

const unpackDigest = (packed: Buffer | string) => (typeof packed === 'string' ? packed : packed.toString('base64url').slice(0, -1))

/** How a column stores its text in less room. */
export type Packing = 'id' | 'instant' | 'digest'

const packers: Record<Packing, (text: string) => Buffer | bigint | string> = {
  id: packId,
  instant: packInstant,
  digest: packDigest
}

/** Takes a text and how its column is packed, gives what is stored; anything but a text is stored as it is. */
export function packedBy<T>(packing: Packing | undefined, value: T): T | Buffer | bigint | string {
  return packing && typeof value === 'string' ? packers[packing](value) : value
}

/** SQL of a column's text. */
export function unpackedSql(packing: Packing | undefined, column: string): string {
  return packing ? `unpacked_${packing}(${column})` : column
}

/** SQL of what `packId` gives, of the ids of many rows: without a call out of SQLite for each. */
export function packedIdSql(column: string): string {
  return `CASE ${column} WHEN lower(${column}) THEN coalesce(unhex(replace(${column}, '-', '')), ${column}) ELSE ${column} END`
}

/** Lets SQL of this connection pack and unpack texts. What is packed already, and NULL, stay as they are. */
export function packsIds(db: Database): void {
  const pure = { deterministic: true }
  db.function('packed_id', pure, (id) => (typeof id === 'string' ? packId(id) : id))
  db.function('unpacked_id', pure, (id) => (Buffer.isBuffer(id) ? unpackId(id) : id))
  db.function('packed_instant', pure, (at) => (typeof at === 'string' ? packInstant(at) : at))
  db.function('unpacked_instant', pure, unpackInstant)
  db.function('packed_digest', pure, (text) => (typeof text === 'string' ? packDigest(text) : text))
  db.function('unpacked_digest', pure, (digest) => (Buffer.isBuffer(digest) ? unpackDigest(digest) : digest))
}
