import { basename, dirname } from 'node:path'
import type { Parsed, ShellName } from '../shared/contract/table'
import { m } from '../shared/messages/messages.js'
import type { ShellContext } from './shell-context'

/**
 * Whether the person wants what a page asks for. A page alone may not open another workspace, where it could read all, nor
 * put a backup in the place of the open one: main asks the person, unless a dialog of the system follows anyway.
 */
export async function personAgrees(
  name: ShellName,
  input: unknown,
  { session, preferences, dialogs }: Pick<ShellContext, 'session' | 'preferences' | 'dialogs'>
): Promise<boolean> {
  if (name === 'shell.openWorkspace') {
    const { recent } = input as Parsed<'shell.openWorkspace'>
    const file = recent === undefined ? undefined : preferences.get().recent[recent]
    if (!file) return true
    const message = m.file_open_sure({ name: basename(file, '.redress') })
    const detail = m.file_open_sure_detail({ folder: dirname(file) })
    return (await dialogs.say({ type: 'question', message, detail, buttons: [m.file_open_button(), m.common_cancel()] })) === 0
  }
  if (name === 'shell.restore') {
    const { choose, backup } = input as Parsed<'shell.restore'>
    // in the recovery window nothing is open that could be replaced
    if (choose || session.file() === null) return true
    const words = { message: m.menu_restore_sure(), detail: [backup, m.menu_restore_detail()].filter(Boolean).join('\n\n') }
    return (await dialogs.say({ type: 'question', ...words, buttons: [m.settings_restore(), m.common_cancel()] })) === 0
  }
  return true
}
