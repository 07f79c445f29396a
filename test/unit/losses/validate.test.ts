import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal, errorNote } from '../../../src/shared/values/errors'
import { inputErrorText, LossRefusal, type InputErrorCode } from '../../../src/shared/losses/model/input-error'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { checkDriver, checkInputs, checkLine } from '../../../src/shared/losses/model/validate'
import { driver, exact, harmful, incident, line, lookup, odds, range, ratio, sales } from './test-calculators'

const good = { units: exact(5), each: exact(2) }
const errorsOf = (inputs: unknown, drivers = [] as Parameters<typeof checkInputs>[2]) => {
  const checked = checkInputs(inputs, sales, drivers)
  return checked.ok ? [] : checked.errors
}

describe('bad inputs are named at their field', () => {
  it.each<[string, unknown, string, InputErrorCode]>([
    ['empty', undefined, 'inputs.units', 'required'],
    ['null', null, 'inputs.units', 'required'],
    ['an empty text', '', 'inputs.units', 'required'],
    ['text', 'many', 'inputs.units', 'not-a-number'],
    ['text inside', { as: 'exact', value: 'many' }, 'inputs.units.value', 'not-a-number'],
    ['nothing inside', { as: 'exact' }, 'inputs.units.value', 'required'],
    ['NaN', exact(NaN), 'inputs.units.value', 'not-a-number'],
    ['Infinity', exact(Infinity), 'inputs.units.value', 'too-large'],
    ['-Infinity', exact(-Infinity), 'inputs.units.value', 'negative'],
    ['1e308', exact(1e308), 'inputs.units.value', 'too-large'],
    ['negative', exact(-1), 'inputs.units.value', 'negative'],
    ['above the field’s bound', exact(2e9), 'inputs.units.value', 'above'],
    ['low above high', range(9, 5, 1), 'inputs.units.low', 'low-above-high'],
    ['likely below low', range(2, 1, 3), 'inputs.units.likely', 'likely-outside'],
    ['likely above high', range(2, 4, 3), 'inputs.units.likely', 'likely-outside'],
    ['a missing end', { as: 'range', low: 1, likely: 2 }, 'inputs.units.high', 'required'],
    ['1-in-20 from zero', odds(0, 5), 'inputs.units.low', 'not-positive'],
    ['1-in-20 reversed', odds(5, 2), 'inputs.units.low', 'low-above-high'],
    ['another kind', { as: 'normal', mean: 1 }, 'inputs.units', 'shape'],
    ['a list', [1], 'inputs.units', 'shape'],
    ['a driver that is not there', driver('x'), 'inputs.units', 'unknown-driver']
  ])('%s', (_, units, path, code) => {
    expect(errorsOf({ ...good, units })).toMatchObject([{ path, code }])
  })
  it.each<[string, unknown, InputErrorCode]>([
    ['recaptured', exact(1.01), 'over-100'],
    ['kind', 'b', 'unknown-choice'],
    ['kind', '', 'required'],
    ['kind', 7, 'unknown-choice'],
    ['on', '2026-02-30', 'bad-date'],
    ['on', 20260101, 'bad-date'],
    ['vat', 'yes', 'not-a-flag'],
    ['note', 'x'.repeat(11), 'text-too-long']
  ])('%s as %o', (field, value, code) => {
    const [error, ...rest] = errorsOf({ ...good, [field]: value })
    expect(error!.code).toBe(code)
    expect(error!.path.startsWith(`inputs.${field}`)).toBe(true)
    expect(rest).toEqual([])
  })
  it('says everything that is wrong at once', () => {
    expect(errorsOf({ units: range(-1, NaN, 1e308), recaptured: exact(2) }).map(({ path }) => path)).toEqual([
      'inputs.units.low',
      'inputs.units.likely',
      'inputs.units.high',
      'inputs.each',
      'inputs.recaptured.value'
    ])
  })
  it('refuses a driver in another unit, or beyond the field', () => {
    const days = { id: 'd', name: 'Days', unit: 'days', quantity: { as: 'exact', value: 2 } } as const
    expect(errorsOf({ ...good, units: driver('d') }, [days])).toEqual([{ path: 'inputs.units', code: 'driver-unit', name: 'Days' }])
    const share = { id: 'd', name: 'Share', unit: 'share', quantity: { as: 'range', low: 0, likely: 1, high: 3 } } as const
    expect(errorsOf({ ...good, recaptured: driver('d') }, [share])).toEqual([
      { path: 'inputs.recaptured', code: 'driver-outside', name: 'Share' }
    ])
  })
  it('takes good inputs, fills what has a start, leaves out what is not known', () => {
    const checked = checkInputs({ ...good, extra: exact(1), __proto__: { units: 1 } }, sales)
    expect(checked).toEqual({ ok: true, value: { ...good, kind: 'a', vat: false } })
  })
})

