import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkspaceName } from '../../src/shared/contract/table'
import { errorNote, type ErrorNote } from '../../src/shared/values/errors'
import type { Calculator, Field, LineInputs } from '../../src/shared/losses/model/calculator'
import { calculatorFor, calculators } from '../../src/shared/losses/model/all-calculators'
import { openWorkspace, type Workspace } from '../../src/workspace/index'

const folder = mkdtempSync(join(tmpdir(), 'redress-bad-losses-'))
let workspace: Workspace
let incidentId = ''
let head = ''
const exact = (value: unknown) => ({ as: 'exact', value })
const range = (low: unknown, likely: unknown, high: unknown) => ({ as: 'range', low, likely, high })

beforeAll(async () => {
  workspace = await openWorkspace(join(folder, 'Test.redress'), { create: true, actor: () => 'Tester' })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  incidentId = (
    await workspace.call('incidents.create', {
      customerId,
      title: 'Late',
      kind: 'late-delivery',
      began: '2026-03',
      currency: 'EUR'
    })
  ).id
  for (const from of ['GBP', 'USD'])
    await workspace.call('rates.create', { from, to: 'EUR', rate: 1.1, on: '2026-03-01', source: 'ECB' })
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})
// nothing is saved half: the journal is the same to the byte, and there is no line
beforeEach(async () => {
  head = (await workspace.call('journal.verify', {})).head
})
afterEach(async () => {
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, head })
  expect((await workspace.call('losses.sheet', { incidentId })).lines).toEqual([])
})

async function refused(name: WorkspaceName, input: object): Promise<ErrorNote> {
  const thrown: unknown = await workspace.call(name, input as never).then(
    () => null,
    (error: unknown) => error
  )
  expect(thrown, `${name} must refuse ${JSON.stringify(input)}`).not.toBeNull()
  return errorNote(thrown)
}

/** Every number below each of these is wrong in every field; "" and a missing one only where the field is needed. */
function wrongFor(field: Field): [string, unknown][] {
  if (field.kind === 'choice')
    return [
      ['a text', 'none of these'],
      ['a number', 5],
      ['a quantity', exact(1)]
    ]
  if (field.kind === 'flag')
    return [
      ['a text', 'yes'],
      ['a number', 1]
    ]
  if (field.kind === 'text')
    return [
      ['a number', 5],
      ['too much', 'x'.repeat(field.max + 1)],
      ...(field.optional
        ? []
        : ([
            ['empty', ''],
            ['missing', undefined]
          ] as [string, unknown][]))
    ]
  if (field.kind === 'date') {
    return [
      ['text', 'soon'],
      ['a day that is none', '2026-02-30'],
      ['a number', 20260301],
      ...(field.optional
        ? []
        : ([
            ['empty', ''],
            ['missing', undefined]
          ] as [string, unknown][]))
    ]
  }
  const over = field.max * 2 + 1
  return [
    ['text', 'many'],
    ['a text inside', exact('many')],
    ['nothing inside', exact(undefined)],
    ['an empty text inside', exact('')],
    ['a bare number', 5],
    ['NaN', exact(Number.NaN)],
    ['Infinity', exact(Number.POSITIVE_INFINITY)],
    ['-Infinity', exact(Number.NEGATIVE_INFINITY)],
    ['1e308', exact(1e308)],
    ['below its least', exact(field.min - 1)],
    ['above its most', exact(over)],
    ['low above high', range(field.max, field.max, field.min)],
    ['likely outside', range(field.min, field.max, field.min + (field.max - field.min) / 2)],
    ['NaN in a range', range(field.min, Number.NaN, field.max)],
    ['an end missing', { as: 'range', low: field.min, likely: field.min }],
    ['1 in 20 upside down', { as: 'one-in-twenty', low: Math.min(field.max, 9), high: Math.min(field.max, 9) / 2 }],
    ['1 in 20 from zero', { as: 'one-in-twenty', low: 0, high: Math.max(field.min, 1e-3) }],
    ['another kind', { as: 'normal', mean: 1, sd: 1 }],
    ['a list', [1]],
    ['a shared one that is nowhere', { as: 'driver', driverId: 'nowhere' }],
    ...(field.optional
      ? []
      : ([
          ['empty', ''],
          ['missing', undefined],
          ['null', null]
        ] as [string, unknown][]))
  ]
}

const lineOf = (calculator: Calculator, inputs: LineInputs) => ({
  incidentId,
  title: 'Line',
  calculator: calculator.id,
  currency: calculator.currency ?? 'EUR',
  inputs
})

