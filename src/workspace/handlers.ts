import type { Kysely } from 'kysely'
import type { Contract, Parsed, Result, WorkspaceName } from '../shared/contract/table'
import type { Settings } from '../shared/contract/workspace'
import type { Taken } from './store/evidence'
import type { Change } from './store/journal'
import type { Store } from './store/open'
import type { Parts } from './store/parts'
import type { Tables } from './store/tables'
import type { Day, Instant } from '../shared/values/flavours'

/** What long work may ask and must tell. */
export interface Watch {
  signal: AbortSignal
  /** Tells how far the work is; `step` is a message key. */
  onProgress(done: number, total: number | null, step: string): void
}

/** What every handler has at hand. */
export interface Context extends Watch {
  store: Store
  read: Kysely<Tables>
  /** The present instant, ISO, UTC. */
  now: Instant
  settings: Settings
  /** The calendar day it is now in the workspace's zone. */
  today: Day
  /** The file that was taken in for this change, where it needs one. */
  taken: Taken | null
  /** The first words in that file, where it becomes evidence; empty where it has none. */
  words: string
}

type ReadHandler<N extends WorkspaceName> = (context: Context, input: Parsed<N>) => Promise<Result<N>>
/** A write gets the change to write through beside the room. */
type WriteHandler<N extends WorkspaceName> = (change: Change, input: Parsed<N>, context: Context) => Promise<Result<N>>

/** A long write makes its parts itself. */
type PartsHandler<N extends WorkspaceName> = (parts: Parts, input: Parsed<N>, context: Context) => Promise<Result<N>>

/** One handler for each procedure of the workspace: a missing one does not compile. */
export type Handlers = {
  [N in WorkspaceName]: Contract[N]['kind'] extends 'write'
    ? Contract[N]['parts'] extends true
      ? PartsHandler<N>
      : WriteHandler<N>
    : ReadHandler<N>
}

/** The handlers whose names begin with one of these words: what one feature answers. */
export type HandlersOf<P extends string> = { [N in WorkspaceName as N extends `${P}.${string}` ? N : never]: Handlers[N] }
