// Makes resources/dictionaries: what Chromium's spell check reads, from the Hunspell dictionaries that npm carries. Run by
// hand when a dictionary has a newer version; how it is used: docs/decisions/spell-check.md.
//
//   npm install --no-save dictionary-en dictionary-en-gb dictionary-es dictionary-el dictionary-et
//   apt-get install qtwebengine5-dev-tools libqt5webengine-data
//   node scripts/dictionaries.mjs
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { root } from './setup/places.mjs'

const converter = '/usr/lib/qt5/bin/qwebengine_convert_dict'
/** The name that Chromium asks for, by package. */
const made = {
  'dictionary-en': 'en-US-10-1',
  'dictionary-en-gb': 'en-GB-10-1',
  'dictionary-es': 'es-ES-3-0',
  'dictionary-el': 'el-GR-3-0',
  'dictionary-et': 'et-EE-3-0'
}
const folder = join(root, 'resources', 'dictionaries')
const work = mkdtempSync(join(tmpdir(), 'redress-dictionaries-'))
mkdirSync(folder, { recursive: true })
const licences = Object.entries(made).map(([name, target]) => {
  const from = join(root, 'node_modules', name)
  for (const kind of ['aff', 'dic']) copyFileSync(join(from, `index.${kind}`), join(work, `${target}.${kind}`))
  const file = join(work, `${target}.bdic`)
  execFileSync(converter, [join(work, `${target}.dic`), file], { stdio: 'ignore' })
  const bytes = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(join(folder, `${target}.bdic.br`), brotliCompressSync(bytes, { params }))
  console.log(`${target}: ${bytes.length} bytes unpacked (src/main/dictionaries.ts holds them)`)
  const { version, license } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
  const text = join(from, 'license')
  const said = existsSync(text) ? readFileSync(text, 'utf8').trim() : 'The text of the licence is at the end.'
  return `${target}.bdic, made of ${name} ${version} (${license}), unchanged\n\n${said}\n`
})
rmSync(work, { recursive: true })
const known = ['MPL-1.1', 'LGPL-2.1'].map((name) => readFileSync(join('/usr/share/common-licenses', name), 'utf8'))
const head =
  'The dictionaries of the spell check are works of others under their own licences. Where a dictionary may be had under one of ' +
  'several, Redress passes it on under the MPL 1.1. Their sources are the .aff and .dic files of the packages that are named ' +
  'here; scripts/dictionaries.mjs makes them again.\n'
writeFileSync(join(folder, 'LICENCES'), [head, ...licences, ...known].join(`\n${'-'.repeat(80)}\n\n`))
