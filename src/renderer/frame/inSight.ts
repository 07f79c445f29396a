/** How long what stands above something may go on growing after one came to it: an answer that comes, a field that opens. */
const settling = 160

const scrolls = (one: Element): boolean => /auto|scroll/.test(getComputedStyle(one).overflow)

/** What a person sees marked: what bears the ring, which may be the row or the control around it. */
function marked(target: HTMLElement): HTMLElement {
  let at: HTMLElement | null = target
  for (let up = 0; at && up < 4; up++, at = at.parentElement) {
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) return at
  }
  return target
}

/** Takes an element and its pane; does it fit into what its paddings leave of the pane, each way? */
function fits(one: Element, pane: Element | null): { across: boolean; down: boolean } {
  if (!pane) return { across: true, down: true }
  const { width, height } = one.getBoundingClientRect()
  const { scrollPaddingLeft, scrollPaddingRight, scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(pane)
  const left = (size: number, ...paddings: string[]): number =>
    paddings.reduce((room, padding) => room - (parseFloat(padding) || 0), size)
  return {
    across: width <= left(pane.clientWidth, scrollPaddingLeft, scrollPaddingRight),
    down: height <= left(pane.clientHeight, scrollPaddingTop, scrollPaddingBottom)
  }
}

/**
 * Has everything that a person comes to by keyboard stand whole in sight, clear of what sticks to its pane's edges and of
 * a drawer that lies over it: `scroll-padding` says how much room those take. What is larger than that room begins where
 * it begins. Takes nothing, gives what ends it.
 */
export function keepInSight(): () => void {
  let again: ReturnType<typeof setTimeout> | undefined

  function look(target: HTMLElement): void {
    if (document.activeElement !== target) return
    const one = marked(target)
    let pane = one.parentElement
    while (pane && !scrolls(pane)) pane = pane.parentElement
    const { across, down } = fits(one, pane)
    one.scrollIntoView({ block: down ? 'nearest' : 'start', inline: across ? 'nearest' : 'start' })
  }
  const came = ({ target }: FocusEvent): void => {
    clearTimeout(again)
    // a click is where the person looks; and a page or pane that takes the focus is no place in itself
    if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
    if (scrolls(target) && !target.matches('textarea')) return
    look(target)
    again = setTimeout(look, settling, target)
  }
  document.addEventListener('focusin', came)
  return () => {
    clearTimeout(again)
    document.removeEventListener('focusin', came)
  }
}
