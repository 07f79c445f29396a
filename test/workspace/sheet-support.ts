import { inflateSync } from 'node:zlib'
import { read } from '@e965/xlsx'
import Zip from 'jszip'

/** Takes a workbook and what is to stand where ("figure" of the row with this key), fills it as raw XML: no library wrote a cell of it. */
export async function filled(
  bytes: Uint8Array,
  answers: Record<string, Partial<Record<Filling, string | number>>>
): Promise<Buffer> {
  const zip = await Zip.loadAsync(bytes)
  const rows = rowsOf(bytes)
  let xml = await zip.file('xl/worksheets/sheet1.xml')!.async('string')
  for (const [key, given] of Object.entries(answers)) {
    for (const [column, value] of Object.entries(given)) {
      const at = `${letters[column as Filling]}${rows.get(key)}`
      const cell = new RegExp(`<c r="${at}"([^>]*?)(?:/>|>.*?</c>)`)
      const found = cell.exec(xml)
      if (!found) throw new Error(`no cell ${at}`)
      const kept = found[1]!.replace(/ t="[^"]*"/, '')
      xml = xml.replace(
        cell,
        typeof value === 'number'
          ? `<c r="${at}"${kept}><v>${value}</v></c>`
          : `<c r="${at}"${kept} t="inlineStr"><is><t>${value}</t></is></c>`
      )
    }
  }
  zip.file('xl/worksheets/sheet1.xml', xml)
  return zip.generateAsync({ type: 'nodebuffer' })
}

type Filling = 'label' | 'unit' | 'right' | 'figure' | 'least' | 'most' | 'beside' | 'key'
const letters: Record<Filling, string> = {
  label: 'A',
  unit: 'B',
  right: 'D',
  figure: 'E',
  least: 'F',
  most: 'G',
  beside: 'B',
  key: 'H'
}

/** The number of each row by the key that stands in it. */
function rowsOf(bytes: Uint8Array): Map<string, number> {
  const book = read(bytes, { dense: true })
  const rows = book.Sheets[book.SheetNames[0]!]!['!data'] as { v?: unknown }[][]
  return new Map(rows.flatMap((row, at) => (row?.[7]?.v ? [[String(row[7].v), at + 1] as const] : [])))
}

/** Everything that a file says, whatever it is packed in: its own bytes, those of each file in it, and of each stream of a PDF. */
export async function everyByte(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes)
  const parts: Buffer[] = [buffer]
  if (buffer.subarray(0, 2).toString() === 'PK') {
    const zip = await Zip.loadAsync(buffer)
    for (const file of Object.values(zip.files)) {
      parts.push(Buffer.from(file.name))
      if (file.dir) continue
      const inner = await file.async('nodebuffer')
      parts.push(Buffer.from(await everyByte(inner)))
    }
  }
  if (buffer.subarray(0, 5).toString() === '%PDF-') parts.push(...streamsIn(buffer))
  // UTF-8, UTF-16 in either order, as names in PDFs are written
  return parts
    .map((part) => [part.toString('utf8'), part.toString('utf16le'), part.toString('latin1').replaceAll('\0', '')].join('\n'))
    .join('\n')
}

function streamsIn(pdf: Buffer): Buffer[] {
  const found: Buffer[] = []
  const text = pdf.toString('latin1')
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.slice(at - 3, at) === 'end') continue
    const begin = at + 6 + (text[at + 6] === '\r' ? 2 : 1)
    const end = text.indexOf('endstream', begin)
    if (end < 0) break
    try {
      found.push(inflateSync(pdf.subarray(begin, end)))
    } catch {
      found.push(pdf.subarray(begin, end))
    }
  }
  // names in hexadecimal
  const spelt = [...found, pdf].flatMap((part) =>
    [...part.toString('latin1').matchAll(/<([\dA-Fa-f]{4,})>/g)].map(([, hex]) => Buffer.from(hex!, 'hex'))
  )
  return [...found, ...spelt]
}
