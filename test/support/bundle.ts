import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Takes a TypeScript file of the project, gives the path of a bundle that plain Node runs as a process of its own. */
export async function bundle(entry: string): Promise<string> {
  const name = entry.replace(/\W+/g, '-')
  // inside node_modules, so that the native module is found from there
  const outDir = join(root, 'node_modules/.cache/redress-test', name)
  mkdirSync(outDir, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'run.mjs' } }
    }
  })
  return join(outDir, 'run.mjs')
}
