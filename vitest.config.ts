import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest is begun first, so that nobody waits for it alone at the end. */
const longest = ['power-loss', 'kill', 'import-parts', 'import-limits', 'cli', 'moments', 'troubles', 'import-again', 'rests']
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/workspace/${name}.test.ts`))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

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
  test: {
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [part('unit'), part('workspace'), part('endurance')],
    passWithNoTests: true
  }
})
