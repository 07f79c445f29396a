/** What is written in. Not lists of choices: in them the arrow keys, by which one reads on, would change something. */
const field = 'input:not(:disabled, [type=hidden], [aria-hidden=true], [tabindex="-1"]), textarea:not(:disabled)'
/** How long a drawer may take to show its first field. */
const patience = 1_500

/**
 * Takes a drawer that has opened, puts the focus into its first field, or where there is none on its text, which the
 * arrow keys then scroll. A field that comes a moment later gets it too, unless the person has gone on meanwhile. Gives
 * what stops the waiting.
 */
export function enter(drawer: HTMLElement): () => void {
  const body = drawer.querySelector<HTMLElement>('.body')
  const first = (): HTMLElement | undefined =>
    [...(body?.querySelectorAll<HTMLElement>(field) ?? [])].find((one) => one.checkVisibility({ visibilityProperty: true }))
  const found = first()
  // what was asked for inside it, such as by a form that is opened at one of its fields, stays
  if (document.activeElement === body || !body?.contains(document.activeElement)) (found ?? body)?.focus({ preventScroll: true })
  if (found) return () => {}
  const later = new MutationObserver(() => {
    if (document.activeElement !== body) return stop()
    const now = first()
    if (!now) return
    now.focus({ preventScroll: true })
    stop()
  })
  const stop = (): void => {
    clearTimeout(timer)
    later.disconnect()
    for (const own of ['keydown', 'wheel', 'pointerdown']) drawer.removeEventListener(own, stop)
  }
  const timer = setTimeout(stop, patience)
  later.observe(drawer, { childList: true, subtree: true })
  for (const own of ['keydown', 'wheel', 'pointerdown']) drawer.addEventListener(own, stop, { passive: true })
  return stop
}

/**
 * Takes a drawer that has opened and what was pressed for it. Where that would lie under the drawer, the page is moved
 * sideways, as little as shows it whole; otherwise nothing moves. Gives what brings the page back to where it was scrolled to.
 */
export function standBeside(drawer: HTMLElement, pressed: HTMLElement | undefined): () => void {
  const pane = document.querySelector<HTMLElement>('main')
  if (!pane) return () => {}
  const was = pane.scrollTop
  if (pressed && pane.contains(pressed)) {
    const its = pressed.getBoundingClientRect()
    const edge = window.innerWidth - drawer.offsetWidth
    const left = pane.getBoundingClientRect().left
    const air = 16
    // what is wider than all the room is known by its beginning
    if (its.width > edge - left - 2 * air) pane.scrollLeft += its.left > edge ? its.left - left - air : 0
    else if (its.right > edge) pane.scrollLeft += its.right - edge + air
  }
  return () => {
    pane.scrollTop = was
  }
}
