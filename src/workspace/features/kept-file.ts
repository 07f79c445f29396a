import { basename, extname } from 'node:path'
import { add } from '../records'
import { adopt, type Taken } from '../store/evidence'
import type { Change } from '../store/journal'
import type { Id } from '../../shared/values/flavours'

const mediaTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.eml': 'message/rfc822',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

/** What a file is kept as. */
interface KeptAs {
  customerId: Id<'customer'>
  /** Where it was taken in from; its name is kept, and is its title where it has no other. */
  file: string
  title?: string | null
  note?: string | null
  /** What was read out of it; empty where it has no words. */
  words?: string
  /** When it came, an instant. */
  at: string
}

/** Keeps a file that was taken in, as evidence of a customer. Gives the evidence's id. */
export async function keepFile(
  change: Change,
  taken: Taken,
  { customerId, file, title, note, words, at }: KeptAs
): Promise<{ id: string }> {
  const { sha256, bytes } = taken
  await adopt(change, taken)
  const fileName = basename(file)
  return add(change, 'evidence', {
    customerId,
    title: title ?? fileName,
    ...(note === undefined ? {} : { note }),
    ...(words ? { words } : {}),
    sha256,
    fileName,
    mediaType: mediaTypes[extname(fileName).toLowerCase()] ?? 'application/octet-stream',
    bytes,
    collectedAt: at
  })
}
