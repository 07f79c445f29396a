import type { PDFDocumentProxy } from 'pdfjs-dist'

/** What was found against one machine-checkable point of the Matterhorn protocol 1.1 (PDF/UA-1), by its number. */
export interface Fault {
  point: string
  what: string
}

interface Node {
  role?: string
  type?: string
  alt?: string
  children?: Node[]
}

const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH
  TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form Root`.split(/\s+/)
)
const within: Record<string, readonly string[]> = {
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['Caption', 'LI', 'L'],
  LI: ['Lbl', 'LBody']
}
/** Points of the protocol for each kind of parent above. */
const pointOf: Record<string, string> = {
  Table: '09-004',
  THead: '09-004',
  TBody: '09-004',
  TR: '09-004',
  L: '09-005',
  LI: '09-006'
}

/** Takes a PDF, gives every fault that a machine can find in it by pdf.js alone. */
export async function faultsOf(bytes: Uint8Array): Promise<Fault[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0, fontExtraProperties: true })
  try {
    const document = (await loading.promise) as unknown as PDFDocumentProxy
    const faults: Fault[] = []
    const say = (point: string, what: string) => void faults.push({ point, what })
    await ofDocument(document, say)
    const headings: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const tree = (await page.getStructTree()) as Node | null
      if (!tree) say('01-005', `page ${number} has no tags`)
      else walk(tree, headings, say)
      const links = await page.getAnnotations()
      for (const link of links as { subtype: string; contentsObj?: { str: string } }[])
        if (!link.contentsObj?.str) say('28-004', `a link on page ${number} does not say where it leads`)
      const tagged = tree ? count(tree, ({ type }) => type === 'object' || type === 'annotation') : 0
      if (tagged < links.length) say('28-002', `${links.length - tagged} links on page ${number} are in no tag`)
      untagged(await page.getOperatorList(), pdfjs.OPS, () =>
        say('01-005', `page ${number}: content neither tagged nor an artifact`)
      )
    }
    if (headings[0] !== 1) say('14-002', 'the first heading is not of the first level')
    for (const [at, level] of headings.entries())
      if (at > 0 && level > headings[at - 1]! + 1)
        say('14-003', `a heading of level ${level} follows one of level ${headings[at - 1]}`)
    return faults
  } finally {
    await loading.destroy()
  }
}

type Say = (point: string, what: string) => void

async function ofDocument(document: PDFDocumentProxy, say: Say): Promise<void> {
  const { info, metadata } = (await document.getMetadata()) as unknown as {
    info: { Title?: string; Language?: string }
    metadata: { getRaw(): string } | null
  }
  const raw = metadata?.getRaw() ?? ''
  if (!raw) say('06-001', 'no metadata stream')
  if (!/pdfuaid:part\W+1\b/.test(raw)) say('06-002', 'does not say that it is PDF/UA-1')
  if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>\S/.test(raw)) say('06-003', 'no title in the metadata')
  const preferences = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null
  if (preferences?.DisplayDocTitle !== true) say('07-001', 'the title is not shown')
  const marks = (await document.getMarkInfo()) as { Marked?: boolean; Suspects?: boolean } | null
  if (marks?.Marked !== true) say('06-004', 'not marked as tagged')
  if (marks?.Suspects) say('04-001', 'has suspects')
  if (!info.Language) say('11-006', 'no language')
  if (!(await document.getOutline())?.length) say('27-001', 'no outline')
  const files = (await document.getAttachments()) as Record<string, { filename: string; description: string }> | null
  for (const file of Object.values(files ?? {}))
    if (!file.filename || !file.description) say('21-001', 'an attached file has no name or is not described')
}

function walk(node: Node, headings: number[], say: Say): void {
  const { role, children = [] } = node
  if (role && !standard.has(role)) say('02-001', `the role ${role} is not a standard one`)
  if (role === 'Figure' && !node.alt) say('13-004', 'a figure has no text in its place')
  const level = /^H([1-6])$/.exec(role ?? '')
  if (level) headings.push(Number(level[1]))
  const allowed = within[role ?? '']
  for (const child of children) {
    if (allowed && child.role && !allowed.includes(child.role)) say(pointOf[role!]!, `${child.role} in ${role}`)
    if (child.role) walk(child, headings, say)
  }
  if (role === 'Table' && count(node, (one) => one.role === 'TH') === 0 && children.some((one) => one.role === 'THead'))
    say('15-003', 'a table has no head')
}

function count(node: Node, is: (node: Node) => boolean): number {
  return (is(node) ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + count(child, is), 0)
}

function untagged(list: { fnArray: number[]; argsArray: unknown[] }, ops: Record<string, number>, say: () => void): void {
  let depth = 0
  const shows = new Set(
    [ops.showText, ops.showSpacedText, ops.paintImageXObject, ops.constructPath].filter((one) => one !== undefined)
  )
  for (const op of list.fnArray) {
    if (op === ops.beginMarkedContent || op === ops.beginMarkedContentProps) depth++
    else if (op === ops.endMarkedContent) depth--
    else if (shows.has(op) && depth === 0 && op !== ops.constructPath) return say()
  }
}
