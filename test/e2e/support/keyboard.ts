import type { Page } from '@playwright/test'
import { expect, type Redress } from './app'

/** Where the focus stands, as somebody who looks at the window would tell. */
export interface Stop {
  /** A number for the element, the same each time one comes to it; 0 for the page itself. */
  id: number
  name: string
  /** The element's kind: its role where it has one, else its tag. */
  is: string
  /** Which part of the window it is in: sidebar, main, drawer, dialog … */
  part: string
  value: string
  /** What is wrong with the focus here. */
  wrong: string[]
  /** Its place on the whole of its part, scrolled or not. */
  box: { left: number; top: number; right: number; bottom: number }
}

/**
 * Presses keys as a keyboard does, so that the native menu hears them too (those that a driver sends to the page pass it
 * by). Takes a chord such as "Control+Shift+P".
 */
export function press({ app }: Redress, chord: string): Promise<void> {
  return app.evaluate(({ BrowserWindow }, chord) => {
    const parts = chord.split('+')
    const keyCode = parts.pop()!
    const modifiers = parts.map((part) => part.toLowerCase()) as ('control' | 'shift' | 'alt')[]
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode, modifiers })
  }, chord)
}

/** Waits until the native menu takes keys: shortly after the first picture. */
export async function listens({ app }: Redress): Promise<void> {
  await expect.poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('find')?.enabled)).toBe(true)
}

/** Shows a place ("customers/01…/promises") and waits until what it shows first stands still. */
export async function show(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
  await expect(page.locator('h1').first()).toBeAttached()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  let last = -1
  await expect.poll(async () => last === (last = await page.locator('button, a, input, tr').count())).toBe(true)
}

/** To be evaluated in the page: where the focus stands. */
function standing(): Stop {
  const numbered = ((globalThis as unknown as { numbered?: WeakMap<Element, number> }).numbered ??= new WeakMap())
  const counter = globalThis as unknown as { many?: number }
  const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  const on = document.activeElement ?? document.body
  const none = { left: 0, top: 0, right: 0, bottom: 0 }
  if (on === document.body || on === document.documentElement)
    return { id: 0, name: '', is: 'page', part: '', value: '', wrong: [], box: none }
  if (!numbered.has(on)) numbered.set(on, (counter.many = (counter.many ?? 0) + 1))

  const named = on
    .getAttribute('aria-labelledby')
    ?.split(' ')
    .map((id) => text(document.getElementById(id)))
    .join(' ')
  const labels =
    on instanceof HTMLInputElement || on instanceof HTMLSelectElement || on instanceof HTMLTextAreaElement
      ? [...(on.labels ?? [])].map(text).join(' ')
      : ''
  const name = on.getAttribute('aria-label') || named || labels || text(on) || on.getAttribute('title') || ''
  const within = on.closest('dialog, [role="dialog"], [role="menu"], aside.drawer, nav.sidebar, main, .notices, .skip')
  const kind = (element: Element): string =>
    element.getAttribute('role') ??
    [...element.classList].find((one) => !/^s(?:velte)?-/.test(one)) ??
    element.tagName.toLowerCase()
  const part = within ? kind(within) : 'window'

  const wrong: string[] = []
  const ringed = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1.5 && !/(?:transparent|, 0\))$/.test(outlineColor)
  }
  let shown: Element | null = on
  for (let up = 0; shown && up < 4 && !ringed(shown); up++) shown = shown.parentElement
  const heading = on.matches('h1, h2, main, [tabindex="-1"][role="tabpanel"]')
  const ring = shown && ringed(shown) ? shown : null
  if (!ring && !heading) wrong.push('no ring')
  if (!name && on.tagName !== 'IFRAME') wrong.push('no name')
  if (on.getAttribute('tabindex') !== null && (on as HTMLElement).tabIndex > 0) wrong.push('its own order')

  // the whole of it, as far as there is room for it, is to be seen; and nothing lies on it
  const of = ring ?? on
  const box = of.getBoundingClientRect()
  let scroller = of.parentElement
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY + getComputedStyle(scroller).overflowX))
    scroller = scroller.parentElement
  const pane = scroller?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight)
  // beside a drawer that lies over the page there is less room for what stands in the page
  const drawer = on.closest('main') && document.querySelector('aside.drawer')
  const edge = drawer ? drawer.getBoundingClientRect().left : innerWidth
  const room = {
    top: Math.max(0, pane.top),
    bottom: Math.min(innerHeight, pane.bottom),
    left: Math.max(0, pane.left),
    right: Math.min(edge, pane.right)
  }
  // what is about as large as its pane is scrolled to its beginning, below the one line of its head
  const high = box.height <= room.bottom - room.top - 88
  const wide = box.width <= room.right - room.left
  if (box.width < 1 || box.height < 1) wrong.push('not drawn')
  else if (high ? box.top < room.top - 1 || box.bottom > room.bottom + 1 : box.bottom < room.top + 24 || box.top > room.bottom - 24)
    wrong.push(
      `out of sight: ${Math.round(box.top)}–${Math.round(box.bottom)} in ${Math.round(room.top)}–${Math.round(room.bottom)}`
    )
  else if (wide ? box.left < room.left - 1 || box.right > room.right + 1 : box.right < room.left + 24 || box.left > room.right - 24)
    wrong.push(
      `out of sight sideways: ${Math.round(box.left)}–${Math.round(box.right)} in ${Math.round(room.left)}–${Math.round(room.right)}`
    )
  else {
    const left = Math.max(box.left, room.left) + 3
    const right = Math.min(box.right, room.right) - 3
    const top = Math.max(box.top, room.top) + 3
    const bottom = Math.min(box.bottom, room.bottom) - 3
    // half of a wide row may lie under what one has opened oneself, no more
    const covers: string[] = []
    for (const at of [0, 0.25, 0.5, 0.75, 1]) {
      const hit = document.elementFromPoint(left + at * (right - left), (top + bottom) / 2)
      if (!hit || of.contains(hit) || hit.contains(of) || on.contains(hit) || hit.closest('.floating')) continue
      // what stands in the same line of text does not lie on it; what sticks or floats does
      let over: Element | null = hit
      while (over && !over.contains(of) && !/sticky|fixed/.test(getComputedStyle(over).position)) over = over.parentElement
      if (over && !over.contains(of)) covers.push(kind(over))
    }
    if (covers.length > 2) wrong.push(`under ${covers[0]}`)
  }
  let x = 0
  let y = 0
  for (let at = on.parentElement; at; at = at.parentElement) {
    x += at.scrollLeft
    y += at.scrollTop
  }
  const own = on.getBoundingClientRect()
  return {
    id: numbered.get(on)!,
    name: name.slice(0, 90),
    is: on.getAttribute('role') ?? on.tagName.toLowerCase(),
    part: scroller && within?.contains(scroller) && scroller !== within ? `${part} ${kind(scroller)}` : part,
    value:
      on instanceof HTMLInputElement || on instanceof HTMLTextAreaElement
        ? on.value
        : on instanceof HTMLSelectElement
          ? (on.selectedOptions[0]?.text ?? '')
          : '',
    wrong,
    box: { left: own.left + x, top: own.top + y, right: own.right + x, bottom: own.bottom + y }
  }
}

