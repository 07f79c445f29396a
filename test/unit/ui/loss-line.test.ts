import { describe, expect, it } from 'vitest'
import { newLine, problemAt, problemsOf, restoredLine, withTyped } from '../../../src/renderer/features/losses/line'
import { calculators } from '../../../src/shared/losses/model/all-calculators'

describe('the form of a loss line', () => {
  it('starts every calculator with its own starting values and the currency that the law fixes', () => {
    for (const calculator of calculators) {
      const draft = newLine(calculator.id, 'SEK')
      expect(draft.currency).toBe(calculator.currency ?? 'SEK')
      for (const field of calculator.fields) {
        if (field.kind === 'choice' || field.kind === 'flag') expect(draft.inputs[field.id]).toBe(field.start)
        else if (field.kind === 'quantity' && field.start !== undefined)
          expect(draft.inputs[field.id]).toEqual({ as: 'exact', value: field.start })
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

  it('puts what is typed in the place of what is stored, a new one after it', () => {
    const stored = [
      { id: 'a', n: 1, kept: true },
      { id: 'b', n: 2, kept: true }
    ]
    expect(withTyped(stored, null)).toBe(stored)
    expect(withTyped(stored, { id: 'a', n: 9 })).toEqual([{ id: 'a', n: 9, kept: true }, stored[1]])
    expect(withTyped(stored, { id: 'c', n: 9 })).toBe(stored)
    expect(withTyped(stored, { id: 'c', n: 9 }, (one) => ({ ...one, kept: false }))).toEqual([
      ...stored,
      { id: 'c', n: 9, kept: false }
    ])
  })

  it('finds the problems of what is typed under its id and its place; what a shared quantity breaks is said at its value', () => {
    expect(problemsOf({ 'x.inputs.days.low': 'low', 'edits.lines.0.title': 'long', 'y.title': 'other' }, 'x', 'lines')).toEqual({
      'inputs.days.low': 'low',
      title: 'long'
    })
    expect(problemsOf({ 'line.inputs.share': 'over 100' }, 'driver', 'drivers')).toEqual({ quantity: 'over 100' })
  })
})
