import { PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

/**
 * Finishes what Chromium printed: the document says who made it, in a metadata stream too; readers show its title and follow
 * its tags; its outline names each heading once; its objects are packed. Takes the PDF, its title and language; gives the
 * finished PDF and its number of pages. Error: what Chromium gave is no PDF.
 */
export async function finishPdf(
  printed: Uint8Array,
  { title, language, creator }: { title: string; language: string; creator: string }
): Promise<{ pdf: Uint8Array; pages: number }> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setCreator(creator)
  pdf.setProducer('Redress')
  pdf.setLanguage(language)
  const made = pdf.getCreationDate() ?? new Date()
  const xmp = pdf.context.stream(xmpOf({ title, language, creator, made: made.toISOString() }), {
    Type: 'Metadata',
    Subtype: 'XML'
  })
  pdf.catalog.set(name('Metadata'), pdf.context.register(xmp))
  pdf.catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true)
  for (const page of pdf.getPages()) page.node.set(name('Tabs'), name('S'))
  const marked = pdf.catalog.lookupMaybe(name('MarkInfo'), PDFDict)
  marked?.set(name('Suspects'), PDFBool.False)
  nameOnce(pdf.catalog.lookupMaybe(name('Outlines'), PDFDict))
  return { pdf: await pdf.save({ useObjectStreams: true }), pages: pdf.getPageCount() }
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

function xmpOf({ title, language, creator, made }: { title: string; language: string; creator: string; made: string }): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool><xmp:CreateDate>${made}</xmp:CreateDate>
<pdf:Producer>Redress</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
