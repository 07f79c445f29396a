const mac = navigator.platform.startsWith('Mac')
/** Signs that are read in every language. */
const everywhere: Record<string, string> = { CmdOrCtrl: 'Ctrl', Left: '←', Right: '→', Plus: '＋' }
const macs: Record<string, string> = { ...everywhere, Ctrl: '⌘', CmdOrCtrl: '⌘', Cmd: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }

/** Takes a shortcut ("Ctrl+Shift+P" or Electron's "CmdOrCtrl+Shift+P"), gives it as this computer's people write it. */
export function shownKeys(keys = ''): string {
  const parts = keys.split('+')
  return mac ? parts.map((key) => macs[key] ?? key).join('') : parts.map((key) => everywhere[key] ?? key).join('+')
}
