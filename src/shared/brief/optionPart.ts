import type { OptionView } from '../records/cases'
import { goodHereBadThere } from '../records/decider-questions'
import { m } from '../messages/messages.js'
import { chanceText } from '../values/chance'
import type { BriefFacts } from './facts'
import { changedText } from './lines'
import { optionsShown, type Marks } from './marks'
import { remainingText } from './options'
import { pairs, rangeText } from './pieces'
import type { BriefAppendix } from './types'
import { dash, type Words } from './words'
import type { Minor } from '../values/flavours'

/** Gives each option with its actions; for the customer only what has been decided, without what it costs us. */
export function optionPart(facts: BriefFacts, marks: Marks, w: Words): BriefAppendix['options'] {
  const { view, audience } = facts
  const leads = audience === 'leadership'
  const options = optionsShown(facts)
  if (!options.length) return null
  const { currency } = view.case
  const money = (minor: Minor | null) => (minor === null ? dash : w.money(minor, currency))
  return {
    id: 'options',
    heading: leads ? m.brief_part_options({}, w.in) : m.brief_part_decided({}, w.in),
    options: options.map((option) => ({
      mark: marks.option(option.id)!,
      title: option.title,
      text: option.summary,
      facts: leads
        ? pairs(
            [m.brief_option_cost({}, w.in), money(option.cost)],
            [
              m.brief_option_exceeds({}, w.in),
              typeof option.remaining?.exceeds === 'number' && chanceText(option.remaining.exceeds, (share) => w.share(share))
            ],
            [
              m.brief_option_relief({}, w.in),
              option.remaining ? w.money(option.remaining.removed.p50, currency, 'estimate') : money(option.relief)
            ],
            [m.brief_option_remaining({}, w.in), remainingText(option.remaining, currency, w, 'whole')],
            [m.brief_ends_harm({}, w.in), endsText(option, currency, w)],
            [m.options_week_row({}, w.in), option.weekLater && rangeText(option.weekLater, currency, w)],
            [m.brief_option_none({}, w.in), option.remaining && option.remaining.none > 0 && w.share(option.remaining.none, 1)],
            [m.brief_option_stay({}, w.in), option.stay === null ? null : w.share(option.stay)],
            [m.brief_risks({}, w.in), option.risks],
            [m.case_view({}, w.in), viewText(option, facts, w)],
            [m.brief_changed({}, w.in), lastChange(option, facts, w)]
          )
        : [],
      remedies: option.remedies.length
        ? {
            caption: m.brief_actions({}, w.in),
            columns: [
              { label: m.brief_action({}, w.in), wide: true },
              { label: m.brief_owner({}, w.in) },
              { label: m.brief_due({}, w.in), keep: true },
              ...(leads
                ? [
                    { label: m.brief_option_cost({}, w.in), numeric: true },
                    { label: m.brief_option_relief({}, w.in), numeric: true }
                  ]
                : [])
            ],
            rows: [
              ...option.remedies.map((remedy) => [
                remedy.words,
                remedy.owner ?? dash,
                remedy.dueOn ? w.day(remedy.dueOn) : remedy.days === null ? dash : m.brief_days({ count: remedy.days }, w.in),
                ...(leads ? [money(remedy.cost), money(remedy.relief)] : [])
              ]),
              ...(leads && option.remedies.length > 1
                ? [[m.brief_total({}, w.in), '', '', money(option.cost), money(option.relief)]]
                : [])
            ],
            ...(leads && option.remedies.length > 1 ? { sums: [option.remedies.length] } : {})
          }
        : null
    }))
  }
}

/** The day on which the option ends the harm, and what is not lost since then; null for one that does not end it. */
function endsText({ endsOn, remaining }: OptionView, currency: string, w: Words): string | null {
  if (!endsOn) return null
  const saved = remaining?.sooner && rangeText(remaining.sooner, currency, w)
  return saved ? m.brief_ends_on({ date: w.day(endsOn), saved }, w.in) : w.day(endsOn)
}

/** What the customer would make of it, the words of theirs that this rests on, and what of it nobody knows; null where nobody said. */
function viewText(option: OptionView, { voices }: BriefFacts, w: Words): string | null {
  const said = voices
    .filter(({ id }) => option.voiceIds?.includes(id))
    .map(({ contact, words }) => [contact, words].filter(Boolean).join(': '))
  const told = [option.thinks, option.does, option.says, option.feels, ...said, option.viewUnknown]
  return [goodHereBadThere(option) && m.brief_good_here({}, w.in), ...told].filter(Boolean).join('\n') || null
}

/** The newest change to an option or one of its actions. */
function lastChange(option: OptionView, { changed }: BriefFacts, w: Words): string | null {
  const known = [option, ...option.remedies].flatMap(({ id }) => changed[id] ?? [])
  return changedText(known.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0], w)
}
