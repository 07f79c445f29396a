import type { Clock } from '../../../../shared/values/clock'
import type { Grouping, PictureSpan } from '../../../../shared/records/picture'
import { timelineKinds, type TimelineKind } from '../../../../shared/records/timeline'
import type { PromiseState } from '../../../../shared/records/promises'
import { dayIn } from '../../../../shared/values/zones'
import { now } from '../../../records/here.svelte'
import { showDate, showMoment, showMoney, showNumber, showTime } from '../../../ui/format'
import { promiseStateWord } from '../../promises/words'
import { channels, channelWord, eventWord, kindWord } from '../words'
import type { Place } from './shapes'
import type { Stretch, Tick } from './scale'
import { m } from '../../../../shared/messages/messages.js'
import type { Minor } from '../../../../shared/values/flavours'

const dayLength = 86_400_000

/** Takes how a picture is grouped, gives its word. */
export function groupingWord(grouping: Grouping): string {
  const words: Record<Grouping, () => string> = {
    side: m.timeline_picture_by_side,
    kind: m.timeline_picture_by_kind,
    person: m.timeline_picture_by_person,
    channel: m.timeline_picture_by_channel,
    order: m.timeline_picture_by_order,
    incident: m.timeline_picture_by_incident,
    case: m.timeline_picture_by_case
  }
  return words[grouping]()
}

const isKind = (key: string): key is TimelineKind => (timelineKinds as readonly string[]).includes(key)
const dayAt = (at: number, zone: Clock): string => dayIn(new Date(at).toISOString(), zone)

/** Takes the customer's clock and currency, gives the words of a picture. */
export function pictureWords(zone: Clock, currency: string) {
  return {
    lane: (key: string): string =>
      key === 'us'
        ? m.timeline_side_us()
        : key === 'customer'
          ? m.timeline_side_customer()
          : key === ''
            ? m.timeline_picture_others()
            : isKind(key)
              ? kindWord(key)
              : (channels as readonly string[]).includes(key)
                ? channelWord(key)
                : key,
    tick: ({ at, unit, on }: Tick): string =>
      unit === 'hour' ? showTime(at, zone) : unit === 'month' ? showDate(on, 'shortMonth') : showDate(on),
    count: (count: number): string => showNumber(count),
    promises: m.promises_promises(),
    waiting: m.timeline_picture_waiting(),
    silence: (span: PictureSpan): string => silence(span),
    loss: m.timeline_picture_loss(),
    now: m.timeline_today(),
    money: (minor: Minor): string => showMoney(minor, currency, 'estimate'),
    stretch: ({ from, to }: Stretch): string => `${showDate(dayAt(from, zone))} – ${showDate(dayAt(to, zone))}`
  }
}

function silence({ from, to, side }: PictureSpan): string {
  const days = showNumber(Math.round((Date.parse(to ?? now()) - Date.parse(from)) / dayLength))
  return side === 'us' ? m.timeline_picture_silence_ours({ days }) : m.timeline_picture_silence_theirs({ days })
}

/** Takes a place of the picture and the customer's clock, gives what is there in words. */
export function told({ events, span, count }: Place, zone: Clock): string {
  if (count !== undefined) return m.timeline_picture_members({ count })
  if (events.length > 1) return m.timeline_picture_members({ count: events.length })
  const [event] = events
  if (event)
    return [
      [event.at ? showMoment(event.at, zone) : '', eventWord(event), event.contact].filter(Boolean).join(' · '),
      event.title
    ].join('\n')
  if (!span) return ''
  if (span.kind === 'silence') return silence(span)
  const dates = [showMoment(span.from, zone), span.to ? showMoment(span.to, zone) : ''].filter(Boolean).join(' – ')
  const state =
    span.kind === 'promise'
      ? promiseStateWord(span.state as PromiseState)
      : span.kind === 'incident'
        ? kindWord('incident')
        : m.timeline_needs_reply()
  const due = span.due ? m.timeline_picture_due({ date: showMoment(span.due, zone) }) : ''
  return [[dates, state, due].filter(Boolean).join(' · '), span.title].join('\n')
}
