/** Takes where notes stand, read or written; gives the words that are marked in them, to begin a promise or the customer's words with. */
export function markedIn(within: Element | null | undefined): string {
  if (!within) return ''
  const active = document.activeElement
  if (active instanceof HTMLTextAreaElement && within.contains(active))
    return active.value.slice(active.selectionStart, active.selectionEnd).trim()
  const selection = getSelection()
  const marked = selection?.rangeCount && !selection.isCollapsed && within.contains(selection.getRangeAt(0).commonAncestorContainer)
  return marked ? selection.toString().trim() : ''
}
