import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { mostInFolder, mostNested } from './limits'

/**
 * Takes a path, gives the files in the folder there, as a mailbox of Apple Mail is one and an archive that was unpacked; null
 * where it is no folder. What is hidden, a link or empty is left alone. Error: invalid, they are too many.
 */
export function filesInFolder(path: string): string[] | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return null
  const found: string[] = []
  let looked = 0
  const look = (folder: string, depth: number) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      // somebody's whole disk is not read to tell that it is no export
      if (++looked > mostInFolder)
        throw new Refusal('invalid', m.imports_folder_many({ file: basename(path), maximum: String(mostInFolder) }))
      const inside = join(folder, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory() && depth < mostNested) look(inside, depth + 1)
      else if (entry.isFile() && statSync(inside).size > 0) found.push(inside)
    }
  }
  look(path, 0)
  return found
}
