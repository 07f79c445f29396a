import { createHash } from 'node:crypto'
import {
  AFRelationship,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFStreamWriter,
  PDFString,
  type PDFObject
} from '@cantoo/pdf-lib'
import type { PlacedNumber } from '../../shared/brief/margins'
import { markArtifacts } from './artifacts'
import { makeFields } from './form'
import { contentsOf, numberOf, overlaid } from './margins'
import { mendTags } from './tags'

/** So many objects are written until others have their turn. */
const objectsPerTurn = 500
const objectsPerStream = 1_000

const name = (text: string) => PDFName.of(text)

export interface Finish {
  title: string
  language: string
  creator: string
  /** The names of the places that links lead to, by their ids. */
  places: ReadonlyMap<string, string>
  /** What is attached: a file name, a line about it and its text. */
  data: { name: string; about: string; text: string }
  /** Prints what goes over the pages: a sheet for each, then one for each number beside the contents. */
  margins: (found: { pages: number; numbers: PlacedNumber[] }) => Promise<Uint8Array>
  /** Of a form: what each of its fields asks for, by its name. */
  asks?: (field: string) => string
}

/** The digest of a brief's data, as it is printed in part and written whole into the file. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Finishes what Chromium printed: the document says who made it, in a metadata stream too; readers show its title and follow
 * its tags, which are mended; its outline names each heading once; its data travel with it; its objects are packed. Takes the
 * PDF and what belongs to it; gives the finished PDF and its number of pages. Error: what Chromium gave is no PDF.
 */
export async function finishPdf(printed: Uint8Array, finish: Finish): Promise<{ pdf: Uint8Array; pages: number }> {
  const { title, language, creator, places, data, asks, margins } = finish
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setCreator(creator)
  pdf.setProducer('Redress')
  pdf.setLanguage(language)
  const made = pdf.getCreationDate() ?? new Date()
  const said = { title, language, creator, made: made.toISOString(), digest: digestOf(data.text) }
  // as bytes: of a text each unit would become one, which is not UTF-8
  const xmp = pdf.context.stream(new TextEncoder().encode(xmpOf(said)), { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(name('Metadata'), pdf.context.register(xmp))
  pdf.catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true)
  for (const page of pdf.getPages()) page.node.set(name('Tabs'), name('S'))
  // whatever it is called there, nothing is left to be suspected
  pdf.catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.delete(name('Suspects'))
  if (asks) makeFields(pdf, asks)
  const links = contentsOf(pdf)
  const pages = pdf.getPages()
  const printedMargins = margins({
    pages: pages.length,
    numbers: links.map((link) => numberOf(link, pages[link.on - 1]!))
  })
  // what goes wrong there is heard below
  printedMargins.catch(() => {})
  mendTags(pdf, places, links)
  markArtifacts(pdf, await overlaid(pdf, await printedMargins, links))
  nameOnce(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))
  await pdf.attach(new TextEncoder().encode(data.text), data.name, {
    mimeType: 'application/json',
    description: data.about,
    creationDate: made,
    modificationDate: made,
    afRelationship: AFRelationship.Data
  })
  return { pdf: await written(pdf), pages: pdf.getPageCount() }
}

/** What is packed together is packed well: some thousand tags say nearly the same. The library's own `save` packs fifty. */
async function written(pdf: PDFDocument): Promise<Uint8Array> {
  await pdf.flush()
  // the first that knows packed objects is 1.5
  pdf.context.header = PDFHeader.forVersion(1, 7)
  return PDFStreamWriter.forContext(pdf.context, objectsPerTurn, true, objectsPerStream).serializeToBuffer()
}

/** A heading that was moved to the next page stands twice in the outline's words ("OptionsOptions"): Chromium adds both places. */
function nameOnce(item: PDFDict | undefined): void {
  for (let next = item?.lookupMaybe(name('First'), PDFDict); next; next = next.lookupMaybe(name('Next'), PDFDict)) {
    const title: PDFObject | undefined = next.lookup(name('Title'))
    if (title instanceof PDFString || title instanceof PDFHexString) {
      const words = title.decodeText()
      const half = words.slice(0, words.length / 2)
      if (half && half + half === words) next.set(name('Title'), PDFHexString.fromText(half))
    }
    nameOnce(next)
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

interface Said {
  title: string
  language: string
  creator: string
  made: string
  digest: string
}

function xmpOf({ title, language, creator, made, digest }: Said): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<dc:identifier>sha256:${digest}</dc:identifier>
<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool><xmp:CreateDate>${made}</xmp:CreateDate>
<pdf:Producer>Redress</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
