// better-sqlite3 for the runtimes that will load it. See docs/decisions/node-api.md.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { npmFolder } from './dependencies.mjs'
import { installPackages } from './debian.mjs'
import { cacheFolder, digest, root, scratch, which } from './places.mjs'
import { run, tail, withLock } from './run.mjs'
import { SetupError, step } from './say.mjs'

const neededNapi = 10
const flags = {
  // Node-API 10 functions are there in older runtimes too, only as experimental ones
  CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -fno-lto',
  CFLAGS: '-fno-lto',
  LDFLAGS: '-fno-lto'
}

const source = () => join(root, 'node_modules', 'better-sqlite3')
const target = () => join(source(), 'build', 'Release', 'better_sqlite3.node')

/**
 * Makes sure that better-sqlite3 can be loaded by runtimes with these Node-API versions.
 * Its own prebuilt file serves 10 and later and crashes older ones (a crash no code can catch), so the decision is
 * made from the numbers alone and the module is never tried out in this process.
 */
export async function nativeModule(napiVersions) {
  if (existsSync(target()) || napiVersions.every((napi) => napi >= neededNapi)) return
  const version = JSON.parse(readFileSync(join(source(), 'package.json'), 'utf8')).version
  const libc = process.platform === 'linux' && existsSync('/etc/alpine-release') ? 'musl-' : ''
  const name = `better-sqlite3-${version}-${libc}${process.platform}-${process.arch}-${digest(JSON.stringify(flags))}.node`
  const kept = join(cacheFolder(), 'native', name)
  await withLock(`native-${digest(name)}`, async () => {
    if (!existsSync(kept)) await build(kept)
  })
  mkdirSync(dirname(target()), { recursive: true })
  copyFileSync(kept, `${target()}.${process.pid}`)
  renameSync(`${target()}.${process.pid}`, target())
}

async function build(kept) {
  if (process.platform === 'win32') throw new SetupError('Redress needs Node 22.14 or later on Windows.')
  const missing = ['python3', 'make', 'g++'].filter((program) => !which(program))
  if (missing.length > 0) await installPackages(missing, 'better-sqlite3 is built once for this older Node-API')
  const gyp = join(npmFolder() ?? '', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  if (!existsSync(gyp)) throw new SetupError('npm was not found beside this Node; it brings the tool that builds better-sqlite3.')
  const work = scratch(`better-sqlite3-${process.pid}`)
  await step('building better-sqlite3 for this Node-API, once on this machine (about two minutes)', async () => {
    cpSync(source(), work, { recursive: true })
    try {
      await compile(gyp, work)
      mkdirSync(dirname(kept), { recursive: true })
      copyFileSync(join(work, 'build', 'Release', 'better_sqlite3.node'), `${kept}.${process.pid}`)
      renameSync(`${kept}.${process.pid}`, kept)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  })
}

async function compile(gyp, work) {
  const prefixes = [dirname(dirname(process.execPath)), '/usr', '/usr/local']
  const headers = prefixes.find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')))
  const args = [gyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', ...(headers ? [`--nodedir=${headers}`] : [])]
  const env = { ...process.env, ...flags, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` }
  const built = await run(process.execPath, args, { cwd: work, env })
  if (built.code !== 0)
    throw new SetupError(`better-sqlite3 could not be built; current Node needs no build.\n${tail(built.output)}`)
  // a child may crash where we must not
  const trial = await run(process.execPath, ['-e', 'new (require("./lib"))(":memory:").prepare("select 1").get()'], { cwd: work })
  if (trial.code !== 0) throw new SetupError(`better-sqlite3 was built but does not load in this Node.\n${tail(trial.output)}`)
}
