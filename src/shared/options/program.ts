import type { Pieces, Share } from './pieces'
import type { Minor } from '../values/flavours'

/** A number as an LP file has it. */
const n = (value: number): string => (Object.is(value, -0) ? '0' : value.toPrecision(15))

function sumOf(terms: readonly (readonly [factor: number, name: string])[]): string {
  return terms
    .filter(([factor]) => factor !== 0)
    .map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${n(Math.abs(factor))} ${name}`)
    .join(' ')
}

/**
 * Takes a case's pieces and a budget in whole minor units; gives the mixed-integer program of the most that it buys, as
 * text (CPLEX LP): `x3` is 1 where the fourth remedy is taken. `barred` are sets that may not be given
 * again. Amounts are scaled so that the whole loss is 1,000 and the dearest remedy costs 1,000, as solvers like them.
 */
export function programOf(
  { remedies, curves, amounts, most }: Pieces,
  budget: Minor,
  barred: readonly (readonly boolean[])[] = []
): string {
  const unit = most > 0 ? 1_000 / most : 1
  const dear = Math.max(1, ...remedies.map(({ cost }) => cost))
  const money = 1_000 / dear
  const rows: string[] = []
  const bounds: string[] = []
  const add = (terms: readonly (readonly [number, string])[], limit: number): void => {
    const left = sumOf(terms)
    if (left) rows.push(` r${rows.length}: ${left} <= ${n(limit)}`)
  }
  const taken = (shares: readonly Share[], by: number): [number, string][] => shares.map(([k, share]) => [by * share, `x${k}`])
  const gains: [number, string][] = curves.map((curve, c) => {
    const pieces: [number, string][] = curve.stretches.map(({ size, shares }, k) => {
      const name = `y${c}_${k}`
      add([[1, name], ...taken(shares, -1)], 0)
      bounds.push(` 0 <= ${name} <= 1`)
      return [-size * unit, name]
    })
    if (curve.wholes.length > 0) {
      add([[1, `w${c}`], ...taken(curve.wholes, -1)], 0)
      bounds.push(` 0 <= w${c} <= 1`)
      pieces.push([-curve.whole * unit, `w${c}`])
    }
    add([[1, `g${c}`], ...pieces, ...taken(curve.amounts, -unit)], 0)
    bounds.push(` 0 <= g${c} <= ${n(curve.whole * unit)}`)
    return [-1, `g${c}`]
  })
  add([[1, 'z'], ...gains, ...taken(amounts, -unit)], 0)
  bounds.push(` 0 <= z <= ${n(most * unit)}`)
  const pair = (one: number, by: number, other: number): (readonly [number, string])[] => [
    [1, `x${one}`],
    [by, `x${other}`]
  ]
  remedies.forEach(({ needs, excludes }, index) => {
    for (const need of needs) add(pair(index, -1, need), 0)
    for (const other of excludes) add(pair(index, 1, other), 1)
  })
  // costs are whole: half a unit more lets in none that costs more, and leaves room for what the solver rounds
  const costs = remedies.map(({ cost }, index): [number, string] => [cost * money, `x${index}`])
  add(costs, (budget + 0.5) * money)
  for (const set of barred)
    add(
      set.map((is, index) => [is ? 1 : -1, `x${index}`]),
      set.filter(Boolean).length - 1
    )
  return [
    'Maximize\n obj: z',
    `Subject To\n${rows.join('\n')}`,
    `Bounds\n${bounds.join('\n')}`,
    `Binary\n ${remedies.map((_, index) => `x${index}`).join(' ')}`,
    'End'
  ].join('\n')
}
