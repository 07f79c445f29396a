import type { SearchAsked } from '../../../shared/contract/search'
import type { Entity } from '../../../shared/contract/journal'
import { kinds } from '../../../shared/records/kinds'
import { showDate } from '../../ui/format'
import { groupWord } from './hits'
import { m } from '../../../shared/messages/messages.js'
import type { Id, Moment } from '../../../shared/values/flavours'

/** What a search is narrowed by, and in which order its hits come. */
export interface Within {
  entity: Entity | null
  customerId: Id<'customer'> | null
  contactId: Id<'contact'> | null
  from: Moment | null
  to: Moment | null
  order: 'newest' | 'best'
}
export const everywhere: Within = { entity: null, customerId: null, contactId: null, from: null, to: null, order: 'newest' }

/** The kinds that can be looked for, in the order of their groups. */
export const searchable: readonly Entity[] = (Object.keys(kinds) as Entity[])
  .filter((entity) => kinds[entity].found)
  .sort((a, b) => kinds[a].found!.rank - kinds[b].found!.rank)

/** Takes words and what narrows them, gives what is asked: only what is said. */
export function askedFor(words: string, { entity, customerId, contactId, from, to, order }: Within): SearchAsked {
  return {
    words: words.trim(),
    ...(entity ? { entities: [entity] } : {}),
    ...(customerId ? { customerId } : {}),
    ...(customerId && contactId ? { contactId } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(order === 'best' ? { order } : {})
  }
}

/** Takes what was asked, gives what narrows it. */
export function withinOf({ entities, customerId, contactId, from, to, order }: Omit<SearchAsked, 'words'>): Within {
  return {
    entity: searchable.find((entity) => entity === entities?.[0]) ?? null,
    customerId: customerId ?? null,
    contactId: contactId ?? null,
    from: from ?? null,
    to: to ?? null,
    order: order ?? 'newest'
  }
}

/** Takes what narrows a search, gives it for an address; undefined where nothing does. */
export function writeWithin(within: Within): string | undefined {
  const { words: _, ...rest } = askedFor('', within)
  return Object.keys(rest).length > 0 ? JSON.stringify(rest) : undefined
}

/** Takes what an address says, gives what narrows a search; nothing where it says nothing that is understood. */
export function readWithin(said: string | undefined): Within {
  try {
    const read: unknown = JSON.parse(said ?? '{}')
    return read && typeof read === 'object' ? withinOf(read as SearchAsked) : everywhere
  } catch {
    return everywhere
  }
}

/** Whether two searches ask the same. */
export const same = (one: SearchAsked, other: SearchAsked): boolean =>
  JSON.stringify(askedFor(one.words, withinOf(one))) === JSON.stringify(askedFor(other.words, withinOf(other)))

/** Takes a search and the names of customers and people, gives what it is called. */
export function calledBy(asked: SearchAsked, nameOf: (id: string) => string | undefined): string {
  const { entity, customerId, contactId, from, to, order } = withinOf(asked)
  const dates =
    from && to
      ? `${showDate(from)} – ${showDate(to)}`
      : from
        ? m.search_since({ date: showDate(from) })
        : to
          ? m.search_until({ date: showDate(to) })
          : ''
  const whose = [contactId, customerId].map((id) => (id ? nameOf(id) : '')).filter(Boolean)
  return [asked.words, entity && groupWord(entity), ...whose, dates, order === 'best' ? m.search_best() : '']
    .filter(Boolean)
    .join(' · ')
}
