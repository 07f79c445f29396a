import { oneLine } from '../shared/values/one-line'
import type { EvidencePreview } from '../shared/records/evidence'

/** Pictures that every page can show, by how their files begin. None of them holds anything that runs, as SVG does. */
const pictures: readonly [type: string, begins: readonly (number | null)[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]]
]
const largestPicture = 12 * 1024 * 1024
/** How much of a text is shown, in characters. */
const longest = 20_000
/** How much of a file tells whether it is a text, in bytes. */
const looked = 4 * longest

/**
 * Takes a kept file and the words that were read out of it; gives what can be shown of it, by what it is, not by what it is
 * called.
 */
export function previewOf(content: Uint8Array, words: string | null): EvidencePreview {
  const type = pictures.find(([, begins]) => begins.every((byte, at) => byte === null || content[at] === byte))?.[0]
  if (type) {
    if (content.length > largestPicture) return { as: 'name' }
    return { as: 'picture', type, data: Buffer.from(content).toString('base64') }
  }
  const text = textIn(content)
  // some programs write a line before it; a text that tells of it is a text
  const mark = Buffer.from(content.subarray(0, 1_024)).indexOf('%PDF-')
  if (mark === 0 || (mark > 0 && !text)) return { as: 'pages', text: words }
  if (!words || (text && oneLine(text.text).includes(oneLine(words)))) return text ?? { as: 'name' }
  // of RTF, a web page or a mail it is told what it says, and not how that is written
  return { as: 'words', text: words }
}

/** A text is what reads as UTF-8 and holds no control characters but those of lines; a PDF and a workbook are none. */
function textIn(content: Uint8Array): Extract<EvidencePreview, { as: 'text' }> | null {
  const part = content.subarray(0, looked)
  try {
    // what was cut in the middle of a letter is no reason to refuse it
    const text = new TextDecoder('utf-8', { fatal: true }).decode(part, { stream: part.length < content.length })
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return null
    return { as: 'text', text: text.slice(0, longest), more: text.length > longest || part.length < content.length }
  } catch {
    return null
  }
}
