import type { WorkspaceName } from '../shared/contract/table'
import { deskHandlers } from './features/desk'
import { workspaceHandlers } from './features/workspace'
import type { Handlers } from './handlers'

type FamilyOf<N extends string> = N extends `${infer F}.${string}` ? F : never
type Answers<F extends string> = Pick<Handlers, Extract<WorkspaceName, `${F}.${string}`>>

const brief = async () => (await import('./features/brief')).briefHandlers
const cases = async () => (await import('./features/cases')).caseHandlers
const customers = async () => (await import('./features/customers')).customerHandlers
const imports = async () => (await import('./features/imports')).importHandlers
const incidents = async () => (await import('./features/incidents')).incidentHandlers
const inquiry = async () => (await import('./features/inquiry')).inquiryHandlers
const journal = async () => (await import('./features/journal')).journalHandlers
const losses = async () => (await import('./features/losses')).lossHandlers
const questions = async () => (await import('./features/questions')).questionHandlers
const timeline = async () => (await import('./features/timeline')).timelineHandlers

/**
 * The whole contract, answered feature by feature; a procedure without a handler does not compile. What the first screen
 * asks is there from the start, the rest is loaded when it is first asked.
 */
const families: { [F in FamilyOf<WorkspaceName>]: () => Promise<Answers<F>> } = {
  workspace: async () => workspaceHandlers,
  desk: async () => deskHandlers,
  brief,
  briefVersions: brief,
  cases,
  facts: cases,
  options: cases,
  remedies: cases,
  outcomes: cases,
  askings: cases,
  objections: cases,
  customers,
  contacts: customers,
  gestures: customers,
  exercise: async () => (await import('./features/exercise')).exerciseHandlers,
  explain: async () => (await import('./features/explain')).explainHandlers,
  inquiry,
  callSheet: async () => (await import('./features/call-sheet')).callSheetHandlers,
  imports,
  mappings: imports,
  incidents,
  cliffs: incidents,
  currencies: incidents,
  evidence: incidents,
  journal,
  trash: journal,
  drafts: journal,
  answers: questions,
  losses,
  lossLines: losses,
  drivers: losses,
  rates: losses,
  orders: async () => (await import('./features/orders')).orderHandlers,
  promises: async () => (await import('./features/promises')).promiseHandlers,
  replies: async () => (await import('./features/replies')).replyHandlers,
  search: async () => (await import('./features/search')).searchHandlers,
  signals: async () => (await import('./features/signals')).signalHandlers,
  timeline,
  interactions: timeline,
  voice: timeline
}

/** Takes the name of a procedure of the workspace, gives what answers it. */
export async function handlerOf<N extends WorkspaceName>(name: N): Promise<Handlers[N]> {
  const family = families[name.split('.')[0] as keyof typeof families]
  return ((await family()) as Partial<Handlers>)[name]!
}
