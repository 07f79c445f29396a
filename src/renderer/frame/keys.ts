import type { Command } from '../../shared/commands'
import { go, type Route } from '../router.svelte'
import { run } from '../commands'

const places: Partial<Record<Command, Route>> = {
  'go-desk': { name: 'desk' },
  'go-customers': { name: 'customers' },
  'go-incidents': { name: 'incidents' },
  'go-cases': { name: 'cases' },
  'go-search': { name: 'search' },
  'go-import': { name: 'import' },
  'go-settings': { name: 'settings' },
  find: { name: 'search' },
  // where the present screen has no form for it, the list does
  'new-customer': { name: 'customers', make: 'customer' },
  'new-interaction': { name: 'customers', make: 'interaction' },
  'new-promise': { name: 'customers', make: 'promise' },
  'new-order': { name: 'customers', make: 'order' },
  'new-voice': { name: 'customers', make: 'voice' },
  'new-incident': { name: 'incidents', make: 'incident' },
  'new-case': { name: 'cases', make: 'case' },
  'export-brief': { name: 'cases' },
  'keyboard-map': { name: 'settings', tab: 'keyboard' },
  trash: { name: 'settings', tab: 'trash' },
  verify: { name: 'settings', tab: 'data' }
}

/** Takes a menu command, does it: first the screen that handles it, else the place it belongs to. Gives whether it was done. */
export function command(what: Command): boolean {
  if (run(what)) return true
  if (what === 'back') history.back()
  else if (what === 'forward') history.forward()
  else {
    const place = places[what]
    if (!place) return false
    go(place)
  }
  return true
}

const shortcuts: Record<string, Command> = {
  '1': 'go-desk', '2': 'go-customers', '3': 'go-incidents', '4': 'go-cases', '5': 'go-search', '6': 'go-import', ',': 'go-settings', k: 'go-search'
}

/** Takes a key press, runs the shortcut it stands for. The native menu has the same; where it takes the key, this never sees it. */
export function shortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  if (event.key === 'F6') {
    event.preventDefault()
    nextPane(event.shiftKey)
  } else if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    const what = shortcuts[event.key.toLowerCase()]
    if (what && command(what)) event.preventDefault()
  }
}

/** Moves the focus to the next pane: sidebar, main pane, drawer. */
function nextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.sidebar, main, aside.drawer')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const to = panes[(at + (back ? panes.length - 1 : 1)) % panes.length]
  const target = to?.matches('.sidebar') ? to.querySelector<HTMLElement>('[aria-current]') : to?.querySelector<HTMLElement>('h1, h2')
  ;(target ?? to)?.focus()
}
