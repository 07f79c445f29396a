import { sql } from 'kysely'
import { Refusal } from '../shared/values/errors'
import type { Entity } from '../shared/contract/journal'
import { m } from '../shared/messages/messages.js'
import type { Workspace } from '../workspace/index'
import { descriptions } from '../workspace/store/descriptions'

const named = /^([A-Z]{2,4})-(\d{1,9})$/i
const prefixes = new Map(
  Object.entries(descriptions).flatMap(([entity, { prefix }]) => (prefix ? [[prefix, entity as Entity]] : []))
)

/**
 * Takes the input of a procedure, gives it with the references that people read ("CASE-1") in the place of ids: in
 * fields called id, …Id, ids or …Ids, however deep. Error: not-found, there is no such record.
 */
export async function withIds(workspace: Workspace, input: unknown, field = ''): Promise<unknown> {
  if (typeof input === 'string') return /(^i|I)ds?$/.test(field) ? idOf(workspace, input) : input
  if (Array.isArray(input)) return Promise.all(input.map((part) => withIds(workspace, part, field)))
  if (typeof input !== 'object' || input === null) return input
  const parts = Object.entries(input).map(async ([name, value]) => [name, await withIds(workspace, value, name)] as const)
  return Object.fromEntries(await Promise.all(parts))
}

/** Takes an id or a reference, gives the id. Error: not-found. */
export async function idOf(workspace: Workspace, reference: string): Promise<string> {
  const [, prefix = '', number] = named.exec(reference) ?? []
  const entity = prefixes.get(prefix.toUpperCase())
  if (!entity) return reference
  const asked = sql<{ id: string }>`SELECT id FROM ${sql.table(entity)} WHERE number = ${Number(number)}`
  const [found] = (await asked.execute(workspace.store.read)).rows
  if (!found) throw new Refusal('not-found', m.menu_cli_no_record({ name: reference.toUpperCase() }))
  return found.id
}
