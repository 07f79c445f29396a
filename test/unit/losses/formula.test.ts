import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { calculatorFor } from '../../../src/shared/losses/model/all-calculators'
import { loadFormulas, ownFields, ownFormula } from '../../../src/shared/losses/calculators/own-formula'
import { computeFormula, faultMessage, parseFormula } from '../../../src/shared/losses/formula/formula'

beforeAll(loadFormulas)

const names = ['rooms', 'rate', 'νύχτες', 'x']

function value(formula: string, values: Record<string, number> = { rooms: 3, rate: 10, νύχτες: 2, x: -4 }): number {
  const found = parseFormula(formula, Object.keys(values))
  if (!found.ok) throw new Error(`${found.fault.reason} at ${found.fault.at}`)
  return found.run(values)
}

describe('a formula', () => {
  it.each([
    ['rooms * rate * νύχτες', 60],
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['-x ^ 2', -16],
    ['2 ^ 3 ^ 2', 512],
    ['10 / 4 - 1', 1.5],
    ['min(rooms, rate, 1)', 1],
    ['max(0, x)', 0],
    ['ceil(2.1) + floor(2.9) + abs(x)', 9],
    ['round(2.345, 2)', 2.35],
    ['round(-2.5)', -3],
    ['rooms > 2 ? rate : 0', 10],
    ['if(rooms <= 2, 1, 5)', 5],
    ['rooms == 3 ? (x != -4 ? 1 : 2) : 3', 2],
    ['1.5e3 + .5', 1500.5],
    ['+rate - -x', 6],
    ['rooms *\n  rate', 30]
  ])('%s is %d', (formula, wanted) => expect(value(formula)).toBeCloseTo(wanted, 9))

  it.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['rooms +', 'end', 7],
    ['rooms * * rate', 'value', 8],
    ['(rooms + rate', 'parenthesis', 13],
    ['rooms)', 'syntax', 5],
    ['rooms + nights', 'name', 8],
    ['rooms rate', 'operator', 6],
    ['2rooms', 'operator', 1],
    ['(rate)(rooms)', 'operator', 6],
    ['sin(x)', 'function', 0],
    ['1 + eval(x)', 'function', 4],
    ['rooms = 3', 'assignment', 6],
    ['f(x) = x', 'assignment', 5],
    ['rooms.constructor', 'character', 5],
    ['rooms[1]', 'character', 5],
    ['"rooms"', 'character', 0],
    ['rooms; rate', 'character', 5],
    ['5 % x', 'character', 2],
    ['rooms > 2 ? 1', 'choice', 13],
    ['rooms > 2', 'yes-no', 0],
    ['(rooms == 2)', 'yes-no', 0],
    ['round()', 'arguments', 0],
    ['rate + if(x, 1)', 'arguments', 7],
    ['min()', 'arguments', 0],
    ['rooms to rate', 'operator', 6],
    ['toString', 'name', 0],
    ['constructor(1)', 'function', 0],
    ['__proto__', 'name', 0],
    ['x'.repeat(1001), 'long', 1000]
  ])('%j is refused: %s at %d', (formula, reason, at) => {
    const found = parseFormula(formula, names)
    expect(found).toMatchObject({ ok: false, fault: { reason, at } })
    if (found.ok) return
    for (const locale of ['en', 'el', 'es', 'et', 'fil']) {
      const said = faultMessage(found.fault)({}, { locale })
      expect(said).not.toMatch(/[{}]/)
      if (!['empty', 'long'].includes(reason)) expect(said).toContain(String(at + 1))
    }
  })

  it.each(['min', 'if', 'and', 'true', 'Infinity', 'formula', '2x', 'a b', 'a.b', ''])(
    'refuses %j as the name of an input',
    (name) => {
      expect(parseFormula('1', [name])).toMatchObject({ ok: false, fault: { reason: 'input-name', word: name } })
    }
  )

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      'rooms',
      'rate',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      ',',
      '?',
      ':',
      '<',
      '==',
      '=',
      '1',
      '.5',
      'min',
      'if',
      ' ',
      '\n',
      '"',
      '{'
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))
    )
    fc.assert(
      fc.property(typed, (formula) => {
        const found = parseFormula(formula, names)
        if (found.ok) expect(typeof found.run({ rooms: 1, rate: 2, νύχτες: 3, x: 4 })).toBe('number')
        else expect(found.fault.at).toBeLessThanOrEqual(formula.length)
      }),
      { numRuns: 800 }
    )
  })

  // everything by which math.js, or JavaScript behind it, could reach further than arithmetic
  it.each([
    'import',
    'createUnit',
    'evaluate',
    'parse',
    'simplify',
    'derivative',
    'compile',
    'parser',
    'config',
    'help',
    'chain',
    'typed',
    'reviver',
    'print',
    'format',
    'map',
    'filter',
    'forEach',
    'range',
    'zeros',
    'factorial',
    'gamma',
    'combinations',
    'pow',
    'exp',
    'random',
    'eval',
    'Function',
    'require',
    'fetch',
    'process',
    'globalThis',
    'window',
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__proto__'
  ])('reaches nothing by %s', (name) => {
    for (const formula of [`${name}(x)`, `1 + ${name}(x, rate)`, name, `rooms * ${name}`]) {
      expect(parseFormula(formula, names)).toMatchObject({
        ok: false,
        fault: { reason: expect.stringMatching(/^(function|name)$/), at: formula.indexOf(name), word: name }
      })
    }
  })

  it('is bounded: the longest, the deepest and the steepest formula are read and reckoned in a blink or refused', () => {
    const long = (piece: string, count: number, join: string) => Array.from({ length: count }, () => piece).join(join)
    const steep = [
      long('9', 499, '^'),
      long('x', 499, '^'),
      long('1', 499, '/'),
      `${'-'.repeat(990)}x`,
      `${'abs('.repeat(190)}x${')'.repeat(190)}`,
      long('(x<1?1:2)', 90, '+'),
      `max(${long('x', 50, ',')})`
    ]
    for (const formula of steep) {
      const found = parseFormula(formula, names)
      if (!found.ok) continue
      for (let x = 0; x < 200; x++) expect(typeof found.run({ rooms: 1, rate: 2, νύχτες: 3, x })).toBe('number')
    }
    expect(value(long('(x<1?1:2)', 90, '+'))).toBe(90)
    expect(value(long('1', 499, '/'))).toBe(1)
    expect(parseFormula(`max(${long('x', 51, ',')})`, names)).toMatchObject({ ok: false, fault: { reason: 'arguments' } })
  })

  it('survives deep nesting', () => {
    const deep = parseFormula('('.repeat(499) + '1' + ')'.repeat(499), [])
    expect(deep.ok || deep.fault.reason === 'long').toBe(true)
  })

  it('computes what arithmetic says', () => {
    type Sum = { text: string; value: number }
    const { tree } = fc.letrec<{ tree: Sum; leaf: Sum; node: Sum }>((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('node')),
      leaf: fc.constantFrom({ text: 'a', value: 3 }, { text: 'b', value: -1.5 }, { text: '2', value: 2 }),
      node: fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map(([left, sign, right]) => ({
        text: `(${left.text} ${sign} ${right.text})`,
        value: sign === '+' ? left.value + right.value : sign === '-' ? left.value - right.value : left.value * right.value
      }))
    }))
    fc.assert(
      fc.property(tree, (sum) => {
        expect(value(sum.text, { a: 3, b: -1.5 })).toBeCloseTo(sum.value, 6)
      })
    )
  })
})

