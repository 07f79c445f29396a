import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib'
import type { ContentsLink } from './margins'

const name = (text: string) => PDFName.of(text)

/** A part of the tag tree, with the way back to it. */
interface Tag {
  ref: PDFRef
  dict: PDFDict
  role: string
}

/**
 * Mends the tags that Chromium writes, for PDF/UA-1: an item of a list is a label and a body, or a body alone; a table has a
 * caption, a head and a body; a link says where it leads, one of the contents on which page. Takes the document, the names of
 * its places by their ids and its contents, and changes it in place. ISO 14289-1:2014, 7.2, 7.5, 7.6 and 7.18.5.
 */
export function mendTags(pdf: PDFDocument, places: ReadonlyMap<string, string>, contents: readonly ContentsLink[]): void {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root) {
    for (const tag of kidsOf(root, pdf.context)) mend(tag, pdf.context)
    keepIdsOfHeads(root, pdf.context)
  }
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots()
    for (const entry of annotations?.asArray() ?? []) {
      const link = pdf.context.lookupMaybe(entry, PDFDict)
      if (link?.lookup(name('Subtype')) === name('Link')) describe(link, places, pdf)
    }
  }
  // the number itself is printed beside it
  for (const { link, id, to } of contents) link.set(name('Contents'), PDFHexString.fromText(`${places.get(id) ?? id}, ${to}`))
}

/** Cells name their heads by id; every other id only makes the file larger. */
function keepIdsOfHeads(root: PDFDict, context: PDFContext): void {
  const id = name('ID')
  const heads: [PDFObject, PDFRef][] = []
  const walk = (tag: Tag): void => {
    const own = tag.dict.get(id)
    if (own && tag.role === 'TH') heads.push([own, tag.ref])
    else if (own) tag.dict.delete(id)
    kidsOf(tag.dict, context).forEach(walk)
  }
  kidsOf(root, context).forEach(walk)
  const drop = (node: PDFObject | undefined): void => {
    const dict = context.lookup(node)
    const kids = dict instanceof PDFDict ? dict.lookup(name('Kids')) : undefined
    if (kids instanceof PDFArray) kids.asArray().forEach(drop)
    if (node instanceof PDFRef) context.delete(node)
  }
  drop(root.get(name('IDTree')))
  heads.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1))
  root.set(name('IDTree'), context.obj({ Names: heads.flat() }))
}

function kidsOf(dict: PDFDict, context: PDFContext): Tag[] {
  const held = dict.get(name('K'))
  const found = context.lookup(held)
  const all = found instanceof PDFArray ? found.asArray() : held ? [held] : []
  return all.flatMap((kid) => {
    const one = context.lookup(kid)
    const role = one instanceof PDFDict ? one.lookup(name('S')) : undefined
    return kid instanceof PDFRef && one instanceof PDFDict && role instanceof PDFName
      ? [{ ref: kid, dict: one, role: role.decodeText() }]
      : []
  })
}

function mend(tag: Tag, context: PDFContext): void {
  const kids = kidsOf(tag.dict, context)
  // a box of a form was printed as a link
  if (tag.role === 'Link' && isField(tag.dict, context)) tag.dict.set(name('S'), name('Form'))
  if (tag.role === 'LI') mendItem(tag, kids, context)
  // a picture and its table are a group; the drawing in it is the picture
  if (tag.role === 'Figure' && kids.some(({ role }) => role === 'Table' || role === 'Figure')) {
    tag.dict.set(name('S'), name('Div'))
    tag.dict.delete(name('Alt'))
  }
  shorten(tag.dict, context)
  if (tag.role === 'Table') for (const [at, kid] of kids.entries()) mendTablePart(kid, at, context)
  for (const kid of kids) mend(kid, context)
}

/**
 * Says in few words what Chromium says in many: content that stands on the tag's own page needs no page of its own, and a cell
 * that spans one row and one column is what every cell is. ISO 32000-1, 14.7.4.2 and table 349.
 */
function shorten(dict: PDFDict, context: PDFContext): void {
  const held = context.lookup(dict.get(name('K')))
  const kids = held instanceof PDFArray ? held.asArray() : []
  const marked = kids.map((kid) => (kid instanceof PDFDict && kid.get(name('Type')) === name('MCR') ? kid : null))
  const page = marked.find((one) => one !== null)?.get(name('Pg'))
  if (page && marked.every((one) => !one || (one.get(name('Pg')) === page && !one.has(name('Stm'))))) {
    dict.set(name('Pg'), page)
    dict.set(name('K'), context.obj(kids.map((kid, at) => marked[at]?.get(name('MCID')) ?? kid)))
  }
  const says = dict.lookup(name('A'))
  if (!(says instanceof PDFArray)) return
  const all = says.asArray()
  const left = all.filter((one) => !spansOne(context.lookup(one)))
  if (!left.length) dict.delete(name('A'))
  else if (left.length < all.length) dict.set(name('A'), context.obj(left))
}

function spansOne(one: PDFObject | undefined): boolean {
  if (!(one instanceof PDFDict)) return false
  const said = one.keys().filter((key) => key !== name('O'))
  const span = said.length === 1 && [name('RowSpan'), name('ColSpan')].includes(said[0]!) ? one.get(said[0]!) : undefined
  return span instanceof PDFNumber && span.asNumber() === 1
}

function isField(dict: PDFDict, context: PDFContext): boolean {
  const held = context.lookup(dict.get(name('K')))
  return (held instanceof PDFArray ? held.asArray() : [held]).some((kid) => {
    const one = context.lookup(kid)
    const object = one instanceof PDFDict ? one.lookup(name('Obj')) : undefined
    return object instanceof PDFDict && object.lookup(name('Subtype')) === name('Widget')
  })
}

/** Two blocks in an item are a term and what it says, as in a list of pairs; anything else is the body. */
function mendItem(item: Tag, kids: readonly Tag[], context: PDFContext): void {
  if (kids.some(({ role }) => role === 'LBody')) return
  const held = context.lookup(item.dict.get(name('K')))
  const all = held instanceof PDFArray ? held.asArray() : [item.dict.get(name('K'))!]
  const pair = kids.length === 2 && all.length === 2 && kids.every(({ role }) => role === 'Div')
  if (pair) {
    kids[0]!.dict.set(name('S'), name('Lbl'))
    kids[1]!.dict.set(name('S'), name('LBody'))
    return
  }
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item.ref, K: all } as never) as unknown as PDFDict
  const ref = context.register(body as unknown as PDFObject)
  const page = item.dict.get(name('Pg'))
  if (page) body.set(name('Pg'), page)
  for (const kid of kids) kid.dict.set(name('P'), ref)
  item.dict.set(name('K'), context.obj([ref]))
}

function mendTablePart(part: Tag, at: number, context: PDFContext): void {
  if (part.role !== 'NonStruct') return
  const rows = kidsOf(part.dict, context).filter(({ role }) => role === 'TR')
  if (!rows.length) {
    if (at === 0) part.dict.set(name('S'), name('Caption'))
    return
  }
  const heads = rows.every(({ dict }) => kidsOf(dict, context).every(({ role }) => role === 'TH'))
  part.dict.set(name('S'), name(heads ? 'THead' : 'TBody'))
}

function describe(link: PDFDict, places: ReadonlyMap<string, string>, pdf: PDFDocument): void {
  const to = link.lookup(name('Dest'))
  const id = to instanceof PDFName || to instanceof PDFString ? to.decodeText() : ''
  const words = places.get(id) ?? pdf.getTitle() ?? id
  link.set(name('Contents'), PDFHexString.fromText(words))
}
