import type { Handlers } from './handlers'
import { briefHandlers } from './features/brief'
import { caseHandlers } from './features/cases'
import { customerHandlers } from './features/customers'
import { deskHandlers } from './features/desk'
import { explainHandlers } from './features/explain'
import { importHandlers } from './features/imports'
import { incidentHandlers } from './features/incidents'
import { journalHandlers } from './features/journal'
import { lossHandlers } from './features/losses'
import { orderHandlers } from './features/orders'
import { promiseHandlers } from './features/promises'
import { searchHandlers } from './features/search'
import { signalHandlers } from './features/signals'
import { timelineHandlers } from './features/timeline'
import { workspaceHandlers } from './features/workspace'

/** The whole contract, answered feature by feature. A procedure without a handler does not compile. */
export const handlers: Handlers = {
  ...workspaceHandlers,
  ...journalHandlers,
  ...deskHandlers,
  ...signalHandlers,
  ...customerHandlers,
  ...timelineHandlers,
  ...promiseHandlers,
  ...orderHandlers,
  ...incidentHandlers,
  ...lossHandlers,
  ...caseHandlers,
  ...explainHandlers,
  ...briefHandlers,
  ...importHandlers,
  ...searchHandlers
}
