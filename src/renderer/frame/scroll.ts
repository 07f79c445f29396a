/** What the browser tells of going to another place; not yet in TypeScript's own types. */
interface NavigateEvent extends Event {
  readonly navigationType: 'push' | 'replace' | 'reload' | 'traverse'
  readonly destination: { url: string }
}

/**
 * Takes the main pane, keeps where each page was scrolled to and goes there again on back and forward. Pages fill as
 * their answers come, so it waits until there is enough of it, and gives up when a person scrolls by themselves.
 */
export function keepScroll(pane: HTMLElement): () => void {
  const places = new Map<string, number>()
  let here = location.hash
  let wanted = 0

  const settle = (): void => {
    if (wanted > 0 && pane.scrollHeight - pane.clientHeight >= wanted) {
      pane.scrollTop = wanted
      wanted = 0
    }
  }
  const grown = new ResizeObserver(settle)
  if (pane.firstElementChild) grown.observe(pane.firstElementChild)

  const leave = (event: Event): void => {
    places.set(here, pane.scrollTop)
    const { navigationType, destination } = event as NavigateEvent
    here = new URL(destination.url).hash
    wanted = navigationType === 'traverse' ? (places.get(here) ?? 0) : 0
  }
  const give = (): void => void (wanted = 0)
  const navigation = (window as unknown as { navigation: EventTarget }).navigation
  navigation.addEventListener('navigate', leave)
  for (const own of ['wheel', 'keydown', 'pointerdown']) pane.addEventListener(own, give, { passive: true })
  return () => {
    grown.disconnect()
    navigation.removeEventListener('navigate', leave)
    for (const own of ['wheel', 'keydown', 'pointerdown']) pane.removeEventListener(own, give)
  }
}
