import type { Entity } from '../../contract/journal'
import type { Locale } from '../../messages/runtime.js'

/** A message, in the current language or in another. */
export type Word = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string

/** A field that is a date, and what it is called. */
export interface Dated {
  field: string
  label: () => string
}

export const on = (field: string, label: () => string): Dated => ({ field, label })

/** A state that somebody may say of a record, and what must be on record for it to be true. */
export interface Need {
  /** The field that says it, and the values of it that need something. */
  says: string
  states: readonly string[]
  /** Any one of these does. */
  rests: readonly string[]
  text: () => string
  /** Where it is asked for; else at the state. */
  at?: string
}

/** What a kind of record is, beside its fields and its table: every part of it must be said, if only that there is none. */
export interface Kind {
  /** What it is called within a label, in lower case: "promise". */
  word: Word
  /** What is said when one was made; null where nothing of its own is. */
  made: (() => string) | null
  /** The word its procedures begin with; null where it is not made, changed and trashed by itself. */
  family: string | null
  /** The column of where it was recorded: it stays there, since what is tied to it belongs there too. */
  home: 'customerId' | 'incidentId' | 'caseId' | 'optionId' | null
  /** Columns that tie it to another record of the same customer. */
  ties: Readonly<Record<string, Entity>>
  /** Columns that tie it to one of several kinds: the column that names the kind, and the one of its id. */
  tiedTo: readonly [kind: string, link: string] | null
  /**
   * Dates that come in one order only, the earlier first. What is merely unusual is none of them: goods may be needed
   * before they were ordered, and received before they were due.
   */
  dates: readonly (readonly [Dated, Dated])[]
  /** Amounts that are in the currency of their own record. */
  amounts: readonly string[]
  states: readonly Need[]
  /** What a group of them is called among what search finds, its place there, and the tab of the customer that opens one. */
  found: { as: () => string; rank: number; tab: string | null } | null
}
