import { sql } from 'kysely'
import type { Entity } from '../../shared/contract/journal'
import type { ChainLink } from '../../shared/records/evidence'
import type { Evidence } from '../../shared/records/incidents'
import { cut } from '../../shared/values/truncate'
import type { HandlersOf, Context } from '../handlers'
import { add, mustFind } from '../records'
import { evidenceFile } from '../evidence-file'
import { previewOf } from '../evidence-preview'
import { pastOf, type Past } from '../store/states'
import { descriptions } from '../store/descriptions'
import type { Tables } from '../store/tables'
import type { Id } from '../../shared/values/flavours'

/** A look that follows another within this time, in milliseconds, is the same look. */
const oneLook = 3_600_000

type Row = Record<string, unknown>
const rowOf = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row))

/** What a change of the evidence itself was. */
function linkOf({ before, after, at, actor }: Past): ChainLink {
  const [was, is] = [rowOf(before), rowOf(after)]
  const base = { at, by: actor, of: null }
  if (!was || !is) return { ...base, what: was ? 'trashed' : 'added', fields: [] }
  const fields = Object.keys(was)
    .filter((field) => field !== 'updatedAt' && field !== 'trashedAt')
    .map((field) => ({ field, from: was[field] ?? null, to: is[field] ?? null }))
  const what = fields.length || !('trashedAt' in was) ? 'changed' : is.trashedAt ? 'trashed' : 'restored'
  return { ...base, what, fields }
}

/** Every link that ties it to something, of those that are no more as well, as the journal has them. */
async function ties({ read }: Context, evidenceId: Id<'evidence'>): Promise<ChainLink[]> {
  const now = await read.selectFrom('evidenceLink').select('id').where('evidenceId', '=', evidenceId).execute()
  const gone = await sql<{ id: string }>`
    SELECT DISTINCT unpacked_id(rowId) AS id FROM journalRow
    WHERE code = ${descriptions.evidenceLink.code} AND width = 0 AND before LIKE ${`%${evidenceId}%`}`.execute(read)
  const past = await pastOf(read, 'evidenceLink', [...new Set([...now, ...gone.rows].map(({ id }) => id))])
  return Promise.all(
    past.map(async ({ before, after, at, actor }) => {
      const { entity, recordId } = rowOf(after ?? before) as unknown as Tables['evidenceLink']
      return {
        at,
        by: actor,
        what: after ? ('tied' as const) : ('untied' as const),
        fields: [],
        of: await titleOf(read, entity, recordId)
      }
    })
  )
}

async function titleOf(read: Context['read'], entity: Entity, id: string): Promise<string | null> {
  const { title, named } = descriptions[entity]
  const said = named ? sql.raw(named.replaceAll('@', 't')) : sql.ref(`t.${title}`)
  const { rows } = await sql<{ title: string | null }>`
    SELECT ${said} AS title FROM ${sql.table(entity)} AS t WHERE t.id = ${id}`.execute(read)
  return rows[0]?.title ? cut(rows[0].title, 120) : null
}

/** Everything that happened to a piece of evidence, the newest first. */
async function chain(context: Context, id: Id<'evidence'>): Promise<ChainLink[]> {
  const [own, tied, uses] = await Promise.all([
    pastOf(context.read, 'evidence', [id]),
    ties(context, id),
    context.read.selectFrom('evidenceUse').selectAll().where('evidenceId', '=', id).execute()
  ])
  const used = uses.map(({ createdAt, byWhom, how }): ChainLink => ({ at: createdAt, by: byWhom, what: how, fields: [], of: null }))
  // what was tied when it was added was tied afterwards
  const rank = ({ what }: ChainLink): number => (what === 'added' ? 1 : 0)
  return [...own.map(linkOf), ...tied, ...used].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : rank(a) - rank(b)))
}

export const chainHandlers: Pick<HandlersOf<'evidence'>, 'evidence.chain' | 'evidence.preview' | 'evidence.use'> = {
  'evidence.chain': (context, { id }) => chain(context, id),
  'evidence.preview': async ({ read }, { id }) => {
    const { content, words } = await evidenceFile(read, id)
    return previewOf(content, words)
  },
  'evidence.use': async (change, { ids, how }, context) => {
    // it changes nothing that anybody would take back
    change.is('system')
    const byWhom = context.settings.advocate
    const since = new Date(Date.parse(change.at) - oneLook).toISOString()
    let kept = 0
    for (const evidenceId of ids) {
      const { title, customerId } = await mustFind<Evidence>(change.db, 'evidence', evidenceId)
      const before =
        how === 'seen' &&
        (await change.db
          .selectFrom('evidenceUse')
          .select('id')
          .where('evidenceId', '=', evidenceId)
          .where('how', '=', how)
          .where('byWhom', '=', byWhom)
          .where('createdAt', '>', since)
          .executeTakeFirst())
      if (before) continue
      change.says('create', 'evidenceUse', title, customerId)
      await add(change, 'evidenceUse', { evidenceId, how, byWhom })
      kept++
    }
    return { kept }
  }
}
