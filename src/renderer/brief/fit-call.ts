/** In points; the least is still read at arm's length. */
const sizes = [11, 10.5, 10, 9.5, 9]

/**
 * Fits the sheet before a call to its page: the type is set as large as fits. Where the least size is too large still, the last
 * row of the longest part of the longer side is left out, until all fits; each part says how many it left out, between the two
 * words of `more`. The first row of a part always stands.
 */
export function fitCall(more: readonly [before: string, after: string]): void {
  const page = document.querySelector<HTMLElement>('.call')
  const room = document.querySelector<HTMLElement>('.sheet-height')?.getBoundingClientRect().height ?? 0
  if (!page || !room) return
  const fits = () => page.getBoundingClientRect().height <= room
  for (const size of sizes) {
    page.style.setProperty('--size', `${size}pt`)
    if (fits()) break
  }
  while (!fits() && leaveOut(page, more));
  page.dataset.fits = String(fits())
}

/** On a screen that is narrower than the paper, the page is shown smaller: nothing of it lies beside the frame. */
export function fitWidth(): void {
  const page = document.querySelector<HTMLElement>('.call')
  if (!page) return
  const { marginInlineStart, marginInlineEnd } = getComputedStyle(page)
  const paper = page.offsetWidth + Number.parseFloat(marginInlineStart) + Number.parseFloat(marginInlineEnd)
  const set = () => document.body.style.setProperty('zoom', String(Math.min(1, document.documentElement.clientWidth / paper)))
  set()
  addEventListener('resize', set)
}

const heightOf = (side: Element): number => [...side.children].reduce((sum, part) => sum + part.getBoundingClientRect().height, 0)
const shownRows = (part: Element): HTMLElement[] => [...part.querySelectorAll<HTMLElement>('li:not([hidden])')]

/** Gives whether there was anything left to leave out. */
function leaveOut(page: HTMLElement, [before, after]: readonly [string, string]): boolean {
  const sides = [...page.querySelectorAll('.side')].sort((a, b) => heightOf(b) - heightOf(a))
  const part = sides
    .flatMap((side) => [...side.children].sort((a, b) => shownRows(b).length - shownRows(a).length).slice(0, 1))
    .find((one) => shownRows(one).length > 1)
  if (!part) return false
  shownRows(part).at(-1)!.hidden = true
  const note = part.querySelector<HTMLElement>('.more')!
  note.hidden = false
  note.textContent = `${before}${part.querySelectorAll('li[hidden]').length}${after}`
  return true
}
