/**
 * Takes what can be scrolled, gives what puts it back where it stands now, as far as what has the focus stays in sight: at
 * once, and again while the window comes back to its size, which may take a moment; once somebody moves on by themselves, no more.
 */
export function placeOf(parts: readonly (Element | null | undefined)[]): () => void {
  const stood = parts.flatMap((part) => (part ? [{ part, left: part.scrollLeft, top: part.scrollTop }] : []))
  const back = (): void => {
    for (const { part, left, top } of stood) part.scrollTo({ left, top, behavior: 'instant' })
    // what has the focus again is seen, wherever one had turned to
    const at = document.activeElement
    if (at?.matches('main :not(iframe)')) at.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }
  return () => {
    back()
    const settled = new AbortController()
    const { signal } = settled
    addEventListener('resize', () => requestAnimationFrame(back), { signal })
    for (const moved of ['wheel', 'keydown', 'pointerdown'])
      addEventListener(moved, () => settled.abort(), { signal, capture: true })
    setTimeout(() => settled.abort(), 3_000)
  }
}
