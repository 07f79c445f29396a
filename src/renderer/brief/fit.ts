/** Sets the one page a little tighter, step by step, until it fits the sheet; what still does not fit flows on. */
export function fitPage(): void {
  const page = document.querySelector<HTMLElement>('.one-page')
  const room = document.querySelector<HTMLElement>('.sheet-height')?.getBoundingClientRect().height ?? 0
  if (!page || !room) return
  for (const fit of ['', '1', '2', '3']) {
    page.dataset.fit = fit
    if (page.getBoundingClientRect().height <= room) {
      page.dataset.fits = ''
      return
    }
  }
  page.dataset.fit = '1'
}
