import { onOpened } from '../api'

// What was typed and is not stored yet, so that nobody leaves before it is, and so that it is stored where it was typed.

/** What a form owes under a key. */
export interface Owing {
  /** Resolves when what another form has in hand under this key, or was storing when it went, is stored: one reads after it. */
  readonly before: Promise<void>
  /** Stores what waits, after whatever is being stored under this key: what was typed first may not come last. */
  store(): Promise<void>
  /** Stores what waits; the form goes. */
  end(): void
}

const owed = new Set<Promise<unknown>>()
/** What stores the texts that wait for a pause in typing, and under which key. */
const inHand = new Map<() => Promise<void>, string>()
/** What is being stored, by its key. */
const underWay = new Map<string, Promise<void>>()
/** Workspaces are counted: what belongs to one is never stored in the next. */
let book = 0
/** The page has left its workspace and is not in another one yet. */
let between = false
/** How often a workspace was opened: a page that was not waited for any longer may still be leaving the one before. */
let openings = 0

onOpened((another) => {
  openings++
  document.body.inert = between = false
  if (another) book++
  // it did not come to that: what waited is stored
  else for (const store of inHand.keys()) void store()
})

/** Takes the work that stores something, gives it back; until it has ended it is owed. */
export function owe<T>(work: Promise<T>): Promise<T> {
  owed.add(work)
  void work.catch(() => undefined).finally(() => owed.delete(work))
  return work
}

/** Gives what tells whether the workspace of this moment is still the one that is open. */
export function ofThisWorkspace(): () => boolean {
  const mine = book
  return () => mine === book
}

/** Takes a key and what stores, under it, what a form has in hand, which never fails. To be called while a component is set up. */
export function owing(key: string, put: () => Promise<void>): Owing {
  const mine = book
  const before = storedUnder(key)
  function store(): Promise<void> {
    const done = (underWay.get(key) ?? Promise.resolve()).then(() => (mine === book && !between ? put() : undefined))
    underWay.set(key, done)
    void done.then(() => underWay.get(key) === done && underWay.delete(key))
    return done
  }
  inHand.set(store, key)
  return {
    before,
    store,
    end() {
      inHand.delete(store)
      void store()
    }
  }
}

async function storedUnder(key: string): Promise<void> {
  for (const [store, of] of inHand) if (of === key) void store()
  await underWay.get(key)
}

/**
 * Leaves the field in hand, as the Tab key does, and stores what waits; nothing more can be typed until a workspace is there.
 * Resolves when nothing is owed any more.
 */
export async function leaveAll(): Promise<void> {
  const known = openings
  const { activeElement } = document
  if (activeElement instanceof HTMLElement) activeElement.blur()
  document.body.inert = true
  // a control may commit a turn after it was left
  await new Promise((resolve) => setTimeout(resolve))
  for (const store of inHand.keys()) void owe(store())
  while (owed.size > 0) await Promise.allSettled(owed)
  if (known === openings) between = true
}
