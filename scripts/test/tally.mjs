// Counting what ran: checks, vitest and Playwright together.
import { readJson } from '../setup/places.mjs'

/** Nothing counted yet. */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 })

/** Adds two tallies. */
export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped })

/** The last line of a test run. */
export const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

// a run that failed without a failed test (it crashed, or could not start) is one failure
const orCrash = (tally, code) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)

/** Takes vitest's JSON report and exit code, gives a tally; a file that could not be read counts as one failure. */
export function vitestTally(path, code) {
  const report = readJson(path)
  const tally = none()
  for (const file of report?.testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed += 1
      else if (test.status === 'failed') tally.failed += 1
      else tally.skipped += 1
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) tally.failed += 1
  }
  return orCrash(tally, code)
}

/** Takes Playwright's JSON report and exit code, gives a tally; a test that passed at its second try has passed: Playwright names it "flaky". */
export function playwrightTally(path, code) {
  const stats = readJson(path)?.stats
  if (!stats) return orCrash(none(), code)
  return orCrash({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }, code)
}
