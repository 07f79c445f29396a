// The packages of package-lock.json, installed when they are missing or other than the lock says.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest, readJson, root, which } from './places.mjs'
import { run, tail, withLock } from './run.mjs'
import { SetupError, step } from './say.mjs'

/** Gives npm's own folder: of the npm that started us, beside this Node, or on PATH. Undefined when there is none. */
export function npmFolder() {
  const beside = dirname(process.execPath)
  const started = process.env.npm_execpath
  const onPath = which('npm')
  return [
    ...(started?.endsWith('npm-cli.js') ? [join(dirname(started), '..')] : []),
    join(beside, '..', 'lib', 'node_modules', 'npm'),
    join(beside, 'node_modules', 'npm'),
    ...(onPath ? [join(dirname(realpathSync(onPath)), '..')] : [])
  ].find((folder) => existsSync(join(folder, 'bin', 'npm-cli.js')))
}

/** Gives [program, leading arguments] that run npm. */
export function npmCommand() {
  const folder = npmFolder()
  return folder ? [process.execPath, [join(folder, 'bin', 'npm-cli.js')]] : ['npm', []]
}

/**
 * Whether node_modules holds what the lock asks for.
 * npm writes node_modules/.package-lock.json last of all, so it serves as the stamp of a finished install.
 */
export function dependenciesReady() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || entry.peer || present[path]?.version === entry.version
  )
}

// npm repeats its whole manual after an error; the first lines say what is wrong
const errors = (output) =>
  tail(
    output
      .split('\n')
      .filter((line) => line.startsWith('npm error'))
      .slice(0, 12)
      .join('\n') || output
  )

/** Installs the packages when needed. Error: npm failed, with its last words. */
export async function dependencies() {
  if (dependenciesReady()) return
  await withLock(`dependencies-${digest(root)}`, async () => {
    if (dependenciesReady()) return
    const [program, leading] = npmCommand()
    await step('installing the packages (npm ci, about half a minute)', async () => {
      // no package of ours needs its install script: the native module is set up by native.mjs
      const flags = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
      const { code, output } = await run(program, [...leading, 'ci', ...flags], { cwd: root })
      if (code !== 0) throw new SetupError(`npm ci failed. Is the package registry in reach?\n${errors(output)}`)
    })
  })
}