describe('a bad value in any field of any calculator is refused at that field', () => {
  it.each(calculators.map((calculator) => [calculator.id, calculator] as const))(
    '%s',
    async (_, calculator) => {
      const inputs = calculator.examples[0]!.inputs
      let asked = 0
      for (const field of calculatorFor(calculator.id, inputs)!.fields) {
        // the unit of an own formula's input falls back to a plain number
        if (field.id.endsWith('.unit')) continue
        for (const [what, value] of wrongFor(field)) {
          // an input of an own formula is one because a quantity stands under its name: without one it is a name that is not known
          const unnamed = calculator.id === 'own-formula' && field.kind === 'quantity' && typeof value !== 'object'
          const note = await refused('lossLines.create', lineOf(calculator, { ...inputs, [field.id]: value } as LineInputs))
          const path = unnamed ? 'inputs.formula' : `inputs.${field.id}`
          const named = Object.keys(note.fields ?? {})
          expect(note.code, `${field.id}, ${what}`).toBe('invalid')
          expect(
            named.some((one) => one === path || one.startsWith(`${path}.`)),
            `${field.id}, ${what}: names ${named.join()}`
          ).toBe(true)
          for (const sentence of Object.values(note.fields!)) expect(sentence, `${field.id}, ${what}`).toMatch(/^\S.{6,}\.$/su)
          asked++
        }
      }
      expect(asked).toBeGreaterThan(10)
    },
    120_000
  )

  it('and the same while it is typed: the figures say where', async () => {
    const lines = [
      {
        ...lineOf(calculators[0]!, { ...calculators[0]!.examples[0]!.inputs, daysLate: range(9, 5, 1) as never }),
        id: 'typed',
        incidentId: undefined
      }
    ]
    const note = await refused('losses.simulate', { incidentId, edits: { lines: lines.map(({ incidentId: _, ...line }) => line) } })
    expect(Object.keys(note.fields!)).toEqual(['typed.inputs.daysLate.low'])
  })
})

describe('what is wrong only beside another field', () => {
  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['simple-interest', { principal: exact(5), rate: exact(0.1) }, 'inputs.days', /needed/],
    ['simple-interest', { principal: exact(5), rate: exact(0.1), from: '2026-01-01', days: exact(9) }, 'inputs.to', /needed/],
    [
      'simple-interest',
      { principal: exact(5), rate: exact(0.1), from: '2026-02-01', to: '2026-01-01' },
      'inputs.to',
      /before the first/
    ],
    ['compound-interest', { principal: exact(5), rate: exact(0.1), to: '2026-01-01' }, 'inputs.from', /needed/],
    ['demurrage', { freeDays: exact(0), containers: exact(1), rate1: exact(5) }, 'inputs.daysHeld', /needed/],
    [
      'demurrage',
      { from: '2026-02-01', to: '2026-01-01', freeDays: exact(0), containers: exact(1), rate1: exact(5) },
      'inputs.to',
      /before the first/
    ],
    [
      'demurrage',
      { daysHeld: exact(9), freeDays: exact(0), containers: exact(1), rate1: exact(5), rate2: exact(7) },
      'inputs.tier1Days',
      /needed/
    ],
    [
      'demurrage',
      { daysHeld: exact(9), freeDays: exact(0), containers: exact(1), rate1: exact(5), tier1Days: exact(2), rate3: exact(7) },
      'inputs.tier2Days',
      /needed/
    ],
    [
      'period-interest',
      { loss: exact(5), rate: exact(0.1), first: '2026-02-02', last: '2026-02-01', paid: '2026-03-01' },
      'inputs.last',
      /before the first/
    ],
    [
      'period-interest',
      { loss: exact(5), rate: exact(0.1), first: '2026-01-01', last: '2026-02-01', paid: '2026-01-31' },
      'inputs.paid',
      /before the first/
    ],
    ['lost-profit', { route: 'business' }, 'inputs.profitButFor', /needed/],
    ['lost-profit', { route: 'unit', unitsLost: exact(3) }, 'inputs.pricePerUnit', /needed/],
    [
      'seasonal-stock',
      { demand: 'normal', meanDemand: exact(5), stockAvailable: exact(0), unitsLate: exact(1), contributionPerUnit: exact(1) },
      'inputs.sdDemand',
      /needed/
    ],
    [
      'interruption-worksheet',
      { netIncome: exact(5), continuingExpenses: exact(5), waitingHours: exact(24) },
      'inputs.periodDays',
      /needed/
    ],
    ['carriage-limit', { mode: 'cargo', date: '2026-01-01', weight: exact(5) }, 'inputs.sdrRate', /needed/],
    ['carriage-limit', { mode: 'road', date: '2026-01-01' }, 'inputs.carriageCharges', /needed/]
  ])('%s %o: %s', async (id, inputs, path, says) => {
    const note = await refused('lossLines.create', lineOf(calculatorFor(id, {})!, inputs as LineInputs))
    expect(note.fields![path]).toMatch(says)
  })
})

