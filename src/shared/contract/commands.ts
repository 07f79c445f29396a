/** What the menu can ask of a page. The page does it; the menu shows its name and shortcut. */
export const commands = [
  'go-desk',
  'go-customers',
  'go-incidents',
  'go-cases',
  'go-wishes',
  'go-search',
  'go-import',
  'go-settings',
  'new-customer',
  'new-interaction',
  'new-promise',
  'new-order',
  'new-incident',
  'new-case',
  'new-voice',
  'undo',
  'redo',
  'export-brief',
  'call-sheet',
  'find',
  'back',
  'forward',
  'keyboard-map',
  'trash',
  'back-up',
  'verify',
  'toggle-drawer'
] as const
export type Command = (typeof commands)[number]

/** What main tells a page without being asked. */
export type PageEvent =
  | { is: 'changed'; changed: import('./table').Changed }
  | { is: 'progress'; call: string; done: number; total: number | null; step: string }
  | { is: 'command'; command: Command }
  /** `another`: what was shown is of another file, or of what this one was before a backup took its place. */
  | { is: 'opened'; another: boolean }
  /** The window is about to close: what is in hand is stored, and shell.left says when that is done. */
  | { is: 'leave' }
  /** Something happened that the person should know of; stays until it is dismissed. */
  | { is: 'notice'; words: string; wrong: boolean }
  /** What a folder that is looked at offers has changed. */
  | { is: 'offered' }
  | { is: 'theme'; dark: boolean }
  | { is: 'full-screen'; on: boolean }
  /** The speaker's window heard a key, or is gone: null. */
  | { is: 'turn'; way: string | null }

/** What the gate answers: a result, or an error that is never a bare string. */
export type Answer = { result: unknown } | { error: import('../values/errors').ErrorNote }
