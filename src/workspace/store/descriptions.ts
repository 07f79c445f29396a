import type { Entity } from '../../shared/contract/journal'
import type { Packing } from './packed'

interface Description {
  /** What the journal calls the kind. A code is given once and for all, and never to another kind. */
  code: number
  /** Before the number in a reference such as INC-14. */
  prefix?: string
  /** SQL for the customer that a row belongs to; `@` stands for NEW or OLD. */
  owner: string
  /** The column that names a record in labels and in the trash. */
  title?: string
  /** SQL of what names it instead where that column may be empty; `@` stands for the row. */
  named?: string
  json?: readonly string[]
  /** Columns that store their text packed. */
  packed?: Readonly<Record<string, Packing>>
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
    code: 1,
    prefix: 'CUS',
    owner: '@.id',
    title: 'name',
    json: ['calendar'],
    search: { title: '@.name', body: "concat_ws(' ', @.industry, @.about)", at: '@.createdAt' }
  },
  contact: {
    code: 2,
    owner: own,
    title: 'name',
    search: { title: '@.name', body: "concat_ws(' ', @.role, @.email, @.phone, @.note)", at: '@.createdAt' }
  },
  gesture: { code: 3, owner: own, title: 'words', search: { title: '@.words', body: '@.received', at: '@.givenOn' } },
  interaction: {
    code: 4,
    owner: own,
    title: 'subject',
    named: "coalesce(nullif(@.subject, ''), @.notes)",
    json: ['replyEvents'],
    search: { title: '@.subject', body: '@.notes', at: '@.at' }
  },
  voice: {
    code: 5,
    owner: own,
    title: 'words',
    json: ['askedAgain'],
    search: { title: '@.words', body: "nullif(concat_ws(' ', @.reading, @.answer, @.release), '')", at: '@.saidAt' }
  },
  promise: {
    code: 6,
    prefix: 'PRM',
    owner: own,
    title: 'words',
    search: { title: '@.words', body: "concat_ws(' ', 'PRM-' || @.number, @.maker, @.closingNote)", at: '@.madeAt' }
  },
  promiseDate: { code: 7, owner: '(SELECT customerId FROM promise WHERE id = @.promiseId)', title: 'reason' },
  order: {
    code: 8,
    prefix: 'ORD',
    owner: own,
    title: 'title',
    search: { title: '@.title', body: "concat_ws(' ', 'ORD-' || @.number, @.orderNumber, @.note)", at: '@.orderedOn' }
  },
  incident: {
    code: 9,
    prefix: 'INC',
    owner: own,
    title: 'title',
    search: {
      title: '@.title',
      body: "concat_ws(' ', 'INC-' || @.number, @.whatHappened, @.touched, @.cause, @.couldNotHappen)",
      at: '@.began'
    }
  },
  incidentOrder: { code: 10, owner: viaIncident },
  cliff: { code: 11, owner: viaIncident, title: 'title' },
  evidence: {
    code: 12,
    prefix: 'EV',
    owner: own,
    title: 'title',
    search: {
      title: '@.title',
      body: "concat_ws(' ', 'EV-' || @.number, @.note, @.fileName, @.link, @.words)",
      at: '@.collectedAt'
    }
  },
  evidenceLink: { code: 13, owner: '(SELECT customerId FROM evidence WHERE id = @.evidenceId)' },
  evidenceUse: { code: 36, owner: '(SELECT customerId FROM evidence WHERE id = @.evidenceId)' },
  lossLine: {
    code: 14,
    owner: viaIncident,
    title: 'title',
    json: ['inputs', 'frequency', 'runs'],
    search: { title: '@.title', body: "concat_ws(' ', @.basis, @.confirmedBy)", at: '@.createdAt' }
  },
  driver: { code: 15, owner: viaIncident, title: 'name', json: ['quantity'] },
  rate: { code: 16, owner: nobody, title: 'source' },
  answer: {
    code: 31,
    owner: viaIncident,
    title: 'question',
    named: "coalesce(nullif(@.words, ''), @.question)",
    json: ['numbers']
  },
  guardAnswer: {
    code: 17,
    owner: `coalesce(${viaIncident}, ${viaCase})`,
    title: 'why'
  },
  case: {
    code: 18,
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
  caseIncident: { code: 19, owner: viaCase },
  fact: { code: 20, owner: viaCase, title: 'words', json: ['told'], search: { title: '@.words', body: 'NULL', at: '@.at' } },
  option: {
    code: 21,
    owner: viaCase,
    title: 'title',
    json: ['stayRange', 'voiceIds'],
    search: { title: '@.title', body: "concat_ws(' ', @.summary, @.risks)", at: '@.createdAt' }
  },
  remedy: {
    code: 22,
    owner: viaOption,
    title: 'words',
    json: ['costRange', 'perDay', 'reliefs', 'stayAdds', 'needs', 'excludes'],
    search: { title: '@.words', body: '@.owner', at: '@.dueOn' }
  },
  optionRemedy: { code: 32, owner: viaOption },
  decision: {
    code: 23,
    owner: viaCase,
    title: 'decidedBy',
    json: ['forecast'],
    search: { title: '@.decidedBy', body: '@.why', at: '@.decidedOn' }
  },
  outcome: {
    code: 24,
    owner: viaCase,
    title: 'note',
    search: { title: "coalesce(@.note, '')", body: 'NULL', at: '@.remedyArrivedOn' }
  },
  asking: {
    code: 33,
    owner: viaCase,
    title: 'whom',
    search: { title: '@.whom', body: "concat_ws(' ', @.words, @.said)", at: '@.askedAt' }
  },
  objection: {
    code: 34,
    owner: viaCase,
    title: 'words',
    named: 'coalesce(@.words, @.answer)',
    search: { title: "coalesce(@.words, '')", body: '@.answer', at: '@.createdAt' }
  },
  briefVersion: { code: 25, owner: viaCase, title: 'title' },
  signal: { code: 26, owner: own, title: 'reason' },
  mapping: { code: 27, owner: nobody, title: 'name', json: ['columns'] },
  import: { code: 28, owner: nobody, title: 'fileName', json: ['counts', 'columns'] },
  importedRow: {
    code: 29,
    owner: 'unpacked_id(@.customerId)',
    packed: {
      id: 'id',
      createdAt: 'instant',
      updatedAt: 'instant',
      importId: 'id',
      recordId: 'id',
      customerId: 'id',
      fingerprint: 'digest'
    }
  },
  exercise: { code: 35, owner: nobody, title: 'advocate', json: ['answers'] },
  setting: { code: 30, owner: nobody, title: 'id' }
}

/** Takes an entity and a record's number, gives its reference for people, such as "INC-14". */
export function refOf(entity: Entity, number: number): string {
  return `${descriptions[entity].prefix}-${number}`
}

/** The column that says whose a record is; null where it is nobody's, undefined where another record says it. */
export function ownerColumn(entity: Entity): string | null | undefined {
  const { owner } = descriptions[entity]
  return owner === nobody ? null : /^(?:unpacked_id\()?@\.(\w+)\)?$/.exec(owner)?.[1]
}

const byCode = new Map(Object.entries(descriptions).map(([entity, { code }]) => [code, entity as Entity]))

/** Takes the code of a kind, gives the kind; undefined when no kind has it, as in a damaged file. */
export function kindOf(code: number): Entity | undefined {
  return byCode.get(code)
}
