import { z } from 'zod'
import type { Clock } from './clock'
import type { Entity } from './entities'
import type { AnyId, Day, Daytime, Due, Id, Instant, Moment, Month, Zone } from './flavours'
import { inYears } from './years'
import { languages } from './languages'
import { isVisible } from './visible'
import { isZone } from './zones'

/** Gives a schema its flavour: what it parses is of that type, and whoever calls must give that. */
const flavoured = <T extends string>(schema: z.ZodType<string>): z.ZodType<T, T> => schema as unknown as z.ZodType<T, T>

const uuid = z.uuid()
/** Takes a kind of record, gives the schema of its ids: a UUID (version 7 when we make it). */
export const idOf = <K extends Entity>(..._kinds: K[]): z.ZodType<Id<K>, Id<K>> => flavoured<Id<K>>(uuid)
/** The id of a record of any kind. */
export const id = flavoured<AnyId>(uuid)
/** Takes a kind of record, gives the schema of those that a new record is tied to in the change that makes it. */
export const tiedIds = <K extends Entity>(kind: K) => z.array(idOf(kind)).max(100).optional()
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
export const day = flavoured<Day>(dated(z.iso.date()))
/** An instant in UTC, "2026-03-29T12:00:00Z". */
export const instant = flavoured<Instant>(dated(z.iso.datetime()))
/** A month, where no more is known, "2026-03". */
export const month = flavoured<Month>(dated(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)))
/** When something of an order is or was: a day, or an instant where the hour is known. A day is meant on the customer's clock. */
export const daytime = flavoured<Daytime>(z.union([instant, day], { error: 'moment' }))
/** When a promise is due: an instant, a day, or a month where no more is known (until its end, in the zone it was said in). */
export const due = flavoured<Due>(z.union([instant, day, month], { error: 'due' }))
/** A date as precisely as it is known: an instant, a day, a month ("2026-03") or a year ("2026"). Sorts as text. */
export const moment = flavoured<Moment>(z.union([instant, day, month, dated(z.string().regex(/^\d{4}$/))], { error: 'moment' }))
/** An IANA time zone that this runtime knows. */
export const timeZone = flavoured<Zone>(z.string().max(64).refine(isZone, { error: 'zone' }))
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
export interface Stored<K extends Entity = Entity> {
  id: Id<K>
  createdAt: Instant
  updatedAt: Instant
  trashedAt: Instant | null
}

/** The stored form of a kind's set of fields: nothing is missing, what was not given is null or its default. */
export type RowOf<K extends Entity, F extends z.ZodType> = Stored<K> & {
  [K in keyof z.output<F>]-?: Exclude<z.output<F>[K], undefined>
}
