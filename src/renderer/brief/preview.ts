import type { BriefModel } from '../../shared/brief/types'

/** What a document tells the frame that it stands in: how many pages it has, how wide one wants to be, how high it is, and which one is in front, from 0. */
export interface Pages {
  count: number
  width: number
  height: number
  at: number
}

/** The name of the event by which it does. */
const told = 'pages'

/**
 * Lays a brief out in pages beside one another, each of which the same engine ends where it ends the printed one, and tells the
 * frame. One page is in front at a time, as wide as the frame at most, so that nothing scrolls within what scrolls; the keys of
 * paging and whatever leads into the document turn to it. `small` shows all of them, as they are.
 */
export function layPages({ footer }: BriefModel, small: boolean): void {
  const { documentElement: root, body } = document
  const [main, one, rest] = ['main', '.one-page', '.appendix'].map((of) => document.querySelector<HTMLElement>(of))
  if (!main || !one || !rest) return
  root.dataset.paged = small ? 'small' : ''
  const step = rest.getBoundingClientRect().left - one.getBoundingClientRect().left
  const columns = Math.round((rest.scrollWidth - rest.clientWidth) / step) + 1
  const count = columns + 1
  for (let at = 0; at < count; at++) main.prepend(leaf(at, step, footer, count))
  main.style.inlineSize = `${count * step}px`
  const tell = (at: number) => {
    const detail: Pages = { count, width: step, height: main.getBoundingClientRect().height, at }
    window.frameElement?.dispatchEvent(new CustomEvent(told, { detail }))
  }
  if (small) return tell(0)

  let [zoom, at] = [1, 0]
  const turn = (to: number) => {
    at = Math.max(0, Math.min(count - 1, to))
    root.scrollTo({ left: at * step * zoom, behavior: 'instant' })
    tell(at)
  }
  const set = () => {
    zoom = Math.min(1, root.clientWidth / step)
    body.style.setProperty('zoom', String(zoom))
    turn(at)
  }
  set()
  addEventListener('resize', set)
  // a link, a search or the focus may lead to any page: it is turned to whole
  addEventListener('scrollend', () => {
    const to = Math.round(root.scrollLeft / (step * zoom))
    if (to !== at || Math.abs(root.scrollLeft - to * step * zoom) > 1) turn(to)
  })
  window.frameElement?.addEventListener('turn', (event) => turn((event as CustomEvent<number>).detail))
  addEventListener('keydown', (event) => {
    const to = { PageDown: at + 1, PageUp: at - 1, Home: 0, End: count - 1 }[event.code]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    turn(to)
  })
}

/** The paper itself, with what stands at its foot. */
function leaf(at: number, step: number, { left, mark, page }: BriefModel['footer'], count: number): HTMLElement {
  const paper = document.createElement('div')
  paper.className = 'leaf'
  paper.ariaHidden = 'true'
  paper.style.insetInlineStart = `${at * step}px`
  const foot = document.createElement('p')
  const words = document.createElement('span')
  words.textContent = [mark, left].filter(Boolean).join(' · ')
  const number = document.createElement('span')
  number.textContent = `${page[0]}${at + 1}${page[1]}${count}${page[2]}`
  foot.append(words, number)
  paper.append(foot)
  return paper
}

/** Tells the frame how high a document of one page is. */
export function tellHeight(): void {
  const tell = () => {
    const detail: Pages = { count: 1, width: 0, height: document.body.getBoundingClientRect().height, at: 0 }
    window.frameElement?.dispatchEvent(new CustomEvent(told, { detail }))
  }
  tell()
  addEventListener('resize', tell)
}

/** A document in a frame stands in the light of the page around it, now and when that changes. */
export function followTheme(): void {
  const around = window.parent.document.documentElement
  const follow = () => (document.documentElement.dataset.theme = around.dataset.theme ?? 'light')
  if (window.parent === window) return
  follow()
  new MutationObserver(follow).observe(around, { attributeFilter: ['data-theme'] })
}
