import { readFileSync } from 'node:fs'
import type { Command } from '../../../src/shared/contract/commands'
import type { Redress } from './app'

/** Chooses a command in the native menu, as its shortcut does: keys that a driver sends do not reach the menu. */
export function command(redress: Redress, id: Command): Promise<void> {
  return redress.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()!.getMenuItemById(id)!.click(), id)
}

/** A printed file as its reader sees it. */
interface Printed {
  pages: string[]
  /** The headings of the outline, with those below them. */
  outline: string[]
  tagged: boolean
}

/** Takes the path of a PDF, opens it, gives its words. */
export async function readPdf(file: string): Promise<Printed> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const opened = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 })
  const document = await opened.promise
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(
        items
          .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
          .join('')
          .replace(/\s+/gu, ' ')
      )
    }
    interface Node {
      title: string
      items: Node[]
    }
    const titles = (nodes: Node[]): string[] => nodes.flatMap(({ title, items }) => [title, ...titles(items)])
    return {
      pages,
      outline: titles(((await document.getOutline()) ?? []) as Node[]),
      tagged: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true
    }
  } finally {
    await opened.destroy()
  }
}
