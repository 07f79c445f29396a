// What opens files from outside, by itself: nothing that knows the database may stand in its bundle.
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/** The reader of PDF asks for something to draw on when it is loaded; it is used for words alone, and nothing that draws is shipped. */
const withoutCanvas: Plugin = {
  name: 'without-canvas',
  transform(code, id) {
    if (/pdfjs-dist.legacy.build.pdf\.mjs$/.test(id)) return code.replace('canvas = require("@napi-rs/canvas");', '')
  }
}

export default defineConfig({
  plugins: [withoutCanvas],
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
