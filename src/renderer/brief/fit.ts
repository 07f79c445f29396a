const largest = 8.8
const smallest = 7

/** Sets the one page a little smaller, step by step, until it fits the sheet. What does not fit even so flows on, readable. */
export function fitPage(): void {
  const page = document.querySelector<HTMLElement>('.one-page')
  const room = document.querySelector<HTMLElement>('.sheet-height')?.getBoundingClientRect().height ?? 0
  if (!page || !room) return
  for (let size = largest; size >= smallest; size -= 0.1) {
    page.style.setProperty('--size', `${size.toFixed(1)}pt`)
    if (page.getBoundingClientRect().height <= room) {
      page.dataset.fits = size.toFixed(1)
      return
    }
  }
  page.style.setProperty('--size', '8.4pt')
}
