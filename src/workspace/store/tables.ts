import type { BriefVersion } from '../../shared/contract/brief'
import type { Case, Fact, Option } from '../../shared/records/cases'
import type { Decision, Outcome } from '../../shared/records/followed'
import type { Asking } from '../../shared/records/ladder'
import type { Objection } from '../../shared/records/objections'
import type { Remedy } from '../../shared/records/remedies'
import type { Contact, Customer, Gesture } from '../../shared/records/customers'
import type { Stored } from '../../shared/values/fields'
import type { Mapping } from '../../shared/contract/imports'
import type { Cliff, Evidence, EvidenceTarget, Incident } from '../../shared/records/incidents'
import type { Deed, Entity } from '../../shared/contract/journal'
import type { Driver, GuardAnswer, LossLine, Rate } from '../../shared/contract/losses'
import type { Order } from '../../shared/records/orders'
import type { PromiseDate, Promised } from '../../shared/records/promises'
import type { Interaction, Voice } from '../../shared/records/timeline'

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
    customerId: string | null
    name: string | null
    nameDigest: string
    rows: number
    rowsDigest: string
    hash: string
  }
  journalRow: {
    seq: number
    n: number
    entity: Entity
    rowId: string
    customerId: string | null
    /** The old values of the fields that changed; all fields when the row was removed; null when it is new. */
    before: string | null
    /** The whole row afterwards; null when it was removed. */
    after: string | null
    digest: string
  }
  journalKey: { customerId: string; secret: Buffer }
  draft: { key: string; body: string; at: string; digest: string }
  evidenceContent: { sha256: string; content: Buffer }
  setting: Stored & { value: string }
  customer: Json<Customer, 'calendar'>
  contact: Contact
  gesture: Gesture
  interaction: Interaction
  voice: Voice
  promise: Promised
  promiseDate: Stored & Omit<PromiseDate, 'id'> & { promiseId: string }
  order: Order
  incident: Incident
  incidentOrder: Stored & { incidentId: string; orderId: string }
  cliff: Cliff
  evidence: Evidence
  evidenceLink: Stored & { evidenceId: string; entity: EvidenceTarget; recordId: string }
  lossLine: Json<LossLine, 'inputs' | 'frequency' | 'runs'>
  driver: Json<Driver, 'quantity'>
  rate: Rate
  guardAnswer: Stored & GuardAnswer & { incidentId: string | null; caseId: string | null }
  case: Json<Case, 'worth' | 'voiceIds'>
  caseIncident: Stored & { caseId: string; incidentId: string }
  fact: Fact
  option: Json<Option, 'stayRange' | 'voiceIds'>
  remedy: Json<Remedy, 'costRange' | 'perDay' | 'reliefs' | 'stayAdds' | 'needs' | 'excludes'>
  optionRemedy: Stored & { optionId: string; remedyId: string }
  decision: Json<Decision, 'forecast'>
  outcome: Outcome
  asking: Asking
  objection: Objection
  /** `model` is the brief as JSON. */
  briefVersion: BriefVersion & { model: string }
  signal: Stored & { customerId: string; key: string; until: string; reason: string }
  mapping: Json<Mapping, 'columns'>
  import: Stored & { fileName: string; sha256: string; target: string; source: string; counts: string }
  importedRow: Stored & {
    importId: string
    entity: Entity
    recordId: string
    customerId: string | null
    source: string
    externalId: string
    occurrence: number
    rowNumber: number
    fingerprint: string
    raw: string | null
  }
  searchText: {
    n: number
    entity: Entity
    recordId: string
    customerId: string | null
    at: string | null
    title: string
    body: string | null
  }
}

interface Description {
  /** Before the number in a reference such as INC-14. */
  prefix?: string
  /** SQL for the customer that a row belongs to; `@` stands for NEW or OLD. */
  owner: string
  /** The column that names a record in labels and in the trash. */
  title?: string
  /** SQL of what names it instead where that column may be empty; `@` stands for the row. */
  named?: string
  json?: readonly string[]
  /** SQL of what search finds a record by; `@` stands for NEW. */
  search?: { title: string; body: string; at: string }
}

const viaIncident = '(SELECT customerId FROM incident WHERE id = @.incidentId)'
const viaCase = '(SELECT customerId FROM "case" WHERE id = @.caseId)'
const viaOption = '(SELECT c.customerId FROM "case" c JOIN option o ON o.caseId = c.id WHERE o.id = @.optionId)'
const own = '@.customerId'
const nobody = 'NULL'

