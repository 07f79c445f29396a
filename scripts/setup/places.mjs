// Where things are: the project, and what this user's machine may keep between clones.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Gives the user's cache folder for Redress; it is not created. */
export function cacheFolder() {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'redress', 'cache')
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'redress')
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches', 'redress') : join(homedir(), '.cache', 'redress')
}

/** Gives a path for this clone's own throw-away files (reports, stamps), creating its folder. */
export function scratch(name) {
  const path = join(root, 'node_modules', '.cache', 'redress', name)
  mkdirSync(dirname(path), { recursive: true })
  return path
}

/** Gives a short stable name for a text. */
export const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Gives a file's parsed JSON, or undefined when it is absent or damaged. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Writes JSON so that a killed process never leaves half a file. */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(value))
  renameSync(`${path}.${process.pid}`, path)
}

/** Gives size and time of a file as text, '' when it is absent. */
export function trace(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${path} ${stat.size} ${Math.floor(stat.mtimeMs)}` : ''
}

/** Gives the full path of a program on PATH, or undefined. */
export function which(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}
