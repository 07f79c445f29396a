import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, statSync, type Stats } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { isHeld } from './held'
import { applicationId, magic } from './mark'
import { syncFolder } from './sync'
import { fileTrouble } from './troubles'

// Everything that leaves Redress as a file goes through here, whoever writes it: what a person has recorded is never replaced
// by something else, whatever the file is called and by whatever way the name leads to it.

/** Where a header bears the mark of its application. */
const applicationIdAt = 68
const suffix = '.redress'
/** What SQLite and Redress keep beside a workspace, and what is not whole yet. */
const besides = [/^(.+)-(?:wal|shm|journal)$/, /^\.(.+)\.(?:lock|restoring)$/]

/**
 * Refuses a place that what leaves Redress must not take: a folder, a device, a workspace or what belongs to one. `workspace`
 * says that a workspace is written there, as a backup is: it may replace another that nobody has open, for which the writer
 * looks. Errors: invalid, conflict, and those of the system.
 */
export function mayGoOut(file: string, what: 'workspace' | 'other' = 'other'): void {
  const name = basename(file)
  const stat = standing(file)
  if (stat?.isDirectory()) throw new Refusal('invalid', m.file_is_folder({ file: name }))
  if (stat && !stat.isFile()) throw new Refusal('invalid', m.file_not_plain({ file: name }))
  const beside = besides.map((expression) => expression.exec(name)?.[1]).find(Boolean)
  const owner = beside && join(dirname(file), beside)
  if (owner && isWorkspace(owner)) throw taken(name)
  if (what === 'other' && isWorkspace(file)) throw taken(name)
}

const taken = (file: string) => new Refusal('conflict', m.file_is_workspace({ file }))

function standing(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch (error) {
    throw fileTrouble(error, file, 'write') ?? error
  }
}

/** By its name, since what is damaged is one as well; by that it is open here; or by its header. */
function isWorkspace(file: string): boolean {
  if (!standing(file)?.isFile()) return false
  if (file.endsWith(suffix) || isHeld(file)) return true
  const head = Buffer.alloc(applicationIdAt + 4)
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return false
  }
  try {
    const read = readSync(handle, head, 0, head.length, 0)
    return read === head.length && head.toString('latin1', 0, 16) === magic && head.readUInt32BE(applicationIdAt) === applicationId
  } finally {
    closeSync(handle)
  }
}

/**
 * Writes a file that leaves Redress: under a temporary name first, synced, and only then under its own, so that what stands
 * there is whole. Gives what `write` gives. Errors: those of `write`, those of `mayGoOut`, and what the system says, in words.
 */
export async function goOut<T>(file: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  mayGoOut(file)
  // short, so that a name that the system takes is not too long with it
  const part = join(dirname(file), `${randomUUID()}.part`)
  try {
    const handle = await open(part, 'wx')
    let result: T
    try {
      result = await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    mayGoOut(file)
    await rename(part, file)
    syncFolder(dirname(file))
    return result
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    if (error instanceof Refusal || (error as Error | null)?.name === 'AbortError') throw error
    throw fileTrouble(error, file, 'write') ?? error
  }
}

/** The same with all that is to be written. What can't be told better is told as not written. */
export async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  try {
    await goOut(file, (handle) => handle.writeFile(content))
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('device', m.menu_not_written({ file: basename(file) }))
  }
}
