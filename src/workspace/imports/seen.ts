/**
 * Counts how often each key has come by and where first, in about 30 bytes a key however long the keys are: a hash table
 * of 64-bit hashes. Two keys share a hash once in some hundred thousand files of a million rows; they would share their count.
 */
export class Seen {
  private size = 0
  private low = new Uint32Array(1 << 12)
  private high = new Uint32Array(1 << 12)
  private counts = new Uint32Array(1 << 12)
  private rows = new Uint32Array(1 << 12)

  /** Whether a key has come by. */
  has(key: string): boolean {
    const [low, high] = hashed(key)
    return this.counts[this.slot(low, high)]! > 0
  }

  /** Takes a key and its row, gives how often it was seen before and in which row first (its own, if never). */
  again(key: string, row: number): { times: number; first: number } {
    if (this.size * 2 > this.counts.length) this.grow()
    const [low, high] = hashed(key)
    const slot = this.slot(low, high)
    if (this.counts[slot] === 0) {
      this.low[slot] = low
      this.high[slot] = high
      this.rows[slot] = row
      this.size++
    }
    return { times: this.counts[slot]!++, first: this.rows[slot]! }
  }

  private slot(low: number, high: number): number {
    const mask = this.counts.length - 1
    let slot = (low ^ high) & mask
    while (this.counts[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high)) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { low, high, counts, rows } = this
    this.low = new Uint32Array(counts.length * 2)
    this.high = new Uint32Array(counts.length * 2)
    this.counts = new Uint32Array(counts.length * 2)
    this.rows = new Uint32Array(counts.length * 2)
    for (let at = 0; at < counts.length; at++) {
      if (counts[at] === 0) continue
      const slot = this.slot(low[at]!, high[at]!)
      this.low[slot] = low[at]!
      this.high[slot] = high[at]!
      this.counts[slot] = counts[at]!
      this.rows[slot] = rows[at]!
    }
  }
}

/** Two hashes of 32 bits. */
function hashed(key: string): [low: number, high: number] {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x5bd1e995)
    high ^= high >>> 13
  }
  return [Math.imul(low ^ (low >>> 16), 0x85ebca6b) >>> 0, Math.imul(high ^ (high >>> 15), 0xc2b2ae35) >>> 0]
}
