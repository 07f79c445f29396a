import type { ChosenFile } from '../../shared/contract/workspace'
import { call, dropped } from '../api'

/** Whether a text is a table: rows of several cells, all of one width, as spreadsheets and pages put them on the clipboard. */
export function isTable(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/)
  while (lines.at(-1) === '') lines.pop()
  if (lines.length < 2) return false
  return ['\t', ';', ',', '|'].some((delimiter) => {
    const width = (line: string) => line.split(delimiter).length
    const first = width(lines[0]!)
    const same = lines.filter((line) => width(line) === first).length
    // prose has commas, too: tabs are nearly always a table, other signs only where every row has as many
    return first > 1 && (delimiter === '\t' ? same >= lines.length * 0.6 : same === lines.length)
  })
}

/** Whether what is typed or pasted now goes into a text. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null

/** Takes files that were dropped, gives their tokens; what has no file behind it, as an attachment of a mail, is kept first. */
export const given = (files: readonly File[]): Promise<ChosenFile[]> =>
  Promise.all(
    files.map(async (file) => {
      try {
        return await dropped(file)
      } catch (error) {
        if (file.size === 0 || file.size > 5_000_000) throw error
        return call('shell.keepContent', {
          name: file.name || 'file',
          content: base64(new Uint8Array(await file.arrayBuffer())),
          as: 'base64'
        })
      }
    })
  )

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}
