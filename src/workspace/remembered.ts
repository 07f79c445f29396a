/**
 * Gives what was made under the same key before, or makes it and keeps it; of what was asked for longest ago, only the
 * last `most` are kept. For what is costly to make and follows from its key alone. What throws is not kept.
 */
export function remembered<T>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (key, make) => {
    const value = kept.has(key) ? kept.get(key)! : make()
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return value
  }
}
