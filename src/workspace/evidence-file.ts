import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { refOf, type Tables } from './store/tables'

/**
 * Takes a piece of evidence, gives the file that is kept for it. Its bytes are hashed whenever they are read: what was
 * changed since it was attached is no evidence. Errors: not-found, there is none; corrupt, it is not what was attached.
 */
export async function evidenceFile(db: Kysely<Tables>, id: string): Promise<{ name: string; content: Uint8Array }> {
  const found = await db
    .selectFrom('evidence')
    .leftJoin('evidenceContent', 'evidenceContent.sha256', 'evidence.sha256')
    .select(['evidence.number', 'evidence.fileName', 'evidence.title', 'evidence.sha256', 'evidenceContent.content'])
    .where('evidence.id', '=', id)
    .executeTakeFirst()
  if (!found?.sha256) throw new Refusal('not-found', m.error_not_found())
  const { number, fileName, title, sha256, content } = found
  const name = fileName ?? title
  if (!content || hash('sha256', content) !== sha256) {
    throw new Refusal('corrupt', m.error_evidence_changed({ ref: refOf('evidence', number), file: name }))
  }
  return { name, content }
}
