// The texts of a timeline's picture in a language: they stand apart, as a page that is printed brings its own with it.
import { m } from '../messages/messages.js'
import type { Locale } from '../messages/runtime.js'
import { channelWords } from './events'
import { slot, type PictureLabels } from './picture-words'
import type { TimelineKind } from './timeline'

type Kind = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string
/** Each kind of event as its lane is called. */
export const kindWords: Record<TimelineKind, Kind> = {
  interaction: m.timeline_kind_interaction,
  voice: m.timeline_kind_voice,
  promise: m.timeline_kind_promise,
  order: m.timeline_kind_order,
  incident: m.timeline_kind_incident,
  case: m.timeline_kind_case,
  gesture: m.timeline_kind_gesture,
  evidence: m.timeline_kind_evidence
}

/** Gives the texts of a picture, in the current language without a locale. */
export function pictureLabels(locale?: Locale): PictureLabels {
  const given = locale && { locale }
  const words = (from: Record<string, Kind>): Record<string, string> =>
    Object.fromEntries(Object.entries(from).map(([key, word]) => [key, word({}, given)]))
  return {
    lanes: {
      ...words(channelWords),
      ...words(kindWords),
      us: m.timeline_side_us({}, given),
      customer: m.timeline_side_customer({}, given),
      '': m.timeline_picture_others({}, given)
    },
    promises: m.promises_promises({}, given),
    waiting: m.timeline_picture_waiting({}, given),
    silenceOurs: m.timeline_picture_silence_ours({ days: slot }, given),
    silenceTheirs: m.timeline_picture_silence_theirs({ days: slot }, given),
    loss: m.timeline_picture_loss({}, given),
    now: m.timeline_today({}, given)
  }
}
