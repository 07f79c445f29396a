import type { BriefFacts } from './facts'
import { parts, type Part } from './shape'
import type { BriefRef } from './types'
import type { Id } from '../values/flavours'

export type { Part }

/** How the places of an appendix are called, and where they stand: parts by letters, lines and options by number in them. */
export interface Marks {
  /** The letter of a part that the brief has. */
  part(part: Part): BriefRef
  has(part: Part): boolean
  incident(id: string): string
  line(id: string): BriefRef | null
  option(id: string): BriefRef | null
  /** Where the shared quantities of the incident with this driver stand. */
  driver(id: string): BriefRef | null
  waiting(incidentId: Id<'incident'>): string
  /** The number of an exhibit, as it is printed. */
  exhibit(id: string): number | null
}

/** Takes a brief's facts and which parts have something to say, gives the marks that page and appendix share. */
export function marksOf(facts: BriefFacts, present: (part: Part) => boolean): Marks {
  const letters = new Map(parts.filter(present).map((part, index) => [part, 'ABCDEFGH'[index]!]))
  const numbered = (part: Part, ids: readonly string[], word: string) =>
    new Map(ids.map((id, index) => [id, { text: `${letters.get(part) ?? ''}${index + 1}`, to: `${word}-${index + 1}` }]))
  const lines = numbered(
    'loss',
    facts.incidents.flatMap(({ sheet }) => sheet.lines.map(({ id }) => id)),
    'line'
  )
  const options = numbered(
    'options',
    optionsShown(facts).map(({ id }) => id),
    'option'
  )
  const incidents = new Map(facts.incidents.map(({ view }, index) => [view.incident.id, String(index + 1)]))
  const exhibits = new Map(exhibitsOf(facts).map(({ id }, index) => [id, index + 1]))
  return {
    part: (part) => ({ text: letters.get(part) ?? '', to: part }),
    has: (part) => letters.has(part),
    incident: (id) => `incident-${incidents.get(id) ?? '0'}`,
    line: (id) => lines.get(id) ?? null,
    option: (id) => options.get(id) ?? null,
    driver(id) {
      const owner = facts.incidents.find(({ sheet }) => sheet.drivers.some((driver) => driver.id === id))
      return owner ? { text: letters.get('loss')!, to: `shared-${incidents.get(owner.view.incident.id)}` } : null
    },
    waiting: (id) => `waiting-${incidents.get(id) ?? '0'}`,
    exhibit: (id) => exhibits.get(id) ?? null
  }
}

/** The options that this reader sees: leadership all of them, the customer what was decided. */
export function optionsShown({ view, audience }: BriefFacts): BriefFacts['view']['options'] {
  return audience === 'leadership' ? view.options : view.options.filter(({ id }) => id === view.decision?.optionId)
}

/** The pieces of evidence that the case rests on, in their order; for the customer none that only a disputed fact rests on. */
export function exhibitsOf(facts: BriefFacts): BriefFacts['evidence'] {
  const used = new Set<string>(factsShown(facts).map(({ id }) => id))
  for (const { view, sheet } of facts.incidents) {
    used.add(view.incident.id)
    for (const { id } of [...sheet.lines, ...sheet.drivers, ...view.orders, ...view.promises]) used.add(id)
  }
  return facts.evidence.filter(({ links }) => links.some(({ id }) => used.has(id))).toSorted((a, b) => a.number - b.number)
}

/** The facts that this reader sees: what is disputed is argued with leadership first. */
export function factsShown({ view, audience }: BriefFacts): BriefFacts['view']['facts'] {
  return view.facts.filter(({ standing }) => audience === 'leadership' || standing === 'undisputed')
}
