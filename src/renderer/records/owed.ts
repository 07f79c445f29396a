// What was typed and is not stored yet, so that nobody leaves before it is.

const owed = new Set<Promise<unknown>>()
/** What stores a text that waits for a pause in typing, and under which key. */
const inHand = new Map<() => Promise<void>, string>()
/** What is being stored, by its key. */
const underWay = new Map<string, Promise<void>>()

/** Takes the work that stores something, gives it back; until it has ended it is owed. */
export function owe<T>(work: Promise<T>): Promise<T> {
  owed.add(work)
  void work.catch(() => undefined).finally(() => owed.delete(work))
  return work
}

/**
 * Takes a key and what stores a text under it that waits for a pause in typing; it is called before one leaves, and before
 * the text is read anew. Gives how to forget it.
 */
export function owesBeforeLeaving(key: string, store: () => Promise<void>): () => void {
  inHand.set(store, key)
  return () => inHand.delete(store)
}

/** Stores under a key after what is being stored there: what was typed first may not come last. `put` never fails. */
export function storeInTurn(key: string, put: () => Promise<void>): Promise<void> {
  const done = (underWay.get(key) ?? Promise.resolve()).then(put)
  underWay.set(key, done)
  void done.then(() => underWay.get(key) === done && underWay.delete(key))
  return done
}

/** Resolves when what another form has in hand under a key, or was storing when it went, is stored: one that opens reads after it. */
export async function storedUnder(key: string): Promise<void> {
  for (const [store, of] of inHand) if (of === key) void store()
  await underWay.get(key)
}

/** Leaves the field in hand, as the Tab key does, and stores what waits. Resolves when nothing is owed any more. */
export async function leaveAll(): Promise<void> {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement) activeElement.blur()
  // a control may commit a turn after it was left
  await new Promise((resolve) => setTimeout(resolve))
  for (const store of inHand.keys()) void owe(store())
  while (owed.size > 0) await Promise.allSettled(owed)
}
