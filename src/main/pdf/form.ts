import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext
} from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)
const scheme = 'field:'
/** An annotation that is printed. */
const printed = 4
const severalLines = 1 << 12

/**
 * Makes each link whose address begins with "field:" the field of that name, where it stands, in place: a text to fill in, one of
 * several lines where it is called "remark", a box to tick where its name ends in ".right". `says` gives what a field asks for, for
 * who cannot see the page. Changes the document; gives the names of its fields in their order.
 */
export function makeFields(pdf: PDFDocument, says: (field: string) => string): string[] {
  const { context, catalog } = pdf
  const fields: PDFRef[] = []
  const names: string[] = []
  for (const page of pdf.getPages()) {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const link = context.lookupMaybe(ref, PDFDict)
      const field = link && fieldOf(link)
      if (!field || !(ref instanceof PDFRef)) continue
      for (const key of ['A', 'Border', 'H', 'C']) link.delete(name(key))
      link.set(name('Subtype'), name('Widget'))
      link.set(name('F'), PDFNumber.of(printed))
      link.set(name('P'), page.ref)
      link.set(name('T'), PDFString.of(field))
      link.set(name('TU'), PDFHexString.fromText(says(field)))
      if (field.endsWith('.right')) makeBox(link, context)
      else makeText(link, field)
      fields.push(ref)
      names.push(field)
    }
  }
  const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }))
  const form = { Fields: fields, DA: PDFString.of('/Helv 10 Tf 0 g'), DR: { Font: { Helv: font } } }
  catalog.set(name('AcroForm'), context.register(context.obj(form)))
  return names
}

function fieldOf(link: PDFDict): string | null {
  const uri = link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'))
  const text = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : ''
  return text.startsWith(scheme) ? decodeURIComponent(text.slice(scheme.length)) : null
}

function makeText(link: PDFDict, field: string): void {
  link.set(name('FT'), name('Tx'))
  link.set(name('DA'), PDFString.of('/Helv 10 Tf 0 g'))
  if (field === 'remark') link.set(name('Ff'), PDFNumber.of(severalLines))
}

/** A box has its two looks with it: empty, and with a tick. */
function makeBox(link: PDFDict, context: PDFContext): void {
  const [left = 0, bottom = 0, right = 0, top = 0] = link
    .lookup(name('Rect'), PDFArray)
    .asArray()
    .map((one) => (one as PDFNumber).asNumber())
  const [width, height] = [right - left, top - bottom]
  const at = (x: number, y: number) => `${(x * width).toFixed(2)} ${(y * height).toFixed(2)}`
  const look = (content: string) =>
    context.register(context.flateStream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] }))
  const tick = `q 1.4 w ${at(0.2, 0.52)} m ${at(0.42, 0.26)} l ${at(0.82, 0.78)} l S Q`
  link.set(name('FT'), name('Btn'))
  link.set(name('V'), name('Off'))
  link.set(name('AS'), name('Off'))
  link.set(name('AP'), context.obj({ N: { Yes: look(tick), Off: look('') } }))
}
