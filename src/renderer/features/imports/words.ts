import type {
  Again,
  DateOrder,
  Delimiter,
  Encoding,
  ImportResult,
  ImportTarget,
  RowOutcome
} from '../../../shared/contract/imports'
import { m } from '../../../shared/messages/messages.js'
import type { StateKind } from '../../ui/State.svelte'

type Words<T extends string> = Record<T, () => string>

export const targetWords: Words<ImportTarget> = {
  promises: m.imports_target_promises,
  orders: m.imports_target_orders,
  interactions: m.imports_target_interactions,
  customers: m.imports_target_customers,
  contacts: m.imports_target_contacts,
  voice: m.imports_target_voice,
  incidents: m.imports_target_incidents,
  evidence: m.imports_target_evidence
}
export const delimiterWords: Words<Delimiter> = {
  ',': m.imports_delimiter_comma,
  ';': m.imports_delimiter_semicolon,
  '\t': m.imports_delimiter_tab,
  '|': m.imports_delimiter_pipe
}
export const encodingWords: Words<Encoding> = {
  'utf-8': m.imports_encoding_utf8,
  'windows-1252': m.imports_encoding_1252,
  'utf-16le': m.imports_encoding_utf16,
  'windows-1253': m.imports_encoding_1253,
  'windows-1250': m.imports_encoding_1250,
  'windows-1257': m.imports_encoding_1257,
  macintosh: m.imports_encoding_mac,
  'x-mac-greek': m.imports_encoding_mac_greek
}
export const orderWords: Words<DateOrder> = {
  iso: m.imports_order_iso,
  dmy: m.imports_order_dmy,
  mdy: m.imports_order_mdy,
  ymd: m.imports_order_ymd,
  unix: m.imports_order_unix,
  serial: m.imports_order_serial
}
export const outcomeWords: Words<RowOutcome['outcome']> = {
  error: m.imports_outcome_error,
  skipped: m.imports_outcome_skipped,
  update: m.imports_outcome_update,
  create: m.imports_outcome_create,
  unchanged: m.imports_outcome_unchanged
}
/** What became of the rows that bear the number of an earlier one, by their count. */
export const againWords: Record<Again, (counted: { count: number }) => string> = {
  refused: m.imports_repeats_refused,
  left: m.imports_repeats_left,
  own: m.imports_repeats_count_own,
  alike: m.imports_repeats_alike
}
export const outcomeStates: Record<RowOutcome['outcome'], StateKind> = {
  error: 'broken',
  skipped: 'closed',
  update: 'renegotiated',
  create: 'open',
  unchanged: 'kept'
}
const stepWords: Words<string> = {
  imports_step_reading: m.imports_step_reading,
  imports_step_checking: m.imports_step_checking,
  imports_step_writing: m.imports_step_writing
}

export const stepWord = (step: string): string => stepWords[step]?.() ?? m.common_loading()

/** Takes words by value, gives them as choices. */
export const choices = <T extends string>(words: Words<T>): { value: T; label: string }[] =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }))

/** How many rows of a result are or were written. */
export const written = ({ counts }: ImportResult): number => counts.create + counts.update
