/** Pages of a PDF as pictures: how many there are in all, and those that were asked for. None where it cannot be drawn, as a locked one. */
export interface Drawn {
  of: number
  /** PNG as base64; its size in pixels. */
  pages: { number: number; width: number; height: number; png: string }[]
}

/** Where the window that draws finds the file, and what it calls itself when it has drawn. */
export const paperPath = '/look/paper.pdf'
export const drawnTitle = 'drawn'
/** So many pages are drawn at once. */
export const pagesAtOnce = 4

/** Says in an address which pages are to be drawn. */
export const askedMark = (from: number): string => `#${from}`

/** Takes the part of an address after the page's name, gives which pages are asked for. */
export function askedIn(hash: string): { from: number; count: number } {
  const from = Number(hash.slice(1))
  return { from: Number.isSafeInteger(from) && from > 0 ? from : 1, count: pagesAtOnce }
}
