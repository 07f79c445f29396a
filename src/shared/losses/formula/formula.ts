import { create, parseDependencies } from 'mathjs/number'
import { m } from '../../messages/messages.js'
import { unitOf } from './own-units'
import { part, plain, result } from '../calculators/compute'
import type { Computed, Draw, Message } from '../model/calculator'
import {
  allowedFunctions,
  FORMULA_MAX,
  faultIn,
  mayNameInput,
  tokensOf,
  type FormulaFault,
  type ParsedNode,
  type Token
} from './tokens'
import { unitFault } from './units'

// Imports the expression library: load this file with `loadFormulas`, never from something that starts the app.
// Only its parser is taken. What it gives is walked here, so a formula can reach nothing but numbers and arithmetic.
const { parse } = create({ parseDependencies: parseDependencies! }, {})

type Values = Record<string, number>
type Run = (values: Values) => number | boolean

export type Formula = { ok: true; run(values: Values): number; node: ParsedNode } | { ok: false; fault: FormulaFault }

const two: Record<string, (a: number, b: number) => number | boolean> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b
}

/** Half away from zero, to a number of decimals. */
function round(value: number, decimals = 0): number {
  const scale = 10 ** Math.min(12, Math.max(-12, Math.trunc(decimals)))
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale
}

/** What a sum of decimal fractions may be off by. */
const slip = (value: number): number => Math.max(1e-9, 1e-14 * Math.abs(value))

const functions: Record<string, (...values: number[]) => number> = {
  min: Math.min,
  max: Math.max,
  // 0.1 + 0.2 − 0.3 is nothing, though a computer finds a little
  ceil: (value) => Math.ceil(value - slip(value)) + 0,
  floor: (value) => Math.floor(value + slip(value)) + 0,
  abs: Math.abs,
  round
}

class Refused extends Error {
  constructor(readonly fault: FormulaFault) {
    super(fault.reason)
  }
}

/** Takes a parsed node, gives what computes it; anything but numbers, names, arithmetic and the allowed functions is refused. */
function compile(node: ParsedNode, tokens: readonly Token[]): Run {
  const { value, name = '', op = '', args = [] } = node
  switch (node.type) {
    case 'ConstantNode': {
      if (typeof value !== 'number') throw new Refused({ reason: 'value', at: 0, word: '' })
      return () => value
    }
    case 'SymbolNode':
      return (values) => values[name]!
    case 'ParenthesisNode':
      return compile(node.content!, tokens)
    case 'OperatorNode': {
      const parts = args.map((arg) => compile(arg, tokens))
      const [left, right] = parts as [Run, Run]
      if (parts.length === 1 && op === '-') return (values) => -Number(left(values))
      if (parts.length === 1 && op === '+') return (values) => Number(left(values))
      const apply = parts.length === 2 ? two[op] : undefined
      if (!apply) throw new Refused({ reason: 'syntax', at: 0, word: op })
      return (values) => apply(Number(left(values)), Number(right(values)))
    }
    case 'ConditionalNode':
      return choose(compile(node.condition!, tokens), compile(node.trueExpr!, tokens), compile(node.falseExpr!, tokens))
    case 'FunctionNode': {
      const called = String(node.fn?.name)
      const [fewest, most] = allowedFunctions[called]!
      const parts = args.map((arg) => compile(arg, tokens))
      if (parts.length < fewest || parts.length > most) {
        throw new Refused({ reason: 'arguments', at: tokens.find((token) => token.text === called)?.at ?? 0, word: called })
      }
      if (called === 'if') return choose(parts[0]!, parts[1]!, parts[2]!)
      const apply = functions[called]!
      return (values) => apply(...parts.map((run) => Number(run(values))))
    }
    default:
      throw new Refused({ reason: 'syntax', at: 0, word: '' })
  }
}

function choose(test: Run, yes: Run, no: Run): Run {
  return (values) => (Number(test(values)) ? yes(values) : no(values))
}

const parserSays = { parenthesis: 'Parenthesis', end: 'Unexpected end', value: 'Value expected', choice: 'conditional' } as const

/** Takes what the parser said, gives the fault with its place. Its places count from 1. */
function fromParser(error: unknown, formula: string): FormulaFault {
  const { char, message } = error as { char?: number; message?: string }
  const at = Math.min(formula.length, Math.max(0, (char ?? 1) - 1))
  if (error instanceof RangeError) return { reason: 'long', at: 0, word: '' }
  const said = message ?? ''
  const reason =
    (Object.keys(parserSays) as (keyof typeof parserSays)[]).find((known) => said.includes(parserSays[known])) ?? 'syntax'
  return { reason, at, word: formula.slice(at, at + 1) }
}

