import { sql } from 'kysely'
import { cut } from '../../shared/values/truncate'
import { keepBytes } from '../store/evidence'
import type { Change } from '../store/journal'
import type { Cell } from '../store/bulk'
import type { Said } from './row-read'
import type { Id } from '../../shared/values/flavours'

const columns = [
  'id',
  'createdAt',
  'updatedAt',
  'number',
  'customerId',
  'title',
  'words',
  'sha256',
  'fileName',
  'mediaType',
  'bytes',
  'collectedAt'
]
const linkColumns = ['id', 'createdAt', 'updatedAt', 'evidenceId', 'entity', 'recordId']
/** As much of an attachment's words stands with it and is found by search. */
const mostWords = 4_000

/** An interaction that was made, with what came with it. */
export interface Made {
  said: Said
  customerId: Id<'customer'>
  id: string
}

/** Keeps what came with messages as evidence of their interactions: the message itself as it came, and its attachments. */
export async function keepAttached(change: Change, made: Made[], number: (table: string) => Promise<number>): Promise<void> {
  const rows: Cell[][] = []
  const links: Cell[][] = []
  for (const { said, customerId, id } of made) {
    for (const [at, { name, mediaType, text, content }] of said.attachments.entries()) {
      if (!content) continue
      const sha256 = await keepBytes(change, Buffer.from(content.buffer, content.byteOffset, content.byteLength))
      const evidenceId = change.newId()
      // the message itself is called what it is about, in its own words
      const title = at === 0 ? said.title : name
      const words = text ? cut(text, mostWords) : null
      rows.push([
        evidenceId,
        change.at,
        change.at,
        await number('evidence'),
        customerId,
        cut(title, 300),
        words,
        sha256,
        cut(name, 200),
        mediaType,
        content.length,
        (said.values.at as string | null) ?? change.at
      ])
      links.push([change.newId(), change.at, change.at, evidenceId, 'interaction', id])
    }
  }
  if (rows.length === 0) return
  change.put('evidence', columns, rows)
  change.put('evidenceLink', linkColumns, links)
}

/** Closes the clock of what these rows answer: messages that came earlier, in this import or before, and still wait for a reply. */
export async function closeReplies(change: Change, said: Said[], source: string): Promise<void> {
  const answers = said.flatMap(({ answers, values }) =>
    answers && values.direction === 'out' && values.at ? [{ answers, at: String(values.at) }] : []
  )
  if (answers.length === 0) return
  await sql`UPDATE interaction SET repliedAt = given.at, updatedAt = ${change.at}
    FROM (SELECT unpacked_id(row.recordId) AS id, min(answer.value ->> 'at') AS at FROM json_each(${JSON.stringify(answers)}) AS answer
      JOIN importedRow AS row ON row.entity = 'interaction' AND row.source = ${source} AND row.externalId = answer.value ->> 'answers'
      GROUP BY row.recordId) AS given
    WHERE interaction.id = given.id AND interaction.needsReply = 1 AND interaction.repliedAt IS NULL AND interaction.at < given.at`.execute(
    change.db
  )
}
