import { withoutEnd } from '../values/ends'
import { isBlank } from './blank'

const mostWords = 40
const longest = 80

/** Takes a cell of a column of words, gives the word that is asked about: of an address its domain. */
export function wordOf(cell: string): string {
  const text = cell.trim()
  const at = text.lastIndexOf('@')
  return at > 0 && !/\s/.test(text.slice(at)) ? withoutEnd(text.slice(at + 1), /[>"',;]/).toLowerCase() : text
}

/** Watches the cells of a column and counts its words, as long as they are few. */
export class WordsSeen {
  private counts: Map<string, number> | null = new Map()

  see(cell: string): void {
    if (!this.counts || isBlank(cell)) return
    const word = cell.length > longest * 4 ? cell : wordOf(cell)
    if (word.length > longest || this.counts.size > mostWords) this.counts = null
    else this.counts.set(word, (this.counts.get(word) ?? 0) + 1)
  }

  /** The words by how often they stand there; null when they are too many or too long to be such. */
  few(): { word: string; count: number }[] | null {
    if (!this.counts || this.counts.size === 0) return null
    return [...this.counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count)
  }
}
