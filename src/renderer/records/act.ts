import type { Input, ProcedureName } from '../../shared/contract/table'
import type { Deed, Entity } from '../../shared/contract/journal'
import { kinds } from '../../shared/records/kinds'
import type { Id } from '../../shared/values/flavours'
import { m } from '../../shared/messages/messages.js'
import { ApiError, call } from '../api'
import { notify } from '../ui/notices.svelte'
import { doneText } from './done'

/** Does something; when it is refused, says why at the foot of the window. Gives the result, or undefined when it was refused. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    // what is wrong with a field is said here: there is no form to show it in
    const [field] = error instanceof ApiError ? Object.values(error.fields) : []
    notify(field ?? (error instanceof Error ? error.message : String(error)), { kind: 'wrong' })
    return undefined
  }
}

/** Says what was done in a few words, and offers to take it back. */
export function say(deed: Deed, entity: Entity, name: string, undo?: () => unknown): void {
  sayDone(doneText({ deed, entity, name }), undo)
}

/** Says what was done in these words, and offers to take it back. */
export function sayDone(words: string, undo?: () => unknown): void {
  notify(words, undo && { action: { label: m.common_undo(), run: () => void attempt(async () => undo()) } })
}

/** Changes a record of any kind by its fields. */
export function change<K extends Entity>(entity: K, id: Id<K>, patch: object): Promise<{ id: string }> {
  return plain(entity, 'change', { id, patch })
}

/** Makes a record of any kind. Gives its id. */
export function create<K extends Entity>(entity: K, fields: object): Promise<{ id: Id<K> }> {
  return plain(entity, 'create', fields)
}

/** Moves a record of any kind to the trash. */
export function trash<K extends Entity>(entity: K, id: Id<K>): Promise<{ id: string }> {
  return plain(entity, 'trash', { id })
}

/** Moves a record to the trash and offers to take it back. Gives whether it was moved. */
export async function toTrash<K extends Entity>(entity: K, id: Id<K>, name: string): Promise<boolean> {
  const moved = await attempt(() => trash(entity, id))
  if (moved) say('trash', entity, name, () => plain(entity, 'restore', { id }))
  return moved !== undefined
}

/** Takes a record out of the trash. Gives whether it was. */
export async function restore<K extends Entity>(entity: K, id: Id<K>, name: string): Promise<boolean> {
  const back = await attempt(() => plain(entity, 'restore', { id }))
  if (back) say('restore', entity, name)
  return back !== undefined
}

/** Can a record of this kind be taken out of the trash by itself? */
export const restorable = (entity: Entity): boolean => kinds[entity].family !== null

function plain(entity: Entity, what: string, input: object): Promise<{ id: string }> {
  const name = `${kinds[entity].family}.${what}` as ProcedureName
  return call(name, input as Input<ProcedureName>) as Promise<{ id: string }>
}
