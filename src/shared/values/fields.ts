import { z } from 'zod'
import type { Clock } from './clock'
import { inYears } from './years'
import { languages } from './languages'
import { isVisible } from './visible'
import { isZone } from './zones'

/** A record's id: a UUID (version 7 when we make it). */
export const id = z.uuid()
/** Records that a new one is tied to in the change that makes it. */
export const tiedIds = z.array(id).max(100).optional()
/** A text that must be there and be seen, trimmed, at most `max` characters. */
export const text = (max: number) => z.string().trim().min(1).max(max).refine(isVisible, { error: 'required' })
/** A text that may be missing; one of which nothing is seen becomes null. */
export const maybeText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((value) => (isVisible(value) ? value : null))
    .nullable()
    .optional()
/** Any field that may be missing or emptied with null. */
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().optional()
/** Yes or no, kept as 1 or 0 as SQLite does. */
export const flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform((value): 0 | 1 => (value ? 1 : 0))

/** A date with a year that records are about: another one is a slip of the hand, such as 0026 or 20226. */
const dated = <T extends z.ZodType<string>>(schema: T) => schema.refine(inYears, { error: 'year' })
/** A calendar date without a time, "2026-03-29". Never shifts with a time zone. */
export const day = dated(z.iso.date())
/** An instant in UTC, "2026-03-29T12:00:00Z". */
export const instant = dated(z.iso.datetime())
/** A month, where no more is known, "2026-03". */
export const month = dated(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/))
/** A date as precisely as it is known: an instant, a day, a month ("2026-03") or a year ("2026"). Sorts as text. */
export const moment = z.union(
  [instant, day, dated(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)), dated(z.string().regex(/^\d{4}$/))],
  { error: 'moment' }
)
/** An IANA time zone that this runtime knows. */
export const timeZone = z.string().max(64).refine(isZone, { error: 'zone' })
/** The zone of a customer or of the workspace, on whose clock moments are told. */
export const clock = timeZone as unknown as z.ZodType<Clock, string>

export { languages, type Language } from './languages'
export const language = z.enum(languages)
/** A language that a customer speaks, as a tag (BCP 47): any, not only those of the screens. */
export const spoken = z.string().max(35).refine(isTag, { error: 'language' })

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** What every stored record has beside its own fields. */
export interface Stored {
  id: string
  createdAt: string
  updatedAt: string
  trashedAt: string | null
}

/** The stored form of a set of fields: nothing is missing, what was not given is null or its default. */
export type RowOf<F extends z.ZodType> = Stored & {
  [K in keyof z.output<F>]-?: Exclude<z.output<F>[K], undefined>
}
