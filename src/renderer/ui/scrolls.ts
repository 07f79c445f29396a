/**
 * Makes a list or box a stop of the Tab key while more is in it than it shows, so that it is scrolled by keyboard, too. To be
 * attached to it (`{@attach scrolls}`); gives what ends that.
 */
export function scrolls(box: HTMLElement): () => void {
  const look = (): void => {
    if (box.scrollHeight > box.clientHeight) box.tabIndex = 0
    else box.removeAttribute('tabindex')
  }
  const sized = new ResizeObserver(look)
  const filled = new MutationObserver(look)
  sized.observe(box)
  filled.observe(box, { childList: true, subtree: true, characterData: true })
  return () => {
    sized.disconnect()
    filled.disconnect()
  }
}
