import { lstatSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { fileTrouble } from './troubles'

/**
 * Takes the path of a file that is to be read, gives how it stands. It is looked at and not opened: the opening of a pipe waits
 * for somebody who writes into it. Errors: not-found; invalid, it is a folder, a device, a pipe or a socket; the system's, in
 * words.
 */
export function plainFile(path: string): Stats {
  const file = basename(path)
  let stat: Stats | undefined
  try {
    stat = statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw fileTrouble(error, path) ?? error
  }
  if (!stat) throw new Refusal('not-found', m.error_no_file({ file }))
  if (stat.isDirectory()) throw new Refusal('invalid', m.file_is_folder({ file }))
  if (!stat.isFile()) throw new Refusal('invalid', m.file_not_plain({ file }))
  return stat
}

/**
 * Refuses a workspace beside which something else stands under the names of SQLite's files or Redress's own: a pipe would hang
 * whoever opens it, and what is written to a link is written into somebody else's file. Errors: invalid; the system's, in words.
 */
export function plainBeside(file: string): void {
  const own = ['lock', 'restoring'].map((end) => join(dirname(file), `.${basename(file)}.${end}`))
  for (const path of [...['-wal', '-shm', '-journal'].map((end) => file + end), ...own]) {
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (stat?.isDirectory()) throw new Refusal('invalid', m.file_is_folder({ file: basename(path) }))
    if (stat && !stat.isFile()) throw new Refusal('invalid', m.file_not_plain({ file: basename(path) }))
  }
}
