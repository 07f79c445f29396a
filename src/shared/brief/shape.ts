import { z } from 'zod'

/** The parts of a brief behind its page, in their order. */
export const parts = ['loss', 'options', 'timeline', 'view', 'exhibits', 'texts', 'method'] as const
export type Part = (typeof parts)[number]

/** What may be taken out of a brief: names of people, the customer's name, every amount, what things cost us. */
export const hidings = ['people', 'customer', 'amounts', 'costs'] as const
export type Hiding = (typeof hidings)[number]

/** What a brief leaves out for its reader: whole parts, kinds of things, and words wherever they stand. */
export const shape = z.strictObject({
  without: z.array(z.enum(parts)).max(parts.length).optional(),
  hide: z.array(z.enum(hidings)).max(hidings.length).optional(),
  words: z.array(z.string().trim().min(1).max(200)).max(300).optional(),
  /** Whom it is for, by name. */
  reader: z.string().trim().min(1).max(80).optional()
})
export type BriefShape = z.output<typeof shape>
