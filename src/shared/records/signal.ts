import type { Entity } from '../contract/journal'
import type { CareRecords } from './care-records'
import type { Rhythm } from './how-often'
import type { Clock } from '../values/clock'
import { dayOf as dayThere, firstDay } from '../values/zones'
import type { Day, Id, Moment } from '../values/flavours'

/** What Redress expects a customer to be worried about, or glad of, before they say so. */
export const signalKinds = [
  'order-late',
  'order-at-risk',
  'promises-slip',
  'repeat',
  'returned',
  'concern',
  'renewal',
  'quiet',
  'wish'
] as const
export type SignalKind = (typeof signalKinds)[number]

/** A record that a signal rests on. */
export interface SignalReason {
  entity: Extract<Entity, 'order' | 'promise' | 'incident' | 'voice' | 'interaction' | 'customer'>
  id: string
  title: string
  /** When it was, or is to be; as precise as it is known. */
  at: Moment | null
}

export interface Signal {
  /** The same as long as the reason is the same; something new makes a new key, which wakes a signal that was set aside. */
  key: string
  kind: SignalKind
  customerId: Id<'customer'>
  customer: string
  /** The customer's, on which the instants of its reasons are told. */
  clock: Clock
  /** What it is about, in a few words of the records: the order, the wish. Empty when it is about all of them. */
  subject: string
  /** Days late, quiet, since it was said; for a renewal and an order at risk, the days that are left. */
  days: number
  /** Of a late order: the minutes since its hour, where it has one. */
  minutes?: number | null
  /** An order that is late and of which nothing was said since, or what we promised about it is overdue; a renewal with something unsettled. */
  grave: boolean
  /** Of an order: what was said or done about it since. */
  answer?: Answer
  /** Of what repeats: how often it happens to them. */
  often?: Often
  /** Of a silence: the rhythm that it is longer than; none where they have too few words for one. */
  rhythm?: Rhythm
  reasons: SignalReason[]
}

/** Nothing; a conversation in either direction; an open promise about it, one that is over its date; a decision about its incident. */
export type Answer = 'none' | 'talked' | 'promised' | 'slipped' | 'decided'

/** How often a kind of incident happens to a customer: times a year, with 8 in 10 chances between low and high. */
export interface Often {
  mean: number
  low: number
  high: number
  /** The chance of another one within three months. */
  soon: number
  /** The chance that it happens more often within a year than before; null where nothing is known of before. */
  rising: number | null
}

/** A signal that was set aside, until a day and for a reason. */
export interface Aside {
  signal: Signal
  until: Day
  reason: string
}

type Said = Omit<Signal, 'key' | 'customerId' | 'customer' | 'clock'>
/** Takes the customer's records, what the signal is about and what it says; gives it. */
export const signal = ({ customer }: CareRecords, about: string, said: Said): Signal => ({
  key: `${said.kind}:${about}`,
  customerId: customer.id,
  customer: customer.name,
  clock: customer.clock,
  ...said
})
/** The day of a moment on the customer's clock; of a month or a year its first. */
export const dayOf = (moment: Moment, { customer }: Pick<CareRecords, 'customer'>): Day =>
  firstDay(dayThere(moment, customer.clock))
