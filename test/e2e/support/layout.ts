/**
 * To be evaluated in the page. Gives, a line for each, what scrolls sideways, what stands beyond the window, text that its
 * box cuts off without an ellipsis, controls whose words run over their edge, and what lies over something else.
 */
export function ranOver(): string[] {
  const found = new Set<string>()
  const seen = (element: Element): boolean => {
    // what is folded away has a place, but is not seen
    if (!element.checkVisibility()) return false
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.visibility === 'hidden' || style.display === 'none' || style.clipPath !== 'none' || style.opacity === '0')
        return false
    }
    return true
  }
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${[...element.classList].filter((name) => !name.startsWith('s-')).join('.')} "${(element.textContent ?? '').trim().slice(0, 40)}"`
  const layer = (element: Element): number =>
    element.closest('dialog, [role="dialog"], [role="menu"]')
      ? 2
      : element.closest('aside.drawer')
        ? 1
        : element.closest('.notices, .skip, .compact')
          ? 3
          : 0

  for (const element of [document.documentElement, ...document.querySelectorAll('main, nav, aside.drawer .body, .dialog-body')])
    // beside a drawer the page is as wide as it was, and can be moved
    if (element.scrollWidth > element.clientWidth + 1 && !(element.matches('main') && document.querySelector('aside.drawer')))
      found.add(`sideways ${named(element).slice(0, 40)} ${element.scrollWidth} > ${element.clientWidth}`)

  interface Box {
    of: Element
    left: number
    top: number
    right: number
    bottom: number
  }
  /** The part that can be seen; none where it was scrolled away. */
  function part(of: Element, rect: DOMRect, trim: number): Box | null {
    const box = {
      of,
      left: rect.left,
      top: rect.top + rect.height * trim,
      right: rect.right,
      bottom: rect.bottom - rect.height * trim
    }
    for (let at: Element | null = of; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const edge = at.getBoundingClientRect()
        box.left = Math.max(box.left, edge.left)
        box.top = Math.max(box.top, edge.top)
        box.right = Math.min(box.right, edge.right)
        box.bottom = Math.min(box.bottom, edge.bottom)
      }
      if (style.position === 'fixed') break
    }
    return box.right - box.left > 2 && box.bottom - box.top > 2 ? box : null
  }

  const boxes: Box[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const of = texts.currentNode.parentElement
    if (
      !of ||
      !texts.currentNode.textContent?.trim() ||
      of.closest('script, style, svg, iframe, canvas, .skip, thead') ||
      !seen(of)
    )
      continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const style = getComputedStyle(of)
    if (
      style.overflowX === 'hidden' &&
      style.textOverflow !== 'ellipsis' &&
      of.clientWidth > 2 &&
      of.scrollWidth > of.clientWidth + 1
    )
      found.add(`cut ${named(of)}`)
    const control = of.closest('button, [role="tab"], th, td')
    for (const rect of range.getClientRects()) {
      const box = part(of, rect, 0.15)
      if (!box) continue
      boxes.push(box)
      if (box.right > innerWidth + 1 || box.left < -1) found.add(`outside ${named(of)}`)
      const edge = control?.getBoundingClientRect()
      if (edge && edge.width > 2 && style.textOverflow !== 'ellipsis' && (rect.right > edge.right + 2 || rect.left < edge.left - 2))
        found.add(`over its edge ${named(control!)}`)
    }
  }
  for (const of of document.querySelectorAll('button, input:not(.visually-hidden), select, textarea')) {
    const box = seen(of) && !of.matches('[aria-hidden="true"]') ? part(of, of.getBoundingClientRect(), 0) : null
    if (box) boxes.push(box)
  }
  boxes.forEach((one, at) => {
    for (const other of boxes.slice(at + 1)) {
      if (one.of.contains(other.of) || other.of.contains(one.of) || layer(one.of) !== layer(other.of)) continue
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (across > 2 && down > 2) found.add(`covered ${named(one.of)} × ${named(other.of)}`)
    }
  })
  return [...found]
}
