import { createHash } from 'node:crypto'
import { lstat, opendir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileTrouble } from '../../files/troubles'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'

/** So many names of a folder are gone through, and so many files in it may be exports; more is no folder of exports. */
const mostNames = 20_000
const mostFiles = 2_000

/** A file in the folder, with what tells it from another file of that name. */
export interface Found {
  name: string
  bytes: number
  at: number
  mark: string
}

/**
 * Takes a folder and the endings of files that can be imported, gives those in it, the oldest first. Only what stands in the folder
 * itself: no folders within, and no links, wherever they lead. Errors: those of the system, in words; invalid, it holds too much.
 */
export async function filesIn(folder: string, endings: ReadonlySet<string>): Promise<Found[]> {
  try {
    const names = await namesIn(folder, endings)
    const found = await Promise.all(names.map((name) => fileAt(folder, name)))
    return found.filter((file) => file !== null).sort((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1))
  } catch (error) {
    throw fileTrouble(error, folder) ?? error
  }
}

async function namesIn(folder: string, endings: ReadonlySet<string>): Promise<string[]> {
  const names: string[] = []
  let seen = 0
  for await (const entry of await opendir(folder)) {
    const ending = extname(entry.name).slice(1).toLowerCase()
    // what Office and downloads keep beside a file begins or ends otherwise
    if (entry.isFile() && endings.has(ending) && !/^(?:\.|~\$)/.test(entry.name)) names.push(entry.name)
    if (++seen > mostNames || names.length > mostFiles) throw new Refusal('invalid', m.desk_folder_many())
  }
  return names
}

/** Null where it has gone meanwhile, or is nothing yet. */
async function fileAt(folder: string, name: string): Promise<Found | null> {
  const stat = await lstat(join(folder, name)).catch(() => null)
  if (!stat?.isFile() || stat.size === 0) return null
  const mark = createHash('sha256').update(`${name}\0${stat.size}\0${stat.mtimeMs}`).digest('base64url').slice(0, 12)
  return { name, bytes: stat.size, at: stat.mtimeMs, mark }
}
