import type { Words } from '../../../shared/brief/words'
import { confidences, harmWords, statuses, subjectWords } from '../../../shared/brief/labels'
import { quantityText } from '../../../shared/brief/quantity'
import type { Driver, LossLine } from '../../../shared/contract/losses'
import type { Unit } from '../../../shared/losses/model/calculator'
import type { AnswerWords } from '../../../shared/losses/engine/guard-text'
import type { Figure, LossStatus } from '../../../shared/losses/engine/incident-loss'
import type { Happened } from '../../../shared/losses/model/happened'
import type { HarmKind, SubjectKind } from '../../../shared/losses/model/harms'
import type { Quantity } from '../../../shared/losses/model/quantity'
import { toMajor } from '../../../shared/values/money'
import { unitFits } from '../../../shared/losses/model/validate-quantity'
import type { DriverOption } from '../../ui/QuantityInput.svelte'
import type { HistoryField } from '../../records/History.svelte'
import { homeZone } from '../../records/here.svelte'
import { showDate, showMoment, showMoney, showNumber, showShare } from '../../ui/format'
import { formatLocale, language } from '../../ui/language.svelte'
import { calculatorById } from '../../../shared/losses/model/all-calculators'
import { m } from '../../../shared/messages/messages.js'
import type { Minor } from '../../../shared/values/flavours'

export const statusOrder: LossStatus[] = ['confirmed', 'estimated', 'recovered', 'compensated']
export const confidenceOrder: LossLine['confidence'][] = ['low', 'medium', 'high']

/** Gives how the screen writes numbers, dates and money, for the sentences that it shares with the brief. */
export function screenWords(): Words {
  return {
    in: { locale: language() },
    locale: formatLocale(),
    home: homeZone(),
    money: (minor, currency, style) => showMoney(minor, currency, style),
    number: (value, digits) => showNumber(value, digits),
    share: (value, digits = 0) => showShare(value, digits),
    list: (parts) => parts.filter(Boolean).join(language() === 'el' ? '· ' : '; '),
    day: (iso) => showDate(iso),
    dayHere: (iso) => showDate(iso),
    moment: (iso, clock) => showMoment(iso, clock)
  }
}

export const statusWord = (status: LossStatus): string => statuses[status]()
export const harmWord = (harm: HarmKind): string => harmWords[harm]()
export const subjectWord = (subject: SubjectKind): string => subjectWords[subject]()
export const confidenceWord = (confidence: LossLine['confidence']): string => confidences[confidence]()

/** Takes an amount in minor units, gives it to three figures, as fits an estimate; a certain one in full. */
export function amount(minor: Minor, currency: string, certain = false): string {
  if (!certain) return showMoney(minor, currency, Math.abs(toMajor(minor, currency)) < 100 ? 'whole' : 'estimate')
  return showMoney(minor, currency, Number.isInteger(toMajor(minor, currency)) ? 'whole' : 'exact')
}

/** Takes lines' titles by id, gives how an answer to the guard is written on the screen. */
export function answerWords(titles: Readonly<Record<string, string>>): AnswerWords {
  return { titles, money: (minor, currency) => amount(minor, currency, true), locale: language() }
}

/** Takes a figure, gives "€61,000 to €118,000" where there is little room, or nothing when it is certain. */
export function shortRange(figure: Figure, currency: string): string | undefined {
  if (figure.p10 === figure.p90) return undefined
  return m.ui_range({ low: amount(figure.p10, currency), high: amount(figure.p90, currency) })
}

/** Takes a figure, gives "8 times in 10 between … and …", or nothing when it is certain. */
export function rangeText(figure: Figure, currency: string): string | undefined {
  if (figure.p10 === figure.p90) return undefined
  return m.ui_range_8_in_10({ low: amount(figure.p10, currency), high: amount(figure.p90, currency) })
}

/** Takes a quantity, gives its value or range in words, such as "6,200 · 7,400 · 8,600". */
export function shownQuantity(quantity: Quantity, unit: string, currency: string, drivers: readonly Driver[] = []): string {
  return quantityText(quantity, unit, currency, drivers, screenWords()).text
}

/** Takes an incident's shared quantities and a field's unit, gives those that fit it, to choose from. */
export function driverOptions(drivers: readonly Driver[], unit: Unit, currency: string): DriverOption[] {
  return drivers
    .filter((driver) => unitFits(driver.unit, unit))
    .map((driver) => ({ id: driver.id, name: driver.name, shown: shownQuantity(driver.quantity, driver.unit, currency) }))
}

const happenedWords: Record<Happened, () => string> = {
  sell: m.happened_sell,
  stood: m.happened_stood,
  waited: m.happened_waited,
  extra: m.happened_extra,
  penalty: m.happened_penalty,
  goods: m.happened_goods,
  time: m.happened_time,
  owed: m.happened_owed,
  other: m.happened_other
}
export const happenedWord = (what: Happened): string => happenedWords[what]()

/** Gives the fields of a loss line that its history shows. Takes the line and the incident's shared quantities. */
export function lineHistory(line: LossLine, drivers: readonly Driver[]): Record<string, HistoryField> {
  return {
    title: { label: m.loss_ui_title() },
    calculator: { label: m.loss_ui_calculator(), show: (value) => calculatorById(String(value))?.title() ?? String(value) },
    inputs: { label: m.loss_ui_inputs(), show: (value) => inputsText(value, line, drivers) },
    currency: { label: m.loss_ui_currency() },
    status: { label: m.brief_status(), show: (value) => statusWord(value as LossStatus) },
    confidence: { label: m.brief_confidence_label(), show: (value) => confidenceWord(value as LossLine['confidence']) },
    frequency: {
      label: m.brief_frequency(),
      show: (value) => shownQuantity(whole(value) as Quantity, 'number', line.currency, drivers)
    },
    basis: { label: m.brief_basis() },
    confirmedBy: { label: m.loss_ui_confirmed_by() },
    confirmedOn: { label: m.loss_ui_confirmed_on() },
    harm: { label: m.loss_ui_harm(), show: (value) => harmWord(value as HarmKind) },
    subjectKind: { label: m.loss_ui_subject_kind(), show: (value) => subjectWord(value as SubjectKind) },
    subject: { label: m.loss_ui_subject() },
    harmFrom: { label: m.loss_ui_harm_from() },
    harmTo: { label: m.loss_ui_harm_to() },
    wholeCase: { label: m.loss_ui_whole_case(), show: (value) => (value ? m.common_yes() : m.common_no()) }
  }
}

/** The journal keeps what a column held: JSON as text. */
function whole(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function inputsText(value: unknown, line: LossLine, drivers: readonly Driver[]): string {
  const inputs = whole(value)
  if (typeof inputs !== 'object' || inputs === null) return String(value)
  const fields = calculatorById(line.calculator)?.fields ?? []
  return Object.entries(inputs as LossLine['inputs'])
    .map(([id, given]) => {
      const field = fields.find((each) => each.id === id)
      const unit = field?.kind === 'quantity' ? field.unit : 'number'
      const said =
        typeof given === 'object'
          ? shownQuantity(given, unit, line.currency, drivers)
          : typeof given === 'boolean'
            ? given
              ? m.common_yes()
              : m.common_no()
            : given
      return `${field?.label() ?? id}: ${said}`
    })
    .join('\n')
}
