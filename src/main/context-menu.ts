import { Menu, type BrowserWindow } from 'electron'
import { m } from '../shared/messages/messages.js'
import { log } from './log'
import type { Spelling } from './spelling'

/** The menu under the pointer: what a text field or a selection offers everywhere else. */
export function giveContextMenu(window: BrowserWindow, spelling: Spelling): void {
  const contents = window.webContents
  const show = async (at: Electron.ContextMenuParams): Promise<void> => {
    const { isEditable, selectionText, editFlags, x, y } = at
    if (!isEditable && !selectionText.trim()) return
    const writing = async (): Promise<Electron.MenuItemConstructorOptions[]> => [
      ...(await spelling.items(contents, at)),
      { label: m.menu_undo_typing(), enabled: editFlags.canUndo, click: () => contents.undo() },
      { label: m.menu_redo_typing(), enabled: editFlags.canRedo, click: () => contents.redo() },
      { type: 'separator' },
      { role: 'cut', label: m.menu_cut(), enabled: editFlags.canCut }
    ]
    const items: Electron.MenuItemConstructorOptions[] = [
      ...(isEditable ? await writing() : []),
      { role: 'copy', label: m.common_copy(), enabled: editFlags.canCopy },
      ...(isEditable ? [{ role: 'paste' as const, label: m.menu_paste(), enabled: editFlags.canPaste }] : []),
      { role: 'selectAll', label: m.menu_select_all(), enabled: editFlags.canSelectAll }
    ]
    if (!window.isDestroyed()) Menu.buildFromTemplate(items).popup({ window, x, y })
  }
  contents.on('context-menu', (_event, at) => void show(at).catch((error: unknown) => log('menu', error)))
}
