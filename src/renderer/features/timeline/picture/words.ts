import type { Clock } from '../../../../shared/values/clock'
import type { Grouping } from '../../../../shared/records/picture'
import { pictureLabels } from '../../../../shared/records/picture-labels'
import { wordsOfPicture } from '../../../../shared/records/picture-words'
import type { PromiseState } from '../../../../shared/records/promises'
import { now } from '../../../records/here.svelte'
import { showMoment } from '../../../ui/format'
import { formatLocale } from '../../../ui/language.svelte'
import { promiseStateWord } from '../../promises/words'
import { eventWord, kindWord } from '../words'
import type { Place } from './shapes'
import { m } from '../../../../shared/messages/messages.js'

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

/** Takes the customer's clock and currency, gives the words of a picture on the screen. */
export const pictureWords = (zone: Clock, currency: string) =>
  wordsOfPicture(pictureLabels(), { zone, currency, locale: formatLocale(), now: now() })

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
  if (span.kind === 'silence') return pictureWords(zone, '').silence(span)
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
