// npm test: set-up, check, unit, workspace and end-to-end tests, one line for all at the end.
// npm test -- check|unit|workspace|e2e [filter] runs a part.
import { existsSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { built, builtMessages } from './setup/built.mjs'
import { hasDisplay } from './setup/libraries.mjs'
import { root, scratch } from './setup/places.mjs'
import { hand } from './setup/run.mjs'
import { runMain, say, SetupError } from './setup/say.mjs'
import { setUpElectron } from './setup.mjs'
import { add, line, none, playwrightTally, vitestTally } from './test/tally.mjs'

const env = { ...process.env, REDRESS_BUILT: '1' }
const report = (name) => {
  rmSync(scratch(name), { force: true })
  return scratch(name)
}

async function checks() {
  const { check } = await import('./check.mjs')
  const results = await check()
  const passed = results.filter(({ ok }) => ok).length
  return { ...none(), passed, failed: results.length - passed }
}

async function vitest(project, filter) {
  const path = report(`${project}.json`)
  const args = ['run', '--project', project, '--reporter', 'default', '--reporter', 'json', `--outputFile.json=${path}`, ...filter]
  const code = await hand(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args], { cwd: root, env })
  return vitestTally(path, code)
}

async function e2e(filter) {
  if (!existsSync(join(root, 'test', 'e2e'))) return none()
  const path = report('e2e.json')
  // where there is no screen, each worker has a virtual one of its own, with its own focus and clipboard; half of the time of
  // each test goes by with waiting, as for a key or a page
  const workers = hasDisplay() || availableParallelism() < 2 ? 1 : Math.min(6, 2 * availableParallelism())
  const args = ['test', '--reporter', 'list,json', '--workers', String(workers), ...filter]
  const own = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: path }
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const code = await hand(process.execPath, [cli, ...args], { cwd: root, env: own })
  return playwrightTally(path, code)
}

const parts = {
  check: () => checks(),
  unit: (filter) => vitest('unit', filter),
  workspace: (filter) => vitest('workspace', filter),
  e2e
}

const needsBuild = (name) => name === 'workspace' || name === 'e2e'

async function build() {
  try {
    await built()
    return none()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    return { ...none(), failed: 1 }
  }
}

await runMain(async () => {
  const [chosen, ...filter] = process.argv.slice(2)
  if (chosen && !(chosen in parts))
    throw new SetupError(`There is no part "${chosen}"; there are: ${Object.keys(parts).join(', ')}`)
  const names = chosen ? [chosen] : Object.keys(parts)
  await setUpElectron()
  await builtMessages()
  // what cannot be built is one failure; what can be tested without it still is
  let all = names.some(needsBuild) ? await build() : none()
  for (const name of all.failed > 0 ? names.filter((one) => one !== 'e2e') : names) {
    const since = Date.now()
    const tally = await parts[name](filter)
    say(`${name}: ${line(tally)}, ${((Date.now() - since) / 1000).toFixed(0)} s`)
    all = add(all, tally)
  }
  process.stdout.write(`${line(all)}\n`)
  return all.failed === 0 && all.passed > 0 ? 0 : 1
})
