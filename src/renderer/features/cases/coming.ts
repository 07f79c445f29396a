import type { CaseView, OptionView } from '../../../shared/records/cases'

/** Stands in, unseen, for a figure that is on its way: what is shown of it takes the room that the figure will take. */
export const standIn = { p10: 44_400_000, p50: 66_600_000, p90: 88_800_000, mean: 66_600_000 }
/** The chance that stands in for one that is on its way. */
export const chanceStandIn = 1
const none = { p10: 0, p50: 0, p90: 0, mean: 0 }

/** Whether figures of a case are on their way: without lines there are none to come. */
export const awaited = (view: CaseView): boolean => !view.counted && view.incidents.some(({ lines }) => lines > 0)

/** Takes an option whose figures are on their way, gives it with those that stand in for them. */
export function optionStandIn(option: OptionView): OptionView {
  const uncertain = option.remedies.some(({ costRange, perDay }) => costRange || perDay)
  const idle = option.remedies.length === 0
  const removed = idle ? none : standIn
  return {
    ...option,
    costs: uncertain ? standIn : option.costs,
    remaining: { ...standIn, none: 0, sooner: null, removed, exceeds: option.cost > 0 ? chanceStandIn : null },
    worth: option.cost > 0 ? chanceStandIn : null,
    weekLater: idle ? none : standIn
  }
}
