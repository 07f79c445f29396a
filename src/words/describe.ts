import { getLocale } from '../shared/messages/runtime.js'

/**
 * A message of one language: its words with blanks ("{name}"), or its plural forms ("*" for all that are not named) and the blank that is counted.
 * Made by scripts/messages.mjs from resources/messages; every other shape is refused there.
 */
export type Text = string | { count: string; forms: Partial<Record<Intl.LDMLPluralRule | '*', string>> }
export type Table = Record<string, Text>

type Inputs = Record<string, unknown>
type Say = (inputs?: Inputs, options?: { locale?: string }) => string

const rules = new Map<string, Intl.PluralRules>()

/**
 * Takes how to find a language's table, gives `m`: `m.key(inputs, { locale })` as the compiler of the messages makes it,
 * without a function for each sentence in each language. See docs/decisions/words.md.
 */
export function describe(tableOf: (locale: string) => Table): Record<string, Say> {
  const made = new Map<string, Say>()
  const say =
    (key: string): Say =>
    (inputs, options) => {
      const locale = options?.locale ?? getLocale()
      return phrase(key, tableOf(locale)[key], locale, inputs ?? {})
    }
  return new Proxy(Object.create(null) as Record<string, Say>, {
    get(_, key) {
      if (typeof key !== 'string') return undefined
      const known = made.get(key) ?? say(key)
      made.set(key, known)
      return known
    }
  })
}

/** A sentence that is not there shows its key, as the compiler does. */
function phrase(key: string, text: Text | undefined, locale: string, inputs: Inputs): string {
  if (text === undefined) return key
  if (typeof text === 'string') return filled(text, inputs)
  let rule = rules.get(locale)
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)))
  const form = text.forms[rule.select(Number(inputs[text.count]))] ?? text.forms['*']
  return form === undefined ? key : filled(form, inputs)
}

const filled = (text: string, inputs: Inputs): string =>
  text.includes('{') ? text.replaceAll(/\{(\w+)\}/g, (_, blank: string) => String(inputs[blank])) : text