/** What the journal, the search and the trash need to know of each table. */
export const descriptions: Record<Entity, Description> = {
  customer: {
    prefix: 'CUS',
    owner: '@.id',
    title: 'name',
    json: ['calendar'],
    search: { title: '@.name', body: "concat_ws(' ', @.industry, @.about)", at: '@.createdAt' }
  },
  contact: {
    owner: own,
    title: 'name',
    search: { title: '@.name', body: "concat_ws(' ', @.role, @.email, @.phone, @.note)", at: '@.createdAt' }
  },
  gesture: { owner: own, title: 'words', search: { title: '@.words', body: '@.received', at: '@.givenOn' } },
  interaction: {
    owner: own,
    title: 'subject',
    named: "coalesce(nullif(@.subject, ''), @.notes)",
    search: { title: '@.subject', body: '@.notes', at: '@.at' }
  },
  voice: { owner: own, title: 'words', search: { title: '@.words', body: '@.reading', at: '@.saidAt' } },
  promise: {
    prefix: 'PRM',
    owner: own,
    title: 'words',
    search: { title: '@.words', body: "concat_ws(' ', 'PRM-' || @.number, @.maker, @.closingNote)", at: '@.madeAt' }
  },
  promiseDate: { owner: '(SELECT customerId FROM promise WHERE id = @.promiseId)', title: 'reason' },
  order: {
    prefix: 'ORD',
    owner: own,
    title: 'title',
    search: { title: '@.title', body: "concat_ws(' ', 'ORD-' || @.number, @.orderNumber, @.note)", at: '@.orderedOn' }
  },
  incident: {
    prefix: 'INC',
    owner: own,
    title: 'title',
    search: {
      title: '@.title',
      body: "concat_ws(' ', 'INC-' || @.number, @.whatHappened, @.touched, @.cause, @.couldNotHappen)",
      at: '@.began'
    }
  },
  incidentOrder: { owner: viaIncident },
  cliff: { owner: viaIncident, title: 'title' },
  evidence: {
    prefix: 'EV',
    owner: own,
    title: 'title',
    search: { title: '@.title', body: "concat_ws(' ', 'EV-' || @.number, @.note, @.fileName, @.link)", at: '@.collectedAt' }
  },
  evidenceLink: { owner: '(SELECT customerId FROM evidence WHERE id = @.evidenceId)' },
  lossLine: {
    owner: viaIncident,
    title: 'title',
    json: ['inputs', 'frequency', 'runs'],
    search: { title: '@.title', body: "concat_ws(' ', @.basis, @.confirmedBy)", at: '@.createdAt' }
  },
  driver: { owner: viaIncident, title: 'name', json: ['quantity'] },
  rate: { owner: nobody, title: 'source' },
  guardAnswer: {
    owner: `coalesce(${viaIncident}, ${viaCase})`,
    title: 'why'
  },
  case: {
    prefix: 'CASE',
    owner: own,
    title: 'title',
    json: ['worth', 'voiceIds'],
    search: {
      title: '@.title',
      body: "concat_ws(' ', 'CASE-' || @.number, @.ask, @.background, @.recommendation)",
      at: '@.createdAt'
    }
  },
  caseIncident: { owner: viaCase },
  fact: { owner: viaCase, title: 'words', json: ['told'], search: { title: '@.words', body: 'NULL', at: '@.at' } },
  option: {
    owner: viaCase,
    title: 'title',
    json: ['stayRange', 'voiceIds'],
    search: { title: '@.title', body: "concat_ws(' ', @.summary, @.risks)", at: '@.createdAt' }
  },
  remedy: {
    owner: viaOption,
    title: 'words',
    json: ['costRange', 'perDay', 'reliefs', 'stayAdds', 'needs', 'excludes'],
    search: { title: '@.words', body: '@.owner', at: '@.dueOn' }
  },
  optionRemedy: { owner: viaOption },
  decision: {
    owner: viaCase,
    title: 'decidedBy',
    json: ['forecast'],
    search: { title: '@.decidedBy', body: '@.why', at: '@.decidedOn' }
  },
  outcome: {
    owner: viaCase,
    title: 'note',
    search: { title: "coalesce(@.note, '')", body: 'NULL', at: '@.remedyArrivedOn' }
  },
  asking: {
    owner: viaCase,
    title: 'whom',
    search: { title: '@.whom', body: "concat_ws(' ', @.words, @.said)", at: '@.askedAt' }
  },
  objection: {
    owner: viaCase,
    title: 'words',
    named: 'coalesce(@.words, @.answer)',
    search: { title: "coalesce(@.words, '')", body: '@.answer', at: '@.createdAt' }
  },
  briefVersion: { owner: viaCase, title: 'title' },
  signal: { owner: own, title: 'reason' },
  mapping: { owner: nobody, title: 'name', json: ['columns'] },
  import: { owner: nobody, title: 'fileName', json: ['counts'] },
  importedRow: { owner: own },
  setting: { owner: nobody, title: 'id' }
}

/** Takes an entity and a record's number, gives its reference for people, such as "INC-14". */
export function refOf(entity: Entity, number: number): string {
  return `${descriptions[entity].prefix}-${number}`
}
