import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, isAbsolute, join } from 'node:path'
import { plainFile } from '../files/plain'
import { fileTrouble } from '../files/troubles'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import type { ChosenFile } from '../shared/contract/workspace'

const most = 600

/** The files that a person chose in a dialog or dropped on a page. Pages know them by token only. */
export interface ChosenFiles {
  /** Takes the path of a file or a folder, gives its token. Errors: those of `plainFile`. */
  give(path: string): ChosenFile
  /** Takes a name and what was pasted or dropped without a file behind it, keeps it until Redress ends; gives its token. */
  keep(name: string, content: Uint8Array): ChosenFile
  /** Takes a token, gives its path. Error: not-found, it was never given or has been forgotten. */
  pathOf(token: unknown): string
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

export function chosenFiles(): ChosenFiles {
  const paths = new Map<string, string>()
  /** Only for this person's eyes, and gone when Redress ends. */
  let folder: string | null = null
  const room = (): string => {
    if (folder) return folder
    folder = mkdtempSync(join(tmpdir(), 'redress-kept-'))
    const gone = folder
    process.on('exit', () => rmSync(gone, { recursive: true, force: true }))
    return folder
  }
  return {
    keep(name, content) {
      try {
        const path = join(mkdtempSync(join(room(), 'part-')), name)
        writeFileSync(path, content, { mode: 0o600 })
        return this.give(path)
      } catch (error) {
        throw fileTrouble(error, name, 'write') ?? error
      }
    },
    give(path) {
      if (!isAbsolute(path)) throw new Refusal('not-found', m.error_no_file({ file: basename(path) }))
      // a folder holds what is to be imported, as an unpacked archive does; whoever wants a file refuses it
      const file = isFolder(path) ? { size: 0 } : plainFile(path)
      const token = randomUUID()
      paths.set(token, path)
      const [oldest] = paths.keys()
      if (paths.size > most && oldest) paths.delete(oldest)
      return { token, name: basename(path), bytes: file.size }
    },
    pathOf(token) {
      const path = typeof token === 'string' ? paths.get(token) : undefined
      if (!path) throw new Refusal('not-found', m.menu_choose_again())
      return path
    }
  }
}
