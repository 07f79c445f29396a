import type { Kysely } from 'kysely'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { piecesOf } from './store/evidence'
import { refOf } from './store/descriptions'
import type { Tables } from './store/tables'
import type { Id } from '../shared/values/flavours'

/**
 * Takes a piece of evidence, gives the file that is kept for it, with the words that were read out of it. Its bytes are hashed whenever they are read: what was
 * changed since it was attached is no evidence. Errors: not-found, there is none; corrupt, it is not what was attached.
 */
export async function evidenceFile(
  db: Kysely<Tables>,
  id: Id<'evidence'>
): Promise<{ name: string; content: Uint8Array; words: string | null }> {
  const found = await db
    .selectFrom('evidence')
    .select(['number', 'fileName', 'title', 'sha256', 'words'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found?.sha256) throw new Refusal('not-found', m.error_not_found())
  const { number, fileName, title, sha256, words } = found
  const name = fileName ?? title
  const content: Buffer[] = []
  const pieces = piecesOf(db, sha256)
  let next = await pieces.next()
  for (; !next.done; next = await pieces.next()) content.push(next.value)
  if (!next.value) {
    throw new Refusal('corrupt', m.error_evidence_changed({ ref: refOf('evidence', number), file: name }))
  }
  return { name, content: Buffer.concat(content), words }
}