describe('a line', () => {
  const raw = line('a', good, { calculator: 'sales' })
  it('comes back typed', () => {
    expect(checkLine({ ...raw, currency: 'eur', more: 1 }, lookup())).toMatchObject({
      ok: true,
      value: { id: 'a', currency: 'EUR' }
    })
  })
  it.each<[object, string, InputErrorCode]>([
    [{ title: ' ' }, 'title', 'required'],
    [{ title: 'x'.repeat(201) }, 'title', 'text-too-long'],
    [{ currency: 'XQQ' }, 'currency', 'unknown-currency'],
    [{ currency: '' }, 'currency', 'required'],
    [{ status: 'lost' }, 'status', 'unknown-status'],
    [{ calculator: 'none' }, 'calculator', 'unknown-calculator'],
    [{ frequency: exact(-1) }, 'frequency.value', 'negative'],
    [{ frequency: exact(1e6) }, 'frequency.value', 'above'],
    [{ frequency: driver('d') }, 'frequency', 'no-driver-here'],
    [{ inputs: 7 }, 'inputs', 'shape'],
    [{ id: undefined }, 'id', 'required']
  ])('with %o', (wrong, path, code) => {
    expect(checkLine({ ...raw, ...wrong }, lookup())).toMatchObject({ ok: false, errors: [{ path, code }] })
  })
  it('that is anything at all never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (any, inputs) => {
        expect(checkLine(any, lookup()).ok).toBe(false)
        expect(typeof checkLine({ ...raw, inputs }, lookup()).ok).toBe('boolean')
        expect(checkDriver(any).ok).toBe(false)
      })
    )
  })
  it('round-trips: what was checked is good', () => {
    const quantity = fc.oneof(
      fc.double({ min: 0, max: 1e9, noNaN: true }).map(exact),
      fc
        .tuple(fc.nat(), fc.nat(), fc.nat())
        .map((v) => v.map((n) => n % 1e9).sort((a, b) => a - b))
        .map(([a, b, c]) => range(a!, b!, c!))
    )
    fc.assert(
      fc.property(quantity, quantity, (units, each) => {
        const checked = checkInputs({ units, each }, sales)
        expect(checked.ok && checkInputs(checked.value, sales)).toEqual(checked)
      })
    )
  })
})

describe('a simulation with a bad line', () => {
  const refused = (input: Parameters<typeof simulateIncident>[0]): LossRefusal => {
    try {
      simulateIncident(input)
    } catch (error) {
      expect(error).toBeInstanceOf(LossRefusal)
      expect(error).toBeInstanceOf(Refusal)
      return error as LossRefusal
    }
    throw new Error('was not refused')
  }
  it('is refused with a code and a sentence at line and field', () => {
    const error = refused(incident([line('ok', { amount: exact(1) }), line('bad', { amount: exact(-1) })]))
    expect(error.recordId).toBe('bad')
    expect(error.errors).toEqual([{ path: 'inputs.amount.value', code: 'negative' }])
    expect(errorNote(error)).toMatchObject({
      code: 'invalid',
      fields: { 'bad.inputs.amount.value': inputErrorText(error.errors[0]!) }
    })
    expect(error.message).toContain('Line bad')
  })
  it.each<[string, Parameters<typeof incident>, InputErrorCode]>([
    ['no rate', [[line('a', { amount: exact(1) }, { currency: 'USD' })]], 'no-rate'],
    ['the same id twice', [[line('a', { amount: exact(1) }), line('a', { amount: exact(2) })]], 'twice'],
    ['a division by zero', [[line('a', { a: exact(0), b: exact(0) }, { calculator: 'ratio' })]], 'not-finite'],
    ['an endless result', [[line('a', { a: exact(1), b: exact(0) }, { calculator: 'ratio' })]], 'too-large'],
    ['more than minor units hold', [[line('a', { units: exact(1e9), each: exact(1e9) }, { calculator: 'sales' })]], 'too-large'],
    [
      'a calculator that throws',
      [
        [line('a', { amount: exact(1) }, { calculator: 'throws' })],
        {
          calculators: lookup([
            harmful('throws', ['other'], {
              compute() {
                throw new Error('x')
              }
            })
          ])
        }
      ],
      'failed'
    ],
    ['too few draws', [[], { draws: 5 }], 'below'],
    ['too many draws', [[], { draws: 1e9 }], 'above'],
    ['a bad driver', [[], { drivers: [{ id: 'd', name: 'D', unit: 'share', quantity: { as: 'exact', value: 2 } }] }], 'over-100']
  ])('%s', (_, [lines, more], code) => {
    expect(refused(incident(lines, more)).errors[0]!.code).toBe(code)
  })
  it('holds a 1-in-20 range within what is possible, and says so', () => {
    const loss = simulateIncident(
      incident([line('a', { units: exact(1), each: exact(100), recaptured: odds(0.2, 0.9) }, { calculator: 'sales' })])
    )
    expect(loss.p10).toBeGreaterThanOrEqual(0)
    expect(loss.byLine[0]!.warnings.length).toBe(1)
    expect(ratio.fields.length).toBe(2)
  })
})

describe('sentences', () => {
  it('are there for every code in every language', () => {
    const codes: InputErrorCode[] = [
      'required',
      'not-a-number',
      'too-large',
      'negative',
      'below',
      'above',
      'over-100',
      'not-positive',
      'low-above-high',
      'likely-outside',
      'shape',
      'unknown-choice',
      'bad-date',
      'not-a-flag',
      'text-too-long',
      'unknown-driver',
      'driver-unit',
      'driver-outside',
      'no-driver-here',
      'unknown-currency',
      'unknown-calculator',
      'unknown-status',
      'no-rate',
      'bad-rate',
      'not-finite',
      'failed',
      'twice',
      'ends-before'
    ]
    for (const code of codes) {
      const said = ['en', 'el', 'es', 'et', 'fil'].map((locale) =>
        inputErrorText({ path: 'x', code, limit: 1_000, name: 'N' }, locale)
      )
      expect(new Set(said).size, code).toBe(5)
    }
    expect(inputErrorText({ path: 'x', code: 'above', limit: 1_000 }, 'es')).toContain('1000')
    expect(inputErrorText({ path: 'x', code: 'above', limit: 10_000 }, 'el')).toContain('10.000')
  })
})
