import type { SimulationInput } from '../../losses/engine/incident-loss'
import { m } from '../../messages/messages.js'
import { toMajor } from '../../values/money'
import type { BriefModel } from '../types'
import type { Words } from '../words'
import { draws, incidentSheets } from './incident'
import type { Book, BookSheet, Cell } from './types'

/** An incident as the workbook needs it: how it is simulated, and what the brief says it comes to, in minor units. */
export interface BookIncident {
  ref: string
  title: string
  input: SimulationInput
  loss: { p10: number; p50: number; p90: number } | null
}

/**
 * Takes a brief with its incidents; gives its workbook: what it says on the first sheet, then each incident's inputs and draws
 * as cells and formulas, so that who changes an input sees what the loss comes to. Errors: a LossRefusal.
 */
export function bookOf(model: BriefModel, incidents: readonly BookIncident[], w: Words): Book {
  const strong = (value: string): Cell => ({ value, strong: true })
  const summary: Cell[][] = [
    [strong(model.page.title)],
    [model.page.byline],
    [],
    ...(model.page.ask ? [[strong(model.page.ask.heading), model.page.ask.text]] : []),
    ...(model.page.ask?.facts ?? []).map(({ label, text }): Cell[] => [label, text]),
    ...(model.page.stake?.facts ?? []).map(({ label, text }): Cell[] => [label, text]),
    []
  ]
  const sheets: BookSheet[] = []
  const names: Book['names'] = []
  for (const { ref, title, input, loss } of incidents) {
    if (!loss || !input.lines.length) continue
    const made = incidentSheets(input, ref, w)
    const name = `Net_${ref.replaceAll(/[^A-Za-z0-9]/g, '_')}`
    names.push({ name, range: made.net })
    summary.push([strong(`${ref} ${title}`)])
    summary.push([null, strong(m.book_here({}, w.in)), strong(m.book_in_brief({}, w.in)), strong(m.book_apart({}, w.in))])
    const brief = [loss.p10, loss.p50, loss.p90].map((minor) => toMajor(minor, input.currency))
    const places = placesFor(made.figures)
    const figures = made.figures.map((value) => Math.round(value * 10 ** places) / 10 ** places)
    for (const [at, share] of [0.1, 0.5, 0.9].entries()) {
      const row = summary.length + 1
      const apart = brief[at] ? figures[at]! / brief[at] - 1 : 0
      summary.push([
        `P${share * 100}, ${input.currency}`,
        { formula: `ROUND(PERCENTILE(${name},${share}),${places})`, value: figures[at]!, format: 'amount' },
        { value: brief[at]!, format: 'amount' },
        { formula: `IF(C${row}=0,0,B${row}/C${row}-1)`, value: apart, format: 'share' }
      ])
    }
    if (made.fixed.length) summary.push([m.book_fixed({ lines: w.list(made.fixed) }, w.in)])
    summary.push([])
    sheets.push(...made.sheets)
  }
  const { options } = model.page
  if (options) {
    summary.push(options.columns.map(({ label }) => strong(label)))
    for (const { title, cells } of options.rows) summary.push([title, ...cells.map((cell) => cell.replaceAll('\n', ' · '))])
    summary.push([])
  }
  summary.push([m.book_note({ draws: w.number(draws) }, w.in)], [model.page.legal])
  const first: BookSheet = { name: m.book_summary({}, w.in), widths: [46, 30, 22, 16, 14, 12, 12], rows: summary, heads: 0 }
  return { title: model.title, sheets: [first, ...sheets], names }
}

/** Takes P10, P50 and P90 of some hundred draws in major units; gives the decimals that they are shown to: three figures of the middle, but cents where all draws are one. */
function placesFor([low, middle, high]: readonly [number, number, number]): number {
  return low === high || middle <= 0 ? 2 : Math.min(0, 2 - Math.floor(Math.log10(middle)))
}
