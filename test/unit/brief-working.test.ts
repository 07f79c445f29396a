import { expect, it } from 'vitest'
import type { Clock } from '../../src/shared/values/clock'
import { lineOf } from '../../src/shared/brief/lines'
import { wordsOf } from '../../src/shared/brief/words'
import type { IncidentFacts } from '../../src/shared/brief/facts'
import type { Driver, LossLine, Rate } from '../../src/shared/contract/losses'

const stored = { createdAt: '', updatedAt: '', trashedAt: null }

it('a shared amount is in the incident’s currency, and the working of a line in another turns it by the dated rate', () => {
  const driver = {
    ...stored,
    id: 'd',
    incidentId: 'i',
    name: 'Hourly rate',
    unit: 'money-per-hour',
    quantity: { as: 'exact', value: 30 },
    basis: null
  } as Driver
  const rate = { ...stored, id: 'r', from: 'EUR', to: 'USD', rate: 1.1, on: '2026-11-20', source: 'ECB' } as Rate
  const line = {
    ...stored,
    id: 'l',
    incidentId: 'i',
    title: 'Crew',
    calculator: 'idle-labour',
    currency: 'USD',
    status: 'estimated',
    confidence: 'high',
    inputs: {
      people: { as: 'exact', value: 2 },
      hoursIdle: { as: 'exact', value: 10 },
      loadedRate: { as: 'driver', driverId: 'd' }
    }
  } as unknown as LossLine
  const facts = {
    view: { incident: { currency: 'EUR', began: '2026-11-20' }, calendar: { zone: 'UTC' }, evidence: [] },
    sheet: { lines: [line], drivers: [driver], rates: [rate], answers: [], proofs: [], examined: [] }
  } as unknown as IncidentFacts
  const said = lineOf(line, undefined, facts, wordsOf('en', 'a4', 'UTC' as Clock, '2026-11-20'))
  expect(said.inputs!.rows.find(([, , meaning]) => meaning!.includes('Hourly rate'))![1]).toContain('30 EUR')
  expect(JSON.stringify(said.working!.rows)).toContain('US$660')
})