/** To be evaluated in the page: what Tab must come to, each as a person would name it, with the number of its element. */
function reachable(within: string): { id: number; name: string }[] {
  const numbered = ((globalThis as unknown as { numbered?: WeakMap<Element, number> }).numbered ??= new WeakMap())
  const counter = globalThis as unknown as { many?: number }
  const root = document.querySelector(within) ?? document.body
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [contenteditable="true"]'
  const groups = new Set<string>()
  const found: { id: number; name: string }[] = []
  for (const element of root.querySelectorAll<HTMLElement>(controls)) {
    if (
      element.matches(':disabled, [type="hidden"], [type="file"]') ||
      element.closest('[inert], [aria-hidden="true"]') ||
      element.tabIndex < 0
    )
      continue
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    if (element.matches('summary') && element !== element.parentElement?.querySelector('summary')) continue
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      // one of a group
      const group = [...root.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${CSS.escape(element.name)}"]`)]
      const stop = group.find(({ checked }) => checked) ?? group[0]
      if (stop !== element || groups.has(element.name)) continue
      groups.add(element.name)
    }
    if (!numbered.has(element)) numbered.set(element, (counter.many = (counter.many ?? 0) + 1))
    found.push({
      id: numbered.get(element)!,
      name: `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}`
    })
  }
  return found
}

/** Gives where the focus stands; what seems wrong there is looked at once more when the picture has come to rest. */
export async function focus(page: Page): Promise<Stop> {
  const stop = await page.evaluate(standing)
  if (stop.wrong.length === 0) return stop
  await page.waitForTimeout(250)
  return page.evaluate(standing)
}

/**
 * Goes round with Tab (or Shift+Tab) until one is where one began. Gives, a line for each, what cannot be reached, what
 * cannot be seen while it has the focus, and where the way jumps back up. Takes what one has to stay in: a dialog keeps the
 * focus in itself; elsewhere it goes through the whole window.
 */
export async function goRound(
  page: Page,
  { within = 'body', back = false }: { within?: string; back?: boolean } = {}
): Promise<string[]> {
  const found = new Set<string>()
  const must = await page.evaluate(reachable, within)
  const seen = new Map<number, Stop>()
  let last: Stop | undefined
  let first = 0
  let still = 0
  for (let turn = 0; turn < 2 * must.length + 20; turn++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const stop = await focus(page)
    if (stop.id === 0) {
      if (within !== 'body') found.add('the focus left')
      last = undefined
      continue
    }
    if (stop.id === last?.id) {
      // a page within the page has stops of its own
      if (++still > 3 && stop.is !== 'iframe') return [...found, `a trap: ${stop.is} ${stop.name}`]
      continue
    }
    still = 0
    if (stop.id === first) break
    first ||= stop.id
    for (const wrong of stop.wrong) found.add(`${wrong}: ${stop.part} ${stop.is} ${stop.name}`)
    // a dialog goes round: from its last to its first
    if (last && last.part === stop.part && !back && stop.id !== must[0]?.id) {
      const [a, b] = [last.box, stop.box]
      const above = b.bottom <= a.top + 2 && b.left < a.right - 2
      const before = b.top < a.bottom - 4 && a.top < b.bottom - 4 && b.right <= a.left + 2
      if (above || before) found.add(`back ${above ? 'up' : 'left'}: from ${last.name} to ${stop.name} (${stop.part})`)
    }
    seen.set(stop.id, stop)
    last = stop
  }
  for (const { id, name } of must) if (!seen.has(id)) found.add(`out of reach: ${name}`)
  return [...found]
}

/** Presses Tab until the focus is on what is named so; fails where one never comes there. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  { back = false, is, most = 240 }: { back?: boolean; is?: string; most?: number } = {}
): Promise<Stop> {
  const passed: string[] = []
  for (let turn = 0; turn < most; turn++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const stop = await focus(page)
    if ((typeof name === 'string' ? stop.name.startsWith(name) : name.test(stop.name)) && (!is || stop.is === is)) {
      expect(stop.wrong, stop.name).toEqual([])
      return stop
    }
    passed.push(`${stop.is} ${stop.name}`)
  }
  throw new Error(`Tab does not come to ${name}: ${passed.slice(-40).join(' | ')}`)
}
