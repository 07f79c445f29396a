import { defineConfig } from '@playwright/test'

// each test starts a real Electron of its own; npm test says how many at once
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // a window on a busy machine may be a moment late; what needs its second try is named in the report
  retries: 1,
  forbidOnly: true,
  reporter: 'list'
})
