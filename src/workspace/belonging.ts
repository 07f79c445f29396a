import { sql } from 'kysely'
import { Refusal } from '../shared/values/errors'
import type { Entity } from '../shared/contract/journal'
import { m } from '../shared/messages/messages.js'
import { kinds } from '../shared/records/kinds'
import type { Change } from './store/journal'
import { descriptions } from './store/descriptions'

type Row = Readonly<Record<string, unknown>>

const refused = (field: string, text: string) => new Refusal('invalid', text, { [field]: text })

/** Takes a stored record and what is to be changed in it. Error: invalid, it would go to another customer, incident, case or option. */
export function staysHome(entity: Entity, stored: Row, patch: Row): void {
  const { home } = kinds[entity]
  if (home && patch[home] !== undefined && patch[home] !== stored[home]) throw refused(home, m.error_owner_kept())
}

/**
 * Takes a record as it is to be and the fields of it that are new. Error: invalid, one of them ties it to a record of
 * another customer, or to an option of another case. What is not here at all is left to the database, which knows.
 */
export async function belongsTogether(change: Change, entity: Entity, record: Row, given: readonly string[]): Promise<void> {
  let own: string | null | undefined
  for (const [field, to] of Object.entries(kinds[entity].ties)) {
    if (!given.includes(field) || !record[field]) continue
    const other = await ownerOf(change, to, String(record[field]))
    if (other === undefined) continue
    own ??= await ownerBy(change, entity, record)
    if (own && other !== own) throw refused(field, m.error_other_customer())
  }
  if (entity === 'evidenceLink') {
    const other = await ownerOf(change, record.entity as Entity, String(record.recordId))
    if (other === undefined) throw refused('id', m.error_linked())
    if (other !== (await ownerOf(change, 'evidence', String(record.evidenceId)))) throw refused('id', m.error_other_customer())
  }
  const [kind, link] = kinds[entity].tiedTo ?? []
  if (kind && link && record[link] && given.includes(link)) {
    const other = record[kind] ? await ownerOf(change, record[kind] as Entity, String(record[link])) : undefined
    if (other === undefined) throw refused(link, m.error_linked())
    if (other !== (await ownerBy(change, entity, record))) throw refused(link, m.error_other_customer())
  }
  const [field, caseId] =
    entity === 'case' ? ['recommendedId', record.id] : entity === 'decision' ? ['optionId', record.caseId] : []
  if (field && given.includes(field) && record[field]) {
    const option = await change.db.selectFrom('option').select('caseId').where('id', '=', String(record[field])).executeTakeFirst()
    if (option && option.caseId !== caseId) throw refused(field, m.error_other_case())
  }
}

/** Gives the customer that a stored record belongs to; undefined when it is not here. */
async function ownerOf(change: Change, entity: Entity, id: string): Promise<string | null | undefined> {
  const asked = sql<{
    owner: string | null
  }>`SELECT ${sql.raw(descriptions[entity].owner.replaceAll('@', 't'))} AS owner FROM ${sql.table(entity)} AS t WHERE t.id = ${id}`
  return (await asked.execute(change.db)).rows[0]?.owner
}

/** The same of a record that is not stored yet. */
async function ownerBy(change: Change, entity: Entity, record: Row): Promise<string | null | undefined> {
  if (typeof record.customerId === 'string') return record.customerId
  if (entity === 'incidentOrder' || entity === 'lossLine') return ownerOf(change, 'incident', String(record.incidentId))
  return entity === 'caseIncident' ? ownerOf(change, 'case', String(record.caseId)) : null
}
