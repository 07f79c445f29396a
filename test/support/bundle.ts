import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Takes a TypeScript file of the project, gives the path of a bundle that plain Node runs as a process of its own. With
 * `threads`, what runs in threads of their own does so there, as in the built program; with `reader`, what opens files from
 * outside.
 */
export async function bundle(entry: string, threads = false, reader = false): Promise<string> {
  const name = entry.replace(/\W+/g, '-')
  // inside node_modules, so that the native module is found from there
  const outDir = join(root, 'node_modules/.cache/redress-test', name)
  mkdirSync(outDir, { recursive: true })
  // so that Node takes what is called .js for a module
  writeFileSync(join(outDir, '..', 'package.json'), '{ "type": "module" }')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: {
          run: join(root, entry),
          ...(threads
            ? {
                thread: join(root, 'src/workspace/store/thread.ts'),
                simulation: join(root, 'src/workspace/simulation/thread.ts')
              }
            : {})
        },
        output: { entryFileNames: ({ name }) => (name === 'run' ? 'run.mjs' : `${name}.js`), chunkFileNames: '[name]-[hash].mjs' }
      }
    }
  })
  if (reader) await bundleReader(join(outDir, '..', 'reader'))
  return join(outDir, 'run.mjs')
}

/** The thread that opens files, beside the bundle of who asks it. */
async function bundleReader(outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { reader: join(root, 'src/reader/process.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
      }
    }
  })
}
