import { oneLine } from '../values/one-line'
import { pageNumber } from '../brief/page-number'
import { rangeText } from '../brief/pieces'
import { wordsOf, type Words } from '../brief/words'
import { m } from '../messages/messages.js'
import { avoidances } from '../records/avoid'
import { channelWords, orderStateWords, promiseStateWords, voiceWords } from '../records/events'
import { titleOf } from '../records/interactions'
import type { PromiseRow } from '../records/promises'
import { fileName } from '../values/file-name'
import type { Language } from '../values/languages'
import { cut } from '../values/truncate'
import { questionsOf } from './questions'
import type { CallFacts, CallPart, CallPartKey, CallRow, CallSheet, LastWord, RunningIncident } from './types'
import type { Minor } from '../values/flavours'

/** So much of what was said or written is set; more would leave no room for the rest. */
const longest = { notes: 420, row: 170, about: 300 }
const short = (text: string, most = longest.row): string => cut(oneLine(text), most)

/** Takes what is known of a customer and a language, gives the page to have at hand before a call with them. */
export function callSheet(facts: CallFacts, language: Language): CallSheet {
  const w = wordsOf(language, facts.paper, facts.home, facts.today)
  const { customer, ref } = facts
  const [before = '', after = ''] = m.call_sheet_more({ count: '\u0001' }, w.in).split('\u0001')
  const title = m.call_sheet_title({ name: customer.name }, w.in)
  return {
    is: 'call-sheet',
    customerId: customer.id,
    language,
    locale: w.locale,
    paper: facts.paper,
    title,
    sub: subOf(facts, w),
    fileName: fileName([ref, title, facts.today].join(' ').slice(0, 120)),
    parts: partsOf(facts, w),
    more: [before, after],
    footer: {
      left: [ref, customer.name, w.moment(facts.now, facts.home), m.call_sheet_ours({}, w.in)].join(' · '),
      page: pageNumber(w)
    }
  }
}

function subOf({ customer, ref }: CallFacts, w: Words): string {
  const there = customer.country && new Intl.DisplayNames(w.locale, { type: 'region', fallback: 'code' }).of(customer.country)
  const since = customer.customerSince && m.customers_since_day({ date: w.day(customer.customerSince) }, w.in)
  const renewal = customer.renewalOn && m.call_sheet_renewal({ date: w.day(customer.renewalOn) }, w.in)
  return [ref, customer.industry, there, since, renewal].filter(Boolean).join(' · ')
}

function partsOf(facts: CallFacts, w: Words): CallPart[] {
  const { promises, voices, signals } = facts
  const by = (side: 'us' | 'customer') => promises.filter(({ madeBy }) => madeBy === side).map((row) => promiseRow(row, w))
  const declined = voices.filter(({ state }) => state === 'declined').map(({ words }) => words)
  const part = (key: CallPartKey, heading: string, rows: CallRow[], none = m.call_sheet_none({}, w.in)): CallPart => ({
    key,
    heading,
    rows,
    none
  })
  return [
    part('who', m.call_sheet_who({}, w.in), whoOf(facts, w)),
    part('theirs', m.call_sheet_theirs({}, w.in), wordOf(facts.theirs, facts, w)),
    part('ours', m.call_sheet_last_ours({}, w.in), wordOf(facts.ours, facts, w)),
    part('promised', m.call_sheet_promised({}, w.in), by('us')),
    part('expected', m.call_sheet_expected({}, w.in), by('customer')),
    part('orders', m.timeline_orders_owed({}, w.in), ordersOf(facts, w)),
    part('wishes', m.call_sheet_wishes({}, w.in), wishesOf(facts, w)),
    part(
      'losses',
      m.call_sheet_losses({}, w.in),
      facts.incidents.map((one) => lossRow(one, facts, w))
    ),
    part(
      'avoid',
      m.timeline_avoid({}, w.in),
      avoidances(signals, declined, w.in.locale).map((text) => ({ text, detail: '' }))
    ),
    part('ask', m.call_sheet_ask({}, w.in), questionsOf(facts, w))
  ]
}

