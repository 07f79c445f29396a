// Redress without a window: one bundle for plain Node.
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    ssr: 'src/cli/index.ts',
    target: 'node20',
    outDir: 'out/cli',
    sourcemap: true,
    rollupOptions: { external: ['better-sqlite3'], output: { format: 'es', entryFileNames: '[name].js' } }
  },
  ssr: { noExternal: true }
})
