import type { Day } from '../values/flavours'

/** A day that a calendar names. */
export interface NamedDay {
  on: Day
  /** Empty where the calendar says none. */
  name: string
}

/** The whole days of a calendar, in order, and how many entries were none: they have an hour, or last too long. */
export interface DaysFound {
  days: NamedDay[]
  timed: number
}
