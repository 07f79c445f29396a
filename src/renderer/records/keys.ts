import type { Command } from '../../shared/contract/commands'
import { shortcutOf } from '../../shared/contract/shortcuts'

const mac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

/** Takes a menu command, gives its shortcut as `Kbd` shows it ("Ctrl+Shift+P"), or an empty text. */
export function keysOf(command: Command): string {
  return shortcutOf(command, mac) ?? ''
}
