import { createHash } from 'node:crypto'
import { decodePDFRawStream, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { dataName } from '../../shared/brief/data'
import type { PaperFound } from '../../shared/imports/reader'
import { questionsFile } from '../../shared/inquiry/data'

const mostFields = 20_000

/** Takes the bytes of a PDF, gives what of ours travels in it; null where nothing does, or where it cannot be read. */
export async function paperInPdf(content: Uint8Array): Promise<PaperFound> {
  const pdf = await PDFDocument.load(content, { updateMetadata: false }).catch(() => null)
  const attached = pdf ? attachedIn(pdf) : []
  const textOf = (name: string) => {
    const found = attached.find((one) => one.name === name)
    return found && new TextDecoder().decode(found.data)
  }
  const brief = textOf(dataName)
  if (brief !== undefined) return { is: 'brief', data: brief }
  const asked = textOf(questionsFile)
  if (asked === undefined) return null
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { is: 'answers', data: asked, sha256, fields: fieldsIn(pdf!) }
}

function attachedIn(pdf: PDFDocument) {
  try {
    return pdf.getAttachments()
  } catch {
    return []
  }
}

/** What stands in each field of a form, by its name: the text, or for a box the name of its state, nothing where it is not ticked. */
function fieldsIn(pdf: PDFDocument): Record<string, string> {
  const found: Record<string, string> = {}
  for (const field of pdf.getForm().getFields().slice(0, mostFields)) {
    const value = field.acroField.V()
    found[field.getName()] = textOf(value, pdf)
  }
  return found
}

function textOf(value: PDFObject | undefined, pdf: PDFDocument): string {
  const held = pdf.context.lookup(value)
  if (held instanceof PDFString || held instanceof PDFHexString) return held.decodeText()
  // some readers store a long text as a stream
  if (held instanceof PDFRawStream) return new TextDecoder().decode(decodePDFRawStream(held).decode())
  if (!(held instanceof PDFName)) return ''
  return held.decodeText() === 'Off' ? '' : 'x'
}
