import type { Language } from '../values/fields'
import type { Audience } from './audience'

/** A way to where a figure is explained: "A3", and the id of that place in the document. */
export interface BriefRef {
  text: string
  to: string
}
/** A label and its text. */
export interface BriefPair {
  label: string
  text: string
  refs?: BriefRef[]
  /** A word or two: stands beside others of its kind. */
  short?: boolean
}
export interface BriefColumn {
  label: string
  numeric?: boolean
  /** Takes what room is left. */
  wide?: boolean
  /** Stays on one line, as a date does. */
  keep?: boolean
}
export interface BriefTable {
  caption: string
  columns: BriefColumn[]
  rows: string[][]
  /** Where a row stands, so that a reference leads to it. */
  ids?: string[]
  /** References after the last cell of each row. */
  refs?: BriefRef[][]
  /** Rows that are sums. */
  sums?: number[]
}

interface ChartBase {
  /** Where it stands, so that a reference leads to it. */
  id?: string
  /** The finding, in a sentence. */
  title: string
  alt: string
  /** ISO 4217; amounts in the data are in its minor units. */
  currency: string
  table: BriefTable
}
/** A picture as data, with the words on it: the document draws it, its table twin stands under it. */
export type BriefChart =
  | (ChartBase & {
      kind: 'distribution'
      data: {
        bins: { from: number; to: number; count: number }[]
        p10: number
        p50: number
        p90: number
        below: number
        above: number
      }
      labels: { amount: string; share: string; low: string; middle: string; high: string }
    })
  | (ChartBase & {
      kind: 'lines'
      data: { name: string; p10: number; p50: number; p90: number; confirmed: boolean; back?: boolean; others?: boolean }[]
      labels: { line: string; low: string; middle: string; high: string; confirmed: string; estimated: string; back: string }
    })
  | (ChartBase & {
      kind: 'tornado'
      base: number
      data: { name: string; low: string; high: string; atLow: number; atHigh: number }[]
      labels: { input: string; low: string; high: string; base: string; lossAtLow: string; lossAtHigh: string }
    })
  | (ChartBase & { kind: 'chance'; data: { amount: number; chance: number }[]; labels: { amount: string; chance: string } })
  | (ChartBase & {
      kind: 'waiting'
      data: {
        points: { on: string; p10: number; p50: number; p90: number }[]
        today: string
        cliffs: { on: string; name: string }[]
      }
      labels: { day: string; low: string; middle: string; high: string; today: string }
    })

/** The loss to the customer as the one page shows it. */
export interface BriefLoss {
  heading: string
  /** The middle figure, large. */
  main: string
  mainLabel: string
  /** "8 times in 10 between X and Y". */
  range: string
  /** P10, P50 and P90, each with its label. */
  figures: BriefPair[]
  ref: BriefRef
  /** Statutory amounts in it that were not checked against their source; null when there are none. */
  notConfirmed: { text: string; refs: BriefRef[] } | null
  /** Said where more came back than was lost. */
  held: string | null
  /** Where the middle stands between P10 and P90, 0 to 1. */
  middle: number
  driversHeading: string
  drivers: { name: string; text: string; share: number; ref: BriefRef | null }[]
  /** Confirmed by the customer, estimated by us, what came back: apart. `share` of the gross, 0 to 1. */
  statuses: { label: string; text: string; share: number; kind: 'confirmed' | 'estimated' | 'recovered' | 'compensated' }[]
  /** The loss in the customer's own terms. */
  terms: string[]
}

/** The curve of waiting as the one page draws it, small: the words on it beside its numbers. */
export interface BriefCurve {
  alt: string
  points: { on: string; p10: number; p50: number; p90: number }[]
  cliffs: { on: string; text: string }[]
  /** On both ends: the day and the amount. */
  ends: [{ day: string; amount: string }, { day: string; amount: string }]
}

export interface BriefOption {
  title: string
  recommended: boolean
  chosen: boolean
  /** A second line in a cell, after a line break, is its range. */
  cells: string[]
  ref: BriefRef | null
}

