import { goodHereBadThere } from '../records/decider-questions'
import type { OptionView } from '../records/cases'
import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import type { Marks } from './marks'
import type { BriefPage } from './types'
import { dash, shortened, type Words } from './words'
import type { Minor } from '../values/flavours'

/** As many as can be weighed on one page; the rest stand in the appendix. */
const most = 6

/** Gives the options side by side, doing nothing among them: what each costs us, what it relieves, what remains. */
export function optionsOf({ view }: BriefFacts, marks: Marks, w: Words): BriefPage['options'] {
  if (!view.options.length) return null
  const { currency, recommendedId } = view.case
  const money = (minor: Minor | null) => (minor === null ? dash : w.money(minor, currency, 'estimate'))
  const cells = (option: OptionView): string[] => [
    money(option.cost),
    money(option.remaining?.removed.p50 ?? option.relief),
    remainingText(option.remaining, currency, w),
    option.days === null ? dash : m.brief_days({ count: option.days }, w.in),
    option.stay === null ? dash : w.share(option.stay),
    option.reversible ? m.brief_yes({}, w.in) : m.brief_no({}, w.in)
  ]
  const chosenId = view.decision?.optionId
  // doing nothing, what is recommended and what was chosen are always among those that are shown
  const first = (option: OptionView) => Number(Boolean(option.nothing) || option.id === recommendedId || option.id === chosenId)
  const kept = new Set(view.options.toSorted((a, b) => first(b) - first(a)).slice(0, most))
  const shown = view.options.filter((option) => kept.has(option))
  const more = view.options.length - shown.length
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
    rows: shown.map((option) => ({
      title: shortened(option.title, 80).text,
      recommended: option.id === recommendedId,
      chosen: option.id === chosenId,
      cells: cells(option),
      ref: marks.option(option.id)
    })),
    note:
      [...shown.filter(goodHereBadThere).map(({ title }) => badThere(title, w)), weekLaterNote(view, w), remainingNote(view, w)]
        .filter(Boolean)
        .join(' ') || null,
    more: more > 0 ? m.brief_more_options({ count: more, part: marks.part('options').text }, w.in) : null,
    recommendedLabel: chosenId ? m.brief_chosen({}, w.in) : m.brief_recommended({}, w.in)
  }
}

/** That an option does well by our figures and badly with the customer. */
const badThere = (title: string, w: Words): string => `${shortened(title, 80).text}: ${m.brief_good_here({}, w.in)}.`

/** What the customer loses more if the recommendation is decided a week later; null once something was decided. */
function weekLaterNote({ options, case: found, decision }: BriefFacts['view'], w: Words): string | null {
  const later = options.find(({ id }) => id === found.recommendedId)?.weekLater
  if (decision || !later || later.p50 <= 0) return null
  return m.options_week_later({ amount: w.money(later.p50, found.currency, 'estimate') }, w.in)
}

/** The middle of what remains, and under it from where to where it may lie. */
export function remainingText(
  remaining: OptionView['remaining'],
  currency: string,
  w: Words,
  style: 'estimate' | 'whole' = 'estimate'
): string {
  if (!remaining) return dash
  const [low, mid, high] = [remaining.p10, remaining.p50, remaining.p90].map((minor) => w.money(minor, currency, style)) as [
    string,
    string,
    string
  ]
  return low === high ? mid : `${mid}\n${m.brief_low_high({ low, high }, w.in)}`
}

/** What the remaining loss is reckoned from. */
export function remainingNote(view: BriefFacts['view'], w: Words): string | null {
  const harm = view.expected?.harm
  if (view.openEnded.length) return m.brief_option_note_open({}, w.in)
  if (harm?.as === 'range') return m.brief_option_note_range({ from: w.day(harm.earliest), to: w.day(harm.latest) }, w.in)
  if (view.expected?.until) return m.brief_option_note_until({ date: w.day(view.expected.until) }, w.in)
  return view.loss ? m.brief_option_note({}, w.in) : m.brief_option_note_none({}, w.in)
}
