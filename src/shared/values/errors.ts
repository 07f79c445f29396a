import type { z } from 'zod'
import { m } from '../messages/messages.js'
import { firstYear, lastYear } from './years'

export const errorCodes = [
  'invalid',
  'not-found',
  'conflict',
  'read-only',
  'locked',
  'corrupt',
  'disk-full',
  'device',
  'denied',
  'foreign',
  'moved',
  'older',
  'cancelled',
  'internal'
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** What a caller gets instead of a result: a code, a sentence, and for `invalid` the fields with a sentence each. */
export interface ErrorNote {
  code: ErrorCode
  message: string
  /** Path of the field ("dueAt", "inputs.days.low") and what is wrong with it. */
  fields?: Record<string, string>
}

/** The one kind of error that is meant for people. Anything else that is thrown is `internal`. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields?: Record<string, string>
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/** Takes a zod error, gives a refusal that names each field with a sentence in the current language. */
export function invalid(error: z.ZodError): Refusal {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    for (const [path, sentence] of explained(issue)) fields[path] ??= sentence
  }
  return new Refusal('invalid', m.error_invalid({ fields: Object.keys(fields).join(', ') }), fields)
}

/** Refuses one field with a sentence. */
export function invalidField(path: string, sentence: string): Refusal {
  return new Refusal('invalid', m.error_invalid({ fields: path }), { [path]: sentence })
}

function explained(issue: z.core.$ZodIssue): [string, string][] {
  const path = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => [[...issue.path, key].join('.'), m.error_unknown_field()])
    case 'invalid_type':
      return [[path, issue.input === undefined || issue.input === null ? m.error_required() : m.error_type()]]
    case 'too_small':
      if (issue.origin === 'string') return [[path, m.error_required()]]
      return [[path, m.error_too_small({ minimum: String(issue.minimum) })]]
    case 'too_big':
      if (issue.origin === 'string') return [[path, m.error_too_long({ maximum: String(issue.maximum) })]]
      return [[path, m.error_too_big({ maximum: String(issue.maximum) })]]
    case 'invalid_value':
      return [[path, m.error_choice()]]
    default:
      return [[path, named(issue.message)]]
  }
}

/** Schemas name their own complaints by a word; others get the general sentence. */
function named(word: string): string {
  switch (word) {
    case 'required':
      return m.error_required()
    case 'currency':
      return m.error_currency()
    case 'zone':
      return m.error_zone()
    case 'moment':
    case 'due':
    case 'Invalid ISO date':
    case 'Invalid ISO datetime':
      return m.error_date()
    case 'year':
      return m.error_year({ first: String(firstYear), last: String(lastYear) })
    case 'order':
      return m.error_range_order()
    case 'driver':
      return m.error_driver()
    default:
      return m.error_value()
  }
}

/** Takes anything thrown, gives the note that a caller may see. Details of an unforeseen error stay in the log. */
export function errorNote(error: unknown): ErrorNote {
  if (error instanceof Refusal) {
    return { code: error.code, message: error.message, ...(error.fields ? { fields: error.fields } : {}) }
  }
  return { code: 'internal', message: m.error_internal() }
}
