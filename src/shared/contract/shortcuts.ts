// Every key that works, in one table: the native menu, the page and the list of keys read it, and a test presses each.
import type { Command } from './commands'

const usual: Record<Exclude<Command, 'back' | 'forward'>, string> = {
  'go-desk': 'CmdOrCtrl+1',
  'go-customers': 'CmdOrCtrl+2',
  'go-incidents': 'CmdOrCtrl+3',
  'go-cases': 'CmdOrCtrl+4',
  'go-wishes': 'CmdOrCtrl+7',
  'go-search': 'CmdOrCtrl+5',
  'go-import': 'CmdOrCtrl+6',
  'go-settings': 'CmdOrCtrl+,',
  'new-interaction': 'CmdOrCtrl+N',
  'new-promise': 'CmdOrCtrl+Shift+P',
  'new-voice': 'CmdOrCtrl+Shift+V',
  'new-order': 'CmdOrCtrl+Shift+O',
  'new-incident': 'CmdOrCtrl+Shift+I',
  'new-case': 'CmdOrCtrl+Shift+C',
  'new-customer': 'CmdOrCtrl+Shift+U',
  'export-brief': 'CmdOrCtrl+P',
  'call-sheet': 'CmdOrCtrl+Shift+B',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+K',
  'toggle-drawer': 'CmdOrCtrl+E',
  trash: 'CmdOrCtrl+Shift+T',
  'back-up': 'CmdOrCtrl+Shift+S',
  verify: 'CmdOrCtrl+Shift+K',
  'keyboard-map': 'CmdOrCtrl+/'
}

/**
 * Takes a menu command, gives its shortcut in Electron's spelling ("CmdOrCtrl+Shift+P"). On macOS the arrows with Alt
 * move by words in a text, so going back and forward has other keys there.
 */
export function shortcutOf(command: Command, mac: boolean): string {
  if (command === 'back') return mac ? 'Cmd+[' : 'Alt+Left'
  if (command === 'forward') return mac ? 'Cmd+]' : 'Alt+Right'
  return usual[command]
}

/** What the menu does by itself, without a page. */
export const menuKeys = {
  'new-workspace': 'CmdOrCtrl+Shift+N',
  'open-workspace': 'CmdOrCtrl+O',
  'paste-plain': 'CmdOrCtrl+Alt+V',
  'zoom-in': 'CmdOrCtrl+Plus',
  'zoom-out': 'CmdOrCtrl+-',
  'zoom-reset': 'CmdOrCtrl+0',
  'full-screen': 'F11',
  quit: 'CmdOrCtrl+Q'
} as const
export type MenuKey = keyof typeof menuKeys

/** Takes what the menu does by itself, gives its shortcut in Electron's spelling. */
export function menuKeyOf(what: MenuKey, mac: boolean): string {
  return mac && what === 'full-screen' ? 'Ctrl+Cmd+F' : menuKeys[what]
}

/** What a page does with a key where one is in it. */
export const pageKeys = {
  pane: 'F6',
  'pane-back': 'Shift+F6',
  close: 'Esc',
  rows: '↑ ↓',
  open: 'Enter',
  record: 'CmdOrCtrl+Enter',
  'search-all': 'CmdOrCtrl+Enter',
  'picture-move': '← →',
  'picture-zoom': '+ −',
  'picture-all': '0'
} as const
export type PageKey = keyof typeof pageKeys

/** What a key press tells of itself. */
export interface Press {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const named: Record<string, string> = { Left: 'ArrowLeft', Right: 'ArrowRight' }

/**
 * Takes a shortcut in Electron's spelling and a key press, gives whether it is meant. A letter is the one that the keyboard
 * writes, or where it writes no Latin ones, as a Greek one, the key's own. Signs may need Shift on some keyboards.
 */
export function meant(shortcut: string, press: Press, mac: boolean): boolean {
  const parts = shortcut.split('+')
  const key = parts.pop()!
  const has = (name: string): boolean => parts.includes(name)
  const command = has('CmdOrCtrl') || has('Cmd')
  if ((mac ? press.metaKey : press.ctrlKey) !== command || (mac ? press.ctrlKey : press.metaKey) || press.altKey !== has('Alt'))
    return false
  if (/^[A-Z]$/.test(key)) {
    const letter = /^[a-z]$/i.test(press.key) ? press.key.toUpperCase() : press.code.replace('Key', '')
    return letter === key && press.shiftKey === has('Shift')
  }
  if (/^\d$/.test(key))
    return (press.key === key || press.code === `Digit${key}` || press.code === `Numpad${key}`) && press.shiftKey === has('Shift')
  if (named[key]) return press.key === named[key] && press.shiftKey === has('Shift')
  return press.key === key || (press.code === 'Slash' && key === '/' && !press.shiftKey)
}