/** Takes a formula and the names of its inputs, gives a function of their values, or the fault with its place. Never throws. */
export function parseFormula(formula: string, names: readonly string[]): Formula {
  const refuse = (fault: FormulaFault): Formula => ({ ok: false, fault })
  const wrong = names.find((name) => !mayNameInput(name))
  if (wrong !== undefined) return refuse({ reason: 'input-name', at: 0, word: wrong })
  if (formula.trim() === '') return refuse({ reason: 'empty', at: 0, word: '' })
  if (formula.length > FORMULA_MAX) return refuse({ reason: 'long', at: FORMULA_MAX, word: '' })
  const tokens = tokensOf(formula)
  if (!Array.isArray(tokens)) return refuse(tokens)
  const fault = faultIn(tokens, new Set(names))
  if (fault) return refuse(fault)
  try {
    // the parser would read line breaks as several formulas
    const node = parse(formula.replace(/\s/g, ' ')) as unknown as ParsedNode
    if (isYesNo(node)) return refuse({ reason: 'yes-no', at: tokens[0]!.at, word: '' })
    const run = compile(node, tokens)
    return { ok: true, node, run: (values) => Number(run(values)) }
  } catch (error) {
    return refuse(error instanceof Refused ? error.fault : fromParser(error, formula))
  }
}

function isYesNo(node: ParsedNode): boolean {
  if (node.type === 'ParenthesisNode') return isYesNo(node.content!)
  return node.type === 'OperatorNode' && ['<', '>', '<=', '>=', '==', '!='].includes(node.op ?? '')
}

/** Takes a fault, gives the sentence that says where (counted from 1) and why. */
export function faultMessage(fault: FormulaFault): Message {
  const inputs = { position: fault.at + 1, word: fault.word }
  return (_, options) => reasons[fault.reason](inputs, options)
}

const reasons: Record<FormulaFault['reason'], Message> = {
  empty: m.calc_formula_empty,
  long: m.calc_formula_long,
  character: m.calc_formula_character,
  assignment: m.calc_formula_assignment,
  name: m.calc_formula_name,
  function: m.calc_formula_function,
  operator: m.calc_formula_operator,
  arguments: m.calc_formula_arguments,
  end: m.calc_formula_end,
  parenthesis: m.calc_formula_parenthesis,
  value: m.calc_formula_value,
  choice: m.calc_formula_choice,
  syntax: m.calc_formula_syntax,
  'yes-no': m.calc_formula_yes_no,
  'input-name': m.calc_formula_input_name
}

/** A formula that was parsed, with the warning of its inputs' units. */
interface Known {
  formula: Formula
  units: Message | undefined
}

const parsed = new Map<string, Known>()

/** Takes a draw, gives its formula parsed; thousands of draws of one line parse it once. */
function knownFor(draw: Draw): Known {
  let key = ''
  for (const name in draw) key += typeof draw[name] === 'number' ? `${name}\n` : `${name}=${String(draw[name])}\n`
  let known = parsed.get(key)
  if (!known) {
    const text = typeof draw.formula === 'string' ? draw.formula : ''
    const formula = parseFormula(
      text,
      Object.keys(draw).filter((name) => typeof draw[name] === 'number')
    )
    known = { formula, units: formula.ok ? unitFault(formula.node, (name) => unitOf(draw, name)) : undefined }
    // while typing, every keystroke is a new formula
    if (parsed.size > 200) parsed.clear()
    parsed.set(key, known)
  }
  return known
}

let last: { draw: Draw; formula: Draw[string] | undefined; known: Known } | undefined

/**
 * The amount of `computeFormula` alone, NaN where there is none: the engine then refuses the line at its formula instead of
 * counting such draws as nothing. A simulation writes each draw into one record: its names are looked up once.
 */
export function formulaAmount(draw: Draw): number {
  if (last?.draw !== draw || last.formula !== draw.formula) last = { draw, formula: draw.formula, known: knownFor(draw) }
  const { formula } = last.known
  const amount = formula.ok ? formula.run(draw as Values) : 0
  return Number.isFinite(amount) ? Math.max(0, amount) : NaN
}

/** Takes a draw with `formula` and the named numbers, gives its loss; a fault is a warning and the amount is zero. */
export function computeFormula(draw: Draw): Computed {
  const { formula, units } = knownFor(draw)
  if (!formula.ok) return result([], [faultMessage(formula.fault)])
  const amount = formula.run(draw as Values)
  if (!Number.isFinite(amount)) return result([], [m.calc_formula_no_number])
  const show = () =>
    String(draw.formula).replace(/[\p{L}_][\p{L}\p{N}_]*/gu, (name) => {
      const value = draw[name]
      return typeof value === 'number' ? plain(value) : name
    })
  const warnings = units ? [units] : []
  if (amount < 0) warnings.push(m.calc_formula_negative)
  return result([part('own-formula', m.calc_own_formula_title, amount, show)], warnings)
}
