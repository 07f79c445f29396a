// The parts of `npm run check`. Each gives { ok, output }.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, scratch } from '../setup/places.mjs'
import { run } from '../setup/run.mjs'
import { messageProblems } from './messages.mjs'
import { ringProblems } from './rings.mjs'

async function tool(path, ...args) {
  const env = { ...process.env, NO_COLOR: '1' }
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root, env })
  return { ok: code === 0, output }
}

const tsc = (project) =>
  tool('typescript/bin/tsc', '-p', project, '--incremental', '--tsBuildInfoFile', scratch(`${project}.tsbuildinfo`))

const say = (problems) => ({ ok: problems.length === 0, output: problems.join('\n') })

function preload() {
  const file = 'src/preload/index.ts'
  if (!existsSync(join(root, file))) return say([])
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length
  return say(lines < 25 ? [] : [`${file} has ${lines} lines; the door stays under 25`])
}

// a first value that is kept on purpose is common in forms; every other warning counts (accessibility above all)
const warnings = ['--fail-on-warnings', '--compiler-warnings', 'state_referenced_locally:ignore', '--output', 'human']

/** The parts by name, the long ones first. */
export const parts = {
  // types of every process and test: tsc alone cannot look into components, so svelte-check runs it for all of them
  'types and pages': () => tool('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', ...warnings),
  lint: () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0', '--cache', '--cache-location', scratch('eslint')),
  format: () =>
    tool('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn', '--cache', '--cache-location', scratch('prettier')),
  'dead code': () => tool('knip/bin/knip.js', '--no-progress'),
  // tests are entries there: what only they enter is found here
  'dead code of the product': () =>
    tool('knip/bin/knip.js', '--no-progress', '--production', '--config', 'knip.production.jsonc', '--no-config-hints'),
  'types of the pure rules': () => tsc('tsconfig.shared.json'),
  rings: async () => say(ringProblems(root)),
  messages: async () => say(messageProblems()),
  preload: async () => preload()
}
