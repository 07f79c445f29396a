import { toMinor } from '../../values/money'
import { within } from '../model/likely'
import { lossOnce, type Prepared, type PreparedLine } from '../model/prepare'
import type { TornadoRow } from './incident-loss'
import { netOf, type NetRules } from './net'
import { countedOnce, type Once } from './once'

/** The loss of each line with every input at its likely value, times the likely frequency, in the order given. */
export function likelyLosses(lines: readonly PreparedLine[]): number[] {
  return lines.map((one) => lossOnce(one, { ...one.likely }) * (one.frequency?.likely ?? 1))
}

/** Takes each line's loss, gives the net by the answers and the rules of the sum. */
export function likelyNet(lines: readonly PreparedLine[], losses: readonly number[], once: Once, rules: NetRules): number {
  const amounts = losses.map((loss) => Float64Array.of(loss))
  return netOf(lines, countedOnce(lines, amounts, once), 1, rules).net[0]!
}

/**
 * Swings each uncertain input, driver and frequency from its P10 to its P90 with everything else at its likely value.
 * P10 and P90, not the ends, so that bars of different distributions compare. `counts`: P10 and P90 of how often each
 * line happened. Gives rows by falling swing.
 */
export function tornado(
  prepared: Prepared,
  currency: string,
  once: Once,
  rules: NetRules,
  counts: ReadonlyMap<string, [number, number]>
): TornadoRow[] {
  const { lines, drivers } = prepared
  const base = likelyLosses(lines)
  const rows: TornadoRow[] = []
  const add = (row: Omit<TornadoRow, 'atLow' | 'atHigh' | 'swing'>, at: (value: number, losses: number[]) => void): void => {
    const [atLow, atHigh] = [row.low, row.high].map((value) => {
      const losses = base.slice()
      at(value, losses)
      return toMinor(likelyNet(lines, losses, once, rules), currency)
    }) as [number, number]
    rows.push({ ...row, atLow, atHigh, swing: Math.abs(atHigh - atLow) })
  }
  const loss = (line: PreparedLine, changed: Record<string, number>): number =>
    lossOnce(line, { ...line.likely, ...changed }) * (line.frequency?.likely ?? 1)

  for (const [driverId, { driver, distribution }] of drivers) {
    const users = lines.flatMap((line, index) => {
      const fields = line.uncertain.filter((one) => one.driverId === driverId)
      return fields.length ? [{ line, index, fields }] : []
    })
    if (!users.length) continue
    const ends = { low: distribution.quantile(0.1), high: distribution.quantile(0.9) }
    add({ key: `driver:${driverId}`, kind: 'driver', driverId, unit: driver.unit, ...ends }, (value, losses) => {
      for (const { line, index, fields } of users) {
        const changed = Object.fromEntries(fields.map(({ field, factor }) => [field.id, within(value * factor, field)]))
        losses[index] = loss(line, changed)
      }
    })
  }
  lines.forEach((line, index) => {
    const lineId = line.line.id
    for (const { field, distribution, driverId } of line.uncertain) {
      if (driverId !== undefined) continue
      const ends = { low: within(distribution.quantile(0.1), field), high: within(distribution.quantile(0.9), field) }
      const key = `line:${lineId}:${field.id}`
      add({ key, kind: 'input', lineId, fieldId: field.id, unit: field.unit, ...ends }, (value, losses) => {
        losses[index] = loss(line, { [field.id]: value })
      })
    }
    const count = counts.get(lineId)
    if (!count) return
    const ends = { low: count[0], high: count[1] }
    add({ key: `line:${lineId}:frequency`, kind: 'frequency', lineId, unit: 'count', ...ends }, (value, losses) => {
      losses[index] = lossOnce(line, { ...line.likely }) * value
    })
  })
  return rows.sort((a, b) => b.swing - a.swing || (a.key < b.key ? -1 : 1))
}
