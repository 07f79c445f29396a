import type { Exercise } from '../../../shared/contract/exercise'
import type { Learned } from '../../../shared/contract/options'
import { m } from '../../../shared/messages/messages.js'

/** Takes the exercises of an advocate and what became of forecasts; gives how their ranges held so far, or nothing. */
export function recordText(taken: readonly Pick<Exercise, 'held' | 'asked'>[], learned?: Pick<Learned, 'loss' | 'cost'>): string {
  const sum = (key: 'held' | 'asked'): number => taken.reduce((all, one) => all + one[key], 0)
  const counted = learned ? learned.loss.counted + learned.cost.counted : 0
  const within = learned ? learned.loss.within + learned.cost.within : 0
  return [
    sum('asked') > 0 && m.exercise_record({ held: sum('held'), asked: sum('asked') }),
    counted > 0 && m.exercise_record_cases({ within, counted })
  ]
    .filter(Boolean)
    .join(' ')
}
