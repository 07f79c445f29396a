import type { Changed, ChangedRow, Contract, Input, ProcedureName, Result, WorkspaceName } from './table'
import type { Entity } from './journal'
import type { Id } from '../values/flavours'

/** Procedures of the workspace that only ask. */
export type ReadName = { [N in WorkspaceName]: Contract[N]['kind'] extends 'read' ? N : never }[WorkspaceName]

/** The kinds of record that an answer is made from; `any`: every change may alter it. */
export type Rests = readonly Entity[] | 'any'

/** When harm ends may follow an order or a promise; what runs counts the customer's working time; a record proves what is confirmed. */
const proof = ['interaction', 'voice', 'evidence'] as const
const line = ['incident', 'lossLine', 'driver', 'rate', 'guardAnswer', 'answer', 'order', 'promise', 'customer', ...proof] as const
/** What tells whether a customer needs care. */
const care = [
  'customer',
  'interaction',
  'voice',
  'promise',
  'order',
  'gesture',
  'incident',
  'incidentOrder',
  'case',
  'caseIncident',
  'decision',
  'signal'
] as const
/** What rows of a file are held against: every kind of record that they may be, and what ties those to others. */
const imported = [
  'import',
  'importedRow',
  'customer',
  'contact',
  'order',
  'interaction',
  'promise',
  'voice',
  'incident',
  'evidence',
  'incidentOrder',
  'evidenceLink'
] as const
const caseOf = [
  ...line,
  'cliff',
  'case',
  'caseIncident',
  'option',
  'remedy',
  'optionRemedy',
  'fact',
  'decision',
  'outcome',
  'asking',
  'objection'
] as const
const briefOf = [...caseOf, 'contact', 'incidentOrder', 'promiseDate', 'evidenceLink', 'evidenceUse'] as const
const timeline = [
  'customer',
  'contact',
  'interaction',
  'voice',
  'promise',
  'order',
  'incident',
  'incidentOrder',
  'case',
  'caseIncident',
  'gesture',
  'evidence',
  'evidenceLink'
] as const

/**
 * What each question rests on: it is asked again when a record of one of these kinds has changed, and not otherwise. One
 * that is missing here does not compile; one that rests on more than it says fails a test.
 */
export const rests: { [N in ReadName]: Rests } = {
  'workspace.info': 'any',
  'workspace.backup': [],
  'workspace.backups': [],
  'journal.recent': 'any',
  'journal.history': 'any',
  'journal.since': 'any',
  'journal.verify': 'any',
  'trash.list': 'any',
  'drafts.list': [],
  'drafts.get': [],
  'desk.today': [...care, 'contact', 'setting', 'asking'],
  'signals.of': [...care, 'setting'],
  'signals.preview': [...care, 'setting'],
  'signals.track': [...care, 'promiseDate', 'setting'],
  'signals.line': [...care, 'promiseDate', 'setting'],
  'customers.list': [...care, 'setting'],
  'customers.page': [...care, 'setting'],
  'customers.pick': ['customer', 'setting'],
  'customers.get': [...care, 'contact', 'setting'],
  'interactions.get': ['interaction', 'customer', 'promise', 'incident', 'voice', 'order', 'evidence', 'evidenceLink'],
  'voice.list': ['voice', 'contact'],
  'voice.register': ['voice', 'customer', 'contact', 'interaction', 'promise', 'gesture', 'order', 'evidence'],
  'timeline.list': timeline,
  'timeline.months': timeline,
  'timeline.picture': timeline,
  'timeline.sheet': [...timeline, ...line, 'cliff', 'setting'],
  'promises.list': ['promise', 'customer', 'incident'],
  'promises.page': ['promise', 'customer', 'incident', 'setting'],
  'promises.pick': ['promise', 'customer', 'incident'],
  'promises.get': ['promise', 'promiseDate', 'customer', 'incident'],
  'promises.count': ['promise', 'customer', 'incident'],
  'orders.list': ['order', 'customer'],
  'orders.page': ['order', 'customer', 'setting'],
  'orders.pick': ['order'],
  'orders.get': ['order', 'customer'],
  'orders.incidents': ['incidentOrder'],
  'incidents.list': ['incident', 'customer', 'lossLine', 'caseIncident'],
  'incidents.page': ['incident', 'customer', 'lossLine', 'caseIncident', 'setting'],
  'incidents.pick': ['incident'],
  'incidents.get': [
    'incident',
    'customer',
    'lossLine',
    'driver',
    'order',
    'incidentOrder',
    'promise',
    'voice',
    'evidence',
    'evidenceLink',
    'cliff',
    'case',
    'caseIncident'
  ],
  'evidence.list': ['evidence', 'evidenceLink'],
  'evidence.pick': ['evidence'],
  'evidence.chain': [
    'customer',
    'evidence',
    'evidenceLink',
    'evidenceUse',
    'incident',
    'lossLine',
    'order',
    'promise',
    'interaction',
    'fact',
    'driver'
  ],
  'evidence.preview': ['evidence'],
  'currencies.list': ['customer', 'rate', 'setting'],
  // the curve of waiting is asked for with the sheet
  'losses.sheet': [...line, 'cliff'],
  'losses.simulate': line,
  'losses.running': line,
  'losses.waiting': [...line, 'cliff'],
  'rates.list': ['rate'],
  'lossLines.get': ['lossLine'],
  'cases.list': ['case', 'customer'],
  'cases.story': [
    'customer',
    'case',
    'caseIncident',
    'incident',
    'fact',
    'evidence',
    'evidenceLink',
    'option',
    'remedy',
    'asking',
    'objection',
    'decision',
    'outcome'
  ],
  'cases.get': [...caseOf, 'evidenceLink'],
  'cases.argument': [...caseOf, 'evidenceLink', 'setting'],
  'cases.figures': caseOf,
  'options.frontier': caseOf,
  'options.changes': caseOf,
  'cases.learned': ['case', 'decision', 'outcome', 'customer', 'option'],
  'cases.questions': [...caseOf, 'evidenceLink'],
  'cases.precedents': [...caseOf, 'evidenceLink'],
  'exercise.questions': ['order', 'promise', 'interaction', 'customer'],
  'exercise.taken': ['exercise', 'setting'],
  'explain.changes': 'any',
  'brief.model': briefOf,
  'brief.versions': [...briefOf, 'briefVersion'],
  'brief.next': [...briefOf, 'briefVersion'],
  'brief.check': 'any',
  'brief.book': briefOf,
  'brief.exhibits': briefOf,
  'inquiry.sheet': briefOf,
  'callSheet.get': [...care, ...line, 'cliff', 'contact', 'setting'],
  'inquiry.look': 'any',
  'answers.months': ['setting'],
  'mappings.list': ['mapping'],
  'mappings.get': ['mapping'],
  'imports.fields': [],
  'imports.inspect': ['mapping'],
  'imports.days': [],
  'imports.leftOut': imported,
  'imports.brought': ['import', 'importedRow', 'customer'],
  'imports.list': ['import', 'importedRow'],
  'search.find': 'any',
  'replies.facts': [
    'interaction',
    'customer',
    'contact',
    'promise',
    'incident',
    'order',
    'case',
    'decision',
    'option',
    'setting',
    'importedRow'
  ]
}

