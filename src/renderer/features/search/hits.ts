import type { Entity } from '../../../shared/contract/journal'
import type { SearchHit } from '../../../shared/contract/search'
import { kinds } from '../../../shared/records/kinds'
import type { Route } from '../../routes'

/** A piece of an excerpt, and whether it is a word that was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

const start = '\ue000'
const end = '\ue001'

/** Takes an excerpt in which found words stand between U+E000 and U+E001, gives its pieces. */
export function pieces(excerpt: string): Piece[] {
  return excerpt
    .split(start)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, hit: false }]
      const [hit = '', ...rest] = part.split(end)
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false }
      ]
    })
    .filter((piece) => piece.text !== '')
}

/** Takes an excerpt, gives it without the marks. */
export function plain(excerpt: string): string {
  return excerpt.replaceAll(start, '').replaceAll(end, '')
}

/** Takes a hit, gives the place where its record is shown. */
export function placeOf({
  entity,
  id,
  customerId,
  within
}: Pick<SearchHit, 'entity' | 'id' | 'customerId'> & Partial<Pick<SearchHit, 'within'>>): Route {
  if (entity === 'customer') return { name: 'customer', id }
  if (entity === 'incident') return { name: 'incident', id }
  if (entity === 'case') return { name: 'case', id }
  if (within) return entity === 'lossLine' ? { name: 'incident', id: within } : { name: 'case', id: within }
  return customerId
    ? { name: 'customer', id: customerId, tab: kinds[entity].found?.tab ?? undefined, open: `${entity}.${id}` }
    : { name: 'desk' }
}

const beside: readonly Entity[] = ['promise', 'order', 'interaction', 'voice', 'contact', 'gesture', 'evidence']

/** Whether a record can be read beside the hits; any other has a page of its own. */
export const isBeside = ({ entity, customerId }: SearchHit): boolean => customerId !== null && beside.includes(entity)

/** Takes hits, gives them by kind, kinds in their order, hits within a kind as they came. */
export function byKind(hits: readonly SearchHit[]): { entity: Entity; hits: SearchHit[] }[] {
  const found = new Map<Entity, SearchHit[]>()
  for (const hit of hits) found.set(hit.entity, [...(found.get(hit.entity) ?? []), hit])
  const rank = (entity: Entity): number => kinds[entity].found?.rank ?? 99
  return [...found].map(([entity, of]) => ({ entity, hits: of })).sort((a, b) => rank(a.entity) - rank(b.entity))
}

/** Takes a kind of record, gives what a group of them is called. */
export function groupWord(entity: Entity): string {
  return kinds[entity].found?.as() ?? entity
}
