import type { z } from 'zod'
import { callSheetProcedures } from './call-sheet'
import { caseProcedures } from '../records/cases'
import { customerProcedures } from '../records/customers'
import { deskProcedures } from './desk'
import { exerciseProcedures } from './exercise'
import { explainProcedures } from './explain'
import { inquiryProcedures } from './inquiry'
import { importProcedures } from './imports'
import { incidentProcedures } from '../records/incidents'
import { journalProcedures, type Entity } from './journal'
import { lossProcedures } from './losses'
import { orderProcedures } from '../records/orders'
import { pickProcedures } from './pick'
import type { Procedure } from './procedure'
import { questionProcedures } from './questions'
import { registerProcedures } from './register'
import { promiseProcedures } from '../records/promises'
import { replyProcedures } from '../replies/facts'
import { searchProcedures } from './search'
import { pictureProcedures } from '../records/picture'
import { timelineProcedures } from '../records/timeline'
import { timelineSheetProcedures } from '../timeline-sheet/types'
import { shellProcedures, workspaceProcedures } from './workspace'
import { briefProcedures } from './brief'
import type { AnyId, Id, Instant } from '../values/flavours'

/** Everything that a page, the command line or a test can ask of Redress. Closed: what is not here is refused. */
export const contract = {
  ...workspaceProcedures,
  ...shellProcedures,
  ...journalProcedures,
  ...deskProcedures,
  ...customerProcedures,
  ...pickProcedures,
  ...timelineProcedures,
  ...timelineSheetProcedures,
  ...registerProcedures,
  ...pictureProcedures,
  ...promiseProcedures,
  ...orderProcedures,
  ...incidentProcedures,
  ...lossProcedures,
  ...questionProcedures,
  ...caseProcedures,
  ...exerciseProcedures,
  ...explainProcedures,
  ...briefProcedures,
  ...inquiryProcedures,
  ...callSheetProcedures,
  ...importProcedures,
  ...searchProcedures,
  ...replyProcedures
}

export type Contract = typeof contract
export type ProcedureName = keyof Contract
export type ShellName = keyof typeof shellProcedures
export type WorkspaceName = Exclude<ProcedureName, ShellName>

/** What a caller gives, before parsing. */
export type Input<N extends ProcedureName> = z.input<Contract[N]['input']>
/** What a handler gets, after parsing. */
export type Parsed<N extends ProcedureName> = z.output<Contract[N]['input']>
export type Result<N extends ProcedureName> = Contract[N] extends Procedure<z.ZodType, infer R> ? R : never

/** Takes any text, gives the procedure of that name or undefined; inherited names of objects are not procedures. */
export function procedureNamed(name: unknown): Procedure | undefined {
  return typeof name === 'string' && Object.hasOwn(contract, name) ? (contract as Record<string, Procedure>)[name] : undefined
}

/** A record that a change has written. */
export interface ChangedRow {
  entity: Entity
  id: AnyId
  /** Null where a record belongs to nobody, and where more changed than are named one by one. */
  customerId: Id<'customer'> | null
  /** It went to the trash, came out of it or was removed there; or more changed than are named one by one. */
  trash: boolean
}

/** What changed, announced after every write. */
export interface Changed {
  seq: number | null
  rows: ChangedRow[]
  savedAt: Instant
}

/** How far long work is; `total` is null when nobody knows. */
export interface ProgressNote {
  call: string
  done: number
  total: number | null
  /** A message key of what is being done. */
  step: string
}
