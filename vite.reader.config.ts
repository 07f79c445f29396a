// What opens files from outside, by itself: nothing that knows the database may stand in its bundle.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  resolve: {
    alias: [{ find: /^.*\/messages\/messages\.js$/, replacement: fileURLToPath(new URL('src/words/node.ts', import.meta.url)) }]
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/reader',
    sourcemap: true,
    minify: true,
    rollupOptions: {
      input: { reader: 'src/reader/process.ts' },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
    }
  },
  ssr: { noExternal: true }
})
