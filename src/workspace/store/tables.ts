import type { BriefVersion } from '../../shared/contract/brief'
import type { Case, Fact, Option } from '../../shared/records/cases'
import type { Decision, Outcome } from '../../shared/records/followed'
import type { Asking } from '../../shared/records/ladder'
import type { Objection } from '../../shared/records/objections'
import type { Remedy } from '../../shared/records/remedies'
import type { Contact, Customer, Gesture } from '../../shared/records/customers'
import type { Stored } from '../../shared/values/fields'
import type { Exercise } from '../../shared/contract/exercise'
import type { Mapping } from '../../shared/contract/imports'
import type { EvidenceUse } from '../../shared/records/evidence'
import type { Cliff, Evidence, EvidenceTarget, Incident } from '../../shared/records/incidents'
import type { Deed, Entity } from '../../shared/contract/journal'
import type { Answer } from '../../shared/losses/questions/questions'
import type { Driver, GuardAnswer, LossLine, Rate } from '../../shared/contract/losses'
import type { Order } from '../../shared/records/orders'
import type { PromiseDate, Promised } from '../../shared/records/promises'
import type { Interaction, Voice } from '../../shared/records/timeline'
import type { AnyId, Id, Instant } from '../../shared/values/flavours'

type Packed = Buffer | string

/** A row whose `J` columns hold JSON as text. */
type Json<R, J extends keyof R> = { [K in keyof R]: K extends J ? (null extends R[K] ? string | null : string) : R[K] }

/** The tables as they are stored; the names are the same in SQL, in the journal and on the screens. */
export interface Tables {
  journalEntry: {
    seq: number
    id: string
    at: string
    actor: string
    kind: 'do' | 'undo' | 'redo' | 'system'
    ofSeq: number | null
    deed: Deed
    entity: Entity
    customerId: Id<'customer'> | null
    name: string | null
    nameDigest: string
    rows: number
    rowsDigest: string
    hash: string
  }
  journalRow: {
    seq: number
    n: number
    /** The kind of record by its code: see `descriptions`. */
    code: number
    /** The record's id, packed. */
    rowId: Packed
    /** The key of the customer whose record it was. */
    keyN: number
    /** How many columns the record had after the change; 0 when it was removed. */
    width: number
    /** The old values of the fields that changed; all fields when the row was removed; null when it is new. */
    before: string | null
    /** The whole row afterwards, only where it does not follow from the record and the later changes: see `Backwards`. */
    after: string | null
    digest: Buffer
  }
  /** `customerId` is empty for what belongs to no customer. */
  journalKey: { n: number; customerId: Id<'customer'>; secret: Buffer }
  draft: { key: string; body: string; at: string; digest: string }
  evidenceContent: { sha256: string; id: string; bytes: number }
  evidencePiece: { contentId: string; n: number; piece: Buffer }
  setting: Stored<'setting'> & { value: string }
  customer: Json<Customer, 'calendar'>
  contact: Contact
  gesture: Gesture
  interaction: Json<Interaction, 'replyEvents'>
  voice: Json<Voice, 'askedAgain'>
  promise: Promised
  promiseDate: Stored<'promiseDate'> & Omit<PromiseDate, 'id'> & { promiseId: Id<'promise'> }
  order: Order
  incident: Incident
  incidentOrder: Stored<'incidentOrder'> & { incidentId: Id<'incident'>; orderId: Id<'order'> }
  cliff: Cliff
  evidence: Evidence
  evidenceLink: Stored<'evidenceLink'> & { evidenceId: Id<'evidence'>; entity: EvidenceTarget; recordId: AnyId }
  evidenceUse: Stored<'evidenceUse'> & EvidenceUse
  lossLine: Json<LossLine, 'inputs' | 'frequency' | 'runs'>
  driver: Json<Driver, 'quantity'>
  rate: Rate
  answer: Json<Answer, 'numbers'>
  guardAnswer: Stored<'guardAnswer'> & GuardAnswer & { incidentId: Id<'incident'> | null; caseId: Id<'case'> | null }
  case: Json<Case, 'worth' | 'voiceIds'>
  caseIncident: Stored<'caseIncident'> & { caseId: Id<'case'>; incidentId: Id<'incident'> }
  fact: Fact
  option: Json<Option, 'stayRange' | 'voiceIds'>
  remedy: Json<Remedy, 'costRange' | 'perDay' | 'reliefs' | 'stayAdds' | 'needs' | 'excludes'>
  optionRemedy: Stored<'optionRemedy'> & { optionId: Id<'option'>; remedyId: Id<'remedy'> }
  decision: Json<Decision, 'forecast'>
  outcome: Outcome
  asking: Asking
  objection: Objection
  /** `model` is the brief as JSON. */
  briefVersion: BriefVersion & { model: string }
  signal: Stored<'signal'> & { customerId: Id<'customer'>; key: string; until: string; reason: string }
  mapping: Json<Mapping, 'columns'>
  exercise: Json<Stored<'exercise'> & Exercise, 'answers'>
  /** `columns` is JSON: see `Columns` of the imports. */
  import: Stored<'import'> & {
    fileName: string
    sha256: string
    target: string
    source: string
    counts: string
    columns: string | null
  }
  /** Ids, instants and the fingerprint are packed. */
  importedRow: {
    id: Packed
    createdAt: number | Instant
    updatedAt: number | Instant
    trashedAt: Instant | null
    importId: Packed
    entity: Entity
    recordId: Packed
    customerId: Packed | null
    source: string
    externalId: string
    occurrence: number
    rowNumber: number
    fingerprint: Packed
    raw: string | null
  }
  /** Which record each row of the search index is of; what it says of it is the view `searchText`. */
  searchKey: { n: number; code: number; recordId: Packed }
  searchText: {
    n: number
    entity: Entity
    recordId: AnyId
    customerId: Id<'customer'> | null
    at: string | null
    title: string
    body: string | null
  }
}
