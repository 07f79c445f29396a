import { z } from 'zod'
import type { Entity } from '../values/entities'
import { idOf } from '../values/fields'
import type { Id } from '../values/flavours'

type Kind = 'read' | 'write'

/** One call of the contract: what it takes is parsed at the gate, what it gives is typed. */
export interface Procedure<I extends z.ZodType = z.ZodType, R = unknown, K extends Kind = Kind, P extends boolean = boolean> {
  kind: K
  /** Who answers: the workspace process, or the main process for windows, dialogs and printing. */
  room: 'workspace' | 'main'
  input: I
  /** Long work tells its progress and can be cancelled. */
  long: boolean
  /** A change in parts, between which others may write: its handler makes the parts itself. */
  parts: P
  /** Input fields that name a file; a page may only give tokens of files that a person chose. */
  files: readonly string[]
  /** Carries the result's type; never set. */
  result?: R
}

interface Options {
  long?: boolean
  files?: readonly string[]
}

const procedure =
  <K extends Kind>(kind: K, room: 'workspace' | 'main') =>
  <R>() =>
  <I extends z.ZodType>(input: I, options: Options = {}): Procedure<I, R, K, false> => ({
    kind,
    room,
    input,
    long: options.long ?? false,
    parts: false,
    files: options.files ?? []
  })

/** A question to the workspace. Usage: `read<Result>()(inputSchema)`. */
export const read = procedure('read', 'workspace')
/** A change of the workspace; it is announced when it is done. */
export const write = procedure('write', 'workspace')
/** A long change in parts: others may write between them, and it is one change for whoever undoes it. */
export const writeInParts =
  <R>() =>
  <I extends z.ZodType>(input: I, options: Options = {}): Procedure<I, R, 'write', true> => ({
    ...write<R>()(input, { ...options, long: true }),
    parts: true
  })
/** Something only the desktop shell can do. */
export const shell = procedure('read', 'main')

export const noInput = z.strictObject({})
export const byId = <K extends Entity>(kind: K) => z.strictObject({ id: idOf(kind) })

/** The kind of record whose procedures bear a name: the plural of it, or itself where it has none. */
type KindOf<N extends string> = Extract<N extends `${infer K}ies` ? `${K}y` : N extends `${infer K}s` ? K : N, Entity>

/** The four changes that every kind of record knows, with input schemas made from its fields. */
export function recordProcedures<N extends string, F extends z.ZodObject>(name: N, fields: F) {
  const id = idOf<KindOf<N>>()
  const one = z.strictObject({ id })
  const create = write<{ id: Id<KindOf<N>> }>()(fields.extend({ id: id.optional() }))
  const change = write<{ id: Id<KindOf<N>> }>()(z.strictObject({ id, patch: fields.partial() }))
  const trash = write<{ id: Id<KindOf<N>> }>()(one)
  const restore = write<{ id: Id<KindOf<N>> }>()(one)
  return {
    [`${name}.create`]: create,
    [`${name}.change`]: change,
    [`${name}.trash`]: trash,
    [`${name}.restore`]: restore
  } as { [K in `${N}.create`]: typeof create } & { [K in `${N}.change`]: typeof change } & {
    [K in `${N}.trash`]: typeof trash
  } & { [K in `${N}.restore`]: typeof restore }
}
