import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, PDFRef, type PDFPage } from '@cantoo/pdf-lib'
import { partMark, type Margins, type PlacedNumber } from '../../shared/brief/margins'
import type { BriefModel } from '../../shared/brief/types'
import { contentOf } from './artifacts'

const name = (text: string) => PDFName.of(text)

/** What the words of a document's margins are made from. */
export interface MarginsGiven {
  footer: BriefModel['footer']
  draft?: boolean
  digest?: string
}

/** Takes a brief's footer, its digest and whether it is a draft; gives the words of its margins. */
export function marginsOf({ footer, draft = false, digest }: MarginsGiven): Pick<Margins, 'left' | 'draft' | 'page'> {
  const left = [footer.mark, footer.left, digest && `#${digest.slice(0, 12)}`].filter((words) => words !== undefined).join(' · ')
  return { left, draft: draft ? (footer.draft ?? 'DRAFT') : '', page: footer.page }
}

/** A link of the contents, the page that it stands on and the one that it leads to, from 1. */
export interface ContentsLink {
  link: PDFDict
  on: number
  to: number
  id: string
}

/** Takes a printed document, gives the links of its contents in their order. */
export function contentsOf(pdf: PDFDocument): ContentsLink[] {
  const pages = pdf.getPages()
  const numbers = new Map(pages.map(({ ref }, at) => [String(ref), at + 1]))
  const places = pdf.catalog.lookupMaybe(name('Dests'), PDFDict)
  return pages.flatMap((page, at) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((entry): ContentsLink[] => {
      const link = pdf.context.lookupMaybe(entry, PDFDict)
      const to = link?.lookup(name('Dest'))
      const id = to instanceof PDFName || to instanceof PDFString ? to.decodeText() : ''
      if (!link || !id.startsWith(partMark)) return []
      const place = places?.lookup(name(id))
      const number = place instanceof PDFArray ? numbers.get(String(place.get(0))) : undefined
      return number ? [{ link, on: at + 1, to: number, id: id.slice(partMark.length) }] : []
    })
  )
}

/** Takes a link of the contents and its page; gives the number that stands beside it, in its place. */
export function numberOf({ link, to }: ContentsLink, page: PDFPage): PlacedNumber {
  const [left = 0, bottom = 0, right = 0, top = 0] = link
    .lookup(name('Rect'), PDFArray)
    .asArray()
    .map((one) => (one as PDFNumber).asNumber())
  return { text: String(to), left, top: page.getHeight() - top, width: right - left, height: top - bottom }
}

/**
 * Takes a document, its margins as they were printed, a sheet for each of its pages and then one for each link of the contents;
 * lays them over its pages, in place, and gives for each page the operators that show them, as what they are: no content.
 */
export async function overlaid(pdf: PDFDocument, printed: Uint8Array, links: readonly ContentsLink[]): Promise<string[]> {
  const over = await PDFDocument.load(printed, { updateMetadata: false })
  const sheets = (await pdf.copyPages(over, over.getPageIndices())).map((sheet) => formOf(pdf, sheet))
  const pages = pdf.getPages()
  const shown = (page: PDFPage, sheet: PDFRef, mark: string): string =>
    `/Artifact ${mark} BDC\nq\n${String(page.node.newXObject('Margin', sheet))} Do\nQ\nEMC`
  const footers = pages.map((page, at) => [shown(page, sheets[at]!, '<</Type /Pagination /Subtype /Footer>>')])
  for (const [at, { on }] of links.entries())
    footers[on - 1]!.push(shown(pages[on - 1]!, sheets[pages.length + at]!, '<</Type /Pagination /Subtype /PageNum>>'))
  return footers.map((operators) => operators.join('\n'))
}

/** A page as something to be shown on another. */
function formOf({ context }: PDFDocument, sheet: PDFPage): PDFRef {
  const { width, height } = sheet.getSize()
  const how = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: sheet.node.Resources() ?? {} }
  const form = context.register(context.flateStream(Buffer.from(contentOf(sheet), 'latin1'), how as never))
  for (const held of [sheet.node.get(name('Contents')), sheet.ref]) if (held instanceof PDFRef) context.delete(held)
  return form
}
