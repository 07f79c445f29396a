import { beforeAll, describe, expect, it } from 'vitest'
import { toMinor } from '../../../src/shared/values/money'
import type { Calculator, LineInputs } from '../../../src/shared/losses/model/calculator'
import { calculatorFor, calculators } from '../../../src/shared/losses/model/all-calculators'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import type { LossLineInput } from '../../../src/shared/losses/engine/incident-loss'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { incident, line } from './test-calculators'

const look = (id: string, { inputs }: LossLineInput): Calculator | undefined => calculatorFor(id, inputs)
const run = (lines: LossLineInput[], draws = 500) => simulateIncident(incident(lines, { calculators: look, draws }))
const example = (id: string, nth = 0): LineInputs => calculators.find((one) => one.id === id)!.examples[nth]!.inputs
const real = (id: string, more: LineInputs = {}, nth = 0) => line(id, { ...example(id, nth), ...more }, { calculator: id })

/** The example with every number that has room on both sides made a range around it. */
function uncertain(calculator: Calculator): LineInputs {
  const inputs = calculator.examples[0]!.inputs
  const fields = calculatorFor(calculator.id, inputs)!.fields
  return Object.fromEntries(
    Object.entries(inputs).map(([id, given]) => {
      const field = fields.find((one) => one.id === id)
      if (field?.kind !== 'quantity' || typeof given !== 'object' || given.as !== 'exact') return [id, given]
      const [low, high] = [Math.max(field.min, given.value * 0.9), Math.min(field.max, given.value * 1.2)]
      return [id, low < given.value && given.value < high ? { as: 'range', low, likely: given.value, high } : given]
    })
  )
}

beforeAll(loadFormulas)

describe('every calculator, simulated', () => {
  it.each(calculators.map((calculator) => [calculator.id, calculator] as const))('%s', (id, calculator) => {
    const inputs = uncertain(calculator)
    const loss = run([line('a', inputs, { calculator: id })])
    expect(Math.abs(loss.likely - toMinor(calculator.examples[0]!.expected, 'EUR'))).toBeLessThanOrEqual(1)
    expect(loss.p10).toBeLessThanOrEqual(loss.p50)
    expect(loss.p50).toBeLessThanOrEqual(loss.p90)
    const ranges = Object.values(inputs).filter((given) => typeof given === 'object' && given.as === 'range')
    expect(loss.tornado.length).toBe(ranges.length)
  })
  it.each(calculators.filter(({ total }) => total).map((calculator) => [calculator.id, calculator] as const))(
    '%s: the quick total is that of the explanation',
    (_, calculator) => {
      for (const { inputs } of calculator.examples) {
        const draw = Object.fromEntries(
          Object.entries(inputs).map(([id, given]) => [
            id,
            typeof given === 'object' && given.as === 'exact' ? given.value : (given as string)
          ])
        )
        expect(calculator.total!(draw)).toBe(calculator.compute(draw).total)
      }
    }
  )
})

describe('the guard over the real calculators', () => {
  it.each([
    ['late-delivery', 'idle-labour', 'idle-in-contribution'],
    ['expedite', 'lost-sales', 'expedite-and-sales'],
    ['liquidated-damages', 'late-delivery', 'damages-beside-loss'],
    ['poor-quality', 'scrap', 'quality-twice'],
    ['poor-quality', 'rework', 'quality-twice'],
    ['interruption-worksheet', 'late-delivery', 'whole-and-part'],
    ['gross-profit', 'idle-labour', 'whole-and-part'],
    ['simple-interest', 'late-payment-eu', 'interest-twice'],
    ['seasonal-stock', 'lost-sales', 'stock-and-sales'],
    ['flight-eu', 'time-and-trouble', 'statutory-beside-loss'],
    ['idle-labour', 'time-and-trouble', 'same-hours']
  ])('%s beside %s: %s', (a, b, rule) => {
    expect(
      run([real(a), real(b)])
        .guard.filter(({ lines }) => lines.length === 2)
        .map((row) => row.rule)
    ).toEqual([rule])
  })
  it('knows the whole-business route from the unit route', () => {
    const rules = (nth: number) => run([real('lost-profit', {}, nth), real('idle-labour')]).guard.map(({ rule }) => rule)
    expect(rules(0)).toEqual(['idle-in-contribution'])
    expect(rules(1)).toEqual(['whole-and-part'])
  })
  it('asks about an outage that sells and idles only when both are counted', () => {
    const rules = (labourInMargin: string) => run([real('outage', { labourInMargin })]).guard.map(({ rule }) => rule)
    expect(rules('variable')).toEqual(['sells-and-idles'])
    expect(rules('fixed')).toEqual([])
  })
  it('leaves alone what does not overlap', () => {
    expect(run([real('scrap'), real('rework')]).guard).toEqual([])
    expect(run([real('demurrage'), real('late-delivery')]).guard).toEqual([])
    expect(run([real('overcharge'), real('simple-interest')]).guard).toEqual([])
  })
})