/** The one page that can be decided on. A block that is null has nothing to say, or is not for this audience. */
export interface BriefPage {
  kicker: string
  title: string
  byline: string
  /** In a frozen version: which one it is, and what has changed since. */
  frozen: { text: string; changes: string[] } | null
  /** `roles`: who recommends, is consulted and acts; missing in briefs that were frozen before it was told. */
  ask: { heading: string; text: string; facts: BriefPair[]; roles?: BriefPair[] | undefined } | null
  /** Whom it was put before, with what answer. */
  asked?: BriefPair[] | null
  stake: { heading: string; facts: BriefPair[] } | null
  promised: {
    heading: string
    table: BriefTable | null
    record: string | null
    more: string | null
    none: string | null
    ref: BriefRef
  }
  /** What could not happen for the customer because of it. */
  couldNot: string | null
  couldNotName?: string
  /** What the customer said themselves, as they said it. */
  voice?: { heading: string; words: string; who: string; ref: BriefRef } | null
  /** The first facts in their order, for a page that has room left. */
  facts?: { heading: string; rows: { when: string; text: string }[]; ref: BriefRef } | null
  /** What the page says of parts that gave way: the words around their names; and their heading on the second page. */
  gaveWay?: { note: [string, string]; heading: string } | null
  loss: BriefLoss | null
  /** Said where there is no loss to show. */
  noLoss: { heading: string; text: string; items: BriefPair[] } | null
  waiting: {
    heading: string
    main: BriefPair | null
    text: string | null
    /** What will have been lost by the end of the harm if nothing is done. */
    end: BriefPair | null
    cliffs: { when: string; text: string; amount: string }[]
    more: string | null
    ref: BriefRef | null
    curve?: BriefCurve | null
  } | null
  options: {
    heading: string
    columns: BriefColumn[]
    rows: BriefOption[]
    note: string | null
    more: string | null
    recommendedLabel: string
  } | null
  recommendation: { heading: string; text: string; decided: boolean } | null
  containment: { heading: string; facts: BriefPair[] } | null
  confidence: { heading: string; items: string[] } | null
  next: { heading: string; text: string } | null
  /** What the references mean. */
  guide: string
  legal: string
}

export interface BriefLine {
  /** "A3"; null where it stands outside a brief. */
  mark: BriefRef | null
  title: string
  calculator: string
  status: string
  figures: BriefPair[]
  formulaLabel: string
  formula: string
  working: BriefTable | null
  inputs: BriefTable | null
  facts: BriefPair[]
  warnings: string[]
}

export interface BriefGuard {
  title: string
  why: string
  atStake: string
  answer: string
}

export interface BriefGuards {
  heading: string
  rows: BriefGuard[]
}

export interface BriefIncident {
  id: string
  heading: string
  facts: BriefPair[]
  /** Said where there are lines but no figure. */
  none: string | null
  summary: BriefTable | null
  charts: BriefChart[]
  linesHeading: string
  lines: BriefLine[]
  drivers: BriefTable | null
  guard: BriefGuards | null
  cliffs: BriefTable | null
  rates: BriefTable | null
}

export interface BriefVoice {
  kind: string
  who: string
  words: string
  reading: string | null
}

export interface BriefAppendix {
  heading: string
  contents: { id: string; text: string }[]
  loss: {
    id: string
    heading: string
    text: string
    summary: BriefTable | null
    ahead: BriefTable | null
    charts: BriefChart[]
    incidents: BriefIncident[]
    /** Questions about lines of two incidents. */
    guard?: BriefGuards | null
    rates: BriefTable | null
  } | null
  options: {
    id: string
    heading: string
    options: { mark: BriefRef; title: string; text: string | null; facts: BriefPair[]; remedies: BriefTable | null }[]
  } | null
  timeline: {
    id: string
    heading: string
    facts: BriefTable | null
    record: BriefTable | null
    promises: BriefTable | null
    none: string | null
  } | null
  view: { id: string; heading: string; facts: BriefPair[]; voicesHeading: string; voices: BriefVoice[]; none: string | null } | null
  exhibits: { id: string; heading: string; table: BriefTable | null; none: string | null } | null
  texts: { id: string; heading: string; facts: BriefPair[] } | null
  /** `questions`: what an expert asks of each incident; missing in briefs that were frozen before it was asked. */
  method: { id: string; heading: string; paragraphs: string[]; questions?: BriefTable[]; facts: BriefPair[] } | null
}

/** Everything that a brief prints: final texts in its language, and the numbers of its pictures. */
export interface BriefModel {
  language: Language
  /** BCP 47, for the numbers on the axes. */
  locale: string
  paper: 'a4' | 'letter'
  audience: Audience
  /** Of the document; stands in the PDF's properties. */
  title: string
  /** A file name without its ending. */
  fileName: string
  /** What every page bears at its foot; the page's number and the count go between the three pieces. */
  footer: { left: string; page: [string, string, string]; mark?: string; draft?: string }
  /** Before the table twin of a picture. */
  tableLabel: string
  page: BriefPage
  appendix: BriefAppendix
}
