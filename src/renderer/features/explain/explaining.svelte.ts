import type { LossStatus } from '../../../shared/losses/engine/incident-loss'
import { ofWorkspace } from '../../records/ofWorkspace'
import type { Id } from '../../../shared/values/flavours'

/** What of an incident is to be explained: a line, or a figure of the whole. */
export type IncidentFigure =
  | { is: 'line'; id: string }
  | { is: 'total'; of: 'net' | 'gross' | LossStatus }
  | { is: 'waiting' }
  | { is: 'terms' }
  | { is: 'guard'; key: string }

export type OptionFigure = 'cost' | 'relief' | 'remaining' | 'days' | 'stay'

/** What of a case is to be explained. */
export type CaseFigure = { is: 'loss' } | { is: 'expected' } | { is: 'option'; id: string; of: OptionFigure }

/** A figure, wherever it stands. */
export type Explained = { incidentId: Id<'incident'>; what: IncidentFigure } | { caseId: Id<'case'>; what: CaseFigure }

interface Shown {
  /** From the figure that was opened to the part of it that is looked at. */
  trail: Explained[]
  /** Each opening from the page is a new one, so that the focus goes back to the figure it came from. */
  turn: number
}

let shown = $state.raw<Shown | null>(null)
let turn = 0
/** How a line is edited on the page that is open; none where it cannot be. */
let editor = $state.raw<{ incidentId: Id<'incident'>; edit: (line: string) => void } | null>(null)

ofWorkspace(explainNothing)

/** Gives what is explained now; reading it in a component follows. */
export const explaining = (): Shown | null => shown

/** Opens the explanation of a figure beside the page. */
export function explain(figure: Explained): void {
  shown = { trail: [figure], turn: ++turn }
}

/** Goes from a figure to a part of it; there is a way back. */
export function explainPart(figure: Explained): void {
  if (shown) shown = { ...shown, trail: [...shown.trail, figure] }
}

export function explainBack(): void {
  if (shown && shown.trail.length > 1) shown = { ...shown, trail: shown.trail.slice(0, -1) }
}

export function explainNothing(): void {
  shown = null
}

/** Takes how the lines of an incident are edited on this page; gives how to take that back when the page is left. */
export function offerEdit(incidentId: Id<'incident'>, edit: (line: string) => void): () => void {
  const mine = { incidentId, edit }
  editor = mine
  return () => {
    if (editor === mine) editor = null
  }
}

/** Gives how a line of an incident is edited here, if it can be. */
export function editOf(incidentId: Id<'incident'>): ((line: string) => void) | undefined {
  return editor?.incidentId === incidentId ? editor.edit : undefined
}
