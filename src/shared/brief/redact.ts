import type { Language } from '../values/fields'
import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import type { BriefShape } from './shape'

/** Fields whose texts are codes of ours, addresses or moments: nothing that anybody wrote. */
const codes =
  /(^|[a-z])(id|ids|Id|Ids|key|entity|kind|Kind|rule|state|status|calculator|currency|as|clock|timeZone|zone|harm|standing|channel|direction|confidence|causeState|language|paper|audience|sha256|head|shape|from|to)$/
const oneWord = /^[\w./+:-]+$/
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const when = /^\d{4}(-\d\d(-\d\d(T[\d:.]+Z?)?)?)?$/
const code = /^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/

/**
 * Takes what a brief is made from and what its reader must not see; gives the same without it. What is hidden is replaced here,
 * before anything is laid out, so that it is in no page, tag, attachment, file name or other shape. A name is hidden in its
 * inflected forms too: whatever begins with it.
 */
export function redacted(facts: BriefFacts, { hide = [], words = [] }: BriefShape, language: Language): BriefFacts {
  let left = facts
  if (hide.includes('costs')) left = withoutCosts(left)
  if (hide.includes('amounts')) left = withoutAmounts(left)
  return hider(facts, { hide, words }, language)(left)
}

/** Takes the same, and names of people besides those of the facts; gives what hides it in all texts of anything. */
export function hider(
  facts: BriefFacts,
  { hide = [], words = [] }: BriefShape,
  language: Language,
  people: readonly string[] = []
): <T>(value: T) => T {
  const mask = m.brief_hidden({}, { locale: language })
  const swaps: [RegExp, string][] = []
  if (words.length) swaps.push([anyOf(words, ''), mask])
  if (hide.includes('people')) swaps.push(...named([...namesOf(facts), ...people], m.brief_hidden_person({}, { locale: language })))
  if (hide.includes('customer')) swaps.push(...named([facts.customer.name], m.brief_hidden_customer({}, { locale: language })))
  if (hide.includes('amounts')) swaps.push([amount, m.brief_hidden_amount({}, { locale: language })])
  return <T>(value: T) => (swaps.length ? (replaced(value, '', swaps) as T) : value)
}

/** An amount in a text: a number beside a currency's sign or code. */
const amount =
  /(?:\p{Sc}|\b[A-Z]{3}\b)\s?\d(?:[.,\u00a0\u202f ]?\d){0,24}|(?<!\d)\d(?:[.,\u00a0\u202f ]?\d){0,24}\s?(?:\p{Sc}|\b[A-Z]{3}\b)/gu

/** No sign but these: any other one, such as the hyphen of a name, is refused behind a backslash. */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Finds any of the texts, the longest first; `end` is what may follow and goes too. */
function anyOf(texts: readonly string[], end: string): RegExp {
  const alternatives = [...new Set(texts.map((text) => text.normalize('NFC')))]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  // eslint-disable-next-line no-restricted-syntax -- made of words alone, each escaped: it cannot go back
  return new RegExp(`${end ? '(?<![\\p{L}\\p{N}])' : ''}(?:${alternatives})${end}`, end ? 'gu' : 'giu')
}

/** Whole names first, then the words that they are made of, as people are called by one of them; as written, or in capitals. */
function named(names: readonly string[], mask: string): [RegExp, string][] {
  const whole = names.map((name) => name.trim()).filter(Boolean)
  const single = whole
    // Anne-Marie is called Anne too
    .map((name) => [
      ...new Set([/[^\p{L}\p{M}\p{N}'’-]/u, /[^\p{L}\p{M}\p{N}'’]/u].flatMap((end) => name.split(end)).filter(Boolean))
    ])
    .filter((all) => all.length > 1)
    .flatMap((all) => all.filter((word) => word.length > 2 && /^\p{Lu}/u.test(word)))
  return [whole, single]
    .filter(({ length }) => length)
    .map((texts) => [anyOf([...texts, ...texts.map((text) => text.toUpperCase())], '\\p{L}*'), mask])
}

/** Everybody whom a brief could name. People are written with their title or department, in either order. */
function namesOf({ view, voices, incidents, changed, kept }: BriefFacts): string[] {
  const { decider, preparedBy, nextUpdateBy, recommendedBy, consulted, acts } = view.case
  const all = [
    decider,
    preparedBy,
    nextUpdateBy,
    recommendedBy,
    consulted,
    acts,
    view.decision?.decidedBy,
    ...voices.map(({ contact }) => contact),
    ...view.options.flatMap(({ remedies }) => remedies.map(({ owner }) => owner)),
    ...incidents.flatMap(({ sheet }) => sheet.lines.map(({ confirmedBy }) => confirmedBy)),
    ...Object.values(changed).map(({ by }) => by),
    ...Object.values(kept).flatMap(({ added, changed: last }) => [added.by, last?.by])
  ]
  return [...new Set(all.flatMap((name) => name?.split(/[,;]/) ?? []))]
}

function withoutCosts(facts: BriefFacts): BriefFacts {
  const options = facts.view.options.map((option) => ({
    ...option,
    cost: null as unknown as number,
    remaining: option.remaining && { ...option.remaining, exceeds: null },
    remedies: option.remedies.map((remedy) => ({ ...remedy, cost: null }))
  }))
  return { ...facts, view: { ...facts.view, options: options as unknown as typeof facts.view.options } }
}

function withoutAmounts(facts: BriefFacts): BriefFacts {
  const { view, customer } = facts
  const none = null as unknown as number
  return {
    ...facts,
    customer: { ...customer, yearlyRevenue: null, yearlyMargin: null },
    view: {
      ...view,
      loss: null,
      expected: null,
      incidents: view.incidents.map((incident) => ({ ...incident, loss: null })),
      options: view.options.map((option) => ({
        ...option,
        cost: none,
        relief: none,
        remaining: null,
        weekLater: null,
        remedies: option.remedies.map((remedy) => ({ ...remedy, cost: null, relief: null }))
      })) as unknown as typeof view.options
    },
    incidents: facts.incidents.map((one) => ({
      ...one,
      loss: null,
      waiting: null,
      view: { ...one.view, cliffs: [] },
      sheet: { ...one.sheet, lines: [], drivers: [], examined: [] }
    }))
  }
}

function replaced(value: unknown, field: string, swaps: readonly [RegExp, string][]): unknown {
  if (typeof value === 'string') {
    if (
      (codes.test(field) && oneWord.test(value)) ||
      when.test(value) ||
      uuid.test(value) ||
      (field === 'inputs' && code.test(value))
    )
      return value
    return swaps.reduce((text, [found, mask]) => text.replace(found, () => mask), value.normalize('NFC'))
  }
  if (typeof value === 'function' || value instanceof Map) return value
  // what is in a list or among inputs is called by it
  if (Array.isArray(value)) return value.map((one) => replaced(one, field, swaps))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, replaced(one, field === 'inputs' ? 'inputs' : name, swaps)])
  )
}
