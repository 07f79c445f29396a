// The system libraries Electron needs on Linux, and Xvfb where there is no display.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages } from './debian.mjs'
import { cacheFolder, digest, readJson, trace, which, writeJson } from './places.mjs'
import { run } from './run.mjs'

const forElectron = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libxss1',
  'libxshmfence1'
]

/** Whether a window can be shown: always, but on Linux without an X or Wayland display. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

async function missingLibraries(electron) {
  // remembered until a system package comes or goes
  const mark = digest(`${trace(electron)} ${trace('/var/lib/dpkg/status')}`)
  const stamp = join(cacheFolder(), 'libraries', `${mark}.json`)
  if (readJson(stamp)?.complete) return []
  const { output } = await run('ldd', [electron])
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  if (missing.length === 0) writeJson(stamp, { complete: true })
  return missing
}

const hasFonts = () => existsSync('/usr/share/fonts') && readdirSync('/usr/share/fonts').length > 0

/** Brings what Electron at this path needs from the system. Errors with the one command when we may not install. */
export async function libraries(electron) {
  if (process.platform !== 'linux') return
  const wanted = [
    ...((await missingLibraries(electron)).length > 0 ? forElectron : []),
    ...(hasDisplay() || which('Xvfb') ? [] : ['xvfb']),
    ...(hasFonts() ? [] : ['fonts-dejavu-core'])
  ]
  if (wanted.length > 0) await installPackages(wanted, 'Electron needs system libraries')
}