describe('a line with an own formula', () => {
  const rooms = { formula: 'rooms * rate', rooms: 4, 'rooms.unit': 'count', rate: 90, 'rate.unit': 'money-per-unit' }

  it('has its own fields, with their units', () => {
    const exact = { as: 'exact' as const, value: 1 }
    const inputs = { formula: 'a * b', a: exact, 'a.unit': 'hours', b: exact, 'b.unit': 'nonsense' }
    expect(ownFields(inputs).map(({ id }) => id)).toEqual(['formula', 'a', 'a.unit', 'b', 'b.unit'])
    const fields = calculatorFor('own-formula', inputs)!.fields
    expect(fields.find(({ id }) => id === 'a')).toMatchObject({ kind: 'quantity', unit: 'hours' })
    expect(fields.find(({ id }) => id === 'b')).toMatchObject({ unit: 'number' })
    expect(fields[1]!.label({}, { locale: 'et' })).toBe('a')
  })

  it('shows the numbers in its working', () => {
    const { total, lines, warnings } = ownFormula.compute(rooms)
    expect(total).toBe(360)
    expect(lines[0]!.working).toBe('4 * 90')
    expect(warnings).toBeUndefined()
  })

  it.each([
    ['the result is not money', { ...rooms, 'rate.unit': 'hours' }],
    ['the result is hours alone', { formula: 'a * 2', a: 1, 'a.unit': 'hours' }],
    ['money is divided by days', { formula: 'a / b', a: 1, 'a.unit': 'money', b: 1, 'b.unit': 'days' }],
    ['hours and days are added', { formula: 'a + b', a: 1, 'a.unit': 'hours', b: 1, 'b.unit': 'days' }],
    ['the result is below zero', { formula: '0 - rate', rate: 5 }],
    ['it divides by zero', { formula: 'rate / 0', rate: 5 }],
    ['a name is not known', { formula: 'rate * other', rate: 5 }]
  ])('warns when %s and never throws', (_, draw) => {
    const { total, warnings } = computeFormula(draw)
    expect(warnings).toHaveLength(1)
    expect(total).toBeGreaterThanOrEqual(0)
    expect(warnings![0]!({}, { locale: 'fil' })).not.toBe('')
  })

  it('follows units through a division', () => {
    const paid = {
      formula: 'wages / hours * late',
      wages: 5,
      'wages.unit': 'money',
      hours: 2,
      'hours.unit': 'hours',
      late: 1,
      'late.unit': 'hours'
    }
    expect(computeFormula(paid)).toMatchObject({ total: 2.5 })
    expect(computeFormula(paid).warnings).toBeUndefined()
  })

  it('takes numbers without a unit for anything', () => {
    expect(computeFormula({ formula: 'rate * 3 + 20', rate: 90, 'rate.unit': 'money' }).warnings).toBeUndefined()
    expect(
      computeFormula({ formula: 'max(0, pay - cover) * 2', pay: 5, 'pay.unit': 'money', cover: 2, 'cover.unit': 'money' }).warnings
    ).toBeUndefined()
  })
})
