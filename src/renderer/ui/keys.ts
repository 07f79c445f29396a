const mac = navigator.platform.startsWith('Mac')
/** Signs that are read in every language. */
const everywhere: Record<string, string> = { CmdOrCtrl: 'Ctrl', Left: '←', Right: '→', Plus: '+' }
const macs: Record<string, string> = { ...everywhere, Ctrl: '⌘', CmdOrCtrl: '⌘', Cmd: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }

/** Takes a shortcut ("Ctrl+Shift+P" or Electron's "CmdOrCtrl+Shift+P"), gives it as this computer's people write it. */
export function shownKeys(keys = ''): string {
  const parts = keys.split('+')
  return mac ? parts.map((key) => macs[key] ?? key).join('') : parts.map((key) => everywhere[key] ?? key).join('+')
}

/** Does this key press belong to an input method, such as the Enter that ends a word in Japanese? */
const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** Takes a key press, gives its key; none while an input method is composing: its Enter, Escape and arrows are its own. */
export function pressed(event: KeyboardEvent): string {
  return composing(event) ? '' : event.key
}

/** The same for handlers that are not ours, such as a library's: they do not hear of a composition's keys at all. */
export function keepCompositions(page: Window): void {
  const keep = (event: KeyboardEvent): void => {
    if (composing(event)) event.stopImmediatePropagation()
  }
  page.addEventListener('keydown', keep, { capture: true })
}