describe('the other fields of a line, drivers, rates and steps', () => {
  const amount = (more: object) => ({
    ...lineOf(calculatorFor('plain-amount', {})!, { amount: { as: 'exact', value: 5 } }),
    ...more
  })
  const driver = (more: object) => ({ incidentId, name: 'Days', unit: 'days', quantity: exact(3), ...more })
  const rate = (more: object) => ({ from: 'CHF', to: 'EUR', rate: 1.05, on: '2026-03-01', source: 'ECB', ...more })
  const cliff = (more: object) => ({ incidentId, title: 'Penalty', on: '2026-04-01', amount: 100, ...more })
  const numbers: [string, unknown][] = [
    ['text', exact('x')],
    ['nothing', exact(undefined)],
    ['NaN', exact(Number.NaN)],
    ['Infinity', exact(Number.POSITIVE_INFINITY)],
    ['1e308', exact(1e308)],
    ['upside down', range(3, 2, 1)],
    ['a bare number', 3],
    ['a word', 'often'],
    ['a list', []]
  ]
  const cases: [string, WorkspaceName, object, string][] = [
    ...numbers.map(([what, frequency]): [string, WorkspaceName, object, string] => [
      `times: ${what}`,
      'lossLines.create',
      amount({ frequency }),
      'frequency'
    ]),
    ['times: negative', 'lossLines.create', amount({ frequency: exact(-1) }), 'frequency'],
    ['times: a thousand and one', 'lossLines.create', amount({ frequency: exact(1_001) }), 'frequency'],
    ...['XQZ', '', '€', 5, null, undefined].map((currency): [string, WorkspaceName, object, string] => [
      `currency ${String(currency)}`,
      'lossLines.create',
      amount({ currency }),
      'currency'
    ]),
    ['a currency without a rate', 'lossLines.create', amount({ currency: 'JPY' }), 'currency'],
    [
      'a law’s amount in another currency',
      'lossLines.create',
      { ...lineOf(calculatorFor('telecoms-uk', {})!, calculatorFor('telecoms-uk', {})!.examples[0]!.inputs), currency: 'EUR' },
      'currency'
    ],
    ['no title', 'lossLines.create', amount({ title: ' ' }), 'title'],
    ['no such status', 'lossLines.create', amount({ status: 'lost' }), 'status'],
    ['inputs that are a list', 'lossLines.create', amount({ inputs: [] }), 'inputs'],
    ...numbers.map(([what, quantity]): [string, WorkspaceName, object, string] => [
      `shared: ${what}`,
      'drivers.create',
      driver({ quantity }),
      'quantity'
    ]),
    ['shared: a share above 100 %', 'drivers.create', driver({ unit: 'share', quantity: exact(1.01) }), 'quantity'],
    ['shared: a negative share', 'drivers.create', driver({ unit: 'share', quantity: exact(-0.01) }), 'quantity'],
    ['shared: without a name', 'drivers.create', driver({ name: '' }), 'name'],
    ...['x', '', Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1, 0, 1e-12, undefined].map(
      (value): [string, WorkspaceName, object, string] => [`rate ${String(value)}`, 'rates.create', rate({ rate: value }), 'rate']
    ),
    ['a rate of a day that is none', 'rates.create', rate({ on: '2026-02-30' }), 'on'],
    ['a rate into the same currency', 'rates.create', rate({ to: 'CHF' }), 'to'],
    ['a rate of an unknown currency', 'rates.create', rate({ from: 'XQZ' }), 'from'],
    ['a rate without a source', 'rates.create', rate({ source: '' }), 'source'],
    ...['x', Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1, 0.5, undefined].map(
      (value): [string, WorkspaceName, object, string] => [
        `step of ${String(value)}`,
        'cliffs.create',
        cliff({ amount: value }),
        'amount'
      ]
    ),
    ['a step on a day that is none', 'cliffs.create', cliff({ on: '2026-13-01' }), 'on']
  ]
  it.each(cases)('%s', async (_, name, input, field) => {
    const note = await refused(name, 'incidentId' in input ? { ...input, incidentId } : input)
    expect(note.code).toBe('invalid')
    const named = Object.entries(note.fields ?? {}).filter(([path]) => path.split('.')[0] === field)
    expect(named.length, Object.keys(note.fields ?? {}).join()).toBeGreaterThan(0)
    for (const [, sentence] of named) expect(sentence).toMatch(/^\S.{6,}\.$/su)
  })
})

describe('a result that no amount can hold', () => {
  it.each([
    ['lost-sales', { unitsShort: exact(1e9), contributionPerUnit: exact(1e9) }, 'inputs'],
    ['own-formula', { formula: 'a ^ b', a: exact(10), b: exact(300) }, 'inputs.formula'],
    ['own-formula', { formula: 'a / (b - 3)', a: exact(10), b: exact(3) }, 'inputs.formula']
  ])('%s %o is refused before it takes the incident’s figures with it', async (id, inputs, path) => {
    const note = await refused('lossLines.create', lineOf(calculatorFor(id, {})!, inputs as LineInputs))
    expect(Object.keys(note.fields!)).toEqual([path])
  })
})
