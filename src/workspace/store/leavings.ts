import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupFolder } from './backup'

const part = /\.redress\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part(-journal|-wal|-shm)?$/

/**
 * Removes what work that was cut short has left of a workspace: parts of backups and of restored files. To be called with
 * the lock held: nobody else is at such work then.
 */
export function sweepLeavings(file: string): void {
  const name = basename(file)
  sweep(dirname(file), (each) => each.startsWith(`${name}.`) && part.test(each))
  sweep(backupFolder(file), (each) => part.test(each))
}

function sweep(folder: string, isLeft: (name: string) => boolean): void {
  try {
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder)) if (isLeft(name)) rmSync(join(folder, name), { force: true })
  } catch {
    // they are in nobody's way
  }
}

/**
 * Lets nobody but its owner read a file that an earlier Redress made readable for all. One that a group may write to was
 * shared on purpose, and stays so.
 */
export function keepPrivate(file: string): void {
  if (process.platform === 'win32') return
  const { mode, uid } = statSync(file)
  if (uid === process.getuid?.() && mode & 0o077 && !(mode & 0o020)) chmodSync(file, 0o600)
}
