import { Refusal } from '../../values/errors'
import { m } from '../../messages/messages.js'
import { getLocale } from '../../messages/runtime.js'
import type { AnyId } from '../../values/flavours'

export type InputErrorCode =
  | 'required'
  | 'not-a-number'
  | 'too-large'
  | 'negative'
  | 'below'
  | 'above'
  | 'over-100'
  | 'not-positive'
  | 'low-above-high'
  | 'likely-outside'
  | 'shape'
  | 'unknown-choice'
  | 'bad-date'
  | 'not-a-flag'
  | 'text-too-long'
  | 'unknown-driver'
  | 'driver-unit'
  | 'driver-outside'
  | 'no-driver-here'
  | 'unknown-currency'
  | 'unknown-calculator'
  | 'unknown-status'
  | 'no-rate'
  | 'bad-rate'
  | 'not-finite'
  | 'failed'
  | 'twice'
  | 'ends-before'
  | 'currency-fixed'
  | 'same-currency'
  | 'rate-in-use'
  | 'does-not-run'
  | 'future'

/** One thing wrong in a line, at the place where it is wrong. */
export interface InputError {
  /** "title", "currency", "inputs.days", "inputs.days.low", "frequency.high". */
  path: string
  code: InputErrorCode
  /** The bound that was passed. */
  limit?: number
  /** The bound is a share, and said in percent. */
  percent?: boolean
  /** The name that was not known: a driver, a calculator, a currency. */
  name?: string
}

/** Takes an error and a language (the current one when not given), gives the sentence for the field. */
export function inputErrorText(error: InputError, locale?: string): string {
  const options = locale === undefined ? {} : { locale: locale as 'en' }
  const format = new Intl.NumberFormat(locale ?? getLocale(), error.percent ? { style: 'percent' } : {})
  const limit = error.limit === undefined ? '' : format.format(error.limit)
  const name = error.name ?? ''
  switch (error.code) {
    case 'required':
      return m.loss_bad_required({}, options)
    case 'not-a-number':
      return m.loss_bad_number({}, options)
    case 'too-large':
      return m.loss_bad_too_large({}, options)
    case 'negative':
      return m.loss_bad_negative({}, options)
    case 'below':
      return m.loss_bad_below({ limit }, options)
    case 'above':
      return m.loss_bad_above({ limit }, options)
    case 'over-100':
      return m.loss_bad_over_100({}, options)
    case 'not-positive':
      return m.loss_bad_not_positive({}, options)
    case 'low-above-high':
      return m.loss_bad_low_above_high({}, options)
    case 'likely-outside':
      return m.loss_bad_likely_outside({}, options)
    case 'shape':
      return m.loss_bad_shape({}, options)
    case 'unknown-choice':
      return m.loss_bad_choice({}, options)
    case 'bad-date':
      return m.loss_bad_date({}, options)
    case 'not-a-flag':
      return m.loss_bad_flag({}, options)
    case 'text-too-long':
      return m.loss_bad_text({ limit }, options)
    case 'unknown-driver':
      return m.loss_bad_driver({}, options)
    case 'driver-unit':
      return m.loss_bad_driver_unit({ name }, options)
    case 'driver-outside':
      return m.loss_bad_driver_outside({ name }, options)
    case 'no-driver-here':
      return m.loss_bad_no_driver_here({}, options)
    case 'unknown-currency':
      return m.loss_bad_currency({ name }, options)
    case 'unknown-calculator':
      return m.loss_bad_calculator({ name }, options)
    case 'unknown-status':
      return m.loss_bad_status({}, options)
    case 'no-rate':
      return m.loss_bad_no_rate({ name }, options)
    case 'bad-rate':
      return m.loss_bad_rate({ name }, options)
    case 'not-finite':
      return m.loss_bad_not_finite({}, options)
    case 'failed':
      return m.loss_bad_failed({}, options)
    case 'twice':
      return m.loss_bad_twice({ name }, options)
    case 'ends-before':
      return m.loss_bad_ends_before({}, options)
    case 'currency-fixed':
      return m.loss_bad_currency_fixed({ name }, options)
    case 'same-currency':
      return m.loss_bad_same_currency({}, options)
    case 'rate-in-use':
      return m.loss_bad_rate_in_use({ name }, options)
    case 'future':
      return m.loss_bad_future({}, options)
    case 'does-not-run':
      return m.loss_bad_does_not_run({}, options)
  }
}

/** A refusal that also says in code what is wrong, and in which line. Its `fields` have a sentence for each place. */
export class LossRefusal extends Refusal {
  constructor(
    readonly errors: InputError[],
    /** The line's or driver's id, when one of several is wrong. */
    readonly recordId?: AnyId,
    title?: string
  ) {
    const fields: Record<string, string> = {}
    const at = recordId === undefined ? '' : `${recordId}.`
    for (const error of errors) fields[at + error.path] ??= inputErrorText(error)
    const first = Object.values(fields)[0] ?? ''
    super('invalid', title ? m.loss_bad_line({ title, what: first }) : first, fields)
    this.name = 'LossRefusal'
  }
}
