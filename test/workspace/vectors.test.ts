// The same vectors, and every calculator's own examples, as a user meets them: a line that is stored and read back by call.
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFormulas } from '../../src/shared/losses/calculators/own-formula'
import { calculatorById, calculators } from '../../src/shared/losses/model/all-calculators'
import type { Draw, LineInputs } from '../../src/shared/losses/model/calculator'
import { toMinor } from '../../src/shared/values/money'
import { given, heard } from '../support/vector-cases'
import { freshWorkspace } from './support'

beforeAll(loadFormulas)

interface Told {
  calculator: string
  inputs: LineInputs
  /** In major units of the line's currency. */
  wanted: number
}

/** Stores each as a line of one incident in its currency, gives what each comes to, in minor units. */
async function stored(all: readonly Told[]): Promise<number[]> {
  const { call } = await freshWorkspace()
  const { id: customerId } = await call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const incidents = new Map<string, string>()
  const lines: { id: string; currency: string }[] = []
  for (const { calculator, inputs } of all) {
    const currency = calculatorById(calculator)!.currency ?? 'EUR'
    if (!incidents.has(currency)) {
      const fields = { customerId, title: currency, kind: 'other' as const, began: '2020-01-01', currency }
      incidents.set(currency, (await call('incidents.create', fields)).id)
    }
    const { id } = await call('lossLines.create', {
      incidentId: incidents.get(currency)!,
      title: calculator,
      calculator,
      currency,
      inputs
    })
    lines.push({ id, currency })
  }
  const figures = new Map<string, number>()
  for (const incidentId of incidents.values()) {
    const { byLine } = await call('losses.simulate', { incidentId, draws: 100 })
    for (const { id, p10, p50, p90 } of byLine) {
      expect([p10, p90]).toEqual([p50, p50])
      figures.set(id, p50)
    }
  }
  return lines.map(({ id }) => figures.get(id)!)
}

const asInputs = (draw: Draw): LineInputs =>
  Object.fromEntries(Object.entries(draw).map(([id, value]) => [id, typeof value === 'number' ? { as: 'exact', value } : value]))

/** A form asks for what a vector that looks at one part only leaves out: one of it. */
function complete(calculator: string, draw: Draw): Draw {
  const missing = calculatorById(calculator)!.fields.filter(
    (field) => field.kind === 'quantity' && !field.optional && draw[field.id] === undefined
  )
  return { ...draw, ...Object.fromEntries(missing.map(({ id }) => [id, 1])) }
}

describe('through the product', () => {
  it('every vector of a calculator is what a stored line comes to', async () => {
    const all: Told[] = []
    const seen = new Set<string>()
    heard.onCompute = (calculator, given) => {
      const draw = complete(calculator, given)
      const key = JSON.stringify([calculator, draw])
      if (seen.has(key)) return
      seen.add(key)
      all.push({ calculator, inputs: asInputs(draw), wanted: calculatorById(calculator)!.compute(draw).total })
    }
    for (const ask of Object.values(given)) ask()
    heard.onCompute = null
    expect(all.length).toBeGreaterThanOrEqual(40)
    const found = await stored(all)
    all.forEach(({ calculator, wanted, inputs }, index) => {
      const currency = calculatorById(calculator)!.currency ?? 'EUR'
      expect(found[index], `${calculator} ${JSON.stringify(inputs)}`).toBe(toMinor(wanted, currency))
    })
  })

  it('every calculator’s own examples are too', async () => {
    const all = calculators.flatMap(({ id, examples }) =>
      examples.map(({ inputs, expected }): Told => ({ calculator: id, inputs, wanted: expected }))
    )
    expect(new Set(all.map(({ calculator }) => calculator)).size).toBe(calculators.length)
    const found = await stored(all)
    all.forEach(({ calculator, wanted }, index) => {
      const currency = calculatorById(calculator)!.currency ?? 'EUR'
      expect(Math.abs(found[index]! - toMinor(wanted, currency)), calculator).toBeLessThanOrEqual(1)
    })
  })
})
