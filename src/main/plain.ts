/** What a page may send at most: deeper or larger is a mistake or an attack. */
const limits = { depth: 24, values: 200_000, characters: 8_000_000 }

/**
 * Whether a value is plain data within limits: null, booleans, numbers, texts, arrays and bare objects. Looked at before
 * a schema walks it, without recursion, so that nothing a page sends can exhaust us.
 */
export function isPlain(value: unknown): boolean {
  const open: [unknown, number][] = [[value, 0]]
  let values = 0
  let characters = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, depth] = next
    if (++values > limits.values || depth > limits.depth) return false
    if (typeof part === 'string') characters += part.length
    else if (typeof part === 'object' && part !== null) {
      const inside = partsOf(part)
      if (!inside || open.length + inside.length > limits.values) return false
      for (const [key, child] of inside) {
        characters += key.length
        open.push([child, depth + 1])
      }
    } else if (!['number', 'boolean', 'undefined'].includes(typeof part) && part !== null) return false
    if (characters > limits.characters) return false
  }
  return true
}

function partsOf(part: object): [string, unknown][] | null {
  if (Array.isArray(part)) return part.length > limits.values ? null : part.map((child) => ['', child])
  const prototype: unknown = Object.getPrototypeOf(part)
  return prototype === Object.prototype || prototype === null ? Object.entries(part) : null
}
