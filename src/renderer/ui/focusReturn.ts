import { tick } from 'svelte'

/** The way back from the dialog that was opened last. */
let lately: HTMLElement[] = []

/**
 * Gives what one was at before something opens: what has the focus, or of a menu its button (the menu is gone by then).
 * From a dialog that gives way, also what that was opened from. To be called before the focus moves.
 */
export function focusReturn(): HTMLElement[] {
  const active = document.activeElement
  const at = active?.closest('[role="menu"]') ? document.querySelector('[aria-haspopup="menu"][aria-expanded="true"]') : active
  const here = at instanceof HTMLElement && at !== document.body ? [at] : []
  return here[0] && !here[0].closest('[role="dialog"]') ? here : [...here, ...lately]
}

/** The same for a dialog: what opens from it can find back, too. */
export function focusReturnFromDialog(): HTMLElement[] {
  return (lately = focusReturn())
}

/** What took the place of a button that is gone: "Add …" of an empty list is then that of the list. */
function successor(gone: HTMLElement): HTMLElement | undefined {
  const words = gone.textContent?.trim()
  return words
    ? [...document.querySelectorAll<HTMLElement>('main button:not(:disabled)')].find((one) => one.textContent?.trim() === words)
    : undefined
}

/** Gives the focus to the first of these that is still there, or to what took its place; gives whether one was. */
export function goBack(way: readonly HTMLElement[]): boolean {
  const there = way.find((one) => one.isConnected && !one.matches(':disabled'))
  const to = there ?? way.map(successor).find((one) => one !== undefined)
  to?.focus()
  collapse()
  return to !== undefined
}

/** What was marked where one returns to is marked no longer, else the next key would replace it: one goes on after it. */
function collapse(): void {
  const at = document.activeElement
  if (!(at instanceof HTMLTextAreaElement) && !(at instanceof HTMLInputElement && /^(text|search)$/.test(at.type))) return
  if (at.selectionEnd !== null && at.selectionStart !== at.selectionEnd) at.setSelectionRange(at.selectionEnd, at.selectionEnd)
}

/** Once what had the focus is gone, goes back, or else to where `otherwise` says. Nothing is done where the focus found a place. */
export async function goBackFromNowhere(way: readonly HTMLElement[], otherwise?: () => HTMLElement | null): Promise<void> {
  await tick()
  if (document.activeElement === document.body && !goBack(way)) otherwise?.()?.focus()
  else if (way.includes(document.activeElement as HTMLElement)) collapse()
}
