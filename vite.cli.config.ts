// What runs without a page: the command line and the workspace process. Built apart from main, so that main does not load
// what only these two need.
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/cli',
    sourcemap: true,
    minify: true,
    rollupOptions: {
      input: { index: 'src/cli/index.ts', workspace: 'src/workspace/process.ts' },
      external: ['better-sqlite3'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
    }
  },
  ssr: { noExternal: true }
})
