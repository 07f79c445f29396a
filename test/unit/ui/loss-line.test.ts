import { describe, expect, it } from 'vitest'
import { newLine, problemAt, restoredLine } from '../../../src/renderer/features/losses/line'
import { calculators } from '../../../src/shared/losses/calculators'

describe('the form of a loss line', () => {
  it('starts every calculator with its own starting values and the currency that the law fixes', () => {
    for (const calculator of calculators) {
      const draft = newLine(calculator.id, 'SEK')
      expect(draft.currency).toBe(calculator.currency ?? 'SEK')
      for (const field of calculator.fields) {
        if (field.kind === 'choice' || field.kind === 'flag') expect(draft.inputs[field.id]).toBe(field.start)
        else if (field.kind === 'quantity' && field.start !== undefined) expect(draft.inputs[field.id]).toEqual({ as: 'exact', value: field.start })
        else expect(draft.inputs).not.toHaveProperty(field.id)
      }
    }
  })

  it('takes a kept draft back only for the calculator it was written for', () => {
    const kept = { ...newLine('plain-amount', 'EUR'), title: 'Trailers', inputs: { amount: { as: 'exact' as const, value: 12 } } }
    expect(restoredLine(JSON.stringify(kept), 'plain-amount')).toEqual(kept)
    expect(restoredLine(JSON.stringify(kept), 'idle-labour')).toBeNull()
    expect(restoredLine('{"calculator":', 'plain-amount')).toBeNull()
  })

  it('finds what is wrong with a field or a part of it, and not with one whose name begins alike', () => {
    const problems = { 'inputs.daysLate.low': 'too low', 'inputs.days': 'missing' }
    expect(problemAt(problems, 'inputs.daysLate')).toBe('too low')
    expect(problemAt(problems, 'inputs.days')).toBe('missing')
    expect(problemAt(problems, 'inputs.day')).toBeUndefined()
  })
})
