import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import type { Advance } from './runs'

const name = (text: string) => PDFName.of(text)

/** Takes a document, gives what tells the advances of a page's fonts by their names there; each font is read once. */
export function advancesIn({ context }: PDFDocument): (page: PDFPage) => Map<string, Advance> {
  const known = new Map<string, Advance | null>()
  return ({ node }) => {
    const fonts = node.Resources()?.lookupMaybe(name('Font'), PDFDict)
    const found = new Map<string, Advance>()
    for (const [key, held] of fonts?.entries() ?? []) {
      const font = context.lookupMaybe(held, PDFDict)
      const id = held instanceof PDFRef ? String(held) : null
      const read = id && known.has(id) ? known.get(id)! : font ? advanceOf(font) : null
      if (id) known.set(id, read)
      if (read) found.set(key.decodeText(), read)
    }
    return found
  }
}

/** Of a composite font whose codes are its glyphs' numbers, which is how Skia embeds; of any other null. ISO 32000-1, 9.7.4.3. */
function advanceOf(font: PDFDict): Advance | null {
  if (font.lookup(name('Encoding')) !== name('Identity-H')) return null
  const inner = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
  const widths = inner?.lookupMaybe(name('W'), PDFArray)
  if (!inner || !widths) return null
  const usual = inner.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000
  const own = new Map<number, number>()
  const numberAt = (at: number) => (widths.lookup(at) as PDFNumber).asNumber()
  for (let at = 0; at < widths.size();) {
    const first = numberAt(at)
    const next = widths.lookup(at + 1)
    if (next instanceof PDFArray) {
      for (const [index, width] of next.asArray().entries()) own.set(first + index, (width as PDFNumber).asNumber())
      at += 2
    } else {
      for (let glyph = first; glyph <= numberAt(at + 1); glyph++) own.set(glyph, numberAt(at + 2))
      at += 3
    }
  }
  return (glyph) => own.get(glyph) ?? usual
}
