import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFObject,
  type PDFPage
} from '@cantoo/pdf-lib'
import { advancesIn } from './advances'
import { inRuns } from './runs'

const shows = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh'])
const begins = new Set(['m', 're'])
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])

/**
 * Marks what Chromium paints outside every tag (footers, rules, backgrounds, spaces) as decoration, so that a reader passes it
 * over: ISO 14289-1:2014, 7.1; and writes its text in runs. `over` are operators that follow those of each page. Changes the document in place.
 */
export function markArtifacts(pdf: PDFDocument, over: readonly string[]): void {
  const advances = advancesIn(pdf)
  for (const [at, page] of pdf.getPages().entries()) {
    const held = page.node.get(PDFName.of('Contents'))
    const array = page.node.lookup(PDFName.of('Contents'))
    const old = array instanceof PDFArray ? array.asArray() : [held]
    const content = contentOf(page)
    const written = inRuns(artifactsMarked(content), advances(page))
    const packed = deflateSync(Buffer.from(`q\n${written}\nQ\n${over[at] ?? ''}`, 'latin1'), { level: 9 })
    const stream = pdf.context.stream(packed, { Filter: 'FlateDecode' })
    page.node.set(PDFName.of('Contents'), pdf.context.register(stream))
    for (const one of old) if (one instanceof PDFRef) pdf.context.delete(one)
  }
}

/** Takes a page, gives its operators. */
export function contentOf({ node }: PDFPage): string {
  const held = node.lookup(PDFName.of('Contents'))
  const parts: (PDFObject | undefined)[] = held instanceof PDFArray ? held.asArray().map((one) => node.context.lookup(one)) : [held]
  return parts
    .flatMap((part) => (part instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(part).decode()).toString('latin1')] : []))
    .join('\n')
}

/** Takes a page's content as Skia writes it, one operator a line; gives it with all that is in no tag marked as an artifact. */
export function artifactsMarked(content: string): string {
  const out: string[] = []
  let depth = 0
  let path: string[] | null = null
  const mark = (lines: readonly string[]) => out.push('/Artifact BMC', ...lines, 'EMC')
  for (const line of content.split('\n')) {
    const written = line.trimEnd()
    const operator = written.slice(written.lastIndexOf(' ') + 1)
    if (operator.endsWith('BDC') || operator === 'BMC') depth++
    else if (operator === 'EMC') depth--
    if (path) {
      path.push(line)
      if (paints.has(operator)) mark(path)
      else if (operator === 'n') out.push(...path)
      else continue
      path = null
    } else if (depth > 0) out.push(line)
    else if (begins.has(operator)) path = [line]
    else if (shows.has(operator)) mark([line])
    else out.push(line)
  }
  return [...out, ...(path ?? [])].join('\n')
}
