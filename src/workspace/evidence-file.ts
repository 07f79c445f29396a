import type { Kysely } from 'kysely'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import type { Tables } from './store/tables'

/** Takes a piece of evidence, gives the file that is kept for it. Error: not-found, there is none. */
export async function evidenceFile(db: Kysely<Tables>, id: string): Promise<{ name: string; content: Uint8Array }> {
  const found = await db
    .selectFrom('evidence')
    .innerJoin('evidenceContent', 'evidenceContent.sha256', 'evidence.sha256')
    .select(['evidence.fileName', 'evidence.title', 'evidenceContent.content'])
    .where('evidence.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', m.error_not_found())
  return { name: found.fileName ?? found.title, content: found.content }
}
