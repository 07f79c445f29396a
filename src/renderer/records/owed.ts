// What was typed and is not stored yet, so that nobody leaves before it is.

const owed = new Set<Promise<unknown>>()
const kept = new Set<() => Promise<void>>()

/** Takes the work that stores something, gives it back; until it has ended it is owed. */
export function owe<T>(work: Promise<T>): Promise<T> {
  owed.add(work)
  void work.catch(() => undefined).finally(() => owed.delete(work))
  return work
}

/** Takes what stores a text that waits for a pause in typing; it is called before one leaves. Gives how to forget it. */
export function owesBeforeLeaving(store: () => Promise<void>): () => void {
  kept.add(store)
  return () => kept.delete(store)
}

/** Leaves the field in hand, as the Tab key does, and stores what waits. Resolves when nothing is owed any more. */
export async function leaveAll(): Promise<void> {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement) activeElement.blur()
  // a control may commit a turn after it was left
  await new Promise((resolve) => setTimeout(resolve))
  for (const store of kept) void owe(store())
  while (owed.size > 0) await Promise.allSettled(owed)
}
