import type { Calculator, Harm, QuantityField, Unit } from '../../../src/shared/losses/model/calculator'
import type { LossLineInput, SimulationInput } from '../../../src/shared/losses/engine/incident-loss'
import type { Quantity } from '../../../src/shared/losses/model/quantity'

const text = (said: string) => () => said
const field = (id: string, unit: Unit, min = 0, max = 1e9): QuantityField => ({
  kind: 'quantity',
  id,
  unit,
  min,
  max,
  label: text(id),
  meaning: text(id)
})
const source = { group: 'own', version: 1, title: text('t'), formula: text('f'), sources: [], examples: [] } as const
const total = (amount: number) => ({ lines: [{ id: 'a', label: text('a'), amount }], total: amount })

/** One amount of money. */
export const amount: Calculator = {
  ...source,
  sources: [],
  examples: [],
  id: 'amount',
  harms: ['other'],
  fields: [field('amount', 'money', 0, 1e12)],
  compute: (draw) => total(draw['amount'] as number)
}

/** Units × money each × (1 − share), with every kind of field. */
export const sales: Calculator = {
  ...source,
  sources: [],
  examples: [],
  id: 'sales',
  harms: ['lost-sales'],
  fields: [
    field('units', 'count'),
    field('each', 'money-per-unit'),
    { ...field('recaptured', 'share', 0, 1), optional: true },
    { kind: 'choice', id: 'kind', label: text('k'), meaning: text('k'), choices: [{ id: 'a', label: text('a') }], start: 'a' },
    { kind: 'date', id: 'on', label: text('d'), meaning: text('d'), optional: true },
    { kind: 'flag', id: 'vat', label: text('v'), meaning: text('v'), start: false },
    { kind: 'text', id: 'note', label: text('n'), meaning: text('n'), max: 10, optional: true }
  ],
  compute: (draw) =>
    total((draw['units'] as number) * (draw['each'] as number) * (1 - ((draw['recaptured'] as number | undefined) ?? 0)))
}

/** Divides by what may be zero. */
export const ratio: Calculator = {
  ...source,
  sources: [],
  examples: [],
  id: 'ratio',
  harms: ['other'],
  fields: [field('a', 'number'), field('b', 'number')],
  compute: (draw) => total((draw['a'] as number) / (draw['b'] as number))
}

/** One amount under other harms, for the guard. */
export const harmful = (id: string, harms: Harm[], more: Partial<Calculator> = {}): Calculator => ({
  ...amount,
  id,
  harms,
  ...more
})

export const all = [amount, sales, ratio]
export const lookup =
  (calculators: Calculator[] = all) =>
  (id: string) =>
    calculators.find((one) => one.id === id)

export const exact = (value: number): Quantity => ({ as: 'exact', value })
export const range = (low: number, likely: number, high: number): Quantity => ({ as: 'range', low, likely, high })
export const odds = (low: number, high: number): Quantity => ({ as: 'one-in-twenty', low, high })
export const driver = (driverId: string): Quantity => ({ as: 'driver', driverId })

export const line = (id: string, inputs: LossLineInput['inputs'], more: Partial<LossLineInput> = {}): LossLineInput => ({
  id,
  title: `Line ${id}`,
  calculator: 'amount',
  inputs,
  currency: 'EUR',
  status: 'estimated',
  ...more
})
export const incident = (lines: LossLineInput[], more: Partial<SimulationInput> = {}): SimulationInput => ({
  lines,
  drivers: [],
  currency: 'EUR',
  rates: [],
  seed: 7,
  draws: 2_000,
  // what is tested is the arithmetic of the draws; rounding has tests of its own
  exact: true,
  calculators: lookup(),
  ...more
})
