import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// a native module does not like worker threads; the limits are for a busy machine, not for slow code
const part = (name: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    pool: 'forks' as const,
    // what the product is made of is loaded once for all files of a process; a test that fakes a module asks for it anew
    isolate: name === 'endurance',
    setupFiles: ['test/support/properties.ts', 'test/support/language.ts', ...(name === 'unit' ? [] : ['test/support/reader.ts'])],
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: { maxWorkers: '100%', projects: [part('unit'), part('workspace'), part('endurance')], passWithNoTests: true }
})
