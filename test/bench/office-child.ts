import { peakMemory } from '../support/peak'
import { xlsxOf } from '../../src/main/shapes/xlsx'
import { incidentSheets } from '../../src/shared/brief/workbook/incident'
import { wordsOf } from '../../src/shared/brief/words'
import { calculatorFor } from '../../src/shared/losses/model/all-calculators'
import type { SimulationInput } from '../../src/shared/losses/engine/incident-loss'

/** Run as a process of its own: makes the workbook of an incident of so many lines, prints seconds, megabytes at most and bytes. */

const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })
const lines = Array.from({ length: Number(process.argv[2]) }, (_, at) => ({
  id: `line-${at}`,
  title: `Line ${at}`,
  currency: 'EUR',
  status: 'estimated' as const,
  ...(at % 2
    ? {
        calculator: 'idle-labour',
        inputs: { people: { as: 'exact' as const, value: 12 }, hoursIdle: range(3, 5, 9), loadedRate: range(25, 31, 40) }
      }
    : { calculator: 'plain-amount', inputs: { amount: range(1_000, 4_000, 9_000) } })
}))
const input: SimulationInput = {
  lines: lines as unknown as SimulationInput['lines'],
  drivers: [],
  rates: [],
  currency: 'EUR',
  seed: 'bench',
  calculators: (id, line) => calculatorFor(id, line.inputs)
}
const began = performance.now()
const { sheets } = incidentSheets(input, 'INC-1', wordsOf('en', 'a4', 'UTC' as never, '2026-11-20'))
const bytes = (await xlsxOf({ title: 'Bench', sheets, names: [] })).length
process.stdout.write(JSON.stringify({ took: (performance.now() - began) / 1_000, memory: peakMemory(), bytes }))
