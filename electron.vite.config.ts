// The four processes. An entry that is not there yet is left out with a line, so that the rest can be built.
import { cpSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type UserConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { icons } from './scripts/setup/icons.mjs'

/** Takes names with their source files; gives those that exist. */
function present(entries: Record<string, string>): Record<string, string> {
  const all = Object.entries(entries)
  for (const [, path] of all.filter(([, path]) => !existsSync(path))) console.log(`redress: no ${path} yet, left out`)
  return Object.fromEntries(all.filter(([, path]) => existsSync(path)))
}

// every program speaks from tables, one for each language, instead of the compiled functions: docs/decisions/words.md
const speaks = (from: string) => ({
  alias: [{ find: /^.*\/messages\/messages\.js$/, replacement: fileURLToPath(new URL(`src/words/${from}.ts`, import.meta.url)) }]
})
const words = {
  name: 'words',
  closeBundle: () => cpSync('src/shared/messages/words', 'out/words', { recursive: true })
}

/** The fonts of the brief come in two forms; every Chromium reads the newer one. */
const newerFonts = {
  name: 'newer-fonts',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /@fontsource\/[^?]*\.css/.test(id) ? code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '') : undefined
}

const main = present({ index: 'src/main/index.ts' })
const preload = present({ index: 'src/preload/index.ts' })
const renderer = present({ index: 'src/renderer/index.html', brief: 'src/renderer/brief.html', look: 'src/renderer/look.html' })

/** Main finds the words of a language by their name. */
const chunkFileNames = ({ facadeModuleId }: { facadeModuleId?: string | null }) =>
  facadeModuleId?.includes('/messages/words/') ? 'assets/words-[name]-[hash].js' : 'assets/[name]-[hash].js'

// each file costs a trip through main: the first screen comes in two, of which the brief shares the first. What holds no
// schema and no words is small enough for both
const groups = [
  {
    name: 'base',
    test: /\/node_modules\/svelte\/|\/src\/shared\/values\/(?!currency|errors|fields)|\/src\/shared\/records\/(?:sides|picture-words)\.|vite\/preload-helper/,
    priority: 2
  },
  { name: 'first', test: /\/src\/renderer\/main\.ts$/, priority: 1 }
]

/** The brief is printed without a door to Redress: nothing of the first screen, which needs one, may stand in what it loads. */
const briefAlone: Plugin = {
  name: 'brief-alone',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [part] : []))
    const seen = new Set(
      chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('brief.html')).map(({ fileName }) => fileName)
    )
    for (const name of seen) for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) seen.add(next)
    const first = chunks.find(({ name, fileName }) => name === 'first' && seen.has(fileName))
    if (first)
      this.error(
        `the brief loads the first screen; what they share belongs into "base". In ${first.fileName}: ${Object.keys(first.modules)
          .filter((id) => id.includes('/src/shared/'))
          .join(', ')}`
      )
  }
}

// What is in "dependencies" (better-sqlite3, highs) stays outside; the targets are the oldest runtime we start in.
const config: UserConfig = {}
if (Object.keys(main).length > 0) {
  config.main = {
    resolve: speaks('node'),
    plugins: [words],
    build: {
      target: 'node20',
      outDir: 'out/main',
      sourcemap: true,
      minify: true,
      rollupOptions: { input: main, output: { format: 'es', chunkFileNames: '[name]-[hash].js' } }
    }
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
    resolve: speaks('page'),
    json: { stringify: true, namedExports: false },
    plugins: [newerFonts, briefAlone, icons, svelte({ configFile: false })],
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      rollupOptions: { input: renderer, output: { chunkFileNames, codeSplitting: { groups } } }
    }
  }
}

export default defineConfig(config)
