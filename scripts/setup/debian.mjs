// System packages: installed by ourselves where we may, else the one command to run.
import { existsSync } from 'node:fs'
import { which } from './places.mjs'
import { run, tail } from './run.mjs'
import { SetupError, step } from './say.mjs'

const isRoot = () => process.getuid?.() === 0

/**
 * Brings Debian (or Ubuntu) packages.
 * Takes package names and the reason in words; errors with the one command to run when we may not install.
 */
export async function installPackages(packages, reason) {
  const debian = existsSync('/etc/debian_version') && which('apt-get')
  if (!debian) throw new SetupError(`${reason}. Please install the equivalents of these Debian packages: ${packages.join(' ')}`)
  const names = await Promise.all(packages.map(currentName))
  if (!isRoot()) throw new SetupError(`${reason}. Please run once: sudo apt-get install -y ${names.join(' ')}`)
  await step(`${reason}: installing ${names.join(' ')}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env })
    let result = await install()
    if (result.code !== 0) {
      await run('apt-get', ['update'], { env })
      result = await install()
    }
    if (result.code !== 0) throw new SetupError(`apt-get install -y ${names.join(' ')} failed:\n${tail(result.output)}`)
  })
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries with a t64 suffix (64-bit time). */
async function currentName(name) {
  if (!name.startsWith('lib')) return name
  const { code, output } = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`])
  return code === 0 && output.includes(`Package: ${name}t64`) ? `${name}t64` : name
}
