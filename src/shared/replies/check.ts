import { promiseSentences } from '../imports/promise-sentences'
import { fold } from '../values/fold'
import { dayOf } from '../values/zones'
import type { ReplyKnown } from './facts'
import { unfit } from './unfit'
import type { Day } from '../values/flavours'

/** What one looks at before an answer leaves. `ok`: nothing to mend; `words` says what it is about, in their words or ours. */
export type ReplyFinding =
  | { kind: 'greeting' | 'closing' | 'blanks' | 'unfit' | 'agrees'; ok: true }
  | { kind: 'greeting'; ok: false; words: string }
  | { kind: 'closing'; ok: false; words: string }
  | { kind: 'blank'; ok: false; words: string }
  | { kind: 'question'; ok: boolean; words: string }
  | { kind: 'blame' | 'jargon' | 'hollow'; ok: false; words: string }
  /** A day is promised that the ledger does not know for anything of this. */
  | { kind: 'date'; ok: false; words: string; due: string; ledger: string[] }
  /** Promised here and in no ledger yet. */
  | { kind: 'promise'; ok: false; words: string; due: string | null }

const mostQuestions = 12

/**
 * Takes an answer as it is written, what is known, the day on which it is written and the text that it was begun with,
 * whose sentences come from the record; gives what to look at before it leaves, in the order in which one reads it. It
 * judges words, not meaning: a question counts as answered when the answer takes up one of its words.
 */
export function checkReply(body: string, facts: ReplyKnown, today: Day, begun = ''): ReplyFinding[] {
  const own = withoutQuotes(body)
  return [
    greeted(own, facts),
    ...questionsIn(facts.letter).map((words): ReplyFinding => ({ kind: 'question', words, ok: takesUp(own, words) })),
    ...someOr('blanks', blanks(own)),
    ...someOr('unfit', unfitIn(own, facts)),
    ...someOr('agrees', againstLedger(own, facts, today, begun)),
    closed(own, facts)
  ]
}

const someOr = (kind: 'blanks' | 'unfit' | 'agrees', found: ReplyFinding[]): ReplyFinding[] =>
  found.length > 0 ? found : [{ kind, ok: true }]

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const withoutQuotes = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n')
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

function greeted(body: string, { name }: ReplyKnown): ReplyFinding {
  const first = new Set(wordsOf(lines(body)[0] ?? ''))
  const names = wordsOf(name ?? '').filter((word) => word.length > 1)
  const ok = names.length === 0 ? first.size > 0 && first.size < 8 : names.some((word) => first.has(word))
  return ok ? { kind: 'greeting', ok } : { kind: 'greeting', ok, words: name ?? '' }
}

function closed(body: string, { me }: ReplyKnown): ReplyFinding {
  const last = new Set(wordsOf(lines(body).slice(-4).join(' ')))
  const ok = wordsOf(me).every((word) => last.has(word))
  return ok ? { kind: 'closing', ok } : { kind: 'closing', ok, words: me }
}

/** The questions of a letter, quoted history left out. In Greek a question ends in a semicolon. */
export function questionsIn(letter: string): string[] {
  const greek = /[\u0370-\u03ff]/
  const found = withoutQuotes(letter).match(/[^.!?;\n]{3,400}[?;]/g) ?? []
  return [...new Set(found.map((each) => each.trim()))]
    .filter((each) => each.endsWith('?') || greek.test(each))
    .slice(0, mostQuestions)
}

/** Words that every question has and none is about. */
const common = new Set(
  (
    'what when where which will would could should have does this that your with from they there about please know tell them been ' +
    'ποτε που ποιο ποια ποιος γιατι μπορειτε ειναι εχετε αυτο αυτη ' +
    'cuando donde como porque puede pueden esta este esto para sobre tiene ' +
    'millal kuidas miks kuhu teie meie olete saate kas see seda ' +
    'kailan saan bakit paano maaari ninyo namin inyong ito iyon'
  ).split(' ')
)

function takesUp(body: string, question: string): boolean {
  const own = wordsOf(body)
  const about = wordsOf(question).filter((word) => word.length > 3 && !common.has(word))
  // beginnings, since words change their ends: deliver, delivery, delivered
  return (
    about.length === 0 || about.some((word) => own.some((each) => each.startsWith(word.slice(0, Math.max(4, word.length - 3)))))
  )
}

function blanks(body: string): ReplyFinding[] {
  return (body.match(/\[[^\]\n]{1,120}\]/g) ?? []).map((words) => ({ kind: 'blank', ok: false, words }))
}

function unfitIn(body: string, { language }: ReplyKnown): ReplyFinding[] {
  const text = ` ${wordsOf(body).join(' ')} `
  const lists = Object.entries(unfit[language]) as ['blame' | 'jargon' | 'hollow', string][]
  return lists.flatMap(([kind, list]) =>
    list
      .split('|')
      .filter((each) => text.includes(each.length > 4 ? ` ${fold(each)}` : ` ${each} `))
      .map((words): ReplyFinding => ({ kind, ok: false, words }))
  )
}

/** What is promised in the answer, held against the ledger. */
function againstLedger(body: string, { promises, clock }: ReplyKnown, today: Day, begun: string): ReplyFinding[] {
  const days = promises.flatMap(({ dueAt }) => (dueAt ? [dayOf(dueAt, clock)] : []))
  const known = new Set(promises.map(({ words }) => wordsOf(words).join(' ')))
  return promiseSentences(body, today).flatMap((sentence): ReplyFinding[] => {
    if (begun.includes(sentence.words)) return []
    const words = wordsOf(sentence.words).join(' ')
    if ([...known].some((each) => each && words.includes(each))) return []
    if (sentence.due && days.includes(sentence.due)) return []
    if (sentence.due && days.length > 0)
      return [{ kind: 'date', ok: false, words: sentence.words, due: sentence.due, ledger: days }]
    return [{ kind: 'promise', ok: false, words: sentence.words, due: sentence.due }]
  })
}
