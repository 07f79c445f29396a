// The four processes. An entry that is not there yet is left out with a line, so that the rest can be built.
import { existsSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type UserConfig } from 'electron-vite'

/** Takes names with their source files; gives those that exist. */
function present(entries: Record<string, string>): Record<string, string> {
  const all = Object.entries(entries)
  for (const [, path] of all.filter(([, path]) => !existsSync(path))) console.log(`redress: no ${path} yet, left out`)
  return Object.fromEntries(all.filter(([, path]) => existsSync(path)))
}

const main = present({ index: 'src/main/index.ts' })
const preload = present({ index: 'src/preload/index.ts' })
const renderer = present({ index: 'src/renderer/index.html', brief: 'src/renderer/brief.html' })

// Only better-sqlite3 (the one entry of "dependencies") stays outside; the targets are the oldest runtime we start in.
const config: UserConfig = {}
if (Object.keys(main).length > 0) {
  config.main = {
    build: { target: 'node20', outDir: 'out/main', sourcemap: true, minify: true, rollupOptions: { input: main, output: { format: 'es' } } }
  }
}
if (Object.keys(preload).length > 0) {
  // a sandboxed preload can only be CommonJS
  config.preload = {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      rollupOptions: { input: preload, output: { format: 'cjs', entryFileNames: '[name].cjs' } }
    }
  }
}
if (Object.keys(renderer).length > 0) {
  config.renderer = {
    root: 'src/renderer',
    plugins: [svelte({ configFile: false })],
    build: { target: 'chrome130', outDir: 'out/renderer', emptyOutDir: true, minify: true, rollupOptions: { input: renderer } }
  }
}

export default defineConfig(config)
