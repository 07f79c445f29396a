import { m } from '../../messages/messages.js'
import { unitKey, unitOf } from '../formula/own-units'
import type { Calculator, Computed, Draw, Field, LineInputs } from '../model/calculator'
import { exactly, source } from './build'
import type { ParsedNode } from '../formula/tokens'
import { result, text } from './compute'

/** Takes a line's inputs, gives the fields of its form: the formula and each named input with its unit. */
export function ownFields(inputs: LineInputs): Field[] {
  const names = Object.keys(inputs).filter((name) => typeof inputs[name] === 'object')
  const named = names.flatMap((name): Field[] => {
    // the name is the advocate's own word, the same in every language
    const said = { label: () => name, meaning: m.calc_own_input_meaning }
    return [
      { kind: 'quantity', id: name, ...said, unit: unitOf(inputs, name), min: -1e12, max: 1e12 },
      { kind: 'text', id: unitKey(name), ...said, meaning: m.calc_own_unit_meaning, max: 40, optional: true }
    ]
  })
  return [...ownFormula.fields, ...named]
}

let evaluate: ((draw: Draw) => Computed) | undefined
let parse: typeof import('../formula/formula').parseFormula | undefined
let amountOf: ((draw: Draw) => number) | undefined

/** Loads the parser, once, before a line with an own formula is computed. Start-up does not pay for it. */
export async function loadFormulas(): Promise<void> {
  const formula = await import('../formula/formula')
  evaluate = formula.computeFormula
  amountOf = formula.formulaAmount
  parse = formula.parseFormula
}

/** Takes a formula and the names of its inputs, gives what it was parsed to; null where it cannot be read, or before `loadFormulas`. */
export function parsedFormula(formula: string, names: readonly string[]): ParsedNode | null {
  const parsed = parse?.(formula, names)
  return parsed?.ok ? parsed.node : null
}

/** The advocate's own expression over named inputs. Before `loadFormulas` its amount is not known and it says so. */
export const ownFormula: Calculator = {
  id: 'own-formula',
  version: 1,
  group: 'own',
  title: m.calc_own_formula_title,
  formula: m.calc_own_formula_formula,
  sources: [source('Expression library math.js, restricted to arithmetic', 'https://mathjs.org')],
  harms: ['other'],
  fields: [{ kind: 'text', id: 'formula', label: m.calc_own_formula, meaning: m.calc_own_formula_meaning, max: 1000 }],
  fieldsFor: ownFields,
  examples: [
    {
      title: m.calc_own_formula_example,
      inputs: exactly({
        formula: 'rooms * rate * nights * (1 - resold)',
        rooms: 14,
        'rooms.unit': 'count',
        rate: 120,
        'rate.unit': 'money-per-unit',
        nights: 3,
        'nights.unit': 'number',
        resold: 0.25,
        'resold.unit': 'share'
      }),
      expected: 3780
    }
  ],
  compute(draw) {
    if (evaluate) return evaluate(draw)
    return result([], text(draw, 'formula') ? [m.calc_formula_not_loaded] : undefined)
  },
  total: (draw) => (amountOf ? amountOf(draw) : 0)
}
