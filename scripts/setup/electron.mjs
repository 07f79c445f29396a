// Which Electron runs here, and bringing one. See docs/decisions/electron-runtime.md.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { cacheFolder, readJson, root, trace, writeJson, digest } from './places.mjs'
import { run, withLock } from './run.mjs'
import { say, SetupError, step } from './say.mjs'
import { bringFallback, fallbackPath, fallbackPossible, fallbackVersion } from './electron-fallback.mjs'

const executable = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'

/** Gives the path of the Electron that is already here, or undefined. */
function present() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const candidates = chosen
    ? [join(chosen, executable)]
    : [join(root, 'node_modules', 'electron', 'dist', executable), fallbackPath()]
  return candidates.find((path) => existsSync(path))
}

/**
 * Gives { path, args } of the Electron to use: `path args… more` opens Redress with `more` as its own arguments.
 * The same for start, tests, bench and brief. Error: there is none yet (npm start or npm test brings it).
 */
export function electronRuntime() {
  const path = present()
  if (!path) throw new SetupError('There is no Electron here yet: run npm start or npm test, they bring it.')
  return { path, args: [...rootArgs(), root] }
}

/** Chromium's sandbox refuses to run as root; only then, and only for this developer's runtime, it is left out. */
export const rootArgs = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** Gives the Node-API version of an Electron (asked once and remembered), 0 when it does not say. */
export async function electronNapi(path) {
  const stamp = join(cacheFolder(), 'napi', `${digest(trace(path))}.json`)
  const known = readJson(stamp)
  if (known) return known.napi
  const { code, output } = await run(path, ['-p', 'process.versions.napi'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
  const napi = code === 0 ? Number(output.trim()) || 0 : 0
  if (napi > 0) writeJson(stamp, { napi })
  return napi
}

/** Brings an Electron when there is none; gives its path. Errors in words when none can be had. */
export async function electron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH && !present()) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names a folder without ${executable}: ${process.env.ELECTRON_OVERRIDE_DIST_PATH}`
    )
  }
  if (!present()) {
    await withLock('electron', async () => {
      if (present() || (await official())) return
      if (!fallbackPossible()) {
        throw new SetupError(
          'Electron could not be downloaded. Run "npx install-electron" where the network allows it, or name a folder that holds ' +
            'it in ELECTRON_OVERRIDE_DIST_PATH.'
        )
      }
      await bringFallback()
    })
  }
  const path = present()
  if (path === fallbackPath() && !process.env.REDRESS_QUIET) {
    say(
      `using the stand-in Electron ${fallbackVersion}, for development and tests only; "npx install-electron" brings the official one`
    )
  }
  return path
}

/** Tries Electron's own installer; given up when nothing arrives for 20 s. Gives whether it worked. */
async function official() {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  // the installer downloads into the temporary folder: one of our own shows whether anything arrives
  const temporary = join(cacheFolder(), `electron-download-${process.pid}`)
  mkdirSync(temporary, { recursive: true })
  try {
    await step('fetching Electron with its own installer (about 110 MB)', () => install(installer, temporary))
    return true
  } catch (error) {
    say(`Electron's own download is out of reach (${error.message})`)
    return false
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function install(installer, temporary) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'pipe', 'pipe'], env })
    let words = ''
    child.stdout.on('data', (chunk) => (words += chunk))
    child.stderr.on('data', (chunk) => (words += chunk))
    let size = -1
    let moved = Date.now()
    const timer = setInterval(() => {
      const now = folderSize(temporary)
      if (now !== size) moved = Date.now()
      size = now
      if (Date.now() - moved > 20_000 && !existsSync(join(root, 'node_modules', 'electron', 'dist'))) {
        words = 'nothing arrived for 20 s'
        child.kill('SIGKILL')
      }
    }, 1_000)
    child.on('close', (code) => {
      clearInterval(timer)
      if (code === 0) resolve()
      else reject(new Error(words.trim().split('\n')[0]?.slice(0, 160) || `exit code ${code}`))
    })
  })
}

function folderSize(folder) {
  return readdirSync(folder, { recursive: true }).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0
  )
}
