import { untrack } from 'svelte'

/** Something that was done or went wrong, said at the foot of the window. */
export interface Notice {
  id: number
  text: string
  kind: 'done' | 'news' | 'wrong'
  action?: { label: string; run: () => void }
}

let last = 0
let shown = $state<Notice[]>([])
const timers = new Map<number, ReturnType<typeof setTimeout>>()

/** Gives the notices that have not gone yet; the last one is on screen. */
export const notices = (): readonly Notice[] => shown

/**
 * Says something. A plain notice goes after 6 seconds, one with an action after 12, or when the next one comes; one that
 * says what went wrong, or news that nobody waits for, stays until it is dismissed. The last of them is shown. Gives the notice's id.
 */
export function notify(text: string, options: { kind?: Notice['kind']; action?: Notice['action'] } = {}): number {
  const notice: Notice = { id: ++last, text, kind: options.kind ?? 'done', action: options.action }
  // said from within an effect, a notice must not make that effect run again
  shown = untrack(() => [...shown.filter(({ kind }) => kind !== 'done').slice(-2), notice])
  hold(notice.id, false)
  return notice.id
}

/** Takes a notice's id and whether someone is at it; while they are, it stays. */
export function hold(id: number, held: boolean): void {
  clearTimeout(timers.get(id))
  const notice = untrack(() => shown.find((each) => each.id === id))
  if (notice && !held && notice.kind === 'done')
    timers.set(
      id,
      setTimeout(() => dismiss(id), notice.action ? 12_000 : 6_000)
    )
}

/** Takes all notices away: what was said of a file is no longer so once that file is not open any more. */
export function dismissAll(): void {
  for (const { id } of untrack(() => shown)) dismiss(id)
}

/** Takes those away that offer to take something back: it was done in a workspace that is open no more. */
export function dismissOffers(): void {
  for (const { id, action } of untrack(() => shown)) if (action) dismiss(id)
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  shown = untrack(() => shown.filter((each) => each.id !== id))
}
