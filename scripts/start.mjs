// npm start: brings what is missing, builds, and opens the workbench on the sample (or on a file: npm start -- FILE).
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hasDisplay } from './setup/libraries.mjs'
import { root } from './setup/places.mjs'
import { runMain, say, SetupError } from './setup/say.mjs'
import { hand } from './setup/run.mjs'
import { setUpElectron } from './setup.mjs'

async function main() {
  const display = hasDisplay()
  await setUpElectron({ nodeToo: !display })
  const { built } = await import('./setup/built.mjs')
  await built()
  if (!display) return printSampleBrief()
  const { openRedress } = await import('./setup/open.mjs')
  const given = process.argv.slice(2)
  say(given.length > 0 ? `opening ${given.join(' ')}` : 'opening the workbench on the sample workspace')
  return openRedress(given.length > 0 ? given.map((file) => (file.startsWith('-') ? file : resolve(file))) : ['--sample'])
}

/** Without a display nothing can be shown, so the sample's brief is printed instead. */
async function printSampleBrief() {
  say('there is no display here (neither DISPLAY nor WAYLAND_DISPLAY), so no window: printing the sample brief instead')
  const folder = mkdtempSync(join(tmpdir(), 'redress-sample-'))
  const workspace = join(folder, 'sample.redress')
  const pdf = join(root, 'out', 'sample-brief.pdf')
  mkdirSync(join(root, 'out'), { recursive: true })
  for (const args of [
    ['sample', workspace],
    ['brief', '--workspace', workspace, '--case', 'CASE-4', '--out', pdf]
  ]) {
    const code = await hand(process.execPath, [join(root, 'scripts', 'redress.mjs'), ...args], {
      stdio: ['ignore', 'ignore', 'inherit']
    })
    if (code !== 0) throw new SetupError(`"redress ${args[0]}" failed.`)
  }
  say(`the sample brief is in ${pdf}`)
}

await runMain(main)
