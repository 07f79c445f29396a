// Writes NOTICES: the licence of everything that is bundled into the workbench. Run it when a bundled library changes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const bundled = [
  'better-sqlite3',
  'bits-ui',
  'chart.js',
  'csv-parse',
  'highs',
  'ical.js',
  'kysely',
  'mathjs',
  '@orama/stemmers',
  'postal-mime',
  'svelte',
  'svgcanvas',
  'temporal-polyfill',
  'uuid',
  'yauzl',
  'zod',
  '@fontsource-variable/inter',
  '@fontsource/inter',
  '@fontsource/source-serif-4',
  '@cantoo/pdf-lib',
  '@e965/xlsx',
  '@inlang/paraglide-js',
  '@kenjiuno/msgreader',
  '@lucide/svelte',
  'docx',
  'hucre',
  'jszip',
  'pdfjs-dist',
  'pptxgenjs',
  'electron'
]
const modules = new URL('../node_modules/', import.meta.url)
const read = (name, file) => readFileSync(new URL(`${name}/${file}`, modules), 'utf8')

/** Takes a package, gives it and what it needs at run time, as far as it is installed. */
function withNeeds(name, seen) {
  if (seen.has(name) || !existsSync(new URL(`${name}/package.json`, modules))) return seen
  seen.add(name)
  const about = JSON.parse(read(name, 'package.json'))
  // Electron's own needs only fetch its binary; the native module's only build it
  if (name !== 'electron' && name !== 'better-sqlite3' && name !== '@inlang/paraglide-js') {
    for (const need of Object.keys(about.dependencies ?? {})) withNeeds(need, seen)
  }
  return seen
}

const parts = [...bundled.reduce((seen, name) => withNeeds(name, seen), new Set())].sort().map((name) => {
  const about = JSON.parse(read(name, 'package.json'))
  const file = readdirSync(new URL(`${name}/`, modules)).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? read(name, file).trim() : `Licence: ${about.license}`
  return `${name} ${about.version} (${about.license})\n\n${text}\n`
})
const noto = readFileSync(new URL('../src/renderer/brief/fonts/LICENCE-NOTO', import.meta.url), 'utf8')
parts.push(`Noto Emoji, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Math (OFL-1.1)\n\n${noto}`)
writeFileSync(
  new URL('../NOTICES', import.meta.url),
  `Redress is under the MIT licence (LICENSE). It bundles the following works under their own licences;\nthose of the dictionaries of the spell check stand in resources/dictionaries/LICENCES.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
)
