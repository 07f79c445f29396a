import { m } from '../messages/messages.js'
import { withoutEnd } from '../values/ends'
import { writtenDay, writtenMoment } from '../values/format'
import type { Language } from '../values/languages'
import type { ReplyKind, ReplyKnown } from './facts'
import type { ReplyTemplate } from './template'
import type { Moment } from '../values/flavours'

const openings: Record<ReplyKind, (facts: { subject: string; order: string }, locale: { locale: Language }) => string> = {
  answer: m.reply_opens_answer,
  late: m.reply_opens_late,
  update: m.reply_opens_update,
  sorry: (_, locale) => m.reply_opens_sorry({}, locale),
  decided: m.reply_opens_decided,
  thanks: (_, locale) => m.reply_opens_thanks({}, locale),
  decline: (_, locale) => m.reply_opens_decline({}, locale)
}
/** Whether it tells what happened and what is done; praise wants neither. */
const tells: ReadonlySet<ReplyKind> = new Set(['answer', 'late', 'update', 'sorry', 'decided'])

/** Takes what is known, gives the kind that it suggests: a decision, a late order, else a plain answer. */
export function suggestedKind(facts: ReplyKnown): ReplyKind {
  if (facts.decided) return 'decided'
  return facts.order?.late ? 'late' : 'answer'
}

/** Takes a kind and what is known, gives an answer to begin with, in the customer's language; what only a person knows stands in brackets. */
export function draftReply(kind: ReplyKind, facts: ReplyKnown): string {
  const locale = { locale: facts.language }
  const order = facts.order?.title ?? m.reply_blank_order({}, locale)
  const parts = [greeting(facts), openings[kind]({ subject: facts.subject || m.reply_blank_subject({}, locale), order }, locale)]
  if (tells.has(kind)) {
    parts.push(happened(facts))
    parts.push(...(facts.decided?.length ? [list(m.reply_decided({}, locale), facts.decided)] : []))
    parts.push(promised(facts))
    parts.push(m.reply_who({ me: facts.me }, locale))
  } else if (kind === 'decline') parts.push(m.reply_blank_instead({}, locale))
  return [...parts, closing(facts)].join('\n\n')
}

/** Takes a template of one's own and what is known, gives it filled in; what is not known stands in brackets. */
export function filled(template: ReplyTemplate, facts: ReplyKnown): string {
  const locale = { locale: facts.language }
  const [first] = facts.promises
  const known: Record<string, string | null> = {
    name: facts.name,
    subject: facts.subject,
    order: facts.order?.title ?? null,
    promised: on(facts.order?.promisedOn ?? null, facts),
    promise: first?.words ?? null,
    when: on(first?.dueAt ?? null, facts),
    me: facts.me,
    organisation: facts.organisation
  }
  return template.body.replace(/\{([a-z]{2,20})\}/g, (whole, field: string) =>
    field in known ? known[field] || m.reply_blank({ what: field }, locale) : whole
  )
}

const greeting = ({ name, language }: ReplyKnown): string =>
  name ? m.reply_greeting({ name }, { locale: language }) : m.reply_greeting_nobody({}, { locale: language })

function closing({ me, organisation, language }: ReplyKnown): string {
  return [m.reply_closing({}, { locale: language }), [me, organisation].filter(Boolean).join('\n')].join('\n')
}

function happened(facts: ReplyKnown): string {
  const locale = { locale: facts.language }
  const { order } = facts
  const due = order?.late ? on(order.promisedOn, facts) : null
  return [due && m.reply_order_late({ order: order!.title, on: due }, locale), m.reply_blank_happened({}, locale)]
    .filter(Boolean)
    .join(' ')
}

function promised(facts: ReplyKnown): string {
  const locale = { locale: facts.language }
  if (facts.promises.length === 0) return m.reply_blank_do({}, locale)
  return list(
    m.reply_promised({}, locale),
    facts.promises.map((promise) => {
      const words = withoutEnd(promise.words, /[.\s]/)
      const due = on(promise.dueAt, facts)
      // words that say the day themselves do not say it twice
      const said = due && words.includes(withoutEnd(due.split(/(?:19|20)\d\d/, 1)[0]!, /[\s,]/))
      return due && !said ? `${words} – ${due}` : words
    })
  )
}

/** A day, or an instant as the customer's clock tells it. */
function on(moment: Moment | null, { locale, clock }: ReplyKnown): string | null {
  if (!moment) return null
  return moment.includes('T') ? writtenMoment(moment, locale, clock) : writtenDay(moment, locale, 'long')
}

const list = (head: string, rows: readonly string[]): string => [head, ...rows.map((row) => `• ${row}`)].join('\n')
