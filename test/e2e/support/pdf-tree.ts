import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib'

/** A piece of marked content in reading order: on which page it is, and the roles of what it is in, the outermost first. */
export interface Leaf {
  page: number
  roles: string[]
  /** The row of a table that it is in. */
  row: string | null
}

const name = (text: string) => PDFName.of(text)

/** Takes a PDF, gives all that its tags hold, in reading order. */
export async function leaves(bytes: Uint8Array): Promise<Leaf[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = new Map(pdf.getPages().map((page, at) => [page.ref.toString(), at]))
  const found: Leaf[] = []
  const walk = (object: PDFObject | undefined, roles: string[], row: string | null, page: number): void => {
    const held = pdf.context.lookup(object)
    if (held instanceof PDFNumber) return void found.push({ page, roles, row })
    if (held instanceof PDFArray) return held.asArray().forEach((kid) => walk(kid, roles, row, page))
    if (!(held instanceof PDFDict)) return
    const on = pages.get(String(held.get(name('Pg')))) ?? page
    const type = held.lookup(name('Type'))
    if (type === name('MCR')) return void found.push({ page: on, roles, row })
    const role = held.lookup(name('S'))
    if (!(role instanceof PDFName)) return
    const own = role.decodeText()
    walk(held.get(name('K')), [...roles, own], own === 'TR' && object instanceof PDFRef ? object.toString() : row, on)
  }
  walk(pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).get(name('K')), [], null, 0)
  return found
}

/** How many rows of tables stand on more than one page. */
export function splitRows(all: readonly Leaf[]): number {
  const pages = new Map<string, Set<number>>()
  // the head of a table is printed again on each page
  for (const { row, page, roles } of all)
    if (row && !roles.includes('THead')) pages.set(row, (pages.get(row) ?? new Set()).add(page))
  return [...pages.values()].filter(({ size }) => size > 1).length
}

/** The pages at whose foot a heading or the head of a table stands by itself, what it is over being on the next one; counted from one. */
export function stranded(all: readonly Leaf[]): number[] {
  const isHead = ({ roles }: Leaf) => /^H[1-6]$|^Caption$/.test(roles.find((role) => /^H[1-6]$|^Caption$/.test(role)) ?? '')
  const headings = all.flatMap((leaf, at) => {
    const next = all[at + 1]
    return next && isHead(leaf) && !isHead(next) && next.page > leaf.page ? [leaf.page + 1] : []
  })
  return [...headings, ...headsAlone(all)]
}

/** A head that is printed again on later pages is tagged there too: its first place is meant, and the first row under it. */
function headsAlone(all: readonly Leaf[]): number[] {
  const found: number[] = []
  let first = Infinity
  for (const { roles, page } of all) {
    if (roles.includes('THead')) first = Math.min(first, page)
    else {
      if (roles.includes('Table') && page > first) found.push(first + 1)
      first = Infinity
    }
  }
  return found
}
