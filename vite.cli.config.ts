// What runs without a page: the command line and the workspace process. Built apart from main, so that main does not load
// what only these two need.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  // the words are read from tables: docs/decisions/words.md
  resolve: {
    alias: [{ find: /^.*\/messages\/messages\.js$/, replacement: fileURLToPath(new URL('src/words/node.ts', import.meta.url)) }]
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/cli',
    sourcemap: true,
    minify: true,
    rollupOptions: {
      input: {
        index: 'src/cli/index.ts',
        workspace: 'src/workspace/process.ts',
        thread: 'src/workspace/store/thread.ts',
        simulation: 'src/workspace/simulation/thread.ts'
      },
      external: ['better-sqlite3', 'highs'],
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // what it takes to open a file and to answer the first screen stands in one file, which is read at once
        codeSplitting: { groups: [{ name: 'open', test: /\/src\/workspace\/process\.ts$/ }] }
      }
    }
  },
  ssr: { noExternal: true }
})
