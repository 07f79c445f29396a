import { drawLine } from '../sampling/draws'
import { daysLater, lossOnce, type Prepared } from './prepare'
import { drawSettings } from '../engine/draw-all'
import type { LossLineInput, SimulationInput } from '../engine/incident-loss'

/** Fields that count on with each day of waiting, under the id of their line; a line that runs goes on without any. */
export type Moved = Map<string, string[]>

/**
 * Takes a prepared incident, gives what counts on with each day. A loss counts the days of its own that go on, and to an
 * end that is left empty; a
 * quantity that the incident shares is one day longer wherever it is used, also in what came back, but not where it is so
 * much per time in a line that runs. What came back for days of its own has come back: it does not grow.
 */
export function countsOn({ lines }: Prepared): Moved {
  const shared = new Set<string>()
  const own: Moved = new Map()
  for (const { line, calculator, sign, open } of lines) {
    if (sign < 0) continue
    if (open.length) own.set(line.id, [...open])
    for (const field of calculator.fields) {
      const value = line.inputs[field.id]
      if (field.kind !== 'quantity' || !field.growsDaily || typeof value !== 'object') continue
      if (value.as === 'driver') shared.add(value.driverId)
      else own.set(line.id, [...(own.get(line.id) ?? []), field.id])
    }
  }
  return new Map(
    lines.flatMap(({ line, running }) => {
      const fields = [...(own.get(line.id) ?? []), ...sharing(line, shared).filter((id) => id !== running?.field)]
      return fields.length || running ? [[line.id, fields] as const] : []
    })
  )
}

function sharing(line: LossLineInput, drivers: ReadonlySet<string>): string[] {
  return Object.entries(line.inputs).flatMap(([id, value]) =>
    typeof value === 'object' && value.as === 'driver' && drivers.has(value.driverId) ? [id] : []
  )
}

const TRIES = 100

/** Gives the ids of the lines that do change within so many days: one whose cap is reached, or whose dates are given, does not. */
export function growsWithin(days: number, moved: Moved, prepared: Prepared, input: SimulationInput): string[] {
  const settingsOf = drawSettings(prepared, input, TRIES, TRIES * 10)
  return prepared.lines.flatMap((one) => {
    const fields = moved.get(one.line.id)
    if (!fields) return []
    const later = daysLater(one, { days, fields }, prepared.drivers)
    if (lossOnce(later, one.likely) !== lossOnce(one, one.likely)) return [one.line.id]
    // at its likely values it may be before its cover or beyond its cap
    const settings = { ...settingsOf(one), samples: new Map<string, Float64Array>() }
    const now = drawLine(one, settings).amounts
    const then = drawLine(later, settings).amounts
    return now.some((amount, i) => amount !== then[i]) ? [one.line.id] : []
  })
}
