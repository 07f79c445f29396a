import { commands, type Command } from '../../shared/contract/commands'
import { meant, shortcutOf } from '../../shared/contract/shortcuts'
import { go, type Route } from '../router.svelte'
import { run, runWhenShown } from '../commands'
import { shown } from './arrival'
import { pressed } from '../ui/keys'

const places: Partial<Record<Command, Route>> = {
  'go-desk': { name: 'desk' },
  'go-customers': { name: 'customers' },
  'go-incidents': { name: 'incidents' },
  'go-cases': { name: 'cases' },
  'go-wishes': { name: 'wishes' },
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
  'call-sheet': { name: 'customers' },
  'keyboard-map': { name: 'settings', tab: 'keyboard' },
  trash: { name: 'settings', tab: 'trash' },
  'back-up': { name: 'settings', tab: 'data' },
  verify: { name: 'settings', tab: 'data' }
}

/**
 * Takes a menu command, does it: first the screen that handles it, else the place it belongs to. Gives whether it was done.
 * A screen that is still being loaded is waited for: the command is meant for the page that was opened.
 */
export async function command(what: Command): Promise<boolean> {
  await shown()
  if (run(what)) return true
  if (what === 'back') history.back()
  else if (what === 'forward') history.forward()
  else if (what === 'toggle-drawer') document.querySelector('aside.drawer')?.dispatchEvent(new CustomEvent('close'))
  else {
    const place = places[what]
    if (!place) return false
    // a page that is opened for a deed does it
    if (what === 'back-up') runWhenShown(what)
    go(place)
  }
  return true
}

const mac = navigator.platform.startsWith('Mac')
const typed =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range]), textarea, [contenteditable=true]'

/**
 * Takes a key press: F6 goes to the next pane, Shift+F6 to the one before; the shortcut of a command does it. The native
 * menu shows the same keys and takes those that do not come to a page; what was taken here does not come to it.
 */
export function shortcut(event: KeyboardEvent): void {
  const key = pressed(event)
  if (event.defaultPrevented || !key) return
  const asked = commands.find((one) => one !== 'undo' && one !== 'redo' && meant(shortcutOf(one, mac), event, mac))
  if (key === 'F6') nextPane(event.shiftKey)
  else if (asked) void command(asked)
  else return
  event.preventDefault()
}

/**
 * Takes a key press, gives which way through the changes it asks to go, or null. In a field the keys take back typing,
 * as everywhere; that is why they are the page's and not the menu's.
 */
export function turnKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.defaultPrevented || event.altKey || !(mac ? event.metaKey : event.ctrlKey)) return null
  if (event.target instanceof Element && event.target.closest(typed)) return null
  // a Greek keyboard says ζ where the key is the same
  const key = pressed(event)
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : event.code.replace('Key', '').toLowerCase()
  if (letter === 'z') return event.shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !mac && !event.shiftKey ? 'redo' : null
}

/** Moves the focus to the next pane: sidebar, main pane, drawer. */
function nextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.sidebar, main, aside.drawer')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const to = panes[(at + (back ? panes.length - 1 : 1)) % panes.length]
  const target = to?.matches('.sidebar')
    ? to.querySelector<HTMLElement>('[aria-current]')
    : to?.querySelector<HTMLElement>('h1, h2')
  ;(target ?? to)?.focus()
}
