import type { CaseFigures, CaseView } from './cases'

/** Takes a case as it is read and its figures, gives both together; figures of another case or currency are none of its. */
export function withFigures(view: CaseView, figures: CaseFigures | undefined): CaseView {
  if (!figures || figures.caseId !== view.case.id || figures.currency !== view.case.currency) return view
  const { loss, expected, openEnded, beats } = figures
  const weighed = Object.keys(figures.options)
  return {
    ...view,
    counted: true,
    loss,
    expected,
    openEnded,
    // its rows are those of the options that were weighed
    beats: weighed.length === view.options.length && view.options.every(({ id }, at) => id === weighed[at]) ? beats : null,
    incidents: view.incidents.map((incident) => ({ ...incident, loss: figures.incidents[incident.id] ?? null })),
    options: view.options.map((option) => ({ ...option, ...figures.options[option.id] })),
    silence: view.silence && { ...view.silence, cost: figures.silenceCost }
  }
}
