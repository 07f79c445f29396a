import { expect, it } from 'vitest'
import { checkReply, questionsIn, type ReplyFinding } from '../../src/shared/replies/check'
import { draftReply, filled, suggestedKind } from '../../src/shared/replies/draft'
import { replyKinds, type ReplyKnown } from '../../src/shared/replies/facts'
import type { Clock } from '../../src/shared/values/clock'
import { languages, type Language } from '../../src/shared/values/languages'
import { localeOf } from '../../src/shared/values/format'

const known = (language: Language = 'en', more: Partial<ReplyKnown> = {}): ReplyKnown => ({
  customerId: 'c',
  customer: 'Halden Seafoods',
  language,
  locale: localeOf(language, 'a4'),
  clock: 'Europe/Oslo' as Clock,
  name: 'Ingrid Solheim',
  email: 'ingrid@halden.example',
  subject: 'The blast freezer',
  letter: 'When does the freezer arrive? We lose fish every day. Who pays for the rented trailers?',
  thread: '1@halden.example',
  order: { title: 'Blast freezer BF-12', promisedOn: '2026-11-20', late: true },
  decided: null,
  promises: [{ words: 'The freezer is delivered and cold', dueAt: '2026-12-04', zone: 'Europe/Oslo' }],
  me: 'Maria Kask',
  organisation: 'Nordkjøl',
  ...more
})
const open = (found: ReplyFinding[]) => found.filter(({ ok }) => !ok)
const kinds = (body: string, facts = known()) => open(checkReply(body, facts, '2026-11-30')).map(({ kind }) => kind)
const good = `Dear Ingrid,

The freezer left our works this morning and arrives on 4 December. The rented trailers are paid by us; send me the invoices.

With kind regards,
Maria Kask`

it('every beginning of every language leaves nothing to mend but what only a person knows', () => {
  for (const language of languages)
    for (const kind of replyKinds) {
      const facts = known(language, { decided: ['Two trailers and air freight'], letter: '' })
      const body = draftReply(kind, facts)
      const left = open(checkReply(body, facts, '2026-11-30', body)).filter((each) => each.kind !== 'blank')
      expect(left, `${language} ${kind}: ${body}`).toEqual([])
      expect(body).toContain('Ingrid Solheim')
      expect(body).not.toMatch(/undefined|\{|null/)
    }
})

it('begins with what the record says: the order, the day it was promised for, what we do and by when', () => {
  expect(suggestedKind(known())).toBe('late')
  const body = draftReply('late', known())
  expect(body).toContain('We promised Blast freezer BF-12 for 20 November 2026; it has not arrived.')
  expect(body).toContain('• The freezer is delivered and cold – 4 December 2026')
  const said = { words: 'One page, by 23 November.', dueAt: '2026-11-23', zone: 'Europe/Oslo' }
  expect(draftReply('late', known('en', { promises: [said] }))).toContain('• One page, by 23 November\n')
  expect(draftReply('late', known('el'))).toContain('4 Δεκεμβρίου 2026')
})

it('one’s own beginning is filled in, and what is not known stands in brackets', () => {
  const body = 'Hi {name}, {order} was due {promised}. {promise} by {when}. {unknown} {me}'
  const template = { id: 'a', name: 'Mine', language: 'en' as const, body }
  expect(filled(template, known())).toBe(
    'Hi Ingrid Solheim, Blast freezer BF-12 was due 20 November 2026. The freezer is delivered and cold by 4 December 2026. {unknown} Maria Kask'
  )
  expect(filled(template, known('en', { order: null, promises: [] }))).toContain('[order] was due [promised]. [promise] by [when]')
})

it('a good answer passes; each fault is named', () => {
  expect(kinds(good)).toEqual([])
  expect(kinds(good.replace('Ingrid', 'Customer'))).toEqual(['greeting'])
  expect(kinds(good.replace('Maria Kask', ''))).toEqual(['closing'])
  expect(kinds(good.replace('rented trailers', 'costs'))).toEqual(['question'])
  expect(kinds(good.replace('this morning', '[when]'))).toEqual(['blank'])
  expect(kinds(good.replace('this morning', 'as per the SLA'))).toEqual(['jargon'])
  expect(kinds(`${good.replace('Dear Ingrid,', 'Dear Ingrid,\nYou should have ordered earlier.')}`)).toEqual(['blame'])
  expect(kinds(good.replace('this morning', 'as soon as possible'))).toEqual(['hollow'])
})

it('a day that the ledger does not know is told with the one it knows; a promise in no ledger is offered', () => {
  const wrong = good.replace('arrives on 4 December', 'is here. We will deliver it on 9 December 2026')
  expect(open(checkReply(wrong, known(), '2026-11-30'))).toEqual([
    {
      kind: 'date',
      ok: false,
      words: 'We will deliver it on 9 December 2026.',
      due: '2026-12-09',
      ledger: ['2026-12-04']
    }
  ])
  expect(kinds(wrong.replace('9 December', '4 December'))).toEqual([])
  expect(kinds(wrong, known('en', { promises: [] }))).toEqual(['promise'])
})

it('finds the questions of a letter, in Greek too, and not those that are quoted', () => {
  expect(questionsIn(known().letter)).toEqual(['When does the freezer arrive?', 'Who pays for the rented trailers?'])
  expect(questionsIn('Πότε θα φτάσει ο καταψύκτης; Περιμένουμε.')).toEqual(['Πότε θα φτάσει ο καταψύκτης;'])
  expect(questionsIn('> Will it come?\nThanks; we wait.')).toEqual([])
})

it('in every language blame, words of the house and hollow phrases are found', () => {
  const bad: Record<Language, string> = {
    en: 'Obviously the SLA holds. Rest assured.',
    el: 'Ήταν δικό σας λάθος. Το ticket μένει. Ζητούμε συγγνώμη για την όποια ταλαιπωρία.',
    es: 'Es culpa suya. El ticket sigue abierto. Disculpe las molestias ocasionadas.',
    et: 'See on teie viga. Pilet on avatud. Vabandame võimalike ebamugavuste pärast.',
    fil: 'Kasalanan ninyo ito. Bukas ang ticket. Paumanhin sa anumang abala.'
  }
  for (const language of languages)
    expect(
      kinds(bad[language], known(language, { letter: '', promises: [] })).filter((kind) =>
        ['blame', 'jargon', 'hollow'].includes(kind)
      ),
      language
    ).toEqual(['blame', 'jargon', 'hollow'])
})
