import type { PDFDocumentProxy } from 'pdfjs-dist'

/** What a reader finds in a printed file. */
export interface Words {
  title: string
  pages: string[]
  outline: string[]
  /** In points. */
  sizes: { width: number; height: number }[]
  fonts: { name: string; embedded: boolean; drawn: boolean }[]
  /** As the document itself says, BCP 47. */
  language: string
  /** On the first two pages: how many ways lead into the document, and how many of them to a page that is there. */
  links: { all: number; found: number }
  /** Texts that reach over the margin of their page, in points. */
  over: string[]
  /** Of each page: its smallest type in points, and the tallest stretch without text as a share of the page. */
  type: number[]
  holes: number[]
  /** Of each page: how far down its text goes, as a share of the room between its margins; and what stands first. */
  filled: number[]
  first: string[]
  /** The links of the contents: what each says, the number that is printed at the end of its row, and the page that it leads to, from 1. */
  contents: { says: string; number: string; to: number }[]
}

interface Link {
  dest?: string
  rect: number[]
  contentsObj?: { str: string }
}

interface Node {
  title: string
  items: Node[]
}
interface Tag {
  role?: string
  alt?: string
  children?: Tag[]
}

/** The margins above and below, in points. */
const head = 31
const foot = 39

async function opened<T>(bytes: Uint8Array, use: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: bytes.slice(), verbosity: 0, fontExtraProperties: true })
  try {
    return await use((await loading.promise) as unknown as PDFDocumentProxy)
  } finally {
    await loading.destroy()
  }
}

/** Takes a PDF, gives its words, outline, page sizes and fonts. */
export function words(bytes: Uint8Array): Promise<Words> {
  return opened(bytes, async (document) => {
    const read: Words = {
      title: '',
      pages: [],
      outline: [],
      sizes: [],
      fonts: [],
      language: '',
      links: { all: 0, found: 0 },
      over: [],
      type: [],
      holes: [],
      filled: [],
      first: [],
      contents: []
    }
    const { info } = await document.getMetadata()
    read.title = String((info as { Title?: string }).Title ?? '')
    read.language = String((info as { Language?: string }).Language ?? '')
    // what has no room on the first page stands on the second
    const first = [...(await (await document.getPage(1)).getAnnotations()), ...(await (await document.getPage(2)).getAnnotations())]
    for (const { dest } of first as { dest?: string | unknown[] }[]) {
      const place = typeof dest === 'string' ? await document.getDestination(dest) : dest
      read.links.all++
      if (place) read.links.found++
    }
    const titles = (nodes: Node[]): string[] => nodes.flatMap(({ title, items }) => [title, ...titles(items)])
    read.outline = titles(((await document.getOutline()) ?? []) as Node[])
    const names = new Map<string, { embedded: boolean; drawn: boolean }>()
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      read.sizes.push({ width, height })
      const { items } = await page.getTextContent()
      read.pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
      for (const item of items) {
        if (!('str' in item) || !item.str.trim()) continue
        const left = item.transform[4] as number
        if (left < 35 || left + item.width > width - 35) read.over.push(item.str)
      }
      const set = items.flatMap((item) => ('str' in item && item.str.trim() ? [item.transform as number[]] : []))
      read.type.push(Math.min(...set.map((placed) => Math.hypot(placed[2]!, placed[3]!))))
      const placed = items.flatMap((item) =>
        'str' in item && item.str.trim() && item.transform[5] > foot && item.transform[5] < height - head
          ? [{ y: item.transform[5] as number, text: item.str }]
          : []
      )
      const [top] = placed.toSorted((a, b) => b.y - a.y)
      read.first.push(top?.text ?? '')
      read.filled.push((height - head - Math.min(height - head, ...placed.map(({ y }) => y))) / (height - head - foot))
      const beside = ([, bottom, right, top]: number[]) =>
        items.flatMap((item) => {
          if (!('str' in item)) return []
          const [x, y] = item.transform.slice(4) as [number, number]
          return x > right! - 40 && y > bottom! && y < top! ? [item.str] : []
        })
      for (const { dest, rect, contentsObj } of (await page.getAnnotations()) as Link[]) {
        const place = dest?.startsWith?.('part-') && (await document.getDestination(dest))
        if (!place) continue
        const to = (await document.getPageIndex(place[0] as never)) + 1
        read.contents.push({ says: contentsObj?.str ?? '', number: beside(rect).join(''), to })
      }
      const lines = set.map((placed) => placed[5]!).sort((a, b) => a - b)
      read.holes.push(Math.max(0, ...lines.slice(1).map((line, at) => line - lines[at]!)) / height)
      await page.getOperatorList()
      for (const item of items) {
        if (!('fontName' in item) || !page.commonObjs.has(item.fontName)) continue
        const font = page.commonObjs.get(item.fontName) as { name: string; missingFile?: boolean; isType3Font?: boolean }
        names.set(font.name, { embedded: !font.missingFile, drawn: font.isType3Font ?? false })
      }
    }
    read.fonts = [...names].map(([name, how]) => ({ name, ...how }))
    return read
  })
}

/** Takes a PDF, gives whether it is tagged, the roles of its tags and the texts that stand for its pictures. */
export function structure(bytes: Uint8Array): Promise<{ marked: boolean; roles: string[]; alts: string[] }> {
  return opened(bytes, async (document) => {
    const roles = new Set<string>()
    const alts: string[] = []
    const walk = (tag: Tag): void => {
      if (tag.role) roles.add(tag.role)
      if (tag.alt) alts.push(tag.alt)
      tag.children?.forEach(walk)
    }
    for (let number = 1; number <= document.numPages; number++) {
      const tree = (await (await document.getPage(number)).getStructTree()) as Tag | null
      if (tree) walk(tree)
    }
    const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null
    return { marked: marks?.Marked === true, roles: [...roles], alts }
  })
}
