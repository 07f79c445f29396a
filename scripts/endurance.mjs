// npm run endurance: what takes too long for every build, with a table of each part in the output.
// npm run endurance -- power|kills|flips|fuzz|independent|typing|soak|large runs one part.
import { join } from 'node:path'
import { builtMessages } from './setup/built.mjs'
import { root } from './setup/places.mjs'
import { hand } from './setup/run.mjs'
import { runMain, say, SetupError } from './setup/say.mjs'
import { setUpElectron } from './setup.mjs'

/** The same tests as in npm test, with more of everything; the soak has one of its own. */
const parts = {
  power: { project: 'workspace', filter: 'test/workspace/power-loss', env: { REDRESS_POWER_STATES: '100000' } },
  kills: { project: 'workspace', filter: 'test/workspace/kill', env: { REDRESS_KILLS: '10000' } },
  flips: { project: 'workspace', filter: 'test/workspace/bit-flips', env: { REDRESS_FLIPS: '2000' } },
  fuzz: { project: 'workspace', filter: 'test/workspace/any-text', env: { REDRESS_RUNS: '2000' } },
  independent: { project: 'unit', filter: 'test/unit/losses/independent', env: { REDRESS_INDEPENDENT_DRAWS: '1000000' } },
  // every field of every form that saves by itself, once at each speed of typing
  typing: { e2e: 'what-is-typed', env: { REDRESS_SPEEDS: '5,50,120,300' } },
  // the file of the soak in Electron
  large: { e2e: 'e2e/large', env: { REDRESS_LARGE_ORDERS: '20000' } },
  soak: { project: 'endurance', filter: 'test/endurance/soak', env: {} }
}

await runMain(async () => {
  const [chosen] = process.argv.slice(2)
  if (chosen && !(chosen in parts))
    throw new SetupError(`There is no part "${chosen}"; there are: ${Object.keys(parts).join(', ')}`)
  await setUpElectron()
  await builtMessages()
  let failed = 0
  for (const [name, { project, filter, e2e, env }] of Object.entries(parts).filter(([name]) => !chosen || name === chosen)) {
    const since = Date.now()
    const args = e2e
      ? [join(root, 'scripts', 'test.mjs'), 'e2e', e2e]
      : [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, filter]
    const code = await hand(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
    say(`${name}: ${code === 0 ? 'passed' : 'FAILED'}, ${((Date.now() - since) / 1000).toFixed(0)} s`)
    if (code !== 0) failed++
  }
  return failed === 0 ? 0 : 1
})
