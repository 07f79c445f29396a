import { z } from 'zod'
import { read } from '../contract/procedure'
import { timelineFilter, type TimelineEvent, type TimelineKind } from './timeline'
import type { Due, Moment } from '../values/flavours'

/** Where single events would be too many to draw: how many of a kind there were in a month or on a day, by side. */
export interface PictureCell {
  kind: TimelineKind
  /** "2025-03" or "2025-03-04", on the customer's calendar. */
  at: Moment
  ours: number
  theirs: number
}

/** What lasted: a promise from made to kept, a question until its answer, an incident, a silence. */
export interface PictureSpan {
  kind: 'promise' | 'reply' | 'incident' | 'silence'
  /** Of the record; of a silence, of the last words before it. */
  id: string
  /** Whose promise, whose turn. */
  side: 'us' | 'customer'
  from: Moment
  /** When it was due, where it was. */
  due: Due | null
  /** Null while it lasts. */
  to: Moment | null
  /** The promise's or the incident's state; of a reply: open, answered, late. */
  state: string
  title: string
}

/** The orders, incidents and cases that something belongs to, by their names. */
export type Ties = Record<'order' | 'incident' | 'case', string[]>
export interface PictureEvent extends TimelineEvent {
  of: Ties
}

/** What a stretch of a customer's timeline looks like. */
export interface TimelinePicture {
  /** Null where there are more than were asked for: then there are cells. */
  events: PictureEvent[] | null
  /** What nobody knows the date of, whatever the stretch. */
  undated: TimelineEvent[]
  cells: PictureCell[]
  spans: PictureSpan[]
}

export { side, type Side } from './sides'

export const groupings = ['side', 'kind', 'person', 'order', 'incident', 'case', 'channel'] as const
/** What a lane holds: one side of the story, one kind of record, what belongs to one person, order, incident or case, one channel. */
export type Grouping = (typeof groupings)[number]

/** A way of looking at a timeline: of one customer where it asks for their people or orders, of any else. What it is called follows from it. */
export const timelineView = timelineFilter.extend({ grouping: z.enum(groupings) })
export type TimelineView = z.infer<typeof timelineView>

export const pictureProcedures = {
  /** What a stretch looks like: its events, or where they are too many how many there were; and what lasted. */
  'timeline.picture': read<TimelinePicture>()(timelineFilter)
}
