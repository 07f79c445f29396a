import type { PaperFound } from '../../shared/imports/reader'
import { filesInZip } from '../archive/zip'
import { bytesOfFile, headOf } from '../bytes'

/** Papers of ours are small: what is larger is none. */
const most = 60 * 1024 * 1024
const pdf = '%PDF-'
const zip = 'PK\u0003\u0004'

/**
 * Takes a file, gives what of ours is in it: the data of a brief, or those of a question sheet with what was answered; null for
 * any other file, whatever it is. Errors: not-found; invalid, it is empty.
 */
export async function paperIn(path: string): Promise<PaperFound> {
  const bytes = await bytesOfFile(path)
  if (bytes.size > most) return null
  const head = (await headOf(bytes, 1_024)).subarray(0, 1_024).toString('latin1')
  if (head.includes(pdf)) return (await import('./pdf')).paperInPdf(await bytes.all())
  if (!head.startsWith(zip)) return null
  const files = await filesInZip(bytes).catch(() => [])
  const book = files.find(({ name, size }) => name === 'xl/workbook.xml' && size < 1024 * 1024)
  return book ? (await import('./workbook')).answersInWorkbook(bytes, book) : null
}
