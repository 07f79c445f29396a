import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { add, line, none, playwrightTally, vitestTally } from '../../../scripts/test/tally.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-tally-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const report = (value: unknown): string => {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(value))
  return path
}
const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) })

describe('the last line of a test run', () => {
  it('names skipped tests only when there are some', () => {
    expect(line({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(line(add({ passed: 3, failed: 1, skipped: 0 }, { passed: 2, failed: 0, skipped: 4 }))).toBe(
      '5 passed, 1 failed, 4 skipped'
    )
  })

  it('counts tests, and a file that could not be read as a failure', () => {
    const path = report({
      testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed'), file('failed')]
    })
    expect(vitestTally(path, 1)).toEqual({ passed: 3, failed: 2, skipped: 1 })
  })

  it('counts a run without a report as a failure', () => {
    expect(vitestTally(join(folder, 'none.json'), 1)).toEqual({ ...none(), failed: 1 })
    expect(playwrightTally(join(folder, 'none.json'), 1)).toEqual({ ...none(), failed: 1 })
  })

  it('counts a run that failed although its tests passed as a failure', () => {
    expect(vitestTally(report({ testResults: [file('passed', 'passed')] }), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('counts a test that passed at its second try as passed', () => {
    expect(playwrightTally(report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } }), 1)).toEqual({
      passed: 7,
      failed: 1,
      skipped: 3
    })
  })
})
