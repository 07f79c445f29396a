/** In points. The text of the one page is never smaller than the least; a case that has little to say is set larger. */
const sizes = [11.5, 11, 10.5, 10, 9.75, 9.5]
/** The most by which a gap between two parts grows, in CSS pixels. */
const widest = 26

const numberOf = (part: HTMLElement) => Number(part.dataset.gives)

/**
 * Fits the one page to its sheet. What fills is left out first; then the type is set as large as fits. Where the least size is
 * too large still, parts move whole to the second page in their stated order, and the page names them; a part that fits after
 * all comes back. What is left over is shared out between the parts. A page that does not fit even so flows on, readable.
 */
export function fitPage(second: readonly [string, string] | null | undefined): void {
  const page = document.querySelector<HTMLElement>('.one-page')
  const next = document.querySelector<HTMLElement>('.from-page-one')
  const said = page?.querySelector<HTMLElement>('.gave-way')
  const room = document.querySelector<HTMLElement>('.sheet-height')?.getBoundingClientRect().height ?? 0
  if (!page || !next || !said || !room) return
  const fits = () => page.getBoundingClientRect().height <= room
  const fillers = [...page.querySelectorAll<HTMLElement>('[data-fills]')]
  for (const filler of fillers) filler.hidden = true
  const set = (size: number) => page.style.setProperty('--size', `${size}pt`)
  const size = sizes.find((one) => {
    set(one)
    return fits()
  })
  if (size === undefined)
    giveWay(page, next, fits, (names) => {
      said.hidden = !names.length
      said.textContent = names.length && second ? second.join(names.join(' · ')) : ''
    })
  else if (size === sizes[0]) fill(fillers, fits)
  next.hidden = !next.querySelector('[data-gives]')
  if (fits()) {
    spread(page, room)
    page.dataset.fits = String(size ?? sizes.at(-1))
  }
}

/** Rows of what fills come in as long as they fit; a heading does not come alone. */
function fill(fillers: readonly HTMLElement[], fits: () => boolean): void {
  for (const filler of fillers) {
    filler.hidden = false
    const rows = [...filler.querySelectorAll<HTMLElement>('.pairs > li')]
    while (!fits() && rows.length > 1) rows.pop()!.remove()
    if (!fits()) filler.hidden = true
  }
}

function giveWay(page: HTMLElement, next: HTMLElement, fits: () => boolean, say: (names: string[]) => void): void {
  const moved: { part: HTMLElement; place: Comment; name: string }[] = []
  const tell = () => {
    for (const column of page.querySelectorAll<HTMLElement>('.columns, .column')) column.hidden = !column.firstElementChild
    say([...new Set(moved.toSorted((a, b) => numberOf(b.part) - numberOf(a.part)).map(({ name }) => name))])
  }
  const order = [...page.querySelectorAll<HTMLElement>('[data-gives]')].sort((a, b) => numberOf(a) - numberOf(b))
  for (const part of order) {
    if (fits()) break
    // its own smaller part goes with it
    const place = document.createComment('')
    part.replaceWith(place)
    next.append(part)
    moved.push({ part, place, name: part.dataset.name ?? '' })
    tell()
  }
  if (!fits()) return
  for (const one of moved.toReversed()) {
    const at = moved.indexOf(one)
    one.place.replaceWith(one.part)
    moved.splice(at, 1)
    tell()
    if (fits()) continue
    one.part.replaceWith(one.place)
    next.append(one.part)
    moved.splice(at, 0, one)
    tell()
  }
  // on the second page they stand in the order of the first
  for (const { part } of moved.toSorted((a, b) => numberOf(b.part) - numberOf(a.part))) next.append(part)
}

function spread(page: HTMLElement, room: number): void {
  const gaps = [...page.children].filter((part) => part.getClientRects().length > 0).length - 1
  const left = room - page.getBoundingClientRect().height
  if (gaps > 0) page.style.setProperty('--more', `${Math.min(left / gaps, widest).toFixed(2)}px`)
  page.style.minBlockSize = `${room}px`
}
