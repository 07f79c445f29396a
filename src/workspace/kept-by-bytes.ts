/** Keeps what was used last, as long as it fits. */
export interface KeptByBytes<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
  readonly size: number
}

/** Takes how many bytes there is room for and how many a value takes; gives a memo that lets go of what was used longest ago. */
export function keptByBytes<T>(room: number, bytesOf: (value: T) => number): KeptByBytes<T> {
  const kept = new Map<string, T>()
  let used = 0
  return {
    get(key) {
      const found = kept.get(key)
      if (found === undefined) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found
    },
    set(key, value) {
      const before = kept.get(key)
      if (before !== undefined) used -= bytesOf(before)
      kept.delete(key)
      kept.set(key, value)
      used += bytesOf(value)
      for (const [oldest, its] of kept) {
        if (used <= room || oldest === key) break
        kept.delete(oldest)
        used -= bytesOf(its)
      }
    },
    get size() {
      return kept.size
    }
  }
}
