import { m } from '../../messages/messages.js'
import type { Computed, DatedAmount, Message } from '../model/calculator'
import type { Day } from '../../values/flavours'

/** Statutory or published amounts from a day on. Data with a date, never a constant in a formula. */
export interface Preset<T> {
  id: string
  /** First day it applies; where the source does not say, the first day a source attests it. */
  effectiveFrom: Day
  /** Last day it applies, where it was replaced or what came after is not known. */
  effectiveTo?: string
  source: string
  url?: string
  /** The day it was checked against its source; null when it was not. */
  verifiedOn: Day | null
  /** False for what was recalled, or rests on one source that is not the issuer's. */
  confirmed: boolean
  values: T
}

export interface PresetTable<T> {
  id: string
  title: Message
  currency?: string
  /** Oldest first. */
  rows: Preset<T>[]
  /** A change that was reported and whose first day is not known: it has no row, and later dates say so. */
  reported?: { on: string; source: string }
}

/** The day on which the confirmed rows were checked for this version of Redress. */
export const CHECKED = '2026-11-21'

type Rest<T> = Pick<Preset<T>, 'source' | 'values'> & Partial<Preset<T>>

/** A row that was checked against its source. */
export function checked<T>(effectiveFrom: Day, rest: Rest<T>): Preset<T> {
  return { id: effectiveFrom, effectiveFrom, verifiedOn: CHECKED, confirmed: true, ...rest }
}

/** A row that was not; any calculation that uses it says so. */
export function recalled<T>(effectiveFrom: Day, rest: Rest<T>): Preset<T> {
  return { id: effectiveFrom, effectiveFrom, verifiedOn: null, confirmed: false, ...rest }
}

export interface Found<T> {
  row: Preset<T>
  warnings: Message[]
  used: DatedAmount
}

/**
 * Takes a table and an ISO date (empty: the newest row), gives the row in force and what the reader must know: that the
 * row is not confirmed, or that no row is known for the day and the nearest earlier (else the first) was used.
 */
export function presetOn<T>(table: PresetTable<T>, date: string): Found<T> {
  const { rows } = table
  const earlier = date ? rows.findLast((row) => row.effectiveFrom <= date) : rows.at(-1)
  const row = (earlier ?? rows[0]) as Preset<T>
  const warnings: Message[] = []
  const known = !date || (earlier !== undefined && (!row.effectiveTo || date <= row.effectiveTo))
  if (!known) warnings.push((_, options) => m.calc_warn_no_preset({ from: row.effectiveFrom }, options))
  if (!row.confirmed) warnings.push(notConfirmed(row.source))
  const { reported } = table
  if (reported && (!date || date >= reported.on)) {
    warnings.push((_, options) => m.calc_warn_reported({ source: reported.source }, options))
  }
  return {
    row,
    warnings,
    used: { title: table.title, effectiveFrom: row.effectiveFrom, source: row.source, verifiedOn: row.verifiedOn }
  }
}

/** Whether a result rests on an amount or a rule that was not checked against its source; what stands beside it does not count. */
export function restsOnUnchecked({ dated = [] }: Computed): boolean {
  return dated.some(({ verifiedOn, reference }) => verifiedOn === null && !reference)
}

/** The warning that a figure was taken from a source that is not confirmed. */
export function notConfirmed(source: string): Message {
  return (_, options) => m.calc_warn_not_confirmed({ source }, options)
}
