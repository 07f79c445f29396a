import { isBlank } from './blank'

/** Watches the cells of a column and tells how long its texts are. */
export class TextSeen {
  private cells = 0
  private empty = 0
  private signs = 0
  private words = 0
  private spans = 0

  see(cell: string): void {
    if (isBlank(cell)) {
      this.empty++
      return
    }
    this.cells++
    this.signs += cell.length
    if (/\p{L}{2}/u.test(cell.slice(0, 200))) this.words++
    else if (/^\s*[0-9]{1,5}:[0-5][0-9](?::[0-5][0-9])?\s*$/.test(cell)) this.spans++
  }

  /** Whether its cells say how long something took, or at what time of some day. */
  isSpans(): boolean {
    return this.spans > 0 && this.spans === this.cells
  }

  /** Whether every cell says something. */
  full(): boolean {
    return this.empty === 0
  }

  /** How many signs a cell has on average; 0 where most hold no word. */
  length(): number {
    return this.cells > 0 && this.words >= this.cells * 0.8 ? this.signs / this.cells : 0
  }
}