/** The customer whose records alone an answer is made from, where the answer names them. */
const owners: { [N in ReadName]?: (answer: Result<N>) => string } = {
  'customers.get': ({ customer }) => customer.id,
  'cases.get': ({ customer }) => customer.id,
  'cases.argument': ({ customer }) => customer.id,
  'incidents.get': ({ customer }) => customer.id,
  'interactions.get': ({ customerId }) => customerId,
  'orders.get': ({ customerId }) => customerId,
  'promises.get': ({ customerId }) => customerId,
  'replies.facts': ({ customerId }) => customerId
}

/** Whether a change of a row may alter an answer, where the answer itself tells: it is asked only of kinds that the question rests on. */
const seen: { [N in ReadName]?: (row: ChangedRow, answer: Result<N>) => boolean } = {
  // of contacts, the desk shows the names of those who wait for a reply
  'desk.today': ({ entity, customerId }, { replies }) =>
    entity !== 'contact' || customerId === null || replies.some((reply) => reply.customerId === customerId),
  // what is not in the trash is not in its list; a customer's name stands beside what is theirs
  'trash.list': ({ entity, id, trash }, rows) =>
    trash || rows.some((row) => row.id === id) || (entity === 'customer' && rows.length > 0)
}

/**
 * Takes a change, a question with its last answer, and the customer it is about where neither names one (`whose`); gives
 * whether the change may alter the answer.
 */
export function meets<N extends ProcedureName>(
  changed: Changed,
  { name, input, data, whose }: { name: N; input: Input<N>; data?: Result<N>; whose?: string | null }
): boolean {
  // what the desktop shell answers is no record
  if (!(name in rests)) return false
  const on = rests[name as ReadName]
  const ownerOf = owners[name as ReadName] as ((answer: Result<N>) => string) | undefined
  const customer = whose ?? (input as { customerId?: Id<'customer'> }).customerId ?? (data && ownerOf?.(data))
  const shows = data && (seen[name as ReadName] as ((row: ChangedRow, answer: Result<N>) => boolean) | undefined)
  return changed.rows.some((row) => {
    const { entity, customerId } = row
    // settings name languages, zones and papers: everything that is shown may read otherwise
    if (entity === 'setting') return true
    const rested =
      on === 'any' || (on.includes(entity) && (customer === undefined || customerId === null || customerId === customer))
    return rested && (!shows || shows(row, data))
  })
}
