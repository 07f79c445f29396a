import { identityAt, keyOf } from './identity'

/**
 * The files that this process has open as databases. None of them may be opened and closed here by any other way: the system
 * would let go of all locks that SQLite holds on it.
 */
const held = new Map<string, number>()

/** Takes the path of a file that is about to be opened as a database; gives the function that says that it is closed. */
export function holding(file: string): () => void {
  const identity = identityAt(file)
  if (!identity) return () => {}
  const key = keyOf(identity)
  held.set(key, (held.get(key) ?? 0) + 1)
  return () => {
    const left = held.get(key)! - 1
    if (left > 0) held.set(key, left)
    else held.delete(key)
  }
}

/** Whether a path leads to such a file, by whatever name. Errors: those of the system. */
export function isHeld(file: string): boolean {
  const identity = identityAt(file)
  return identity !== null && held.has(keyOf(identity))
}
