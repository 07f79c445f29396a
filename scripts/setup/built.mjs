// The built program in out/: made again only when its sources changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { digest, readJson, root, scratch, writeJson } from './places.mjs'
import { run, tail, withLock } from './run.mjs'
import { SetupError, say, step } from './say.mjs'

const generated = join('src', 'shared', 'messages')
const sources = {
  messages: ['resources/messages', 'scripts/messages.mjs'],
  program: [
    'src',
    'resources',
    'package-lock.json',
    'electron.vite.config.ts',
    'vite.cli.config.ts',
    'vite.reader.config.ts',
    'tsconfig.json',
    'scripts/setup/built.mjs'
  ]
}

// the message compiler keeps notes of its own beside its settings
const byProduct = (path) => basename(dirname(path)) === 'redress.inlang' && basename(path) !== 'settings.json'

function files(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat || path === generated || byProduct(path)) return []
  if (!stat.isDirectory()) return [{ path, mark: `${path} ${stat.size} ${stat.mtimeMs}` }]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => files(join(path, name)))
}

/** Gives { quick, content } of a set of sources: quick is made of sizes and times, content (a function) of the bytes. */
function state(paths) {
  const all = paths.flatMap((path) => files(path))
  const content = () => {
    const hash = createHash('sha256')
    for (const { path } of all)
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0')
    return hash.digest('hex')
  }
  return { quick: digest(all.map(({ mark }) => mark).join('\n')), content }
}

// named after its folder: work trees that share node_modules would take one another's messages for their own
const stampOf = (part) => (part === 'program' ? join(root, 'out', '.built.json') : scratch(`messages-${digest(root)}.json`))

function fresh(part, product) {
  if (!existsSync(join(root, product))) return false
  const stamp = readJson(stampOf(part))
  if (!stamp) return false
  const now = state(sources[part])
  if (now.quick === stamp.quick) return true
  // touched, or checked out anew: the bytes decide
  const content = now.content()
  if (content !== stamp.content) return false
  writeJson(stampOf(part), { quick: now.quick, content })
  return true
}

const messagesFresh = () => fresh('messages', join(generated, 'messages.js'))
const programFresh = () => fresh('program', 'out')

async function make(part, text, work) {
  const before = state(sources[part])
  const content = before.content()
  // a build that fails half-way leaves neither the old product nor the new one
  rmSync(stampOf(part), { force: true })
  await step(text, work)
  writeJson(stampOf(part), { quick: before.quick, content })
}

async function node(args, failure) {
  const { code, output } = await run(process.execPath, args, { cwd: root })
  const words = stripVTControlCharacters(output)
    .split('\n')
    .filter((text) => !/^\s+at /.test(text))
    .join('\n')
  if (code !== 0) throw new SetupError(`${failure}\n${tail(words, 30)}`)
  for (const line of words.split('\n').filter((text) => text.startsWith('redress: '))) say(line.slice('redress: '.length))
}

/** Compiles the messages when they changed. A language that lacks something does not stop the build: check does. */
export async function builtMessages() {
  if (messagesFresh()) return
  await withLock(`build-${digest(root)}`, async () => {
    if (messagesFresh()) return
    await make('messages', 'compiling the messages', async () => {
      const { output } = await run(process.execPath, [join(root, 'scripts', 'messages.mjs')], { cwd: root })
      if (!existsSync(join(root, generated, 'messages.js'))) throw new SetupError(`The messages do not compile.\n${tail(output)}`)
    })
  })
}

/** Builds messages and program when their sources changed; `force` always. Error: the bundler's last words. */
export async function built({ force = false } = {}) {
  await builtMessages()
  if (!force && programFresh()) return
  await withLock(`build-${digest(root)}`, async () => {
    if (!force && programFresh()) return
    await make('program', 'building Redress', async () => {
      const cli = existsSync(join(root, 'src', 'cli', 'index.ts'))
      if (!cli) say('no src/cli/index.ts yet, left out')
      const tool = (name) => [join(root, 'node_modules', name, 'bin', `${name}.js`), 'build', '--logLevel', 'warn']
      await Promise.all([
        node(tool('electron-vite'), 'The build failed.'),
        cli && node([...tool('vite'), '-c', 'vite.cli.config.ts'], 'The build of the command line failed.'),
        node([...tool('vite'), '-c', 'vite.reader.config.ts'], 'The build of the reader failed.')
      ])
    })
  })
}
