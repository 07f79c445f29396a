import { calculatorFor } from '../model/all-calculators'
import type { QuantityField } from '../model/calculator'
import type { OwnQuantity } from '../model/quantity'
import type { LossLineInput } from '../engine/incident-loss'
import type { Id } from '../../values/flavours'

/** Quantities of several lines that look like one: the same range in the same unit, or nearly so, typed more than once. */
export interface AlikeGroup {
  /** Stable over the order of lines. */
  key: string
  /** What they are; of those that are only similar the widest, whose line comes first among the uses. */
  quantity: OwnQuantity
  /** They are not equal to the last figure. */
  similar: boolean
  unit: string
  field: QuantityField
  uses: { lineId: Id<'lossLine'>; fieldId: string }[]
}

type Ranged = Exclude<OwnQuantity, { as: 'exact' }>
interface Use {
  lineId: Id<'lossLine'>
  field: QuantityField
  given: Ranged
  /** With the currency of amounts: those of two are not one. */
  unit: string
}

/** Ends that are a tenth apart may be one thing, remembered twice. */
const NEAR = 0.1

/**
 * Takes an incident's lines; gives the ranges that were typed several times in one unit, in different lines, to the figure
 * or nearly so. Typed apart they are drawn apart, so that one high is evened out by another low; if they are one thing, the
 * loss is less certain than that. Numbers without a range move nothing and are left alone.
 */
export function alikeQuantities(lines: readonly LossLineInput[]): AlikeGroup[] {
  const groups: Use[][] = []
  for (const use of [...lines].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(usesOf)) {
    const group = groups.find(([first]) => first!.unit === use.unit && oneThing(first!, use))
    if (!group) groups.push([use])
    else if (!group.some(({ lineId }) => lineId === use.lineId)) group.push(use)
  }
  return groups.flatMap((uses) => (uses.length > 1 ? [groupOf(uses)] : []))
}

/** Takes two quantities, gives whether they look like one: said in the same way, no end more than a tenth apart. */
export function looksAlike(one: OwnQuantity, other: OwnQuantity): boolean {
  if (!isRange(one) || !isRange(other) || said(one) !== said(other)) return false
  const [a, b] = [endsOf(one), endsOf(other)]
  return a.every((end, at) => Math.abs(end - b[at]!) <= NEAR * Math.max(Math.abs(end), Math.abs(b[at]!)))
}

/** Equal ranges may be one thing whatever they are called; similar ones only where they measure the same. */
function oneThing(one: Use, other: Use): boolean {
  if (keyOf(one.given) === keyOf(other.given)) return true
  const measured = one.field.unit !== 'number' && one.field.unit !== 'share'
  return (measured || one.field.id === other.field.id) && looksAlike(one.given, other.given)
}

function usesOf(line: LossLineInput): Use[] {
  return (calculatorFor(line.calculator, line.inputs)?.fields ?? []).flatMap((field) => {
    const given = line.inputs[field.id]
    if (field.kind !== 'quantity' || typeof given !== 'object' || !isRange(given)) return []
    return [{ lineId: line.id, field, given, unit: field.unit.startsWith('money') ? `${field.unit} ${line.currency}` : field.unit }]
  })
}

function groupOf(uses: Use[]): AlikeGroup {
  const width = ({ given }: Use): number => given.high - given.low
  const widest = uses.toSorted((a, b) => width(b) - width(a))
  const [{ given, field, unit }] = widest as [Use]
  const ranges = [...new Set(uses.map((use) => keyOf(use.given)))]
  return {
    key: [unit, ...ranges].join('|'),
    quantity: given,
    similar: ranges.length > 1,
    unit: field.unit,
    field,
    uses: widest.map((use) => ({ lineId: use.lineId, fieldId: use.field.id }))
  }
}

const said = (given: Ranged): string => [given.as, given.as === 'range' ? (given.shape ?? '') : ''].join('|')
const endsOf = (given: Ranged): number[] => (given.as === 'range' ? [given.low, given.likely, given.high] : [given.low, given.high])
const keyOf = (given: Ranged): string =>
  [given.as, ...endsOf(given), ...(given.as === 'range' ? [given.shape ?? ''] : [])].join('|')

function isRange(given: { as: string }): given is Ranged {
  if (given.as !== 'range' && given.as !== 'one-in-twenty') return false
  const { low, high } = given as unknown as { low: number; high: number }
  return low < high
}