function whoOf({ customer, contacts }: CallFacts, w: Words): CallRow[] {
  const about = customer.about ? [{ text: short(customer.about, longest.about), detail: '' }] : []
  const tongue = (tag: string | null): string =>
    (tag && new Intl.DisplayNames(w.locale, { type: 'language', fallback: 'code' }).of(tag)) ?? ''
  return [
    ...about,
    ...contacts.map(({ name, role, phone, language, note }) => ({
      text: [name, role].filter(Boolean).join(', '),
      detail: [phone, tongue(language), note && short(note, 110)].filter(Boolean).join(' · ')
    }))
  ]
}

function wordOf(word: LastWord | null, { customer }: CallFacts, w: Words): CallRow[] {
  if (!word) return []
  const title = titleOf(word)
  const notes = short(word.notes ?? '', longest.notes)
  const channel = channelWords[word.channel]?.({}, w.in)
  const detail = [channel, w.moment(word.at, customer.timeZone), word.contact].filter(Boolean).join(' · ')
  // where the notes are all there is, they name it too
  return [
    {
      text: notes.startsWith(title.replace(/…$/u, ''))
        ? notes
        : [title, notes].filter(Boolean).join(/[.!?;…]$/u.test(title) ? ' ' : '. '),
      detail
    }
  ]
}

function promiseRow({ words, dueAt, clock, state, maker, firstDueAt, ref }: PromiseRow, w: Words): CallRow {
  const due = dueAt ? m.call_sheet_due({ date: w.moment(dueAt, clock) }, w.in) : promiseStateWords.undated({}, w.in)
  const first = firstDueAt && firstDueAt !== dueAt && m.promises_first_was({ date: w.moment(firstDueAt, clock) }, w.in)
  const over = state === 'overdue' && promiseStateWords.overdue({}, w.in)
  return { text: short(words), detail: [over, due, first, maker, ref].filter(Boolean).join(' · '), pressing: state === 'overdue' }
}

function ordersOf({ orders, customer }: CallFacts, w: Words): CallRow[] {
  const { timeZone: clock } = customer
  return orders.map(({ title, state, late, promisedOn, neededBy, crucial, ref }) => ({
    text: short(title),
    detail: [
      late.days > 0 ? m.orders_days_late({ count: late.days }, w.in) : orderStateWords[state]({}, w.in),
      promisedOn && m.call_sheet_promised_for({ date: w.moment(promisedOn, clock) }, w.in),
      neededBy && m.call_sheet_needed_by({ date: w.moment(neededBy, clock) }, w.in),
      crucial === 1 && m.orders_crucial({}, w.in),
      ref
    ]
      .filter(Boolean)
      .join(' · '),
    pressing: state === 'late'
  }))
}

function wishesOf({ voices, customer }: CallFacts, w: Words): CallRow[] {
  return voices
    .filter(({ state, kind }) => state === 'open' && kind !== 'praise')
    .map(({ words, kind, saidAt, contact }) => ({
      text: short(words),
      quoted: true,
      detail: [voiceWords[kind]!({}, w.in), contact, w.moment(saidAt, customer.timeZone)].filter(Boolean).join(' · ')
    }))
}

function lossRow({ incident, ref, soFar, perDay }: RunningIncident, { customer }: CallFacts, w: Words): CallRow {
  const money = (minor: Minor): string => w.money(minor, incident.currency, 'estimate')
  const began = m.call_sheet_since({ date: w.moment(incident.began, customer.timeZone) }, w.in)
  if (!soFar) return { text: short(incident.title), detail: [m.incident_loss_none({}, w.in), began, ref].join(' · ') }
  const more = perDay && perDay.p50 > 0 && m.call_sheet_per_day({ amount: money(perDay.p50) }, w.in)
  return {
    text: short(incident.title),
    detail: [rangeText(soFar, incident.currency, w), more, began, ref].filter(Boolean).join(' · ')
  }
}
