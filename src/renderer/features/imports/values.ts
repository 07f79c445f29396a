import type { ImportField } from '../../../shared/contract/imports'
import { channelWords, directionWords, voiceWords } from '../../../shared/records/events'
import type { Customer } from '../../../shared/records/customers'
import type { Incident } from '../../../shared/records/incidents'
import { m } from '../../../shared/messages/messages.js'
import { countryName, countryOptions, customerKinds, customerKindWord, languageName, languageOptions } from '../customers/words'
import { kindWord, severityWord, stateWord } from '../incidents/words'
import { madeByWord, outcomeWord } from '../promises/words'

const statusWords: Record<string, () => string> = {
  open: m.orders_state_open,
  shipped: m.imports_status_shipped,
  delivered: m.imports_status_delivered,
  cancelled: m.orders_state_cancelled
}
const choiceWords: Record<string, (value: string) => string> = {
  channel: (value) => channelWords[value as keyof typeof channelWords]?.() ?? value,
  direction: (value) => directionWords[value as keyof typeof directionWords]?.() ?? value,
  kind: kindOf,
  severity: (value) => severityWord(value as Incident['severity']),
  state: (value) => stateWord(value as Incident['state']),
  status: (value) => statusWords[value]?.() ?? value,
  madeBy: madeByWord,
  outcome: outcomeWord
}

/** A kind of customer, of what somebody said, or of what went wrong. */
function kindOf(value: string): string {
  if ((customerKinds as readonly string[]).includes(value)) return customerKindWord(value as Customer['kind'])
  return voiceWords[value]?.() ?? kindWord(value as Incident['kind'])
}

/** Takes a field and a value of it, gives the word that people know it by. */
export function valueWord(field: ImportField, value: string): string {
  if (field.kind === 'country') return countryName(value)
  if (field.kind === 'language') return languageName(value)
  if (field.kind === 'flag') return value === 'yes' ? m.common_yes() : m.common_no()
  return choiceWords[field.id]?.(value) ?? value
}

/** Whether the cells of a field are words that mean one of few things. */
export const hasWords = ({ kind }: ImportField): boolean =>
  kind === 'choice' || kind === 'flag' || kind === 'country' || kind === 'language'

/** What a word of such a column can mean. */
export function meanings(field: ImportField): { value: string; label: string }[] {
  if (field.kind === 'country') return countryOptions()
  if (field.kind === 'language') return languageOptions(null)
  const values = field.kind === 'flag' ? ['yes', 'no'] : (field.choices ?? [])
  return values.map((value) => ({ value, label: valueWord(field, value) }))
}
