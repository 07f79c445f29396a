import { m } from '../messages/messages.js'
import type { Words } from './words'

/** Gives what stands before, between and after the two numbers of "page 1 of 9", which only the printer knows. */
export function pageNumber(w: Pick<Words, 'in'>): [before: string, between: string, after: string] {
  const [before = '', rest = ''] = m.brief_page_of({ page: '\u0001', total: '\u0002' }, w.in).split('\u0001')
  const [between = '', after = ''] = rest.split('\u0002')
  return [before, between, after]
}
