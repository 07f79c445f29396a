import { z } from 'zod'
import { m } from '../messages/messages.js'
import type { Language } from '../values/languages'
import { audiences } from './audience'
import { shape, type BriefShape } from './shape'

/** Somebody whom briefs are made for again and again: what they must not see, and what is of no use to them. */
export const readerFields = z.strictObject({
  name: z.string().trim().min(1).max(80),
  audience: z.enum(audiences),
  shape: shape.omit({ reader: true })
})
export type Reader = z.output<typeof readerFields>

/** Readers of the workspace's own; a name stands for one of them. */
export const readersField = z
  .array(readerFields)
  .max(50)
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length)

/** Takes a language, gives the readers that every workspace has besides leadership and the customer: a beginning, to be changed for each copy. */
export function usualReaders(language?: Language): Reader[] {
  const given = language && { locale: language }
  const reader = (name: string, left: BriefShape): Reader => ({ name, audience: 'leadership', shape: left })
  return [
    // who decides reads the page and its proof, not how it is computed
    reader(m.brief_reader_board({}, given), { without: ['texts', 'method'] }),
    // who pays checks figures and method
    reader(m.brief_reader_finance({}, given), { without: ['view', 'texts'] }),
    // what a court may ask for holds facts and what was promised, not what we would pay to settle
    reader(m.brief_reader_legal({}, given), { without: ['options'], hide: ['costs'] })
  ]
}

/** Takes a reader, gives what a brief for them leaves out, with their name on it. */
export const shapeFor = ({ name, shape: left }: Reader): BriefShape => ({ ...left, reader: name })
