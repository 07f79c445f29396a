import { z } from 'zod'
import type { BriefTable } from '../brief/types'
import type { RunningLoss } from '../contract/losses'
import { read } from '../contract/procedure'
import type { IncidentWaiting } from '../losses/engine/incident-waiting'
import { groupings, type Grouping, type TimelinePicture } from '../records/picture'
import type { PictureLabels } from '../records/picture-words'
import { timelineFilter } from '../records/timeline'
import type { Clock } from '../values/clock'
import { language, type Language } from '../values/fields'

/** One strip of a printed timeline: a day, a week, a month, a quarter or a year of it. */
export interface SheetStrip {
  heading: string
  /** Epoch milliseconds. */
  from: number
  to: number
  picture: Pick<TimelinePicture, 'events' | 'cells' | 'spans'>
}

/** The loss that runs on the same axis. */
export interface SheetLoss {
  title: string
  past: RunningLoss
  ahead: IncidentWaiting | null
}

/** A stretch of a customer's timeline on paper: final texts in its language, and what is drawn. */
export interface TimelineSheet {
  is: 'timeline'
  language: Language
  /** BCP 47. */
  locale: string
  paper: 'a4' | 'letter'
  title: string
  /** Whose, of when, and what was left out by a filter. */
  sub: string
  fileName: string
  /** Whose clock and money, and when it was made. */
  zone: Clock
  currency: string
  now: string
  grouping: Grouping
  labels: PictureLabels
  strips: SheetStrip[]
  loss: SheetLoss | null
  /** Every event in words; null where there are too many, which `leftOut` says. */
  table: BriefTable | null
  leftOut: string | null
  footer: { left: string; page: [string, string, string] }
}

/** Which stretch is printed, with which events, in which lanes. Without dates, all there is. */
export const timelineSheetAsked = timelineFilter.extend({
  grouping: z.enum(groupings),
  language,
  paper: z.enum(['a4', 'letter'])
})

export const timelineSheetProcedures = {
  /** A stretch of a timeline, set for paper. Error: not-found. */
  'timeline.sheet': read<TimelineSheet>()(timelineSheetAsked)
}
