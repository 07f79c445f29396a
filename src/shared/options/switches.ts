import type { CasePart } from '../losses/engine/case-draws'
import type { TornadoRow } from '../losses/engine/incident-loss'
import type { Id } from '../values/flavours'

/** A figure that is varied, and where another option wins. */
export interface Switch {
  /** As in the tornado; "end:INCIDENT" for how long the harm of an incident goes on, in days. */
  key: string
  kind: TornadoRow['kind'] | 'end'
  /** In the language that was asked in. */
  name: string
  lineId?: Id<'lossLine'>
  fieldId?: string
  driverId?: Id<'driver'>
  unit: string
  /** It is varied from its P10 to its P90. */
  low: number
  high: number
  /** Beyond this value another option does more for what it costs; null where none does within the range. */
  at: number | null
  /** Whether that is above it or below. */
  above: boolean
  winner: string | null
}

/** A figure that is varied, before it is known where another option wins. */
export type Varied = Omit<Switch, 'at' | 'above' | 'winner'>

/** What an option does for what it costs, on average, in major units. */
export interface Worth {
  id: Id<'option'>
  worth: number
}

const PLACES = 7
const HALVINGS = 6

/** Takes options with what each does for its cost, gives the best; the first of two alike. */
export function bestOf(all: readonly Worth[]): Worth | undefined {
  return all.reduce<Worth | undefined>((best, one) => (best && best.worth >= one.worth ? best : one), undefined)
}

/**
 * Takes figures, the option that is recommended, and how every option does where one figure has a value; gives at which
 * value of each figure another option wins: the one that is nearest to the middle of its range.
 */
export async function switchesOf(
  rows: readonly Varied[],
  chosen: string,
  worthAt: (row: Varied, value: number) => Worth[],
  step: (done: number, of: number) => Promise<void> = async () => {}
): Promise<Switch[]> {
  const found: Switch[] = []
  for (const [index, row] of rows.entries()) {
    await step(index, rows.length)
    const values = Array.from({ length: PLACES }, (_, k) => row.low + ((row.high - row.low) * k) / (PLACES - 1))
    const winners = values.map((value) => bestOf(worthAt(row, value))?.id ?? chosen)
    const middle = (PLACES - 1) / 2
    const places = winners.flatMap((winner, k) => (winner === chosen ? [] : [k]))
    const nearest = places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
    if (nearest === undefined || winners[middle] !== chosen) {
      found.push({ ...row, at: null, above: false, winner: null })
      continue
    }
    const above = nearest > middle
    let [kept, lost] = [values[above ? nearest - 1 : nearest + 1]!, values[nearest]!]
    let winner = winners[nearest]!
    for (let k = 0; k < HALVINGS; k++) {
      const half = (kept + lost) / 2
      const there = bestOf(worthAt(row, half))?.id ?? chosen
      if (there === chosen) kept = half
      else [lost, winner] = [half, there]
    }
    found.push({ ...row, at: (kept + lost) / 2, above, winner })
  }
  return found
}

/** The same incidents with one figure at a value. */
export function withValue(
  parts: readonly CasePart[],
  row: Pick<Switch, 'key' | 'kind' | 'lineId' | 'fieldId' | 'driverId'>,
  value: number
): CasePart[] {
  const exact = { as: 'exact' as const, value }
  const input = (given: CasePart['now'], lasts?: string): CasePart['now'] => ({
    ...given,
    drivers: given.drivers.map((driver) =>
      driver.id === row.driverId || (row.kind === 'end' && driver.id === lasts) ? { ...driver, quantity: exact } : driver
    ),
    lines: given.lines.map((line) => {
      if (line.id !== row.lineId) return line
      if (row.kind === 'frequency') return { ...line, frequency: exact }
      return row.kind === 'input' ? { ...line, inputs: { ...line.inputs, [row.fieldId!]: exact } } : line
    })
  })
  return parts.map((part) => {
    const own = row.kind !== 'end' || row.key === `end:${part.id}`
    if (!own) return part
    const lasts = part.end?.lasts
    return {
      ...part,
      now: input(part.now),
      end: part.end && {
        ...part.end,
        input: input(part.end.input, lasts?.id),
        lasts: lasts && row.kind === 'end' ? { ...lasts, quantity: exact } : (lasts ?? null)
      }
    }
  })
}
