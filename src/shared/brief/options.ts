import type { OptionView } from '../cases'
import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import type { BriefPage } from './types'
import { dash, type Words } from './words'

/** Gives the options side by side, doing nothing among them: what each costs us, what it relieves, what remains. */
export function optionsOf({ view }: BriefFacts, w: Words): BriefPage['options'] {
  if (!view.options.length) return null
  const { currency, recommendedId } = view.case
  const money = (minor: number | null) => (minor === null ? dash : w.money(minor, currency, 'estimate'))
  const cells = (option: OptionView): string[] => [
    money(option.cost),
    money(option.relief),
    money(option.remaining),
    option.days === null ? dash : m.brief_days({ count: option.days }, w.in),
    option.stay === null ? dash : w.share(option.stay),
    option.reversible ? m.brief_yes({}, w.in) : m.brief_no({}, w.in)
  ]
  return {
    heading: m.brief_options({}, w.in),
    columns: [
      { label: m.brief_option({}, w.in), wide: true },
      { label: m.brief_option_cost({}, w.in), numeric: true },
      { label: m.brief_option_relief({}, w.in), numeric: true },
      { label: m.brief_option_remaining({}, w.in), numeric: true },
      { label: m.brief_option_days({}, w.in), numeric: true },
      { label: m.brief_option_stay({}, w.in), numeric: true },
      { label: m.brief_option_reversible({}, w.in) }
    ],
    rows: view.options.map((option) => ({
      title: option.title,
      recommended: option.id === recommendedId,
      chosen: option.id === view.decision?.optionId,
      cells: cells(option)
    })),
    note: view.expected?.until ? m.brief_option_note_until({ date: w.day(view.expected.until) }, w.in) : view.loss ? m.brief_option_note({}, w.in) : null,
    recommendedLabel: view.decision ? m.brief_chosen({}, w.in) : m.brief_recommended({}, w.in)
  }
}
