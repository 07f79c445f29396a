import { describe, expect, it } from 'vitest'
import { Steps } from '../../src/workspace/store/steps'

describe('the steps of a copy', () => {
  for (const gently of [false, true]) {
    it(`${gently ? 'for which nobody waits' : 'that is waited for'} are as large as a disk takes at once`, () => {
      // a disk that first is quick, then busy, then quick again: milliseconds for each 128 KB
      const steps = new Steps(gently)
      const run = (per64: number, times: number) => {
        for (let n = 0; n < times; n++) steps.took((steps.bytes / 131_072) * per64)
        return (steps.bytes / 131_072) * per64
      }
      run(0.01, 20)
      expect(steps.bytes).toBe(steps.most)
      expect(run(5, 20)).toBeLessThanOrEqual(25)
      expect(steps.bytes).toBeLessThan(steps.most)
      run(500, 20)
      expect(steps.bytes).toBe(131_072)
      run(0.01, 20)
      expect(steps.bytes).toBe(steps.most)
    })
  }
})
