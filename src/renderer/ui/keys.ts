const mac = navigator.platform.startsWith('Mac')
const signs: Record<string, string> = { Ctrl: '⌘', CmdOrCtrl: '⌘', Cmd: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }

/** Takes a shortcut ("Ctrl+Shift+P" or Electron's "CmdOrCtrl+Shift+P"), gives it as this computer's people write it. */
export function shownKeys(keys = ''): string {
  const parts = keys.split('+')
  return mac ? parts.map((key) => signs[key] ?? key).join('') : parts.map((key) => (key === 'CmdOrCtrl' ? 'Ctrl' : key)).join('+')
}
