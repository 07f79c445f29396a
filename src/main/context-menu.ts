import { Menu, type BrowserWindow } from 'electron'
import { m } from '../shared/messages/messages.js'

/** The menu under the pointer: what a text field or a selection offers everywhere else. */
export function giveContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags, x, y }) => {
    if (!isEditable && !selectionText.trim()) return
    const contents = window.webContents
    const writing: Electron.MenuItemConstructorOptions[] = [
      { label: m.menu_undo_typing(), enabled: editFlags.canUndo, click: () => contents.undo() },
      { label: m.menu_redo_typing(), enabled: editFlags.canRedo, click: () => contents.redo() },
      { type: 'separator' },
      { role: 'cut', label: m.menu_cut(), enabled: editFlags.canCut }
    ]
    const items: Electron.MenuItemConstructorOptions[] = [
      ...(isEditable ? writing : []),
      { role: 'copy', label: m.common_copy(), enabled: editFlags.canCopy },
      ...(isEditable ? [{ role: 'paste' as const, label: m.menu_paste(), enabled: editFlags.canPaste }] : []),
      { role: 'selectAll', label: m.menu_select_all(), enabled: editFlags.canSelectAll }
    ]
    Menu.buildFromTemplate(items).popup({ window, x, y })
  })
}
