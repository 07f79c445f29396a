// Draws pages of a PDF from outside, as pictures. It stands in a locked window of its own, which has no door and is destroyed
// afterwards; the words of the PDF that would run something are not run, and nothing but that one file can be fetched.
import { AnnotationMode, getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { askedIn, drawnTitle, paperPath, type Drawn } from '../../shared/look/pages'

/** So wide are pages drawn, and so many pixels one may have at most: a page may be of any size. */
const width = 1_200
const mostPixels = 4_000_000

// in this page: it is a process of its own already
;(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker
;(globalThis as { pages?: Drawn }).pages = await drawn(askedIn(location.hash)).catch(() => ({ of: 0, pages: [] }))
document.title = drawnTitle

async function drawn({ from, count }: { from: number; count: number }): Promise<Drawn> {
  const data = new Uint8Array(await (await fetch(paperPath)).arrayBuffer())
  const pdf = await getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false
  }).promise
  const pages: Drawn['pages'] = []
  for (let number = from; number < from + count && number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const plain = page.getViewport({ scale: 1 })
    const scale = Math.min(width / plain.width, Math.sqrt(mostPixels / (plain.width * plain.height)))
    const viewport = page.getViewport({ scale })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(viewport.width))
    canvas.height = Math.max(1, Math.round(viewport.height))
    // as it is printed: a hidden window has no frames to draw in
    await page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.ENABLE }).promise
    pages.push({ number, width: canvas.width, height: canvas.height, png: canvas.toDataURL('image/png').split(',')[1] ?? '' })
    page.cleanup()
  }
  return { of: pdf.numPages, pages }
}
