// npm run bench: every test/bench/*.bench.ts in one table.  npm run -s bench -- NAME --json: one of them, as JSON rows only.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { built, builtMessages } from './setup/built.mjs'
import { withDisplay } from './setup/display.mjs'
import { root, scratch } from './setup/places.mjs'
import { runMain, SetupError, step } from './setup/say.mjs'
import { setUpElectron } from './setup.mjs'

const folder = join(root, 'test', 'bench')

/** Bundles one benchmark for plain Node, so that nothing of a test runner slows what is measured; gives its module. */
async function load(name) {
  const { build } = await import('vite')
  const outDir = join(scratch('bench/x'), '..', name)
  // bundled files still find their neighbours
  const places = {
    name: 'places',
    transform: (code, id) => ({ code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) })
  }
  rmSync(outDir, { recursive: true, force: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [places],
    build: {
      ssr: join(folder, `${name}.bench.ts`),
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'run.mjs' } }
    }
  })
  return import(pathToFileURL(join(outDir, 'run.mjs')).href)
}

const shown = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

function table(rows) {
  const cells = rows.map(({ bench, name, ours, baseline, ratio, goal, unit }) => {
    const figures = [`${shown(ours)} ${unit}`, `${shown(baseline)} ${unit}`, ratio.toFixed(2), `≤ ${goal}`]
    return [bench, name, ...figures, ratio <= goal ? 'met' : 'MISSED']
  })
  const all = [['bench', 'what', 'ours', 'baseline', 'ratio', 'goal', ''], ...cells]
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const padded = (cell, column) => (column > 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))
  return all.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')
}

await runMain(async () => {
  const words = process.argv.slice(2)
  const json = words.includes('--json')
  const wanted = words.filter((word) => !word.startsWith('-'))
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length))
  const unknown = wanted.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new SetupError(`There is no benchmark "${unknown.join('", "')}"; there are: ${names.join(', ')}`)
  await setUpElectron()
  await builtMessages()
  if (existsSync(join(root, 'src', 'main', 'index.ts'))) await built()
  const rows = await withDisplay(async () => {
    const found = []
    for (const name of wanted.length > 0 ? wanted : names) {
      const bench = await load(name)
      found.push(...(await step(`measuring ${name}`, () => bench.run())).map((row) => ({ bench: name, ...row })))
    }
    return found
  })
  process.stdout.write(`${json ? JSON.stringify(rows, null, 2) : table(rows)}\n`)
})
