import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import { pairs } from './page'
import type { BriefAppendix } from './types'
import { dash, type Words } from './words'

/** Gives each option with its actions; for the customer only what has been decided, without what it costs us. */
export function optionPart({ view, audience }: BriefFacts, w: Words): BriefAppendix['options'] {
  const leads = audience === 'leadership'
  const options = leads ? view.options : view.options.filter(({ id }) => id === view.decision?.optionId)
  if (!options.length) return null
  const { currency } = view.case
  const money = (minor: number | null) => (minor === null ? dash : w.money(minor, currency))
  return {
    id: 'options',
    heading: leads ? m.brief_part_options({}, w.in) : m.brief_part_decided({}, w.in),
    options: options.map((option) => ({
      title: option.title,
      text: option.summary,
      facts: leads
        ? pairs(
            [m.brief_option_cost({}, w.in), money(option.cost)],
            [m.brief_option_relief({}, w.in), money(option.relief)],
            [m.brief_option_remaining({}, w.in), money(option.remaining)],
            [m.brief_option_stay({}, w.in), option.stay === null ? null : w.share(option.stay)],
            [m.brief_risks({}, w.in), option.risks]
          )
        : [],
      remedies: option.remedies.length
        ? {
            caption: m.brief_actions({}, w.in),
            columns: [
              { label: m.brief_action({}, w.in), wide: true },
              { label: m.brief_owner({}, w.in) },
              { label: m.brief_due({}, w.in), keep: true },
              ...(leads ? [{ label: m.brief_option_cost({}, w.in), numeric: true }, { label: m.brief_option_relief({}, w.in), numeric: true }] : [])
            ],
            rows: option.remedies.map((remedy) => [
              remedy.words,
              remedy.owner ?? dash,
              remedy.dueOn ? w.day(remedy.dueOn) : remedy.days === null ? dash : m.brief_days({ count: remedy.days }, w.in),
              ...(leads ? [money(remedy.cost), money(remedy.relief)] : [])
            ])
          }
        : null
    }))
  }
}
