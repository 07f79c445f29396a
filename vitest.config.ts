import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// a native module does not like worker threads; the limits are for a busy machine, not for slow code
const part = (name: string) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    pool: 'forks' as const,
    setupFiles: ['test/support/properties.ts', ...(name === 'unit' ? [] : ['test/support/reader.ts'])],
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: { projects: [part('unit'), part('workspace'), part('endurance')], passWithNoTests: true }
})
