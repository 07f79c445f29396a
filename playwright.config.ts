import { defineConfig } from '@playwright/test'

/** What takes longest is begun first, so that nobody waits for it alone at the end. */
const longest = ['what-is-typed', 'tabbing', 'a11y', 'words-come-back', 'in-the-way', 'every-figure', 'brief', 'hard-brief', 'asks']
const files = (names: readonly string[]) => names.map((name) => `**/${name}.test.ts`)

// each test starts a real Electron of its own; npm test says how many at once
export default defineConfig({
  testDir: 'test/e2e',
  projects: [
    { name: 'longest', testMatch: files(longest) },
    { name: 'others', testMatch: files(['*']), testIgnore: files(longest) }
  ],
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // a window on a busy machine may be a moment late; what needs its second try is named in the report
  retries: 1,
  forbidOnly: true,
  reporter: 'list'
})
