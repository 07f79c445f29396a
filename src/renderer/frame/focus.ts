const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Where something stood: each of its ancestors with the place among its children that led to it. */
interface Place {
  element: HTMLElement
  way: { within: Element; at: number }[]
}

function placeOf(element: HTMLElement): Place {
  const way: Place['way'] = []
  for (let at: Element = element; at.parentElement && at !== document.body; at = at.parentElement)
    way.push({ within: at.parentElement, at: [...at.parentElement.children].indexOf(at) })
  return { element, way }
}

const shown = (element: HTMLElement): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden="true"]')
const first = (within: Element | undefined): HTMLElement | undefined =>
  within &&
  [...(within.matches(reachable) ? [within] : []), ...within.querySelectorAll(reachable)].find(
    (one): one is HTMLElement => one instanceof HTMLElement && shown(one)
  )

/** What now stands where it stood, the next of a list or else the one before. Nothing beyond its own list or form. */
function beside({ way }: Place): HTMLElement | undefined {
  const left = way.findIndex(({ within }) => within.isConnected)
  for (const { within, at } of left < 0 ? [] : way.slice(left, left + 2)) {
    if (within === document.body || within.matches('main, .page')) return undefined
    for (const next of [at, at - 1, at + 1]) {
      const found = first(within.children[next])
      if (found) return found
    }
  }
  return undefined
}

/**
 * Keeps the keyboard from being sent back to the top of the window when what has the focus goes: a row that is deleted,
 * a notice that was answered, a button that can no longer be pressed. Then the focus goes to what stands there now, else
 * to where it was before, else to the page's heading. Takes nothing, gives what ends it.
 */
export function keepFocus(): () => void {
  let places: Place[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined

  const lost = (): boolean => {
    const last = places.at(-1)?.element
    return Boolean(last) && document.activeElement === document.body && (!last!.isConnected || last!.matches(':disabled'))
  }
  function find(): void {
    if (!lost()) return
    const last = places.at(-1)!
    const before = places.toReversed().find(({ element }) => element.isConnected && !element.matches(':disabled') && shown(element))
    // on a new page nothing of the old one is looked for
    const left = last.way.find(({ within }) => within.isConnected)?.within.matches('main, .page')
    const next = (left ? undefined : (beside(last) ?? before?.element)) ?? document.querySelector<HTMLElement>('main h1')
    next?.focus({ preventScroll: next.tagName === 'H1' })
  }
  function watch(): void {
    const last = places.at(-1)?.element
    // a button that was only busy gets its focus back
    if (last?.isConnected && !last.matches(':disabled') && waiting !== undefined && document.activeElement === document.body)
      last.focus()
    clearTimeout(waiting)
    // dialogs, drawers and new pages put the focus somewhere themselves, and come first
    waiting = lost() ? setTimeout(find, last?.isConnected ? 400 : 60) : undefined
  }
  const changed = new MutationObserver(watch)
  changed.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })

  const went = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement && target !== document.body)
      places = [...places.filter(({ element }) => element !== target && element.isConnected).slice(-7), placeOf(target)]
  }
  // who clicks beside everything has left it
  const left = (): void => void setTimeout(() => document.activeElement === document.body && !lost() && (places = []))
  document.addEventListener('focusin', went)
  document.addEventListener('pointerdown', left, true)
  return () => {
    clearTimeout(waiting)
    changed.disconnect()
    document.removeEventListener('focusin', went)
    document.removeEventListener('pointerdown', left, true)
  }
}
