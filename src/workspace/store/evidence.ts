import { createHash } from 'node:crypto'
import { open, statfs } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from 'better-sqlite3'
import { isHeld } from '../../files/held'
import { plainFile } from '../../files/plain'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { newId } from './ids'
import type { Change, Journal } from './journal'
import { quietly, type Looking } from './looking'
import type { Stay } from './stay'
import type { Tables } from './tables'
import { inWords } from './troubles'
import { undoAndRedo } from './undo'

// Kept files stand in pieces, outside the journal: a record of evidence names its file by its SHA-256.

/** How much one piece holds: little enough that writing it holds nobody up. */
export const pieceSize = 256 * 1024
const largest = 50 * 1024 * 1024

/** A file of which every piece stands in the workspace, and which no record names yet. */
export interface Taken {
  id: string
  sha256: string
  bytes: number
}

interface Keeping {
  /** The path of the workspace. */
  file: string
  journal: Journal | null
  stay: Stay | null
}

/**
 * Takes a file into the workspace piece by piece, and hashes it on its way. Each piece is a small change of its own: others go
 * on in between. What becomes of it is said by `adopt` and `letGo`. Errors: those of `plainFile`; invalid, it is too large; cancelled;
 * those of the system, with nothing left of it.
 */
export async function takeIn({ file: place, journal, stay }: Keeping, file: string, watch: Looking = quietly): Promise<Taken> {
  const stat = plainFile(file)
  // reading it by another way than SQLite's would free its locks
  if (isHeld(file)) throw new Refusal('conflict', m.file_itself({ file: basename(file) }))
  if (stat.size > largest) throw tooLarge(stat.size)
  // what only fills the disk would leave no room to take it back
  if (!(await hasRoom(place, stat.size))) throw new Refusal('disk-full', m.error_disk_full())
  const id = newId()
  const digest = createHash('sha256')
  let bytes = 0
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw inWords(error, file)
  })
  try {
    for (let n = 0; ; n++) {
      const piece = Buffer.allocUnsafe(pieceSize)
      const { bytesRead } = await handle.read(piece, 0, pieceSize, bytes).catch((error: unknown) => {
        throw inWords(error, file)
      })
      if (bytesRead === 0 && n > 0) break
      watch.signal.throwIfAborted()
      const part = piece.subarray(0, bytesRead)
      digest.update(part)
      bytes += bytesRead
      // it may grow while it is read
      if (bytes > largest) throw tooLarge(bytes)
      stay?.mustBeHere()
      await journal!.beside((db) => db.prepare('INSERT INTO evidencePiece (contentId, n, piece) VALUES (?, ?, ?)').run(id, n, part))
      stay?.written()
      watch.onProgress(bytes, Math.max(bytes, stat.size))
    }
    return { id, sha256: digest.digest('hex'), bytes }
  } catch (error) {
    await letGo({ file: place, journal, stay }, id).catch(() => {})
    throw error
  } finally {
    await handle.close()
  }
}

/** Context for a file of so many bytes, for its last piece in the WAL, and for what comes after it. */
async function hasRoom(workspace: string, bytes: number): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(dirname(workspace))
    return bavail * bsize > bytes + 2 * 1_048_576
  } catch {
    return true
  }
}

const tooLarge = (size: number) =>
  new Refusal('invalid', m.error_too_large({ size: String(Math.ceil(size / 1_048_576)), maximum: String(largest / 1_048_576) }))

/** Makes what was taken in a kept file, as a part of the change that names it. The same file is kept once. */
export async function adopt(change: Change, { id, sha256, bytes }: Taken): Promise<void> {
  await change.db
    .insertInto('evidenceContent')
    .values({ sha256, id, bytes })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** Keeps bytes that are at hand, as a part of the change that names them. The same are kept once. Gives their SHA-256. */
export async function keepBytes(change: Change, content: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const here = await change.db.selectFrom('evidenceContent').select('id').where('sha256', '=', sha256).executeTakeFirst()
  if (here) return sha256
  const id = newId()
  for (let n = 0; n === 0 || n * pieceSize < content.length; n++) {
    const piece = content.subarray(n * pieceSize, (n + 1) * pieceSize)
    await change.db.insertInto('evidencePiece').values({ contentId: id, n, piece }).execute()
  }
  await adopt(change, { id, sha256, bytes: content.length })
  return sha256
}

/** Removes the pieces of what was taken in, unless it has become a kept file. */
export async function letGo({ journal, stay }: Keeping, id: string): Promise<void> {
  const of = 'FROM evidencePiece WHERE contentId = ? AND contentId NOT IN (SELECT id FROM evidenceContent)'
  for (let left = true; left;) {
    await journal!.beside((db) => {
      // overwriting what goes needs as much room again, and it may be the lack of room that it goes for
      db.pragma('secure_delete = OFF')
      try {
        left = db.prepare(`DELETE FROM evidencePiece WHERE rowid IN (SELECT rowid ${of} LIMIT 4)`).run(id).changes > 0
      } finally {
        db.pragma('secure_delete = ON')
      }
    })
  }
  stay?.written()
}

/**
 * Gives the pieces of a kept file one by one, in their order; when all were given, whether together they are what was
 * attached: what was changed since is no evidence.
 */
export async function* piecesOf(read: Kysely<Tables>, sha256: string): AsyncGenerator<Buffer, boolean> {
  const digest = createHash('sha256')
  const content = await read.selectFrom('evidenceContent').select('id').where('sha256', '=', sha256).executeTakeFirst()
  if (!content) return false
  for (let n = 0; ; n++) {
    const found = await read
      .selectFrom('evidencePiece')
      .select('piece')
      .where('contentId', '=', content.id)
      .where('n', '=', n)
      .executeTakeFirst()
    if (!found) return digest.digest('hex') === sha256
    digest.update(found.piece)
    yield found.piece
    // others are answered in between
    await new Promise(setImmediate)
  }
}

/** Takes digests of kept files, gives those whose file is missing or is not what was attached. */
export async function alteredOf(read: Kysely<Tables>, digests: readonly string[]): Promise<Set<string>> {
  const altered = new Set<string>()
  for (const sha256 of new Set(digests)) {
    const pieces = piecesOf(read, sha256)
    let next = await pieces.next()
    while (!next.done) next = await pieces.next()
    if (!next.value) altered.add(sha256)
  }
  return altered
}

/**
 * Removes pieces that work cut short has left, and kept files that no record names any more, once no redo can bring such a
 * record back: undone evidence would stay in the file for ever without anybody knowing. Evidence in the trash is a record,
 * and keeps its file. To be called when a workspace is opened, before anything is written. Gives how many files went.
 */
export async function sweepEvidence(db: Database, read: Kysely<Tables>): Promise<number> {
  const unnamed = 'FROM evidenceContent WHERE sha256 NOT IN (SELECT sha256 FROM evidence WHERE sha256 IS NOT NULL)'
  const pieces = 'FROM evidencePiece WHERE contentId NOT IN (SELECT id FROM evidenceContent)'
  let gone = 0
  if (db.prepare(`SELECT 1 ${unnamed} LIMIT 1`).get() && !(await undoAndRedo(read)).redo) {
    gone = db.prepare(`DELETE ${unnamed}`).run().changes
  }
  try {
    if (db.prepare(`SELECT 1 ${pieces} LIMIT 1`).get()) db.prepare(`DELETE ${pieces}`).run()
  } catch (error) {
    // a full disk does not keep a workspace from being opened
    if ((error as { code?: string }).code !== 'SQLITE_FULL') throw error
  }
  return gone
}
