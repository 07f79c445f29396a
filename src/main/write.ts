import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'

/** Writes a file under a temporary name, syncs it and only then renames it: what stands under the name is whole. */
export async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}.part`
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw new Refusal('disk-full', m.error_disk_full())
    throw new Refusal('not-found', m.menu_not_written({ file: basename(file) }))
  }
}
