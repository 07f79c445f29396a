import type { Command } from './commands'

const usual: Partial<Record<Command, string>> = {
  'go-desk': 'CmdOrCtrl+1',
  'go-customers': 'CmdOrCtrl+2',
  'go-incidents': 'CmdOrCtrl+3',
  'go-cases': 'CmdOrCtrl+4',
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
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+K',
  'toggle-drawer': 'CmdOrCtrl+E',
  trash: 'CmdOrCtrl+Shift+T',
  verify: 'CmdOrCtrl+Shift+K',
  'keyboard-map': 'CmdOrCtrl+/'
}

/**
 * Takes a menu command, gives its shortcut in Electron's spelling ("CmdOrCtrl+Shift+P"). On macOS the arrows with Alt
 * move by words in a text, so going back and forward has other keys there.
 */
export function shortcutOf(command: Command, mac: boolean): string | undefined {
  if (command === 'back') return mac ? 'Cmd+[' : 'Alt+Left'
  if (command === 'forward') return mac ? 'Cmd+]' : 'Alt+Right'
  return usual[command]
}
