import type { PictureEvent, Ties } from '../../../shared/records/picture'
import type { TimelineEvent, TimelineKind } from '../../../shared/records/timeline'
import type { Context } from '../../handlers'
import { refOf } from '../../store/descriptions'

const harmed = '(SELECT incidentId FROM incidentOrder WHERE orderId = @order AND trashedAt IS NULL)'

/** SQL of what was said with a person, or promised to them; null where a kind names nobody. `r` is the record. */
export const ofPerson: Record<TimelineKind, string | null> = {
  interaction: 'r.contactId = @person',
  voice: 'r.contactId = @person',
  promise: 'r.contactId = @person',
  evidence: `r.id IN (SELECT l.evidenceId FROM evidenceLink l JOIN interaction x ON l.entity = 'interaction' AND x.id = l.recordId
    WHERE x.contactId = @person AND l.trashedAt IS NULL)`,
  order: null,
  incident: null,
  case: null,
  gesture: null
}

/** SQL of what an order is about: itself, what was said and promised about it, what it harmed, and the cases of that. */
export const ofOrder: Record<TimelineKind, string | null> = {
  order: 'r.id = @order',
  interaction: 'r.orderId = @order',
  promise: `r.orderId = @order OR r.incidentId IN ${harmed}`,
  voice: `r.incidentId IN ${harmed} OR r.interactionId IN (SELECT id FROM interaction WHERE orderId = @order)`,
  incident: `r.id IN ${harmed}`,
  case: `r.id IN (SELECT caseId FROM caseIncident WHERE trashedAt IS NULL AND incidentId IN ${harmed})`,
  evidence: `r.id IN (SELECT evidenceId FROM evidenceLink WHERE trashedAt IS NULL AND (recordId = @order OR recordId IN ${harmed}))`,
  gesture: null
}

const among = (column: string): string => `${column} IN (SELECT value FROM json_each(@ids))`

/** Which of some records names which order, incident and case by itself; each is looked up, no table is read through. */
const direct = `
  SELECT id, id AS "order", NULL AS incident, NULL AS "case" FROM "order" WHERE ${among('id')}
  UNION ALL SELECT id, orderId, NULL, NULL FROM interaction WHERE orderId IS NOT NULL AND ${among('id')}
  UNION ALL SELECT id, orderId, incidentId, NULL FROM promise WHERE ${among('id')}
  UNION ALL SELECT v.id, i.orderId, v.incidentId, NULL FROM voice v LEFT JOIN interaction i ON i.id = v.interactionId
    WHERE ${among('v.id')}
  UNION ALL SELECT id, NULL, id, NULL FROM incident WHERE ${among('id')}
  UNION ALL SELECT incidentId, orderId, NULL, NULL FROM incidentOrder WHERE trashedAt IS NULL AND ${among('incidentId')}
  UNION ALL SELECT id, NULL, NULL, id FROM "case" WHERE ${among('id')}
  UNION ALL SELECT caseId, NULL, incidentId, NULL FROM caseIncident WHERE trashedAt IS NULL AND ${among('caseId')}
  UNION ALL SELECT evidenceId, CASE entity WHEN 'order' THEN recordId END, CASE entity WHEN 'incident' THEN recordId END,
    CASE entity WHEN 'case' THEN recordId END FROM evidenceLink WHERE trashedAt IS NULL AND ${among('evidenceId')}`

type Named = keyof Ties
type Row = { id: string } & Record<Named, string | null>

/**
 * Takes events, gives each with the orders, incidents and cases that it belongs to, by their names: an order belongs to the
 * incidents that it was harmed by, and what is of an incident to its cases.
 */
export function tied({ store: { readDb } }: Context, events: readonly TimelineEvent[]): PictureEvent[] {
  const ids = JSON.stringify([...new Set(events.map(({ id }) => id))])
  const rows = readDb.prepare(direct).all({ ids }) as Row[]
  const of = new Map<string, Record<Named, Set<string>>>()
  const tiesOf = (id: string): Record<Named, Set<string>> => {
    let found = of.get(id)
    if (!found) of.set(id, (found = { order: new Set(), incident: new Set(), case: new Set() }))
    return found
  }
  for (const { id, ...named } of rows)
    for (const [kind, value] of Object.entries(named) as [Named, string | null][]) if (value) tiesOf(id)[kind].add(value)
  const harms = pairs(readDb, 'SELECT orderId, incidentId FROM incidentOrder WHERE trashedAt IS NULL')
  const argued = pairs(readDb, 'SELECT incidentId, caseId FROM caseIncident WHERE trashedAt IS NULL')
  for (const event of events) {
    const ties = tiesOf(event.id)
    if (event.kind !== 'incident' && event.kind !== 'case')
      for (const order of ties.order) for (const incident of harms.get(order) ?? []) ties.incident.add(incident)
    if (event.kind !== 'case')
      for (const incident of ties.incident) for (const each of argued.get(incident) ?? []) ties.case.add(each)
  }
  const names = namesIn(readDb, of)
  const named = (found: Set<string>): string[] => [...found].flatMap((id) => names.get(id) ?? [])
  return events.map((event) => {
    const ties = tiesOf(event.id)
    return { ...event, of: { order: named(ties.order), incident: named(ties.incident), case: named(ties.case) } }
  })
}

function pairs(db: Context['store']['readDb'], sql: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [from, to] of db.prepare(sql).raw().all() as [string, string][]) found.set(from, [...(found.get(from) ?? []), to])
  return found
}

function namesIn(db: Context['store']['readDb'], of: Map<string, Record<Named, Set<string>>>): Map<string, string> {
  const names = new Map<string, string>()
  for (const kind of ['order', 'incident', 'case'] as const) {
    const ids = JSON.stringify([...new Set([...of.values()].flatMap((ties) => [...ties[kind]]))])
    const rows = db.prepare(
      `SELECT id, number, title FROM "${kind}" WHERE trashedAt IS NULL AND id IN (SELECT value FROM json_each(?))`
    )
    for (const { id, number, title } of rows.all(ids) as { id: string; number: number; title: string }[])
      names.set(id, `${refOf(kind, number)} ${title}`)
  }
  return names
}
