import type { Entity } from './entities'

declare const flavour: unique symbol

/**
 * A value that is told from others of the same shape by its type alone: `F` never exists at run time. A plain string or
 * number is taken for any, one of another flavour is not. Why not strictly branded: docs/decisions/flavours.md.
 */
type Flavoured<T, F extends string> = T & { readonly [flavour]?: F }

/** A record's id: an incident's is not taken for a customer's. */
export type Id<K extends Entity> = Flavoured<string, `id of ${K}`>
/** The id of a record whose kind stands beside it; whoever reads the kind may take it for one of that kind. */
export type AnyId = string

/** A calendar date without a time, "2026-03-29". Never shifts with a time zone. */
export type Day = Flavoured<string, 'day'>
/** An instant in UTC, "2026-03-29T12:00:00Z". */
export type Instant = Flavoured<string, 'instant'>
/** A month, where no more is known, "2026-03". */
export type Month = Flavoured<string, 'month'>
/** A year, where no more is known, "2026". */
export type Year = Flavoured<string, 'year'>
/** When something of an order was: its day, or the instant where the hour is known. */
export type Daytime = Day | Instant
/** When a promise is due: an instant, a day, or a month where no more is known. */
export type Due = Day | Instant | Month
/** A date without a time as precisely as it is known: a day, a month or a year. */
export type Dated = Day | Month | Year
/** A date as precisely as it is known: an instant, a day, a month or a year. Sorts as text. */
export type Moment = Dated | Instant
/** An IANA time zone, "Europe/Athens". */
export type Zone = Flavoured<string, 'zone'>

/** Minor units of a currency: cents for EUR. */
export type Minor = Flavoured<number, 'minor units'>
/** Major units of a currency, such as euros; rounded only by `toMinor`. */
export type Major = Flavoured<number, 'major units'>
