/** Shorter names differ by a letter and mean another. */
const shortest = 6
const longest = 60

/** Every name that a name becomes when one letter is left out, and itself. */
function withoutOne(name: string): string[] {
  const found = [name]
  for (let at = 0; at < name.length; at++) found.push(name.slice(0, at) + name.slice(at + 1))
  return found
}

/** What tells numbered names apart: the same digits in the same order. */
const digitsOf = (name: string): string => name.replace(/[^0-9]/g, '')
const lettersOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Whether one of two texts becomes the other by one letter: left out, added, another one, or two that changed places. */
function isOneAway(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [mine, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (mine.length <= 1 && other.length <= 1) return true
  return mine.length === 2 && other.length === 2 && mine[0] === other[1] && mine[1] === other[0]
}

/** Names that differ by one letter: left out, added, another one, or two that changed places. */
export class NearNames {
  private byShorter = new Map<string, Map<string, string>>()

  /** Takes a name in small letters and whose it is. */
  add(name: string, id: string): void {
    const letters = lettersOf(name)
    for (const key of keysOf(letters)) this.byShorter.set(key, (this.byShorter.get(key) ?? new Map()).set(id, letters))
  }

  /** Takes a name in small letters, gives those whose name is at most one letter away. */
  of(name: string): Set<string> {
    const letters = lettersOf(name)
    const found = new Set<string>()
    for (const key of keysOf(letters))
      for (const [id, other] of this.byShorter.get(key) ?? []) if (isOneAway(letters, other)) found.add(id)
    return found
  }
}

function keysOf(letters: string): string[] {
  if (letters.length < shortest || letters.length > longest) return []
  const digits = digitsOf(letters)
  return withoutOne(letters).map((each) => `${each} ${digits}`)
}
