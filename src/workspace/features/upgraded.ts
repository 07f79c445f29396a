import type { LossLine, Upgraded } from '../../shared/contract/losses'
import { calculatorFor } from '../../shared/losses/model/all-calculators'
import type { DriverInput, LossLineInput } from '../../shared/losses/engine/incident-loss'
import { LossRefusal, type InputError } from '../../shared/losses/model/input-error'
import { simulateIncident } from '../../shared/losses/engine/simulate'
import { dayOf } from '../../shared/values/zones'
import type { Change } from '../store/journal'
import { alter, parsed } from '../records'
import type { Day, Id } from '../../shared/values/flavours'

const DRAWS = 200

/**
 * Draws a line a few times, by itself and in its own currency: one whose result is no number, or too large for any amount,
 * would take the figures of the whole incident with it. Takes it with the day until which it counts; gives what it comes to
 * at its likely values in minor units, or what is wrong.
 */
export function reckonedAlone(
  line: LossLineInput,
  drivers: readonly DriverInput[],
  until: Day
): { likely: number } | { errors: InputError[] } {
  try {
    const loss = simulateIncident({
      lines: [{ ...line, title: line.title || line.calculator, until }],
      // in one currency throughout: a rate does not make a number of what is none
      drivers: drivers.map((driver) => ({ ...driver, currency: line.currency })),
      currency: line.currency,
      rates: [],
      seed: 'check',
      draws: DRAWS,
      calculators: (id, of) => calculatorFor(id, of.inputs)
    })
    return { likely: loss.byLine[0]!.likely }
  } catch (error) {
    if (error instanceof LossRefusal) return { errors: error.errors }
    throw error
  }
}

/** Takes stored lines; gives those that a newer version of their calculator reckons otherwise, with both figures. */
export function upgradedLines(lines: readonly LossLine[], drivers: readonly DriverInput[]): Upgraded[] {
  return lines.flatMap((line): Upgraded[] => {
    const calculator = calculatorFor(line.calculator, line.inputs)
    if (!calculator || calculator.version === line.calculatorVersion) return []
    const now = reckonedAlone(line, drivers, line.reckonedOn ?? dayOf(line.updatedAt, 'UTC'))
    if ('errors' in now || now.likely === line.reckoned) return []
    const versions = { from: line.calculatorVersion, to: calculator.version }
    return [{ lineId: line.id, ...versions, was: line.reckoned, is: now.likely }]
  })
}

/** Keeps what the lines that use a shared quantity come to with it as it is now; one of an older calculator stays as it was told. */
export async function reckonAgain(change: Change, driverId: Id<'driver'>, incidentId: Id<'incident'>): Promise<void> {
  const [rows, drivers] = await Promise.all([
    change.db.selectFrom('lossLine').selectAll().where('incidentId', '=', incidentId).where('trashedAt', 'is', null).execute(),
    change.db.selectFrom('driver').selectAll().where('incidentId', '=', incidentId).where('trashedAt', 'is', null).execute()
  ])
  const shared = drivers.map((driver) => parsed<DriverInput>('driver', driver))
  for (const line of rows.map((row) => parsed<LossLine>('lossLine', row))) {
    const uses = Object.values(line.inputs).some(
      (given) => typeof given === 'object' && given.as === 'driver' && given.driverId === driverId
    )
    if (!uses || calculatorFor(line.calculator, line.inputs)?.version !== line.calculatorVersion) continue
    const on = dayOf(change.at, 'UTC')
    const found = reckonedAlone(line, shared, on)
    if ('likely' in found) await alter(change, 'lossLine', line.id, { reckoned: found.likely, reckonedOn: on })
  }
}
