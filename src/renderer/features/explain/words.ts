import type { FigureChange } from '../../../shared/contract/explain'
import type { Figure, IncidentLoss } from '../../../shared/losses/engine/incident-loss'
import type { Driver, GuardAnswer, LossLine } from '../../../shared/contract/losses'
import type { Quantity } from '../../../shared/losses/model/quantity'
import { cut } from '../../../shared/values/truncate'
import { showMoney, showNumber, showShare } from '../../ui/format'
import { caseHistory } from '../cases/words'
import { incidentHistory } from '../incidents/words'
import type { HistoryField } from '../../records/History.svelte'
import { toldAs } from '../../records/told'
import { confidenceWord, lineHistory, shownQuantity, statusWord } from '../losses/words'
import type { IncidentFigure, OptionFigure } from './explaining.svelte'
import type { FigureRow } from './Figures.svelte'
import { m } from '../../../shared/messages/messages.js'
import type { Minor } from '../../../shared/values/flavours'

const longest = 240

/** Takes a change, gives the fields that it can tell of: their names, and how their values are read. */
export function fieldsOf({ entity, about }: FigureChange, drivers: readonly Driver[]): Record<string, HistoryField> {
  const currency = about.currency ?? 'EUR'
  const money = (value: unknown): string => showMoney(Number(value), currency)
  const answers: Record<GuardAnswer['answer'], () => string> = {
    separate: m.loss_ui_guard_separate,
    contains: m.loss_ui_guard_contains_short,
    shares: m.loss_ui_guard_shares,
    overlap: m.loss_ui_guard_overlap
  }
  switch (entity) {
    case 'lossLine':
      return lineHistory({ calculator: about.calculator ?? '', currency } as LossLine, drivers)
    case 'driver':
      return {
        name: { label: m.loss_ui_driver_name() },
        quantity: {
          label: m.brief_value(),
          show: (value) =>
            shownQuantity((typeof value === 'string' ? JSON.parse(value) : value) as Quantity, about.unit ?? 'number', currency)
        },
        basis: { label: m.brief_basis() }
      }
    case 'cliff':
      return {
        title: { label: m.loss_ui_cliff_title() },
        on: { label: m.loss_ui_cliff_on() },
        amount: { label: m.brief_amount(), show: money },
        basis: { label: m.brief_basis() }
      }
    case 'guardAnswer':
      return {
        answer: { label: m.loss_ui_guard_answer(), show: (value) => answers[value as GuardAnswer['answer']]() },
        amount: { label: m.loss_ui_guard_amount(), show: money },
        why: { label: m.loss_ui_guard_why() }
      }
    case 'answer':
      return {
        words: { label: m.question_answer() },
        source: { label: m.question_source() },
        confidence: { label: m.brief_confidence_label(), show: (value) => confidenceWord(value as LossLine['confidence']) }
      }
    case 'rate':
      return {
        rate: { label: m.brief_value(), show: (value) => showNumber(Number(value), 6) },
        on: { label: m.brief_when() },
        source: { label: m.brief_source() }
      }
    case 'incident':
      return incidentHistory()
    case 'case':
      return { ...caseHistory(), currency: { label: m.loss_ui_currency() } }
    case 'option':
      return {
        title: { label: m.case_option_title() },
        stay: { label: m.case_stay(), show: (value) => showShare(Number(value), 0) },
        reversible: { label: m.case_reversible(), show: (value) => (value ? m.common_yes() : m.common_no()) }
      }
    case 'remedy':
      return {
        words: { label: m.case_action() },
        owner: { label: m.case_owner() },
        cost: { label: m.case_cost(), show: money },
        relief: { label: m.case_relief(), show: money },
        days: { label: m.case_days(), show: (value) => showNumber(Number(value)) },
        dueOn: { label: m.case_due_on() }
      }
    default:
      return {}
  }
}

/** Takes a change, a field by its name and how it is shown, and a value that it had; gives the value in words. */
export function valueOf({ clock }: FigureChange, name: string, field: HistoryField, value: unknown): string {
  if (value === null || value === undefined || value === '') return m.journal_empty()
  return cut(field.show?.(value) ?? toldAs(name, value, clock), longest)
}

/** Takes a figure of an option, gives its word. */
export function optionWord(of: OptionFigure): string {
  const words: Record<OptionFigure, () => string> = {
    cost: m.case_cost,
    relief: m.options_removed,
    remaining: m.case_remaining,
    days: m.case_days,
    stay: m.case_stay
  }
  return words[of]()
}

/** Takes an amount that is certain, in minor units; gives it as a figure. */
export function exactly(minor: Minor): Figure {
  return { p10: minor, p50: minor, p90: minor, mean: minor }
}

/** Takes lines and the loss that they are in, gives a row for each; `signed`: what came back is taken off. */
export function lineRows(
  lines: readonly LossLine[],
  loss: IncidentLoss | undefined,
  open: (figure: IncidentFigure) => void,
  signed = false
): FigureRow[] {
  return lines.flatMap((line): FigureRow[] => {
    const figure = loss?.byLine.find(({ id }) => id === line.id)
    if (!figure) return []
    const sub = [
      statusWord(line.status),
      m.loss_ui_confidence_is({ confidence: confidenceWord(line.confidence) }),
      ...(figure.unchecked ? [m.brief_not_confirmed()] : [])
    ].join(' · ')
    const less = signed && (line.status === 'recovered' || line.status === 'compensated')
    return [{ id: line.id, label: line.title, sub, figure, less, onopen: () => open({ is: 'line', id: line.id }) }]
  })
}
