/** What a form knows of its record beside what it shows, so as to tell what is in a person's hand from what is not. */
export interface Hand<D extends object> {
  /** Takes what the form shows, the fields that are being sent, and whether they were taken in the end. */
  sent(draft: D, fields: readonly string[], done: Promise<boolean>): void
  /** Takes what the form shows and the record as it is now; what changed there is taken over, but for what is in hand. */
  follow(draft: D, is: D): void
}

type Fields = Record<string, unknown>

/**
 * Takes the record as the form shows it at first, and its fields that hold named parts of their own; gives its hand. A
 * field is in hand while it shows something that was neither stored nor sent, and while it is being sent: an answer to
 * another field then leaves it alone, and so does the answer to what was sent of it before.
 */
export function handOf<D extends object>(first: D, parts: readonly string[] = []): Hand<D> {
  let was = copy(first) as Fields
  /** Each field as it was last agreed on: as stored, or as sent. */
  const agreed = copy(first) as Fields
  const sending = new Map<string, number>()
  /** Fields that changed in the record while they were in hand. */
  const missed = new Set<string>()

  function settle(mine: Fields, known: Fields, now: Fields, key: string): boolean {
    if (!same(mine[key], known[key]) && !same(mine[key], now[key])) return false
    if (now[key] === undefined) delete mine[key]
    else if (!same(mine[key], now[key])) mine[key] = copy(now[key])
    known[key] = copy(now[key])
    return true
  }
  function each(mine: Fields, known: Fields, before: Fields, now: Fields, busy: (key: string) => boolean, path = ''): void {
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
      const at = path + key
      if (same(now[key], before[key]) && !missed.has(at)) continue
      const [a, b, c, d] = [mine[key], known[key], before[key], now[key]] as Fields[]
      if (parts.includes(at) && a && b && c && d) each(a, b, c, d, () => busy(key), `${at}.`)
      else if (!busy(key) && settle(mine, known, now, key)) missed.delete(at)
      else missed.add(at)
    }
  }

  return {
    sent(draft, fields, done) {
      const shown = copy(draft) as Fields
      const mine = fields.filter((field) => field in shown)
      for (const field of mine) sending.set(field, (sending.get(field) ?? 0) + 1)
      void done.then((taken) => {
        for (const field of mine) {
          sending.set(field, sending.get(field)! - 1)
          if (taken) agreed[field] = shown[field]
        }
      })
    },
    follow(draft, is) {
      const now = copy(is) as Fields
      each(draft as Fields, agreed, was, now, (field) => (sending.get(field) ?? 0) > 0)
      was = now
    }
  }
}

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Compared by content: every answer comes with objects of its own. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a, sorted) === JSON.stringify(b, sorted)

const copy = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T))
