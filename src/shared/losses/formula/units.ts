import { m } from '../../messages/messages.js'
import type { Message, Unit } from '../model/calculator'
import type { ParsedNode } from './tokens'

/** A unit as powers of what it is made of: money per hour is { money: 1, hours: -1 }. A bare number has none. */
type Powers = Record<string, number>

const powersOf: Record<Unit, Powers> = {
  money: { money: 1 },
  'money-per-unit': { money: 1, units: -1 },
  'money-per-hour': { money: 1, hours: -1 },
  'money-per-day': { money: 1, days: -1 },
  'units-per-hour': { units: 1, hours: -1 },
  count: { units: 1 },
  hours: { hours: 1 },
  days: { days: 1 },
  weeks: { weeks: 1 },
  minutes: { minutes: 1 },
  kilometres: { kilometres: 1 },
  kilograms: { kilograms: 1 },
  // people and shares multiply without changing what is counted
  share: {},
  'share-per-year': {},
  people: {},
  number: {}
}

/** Whether it may be taken for anything: written numbers and inputs without a unit, which the advocate may mean as any. */
interface Measured {
  powers: Powers
  free: boolean
}
class Mixed extends Error {}

function combine(a: Powers, b: Powers, sign: 1 | -1): Powers {
  const all: Powers = { ...a }
  for (const [name, power] of Object.entries(b)) all[name] = (all[name] ?? 0) + sign * power
  return Object.fromEntries(Object.entries(all).filter(([, power]) => power !== 0))
}

function same(a: Measured, b: Measured): Measured {
  const [left, right] = [JSON.stringify(Object.entries(a.powers).sort()), JSON.stringify(Object.entries(b.powers).sort())]
  if (left === right) return { powers: a.powers, free: a.free && b.free }
  if (a.free) return b
  if (b.free) return a
  throw new Mixed()
}

function measure(node: ParsedNode, unitOf: (name: string) => Unit): Measured {
  const inner = (child: ParsedNode) => measure(child, unitOf)
  switch (node.type) {
    case 'SymbolNode': {
      const unit = unitOf(node.name!)
      return { powers: powersOf[unit], free: unit === 'number' }
    }
    case 'ParenthesisNode':
      return inner(node.content!)
    case 'ConditionalNode':
      return same(inner(node.trueExpr!), inner(node.falseExpr!))
    case 'FunctionNode': {
      const parts = node.args!.map(inner)
      if (node.fn?.name === 'if') return same(parts[1]!, parts[2]!)
      return node.fn?.name === 'round' ? parts[0]! : parts.reduce(same)
    }
    case 'OperatorNode': {
      const parts = node.args!.map(inner)
      const [left, right] = parts as [Measured, Measured]
      if (parts.length === 1) return left
      const free = left.free && right.free
      if (node.op === '*') return { powers: combine(left.powers, right.powers, 1), free }
      if (node.op === '/') return { powers: combine(left.powers, right.powers, -1), free }
      // a power of a unit is rare enough that it is not followed
      if (node.op === '^') return { powers: {}, free: true }
      return same(left, right)
    }
    default:
      return { powers: {}, free: true }
  }
}

/** Takes a parsed formula and the unit of each name; gives a warning when units are mixed or the result is not money. */
export function unitFault(node: ParsedNode, unitOf: (name: string) => Unit): Message | undefined {
  try {
    const { powers, free } = measure(node, unitOf)
    const money = Object.keys(powers).length === 1 && powers.money === 1
    return free || money ? undefined : m.calc_formula_unit_result
  } catch {
    return m.calc_formula_unit_mixed
  }
}
