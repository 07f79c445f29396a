// What has not changed in an answer is the object that it was: so two hundred facts are not drawn anew because of one word.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameParts } from '../../src/renderer/same-parts'

const anew = <T>(value: T): T => structuredClone(value)

describe('an answer that came again', () => {
  it('is the object that it was where nothing changed in it', () => {
    const was = { case: { title: 'Late' }, facts: [{ id: 'a', words: 'One', evidence: [] }], loss: null }
    expect(sameParts(was, anew(was))).toBe(was)
  })

  it('keeps all parts but the one that changed, wherever it stands now', () => {
    const was = {
      title: 'Late',
      facts: ['a', 'b', 'c'].map((id) => ({ id, words: id, evidence: [{ id: `${id}1` }] })),
      ways: [{ id: 'x' }]
    }
    const is = anew(was)
    is.facts = [is.facts[2]!, is.facts[0]!, { ...is.facts[1]!, words: 'other' }]
    const given = sameParts(was, is)
    expect(given).toEqual(is)
    expect(given.ways).toBe(was.ways)
    expect(given.facts[0]).toBe(was.facts[2])
    expect(given.facts[1]).toBe(was.facts[0])
    expect(given.facts[2]).not.toBe(was.facts[1])
    expect(given.facts[2]!.evidence).toBe(was.facts[1]!.evidence)
  })

  it('is always what came, of any shape', () => {
    const comes = (was: unknown, is: unknown): void => {
      expect(sameParts(structuredClone(was), structuredClone(is))).toStrictEqual(structuredClone(is))
    }
    const answer = fc.jsonValue({ maxDepth: 4 })
    fc.assert(fc.property(answer, answer, comes))
    // of one shape, with ids that come, go and stand twice
    const rows = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', null), words: fc.constantFrom('x', 'y') }), {
      maxLength: 5
    })
    fc.assert(fc.property(rows, rows, comes))
  })
})
