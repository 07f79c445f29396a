import { beforeAll, describe, expect, it } from 'vitest'
import { calculatorById, calculatorFor, calculators } from '../../../src/shared/losses/model/all-calculators'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import type { Draw, LineInputs } from '../../../src/shared/losses/model/calculator'

beforeAll(loadFormulas)

const languages = ['en', 'el', 'es', 'et', 'fil']

/** Takes an example's inputs, gives the draw with its exact values. */
function drawOf(inputs: LineInputs): Draw {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, value]) => [
      id,
      typeof value === 'object' && value.as === 'exact' ? value.value : (value as string)
    ])
  )
}

describe.each(calculators.map((calculator) => [calculator.id, calculator] as const))('%s', (id, calculator) => {
  it('is found by its id', () => {
    expect(calculatorById(id)).toBe(calculator)
  })

  it('gives what its examples say, as the sum of the parts that count', () => {
    expect(calculator.examples.length).toBeGreaterThan(0)
    for (const example of calculator.examples) {
      const computed = calculator.compute(drawOf(example.inputs))
      expect(computed.total).toBeCloseTo(example.expected, 6)
      const counted = computed.lines.filter((line) => !line.reference)
      expect(computed.total).toBeCloseTo(
        Math.max(
          0,
          counted.reduce((sum, line) => sum + line.amount, 0)
        ),
        6
      )
      for (const line of computed.lines) expect(line.working, line.id).toMatch(/\d/)
    }
  })

  it('says everything in five languages', () => {
    const texts = [calculator.title, calculator.formula, ...calculator.examples.map((example) => example.title)]
    for (const field of calculator.fields) {
      texts.push(field.label, field.meaning)
      if (field.kind === 'choice') texts.push(...field.choices.map((choice) => choice.label))
    }
    for (const locale of languages) for (const text of texts) expect(text({}, { locale }).trim()).not.toBe('')
  })

  it('has bounds, starts and examples that fit its fields', () => {
    for (const field of calculator.fields) {
      if (field.kind === 'quantity') {
        expect(field.min).toBeLessThan(field.max)
        if (field.start !== undefined) expect(field.start >= field.min && field.start <= field.max).toBe(true)
      }
      if (field.kind === 'choice') expect(field.choices.map((choice) => choice.id)).toContain(field.start)
    }
    const ids = calculator.fields.map((field) => field.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const example of calculator.examples) {
      const own = calculatorFor(id, example.inputs)!.fields.map((field) => field.id)
      for (const key of Object.keys(example.inputs)) expect(own).toContain(key)
    }
  })
})
