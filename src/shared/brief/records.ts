import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import { standings, voiceKinds } from './labels'
import { changedText, fileText } from './lines'
import { exhibitsOf, factsShown, type Marks } from './marks'
import { pairs } from './pieces'
import { allPromised, recordTable } from './promised'
import type { BriefAppendix, BriefPage } from './types'
import { factText } from '../records/events'
import { dash, leading, type Words } from './words'

type Part<K extends 'timeline' | 'view' | 'exhibits'> = Omit<NonNullable<BriefAppendix[K]>, 'id' | 'heading'>

/** The facts of the case in their order, with what proves them; then all that was promised and how it was kept. */
export function timelinePart(facts: BriefFacts, marks: Marks, w: Words): Part<'timeline'> {
  const told = factsShown(facts)
  const rows = told.map((fact) => [
    fact.at ? w.moment(fact.at, facts.customer.timeZone) : dash,
    factText(fact, w.in.locale),
    standings[fact.standing]({}, w.in),
    fact.evidence.some(({ id }) => marks.exhibit(id)) ? '' : dash
  ])
  const refs = told.map((fact) =>
    fact.evidence.flatMap(({ id }) => {
      const number = marks.exhibit(id)
      return number ? [{ text: m.brief_exhibit_number({ number: String(number) }, w.in), to: `exhibit-${number}` }] : []
    })
  )
  const table = rows.length
    ? {
        caption: m.brief_facts({}, w.in),
        columns: [
          { label: m.brief_when({}, w.in), keep: true },
          { label: m.brief_fact({}, w.in), wide: true },
          { label: m.brief_standing({}, w.in), keep: true },
          { label: m.brief_exhibits({}, w.in), keep: true }
        ],
        rows,
        refs
      }
    : null
  const promises = allPromised(facts, w)
  const record = recordTable(facts, w)
  return { facts: table, promises, record, none: table || promises || record ? null : m.brief_no_facts({}, w.in) }
}

/** What the customer thinks, does and says, and their own words. Our reading of them is ours. */
export function viewPart(facts: BriefFacts, w: Words): Part<'view'> {
  const { case: found } = facts.view
  const leads = facts.audience === 'leadership'
  const voices = voicesOf(facts)
  const view = leads
    ? pairs(
        [m.brief_thinks({}, w.in), found.customerThinks],
        [m.brief_does({}, w.in), found.customerDoes],
        [m.brief_says({}, w.in), found.customerSays],
        [m.brief_background({}, w.in), found.background]
      )
    : []
  return {
    facts: view,
    voicesHeading: m.brief_voices({}, w.in),
    voices: voices.map((voice) => ({
      kind: voiceKinds[voice.kind]({}, w.in),
      who: whoSaid(voice, facts, w),
      words: m.ui_quoted({ text: voice.words }, w.in),
      reading: leads && voice.reading ? m.brief_reading({ text: voice.reading }, w.in) : null
    })),
    none: view.length || voices.length ? null : m.brief_no_voices({}, w.in)
  }
}

/** The voices that a brief bears, in their order: those of its incidents, else the newest that are no praise. */
function voicesOf({ voices, incidents }: BriefFacts): BriefFacts['voices'] {
  const about = new Set(incidents.map(({ view }) => view.incident.id))
  const tied = voices.filter(({ incidentId }) => incidentId && about.has(incidentId))
  return (tied.length ? tied : voices.filter(({ kind }) => kind !== 'praise').slice(0, 8)).toSorted((a, b) =>
    a.saidAt < b.saidAt ? -1 : 1
  )
}

const whoSaid = (voice: BriefFacts['voices'][number], facts: BriefFacts, w: Words): string =>
  [voice.contact, w.moment(voice.saidAt, facts.customer.timeZone)].filter(Boolean).join(', ')

/** The customer's own words for the one page: the newest that can be given whole there, else the first sentences of the newest. */
export function ownWords(facts: BriefFacts, marks: Marks, w: Words): BriefPage['voice'] {
  const voices = voicesOf(facts).toReversed()
  const room = 230
  const voice = voices.find(({ words }) => words.trim().length <= room) ?? voices[0]
  if (!voice) return null
  const { text, cut } = leading(voice.words, room, w.in.locale)
  const ref = marks.part('view')
  if (!text) return null
  const who = [whoSaid(voice, facts, w), cut && m.brief_goes_on({ part: ref.text }, w.in)].filter(Boolean).join(' ')
  return { heading: m.brief_voices({}, w.in), words: m.ui_quoted({ text }, w.in), who, ref }
}

/** The first facts of the case, for a page that has room for them. */
export function firstFacts(facts: BriefFacts, marks: Marks, w: Words): BriefPage['facts'] {
  const rows = factsShown(facts)
    .slice(0, 8)
    .map((fact) => ({
      when: fact.at ? w.moment(fact.at, facts.customer.timeZone) : dash,
      text: leading(factText(fact, w.in.locale), 200, w.in.locale).text
    }))
    .filter(({ text }) => text)
  return rows.length ? { heading: m.brief_facts({}, w.in), rows, ref: marks.part('timeline') } : null
}

/** So long may a note stand in its row: a row is never torn, and one that is longer than a page would have to be. */
export const noteRoom = 900

/** Of a note what there is room for beside its exhibit, and where it stands whole. */
function noteOf(note: string | null, marks: Marks, w: Words): string | null {
  if (!note || !marks.has('texts')) return note
  const { text, cut } = leading(note, noteRoom, w.in.locale)
  const part = marks.part('texts').text
  return [text, cut && (text ? m.brief_goes_on({ part }, w.in) : m.brief_stands_in({ part }, w.in))].filter(Boolean).join(' ')
}

/** The chain in which a piece of evidence was kept, in a line; for the customer nothing of it, as it names our people. */
function keptText({ kept, audience }: BriefFacts, id: string, w: Words): string | null {
  const own = kept[id]
  if (!own || audience !== 'leadership') return null
  const { seen, exported, opened } = own.uses
  const told = [
    m.brief_kept_added({ text: changedText(own.added, w)! }, w.in),
    own.changed && m.brief_kept_changed({ text: changedText(own.changed, w)! }, w.in),
    seen > 0 && m.brief_kept_seen({ count: seen }, w.in),
    exported + opened > 0 && m.brief_kept_given({ count: exported + opened }, w.in)
  ]
  return told.filter(Boolean).join('; ')
}

/** Gives every piece of evidence, numbered, with the whole digest of its file where one is kept. */
export function exhibitPart(facts: BriefFacts, marks: Marks, w: Words): Part<'exhibits'> {
  const found = exhibitsOf(facts)
  if (!found.length) return { table: null, none: m.brief_no_exhibits({}, w.in) }
  return {
    none: null,
    table: {
      caption: m.brief_exhibits({}, w.in),
      columns: [
        { label: m.brief_number({}, w.in), keep: true },
        { label: m.brief_exhibit({}, w.in), wide: true },
        { label: m.brief_collected({}, w.in), keep: true },
        { label: 'SHA-256' }
      ],
      rows: found.map((one, index) => [
        String(index + 1),
        [
          `${one.ref} ${one.title}`,
          one.fileName !== one.title ? one.fileName : null,
          noteOf(one.note, marks, w),
          one.link,
          keptText(facts, one.id, w)
        ]
          .filter(Boolean)
          .join(' · '),
        one.collectedAt ? w.moment(one.collectedAt, facts.customer.timeZone) : dash,
        fileText(one, (digest) => digest, w)
      ]),
      ids: found.map((_, index) => `exhibit-${index + 1}`)
    }
  }
}
