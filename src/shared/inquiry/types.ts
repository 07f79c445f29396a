import type { OwnQuantity } from '../losses/model/quantity'
import type { Language } from '../values/languages'
import type { Day, Id } from '../values/flavours'

/** A quantity as the customer is asked for it: final texts in the sheet's language. */
export interface AskedRow {
  /** "lineId|field", "lineId|" for how often, or the id of a shared quantity. */
  key: string
  label: string
  /** What exactly is meant. */
  meaning: string
  unit: string
  /** Its numbers are written in per cent. */
  percent: boolean
  /** Of an amount of money. */
  currency: string | null
  assumed: OwnQuantity
  assumedText: string
}

export interface AskedPart {
  heading: string
  /** That it goes on, and from when. */
  note: string | null
  rows: AskedRow[]
}

/** The columns of the sheet, in their order. */
export const columns = ['what', 'unit', 'ours', 'right', 'figure', 'least', 'most'] as const
export type Column = (typeof columns)[number]

/** What the sheet asks beside the quantities. */
export const besides = ['by', 'on', 'remark'] as const
export type Beside = (typeof besides)[number]

/** The questions to a customer, ready to be set. It holds no cost, option, note or opinion of ours. */
export interface QuestionSheet {
  is: 'questions'
  caseId: Id<'case'>
  language: Language
  locale: string
  paper: 'a4' | 'letter'
  /** The day it was made. */
  made: string
  title: string
  fileName: string
  paragraphs: string[]
  /** How to answer. */
  how: string[]
  heads: Record<Column, string>
  besides: Record<Beside, string>
  sheetName: string
  groups: { heading: string; parts: AskedPart[] }[]
  footer: { left: string; page: [string, string, string] }
}

/** A cell that came back: what stands in it, and where it is a number, that number and how it is shown. */
export interface GivenCell {
  text: string
  number?: number
  format?: string
}

/** What came back of a sheet, row by row. */
export interface ReturnedRow {
  key: string
  right: GivenCell
  figure: GivenCell
  least: GivenCell
  most: GivenCell
}
export interface Returned {
  rows: ReturnedRow[]
  by: string
  on: Day
  remark: string
}

/** A quantity as we have it beside what the customer says. */
export interface BesideRow {
  key: string
  /** "INC-14 The freezer stood still". */
  incident: string
  /** The line, or that it is shared by several. */
  line: string
  label: string
  ours: string
  /** Null where nothing was answered. */
  theirs: string | null
  /** They say the same. */
  same: boolean
  /** Why it cannot be taken. */
  problem: string | null
  /** It stands as they say and is confirmed. */
  taken: boolean
}

/** An answered sheet beside what is assumed now. */
export interface AnsweredSheet {
  caseId: Id<'case'>
  ref: string
  title: string
  customer: { id: Id<'customer'>; name: string }
  made: string
  by: string
  /** The day that the sheet says; null where it says none that can be read. */
  on: Day | null
  remark: string
  rows: BesideRow[]
}
