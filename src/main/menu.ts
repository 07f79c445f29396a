import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { commands, type Command } from '../shared/contract/commands'
import { labelText } from '../shared/records/labels'
import { m } from '../shared/messages/messages.js'
import { menuKeyOf, shortcutOf } from '../shared/contract/shortcuts'
import type { WorkspaceInfo } from '../shared/contract/workspace'
import { commandWords } from './menu-words'

const mac = process.platform === 'darwin'
const line: MenuItemConstructorOptions = { type: 'separator' }

/** What the menu's items do. */
export interface MenuActions {
  command(command: Command): void
  newWorkspace(): void
  openWorkspace(recent?: number): void
  openSample(): void
  restore(): void
  undoTyping(): void
  redoTyping(): void
  showLog(): void
  exportDiagnostics(): void
  about(): void
}

/** What the menu shows. */
export interface MenuState {
  info: Pick<WorkspaceInfo, 'undo' | 'redo' | 'readOnly'> | null
  recent: { name: string; folder: string }[]
}

/** Sets the native menu in the current language. To be called again when language, recent files or the last change differ. */
export function setMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)))
}

/** The menu as data; every command is in it once. */
export function menuTemplate(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  const item = (command: keyof typeof commandWords): MenuItemConstructorOptions => ({
    id: command,
    label: commandWords[command](),
    accelerator: shortcutOf(command, mac),
    enabled: state.info !== null && !(command.startsWith('new-') && state.info.readOnly),
    click: () => actions.command(command)
  })
  const made = commands.filter((command): command is Extract<Command, `new-${string}`> => command.startsWith('new-'))
  return [
    ...(mac ? [appMenu(item('go-settings'), actions)] : []),
    { label: m.menu_file(), submenu: fileMenu(state, actions, item) },
    { label: m.menu_edit(), submenu: [...undoItems(state, actions), line, ...editing(), line, item('find'), item('trash')] },
    { label: m.menu_record(), submenu: made.map(item) },
    {
      label: m.menu_view(),
      submenu: [
        item('go-desk'),
        item('go-customers'),
        item('go-incidents'),
        item('go-cases'),
        item('go-wishes'),
        item('go-search'),
        line,
        item('back'),
        item('forward'),
        item('toggle-drawer'),
        line,
        { role: 'resetZoom', label: m.menu_zoom_reset(), accelerator: menuKeyOf('zoom-reset', mac) },
        { role: 'zoomIn', label: m.menu_zoom_in(), accelerator: menuKeyOf('zoom-in', mac) },
        // the plus of the main keyboard needs shift on many layouts
        { role: 'zoomIn', label: m.menu_zoom_in(), accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut', label: m.menu_zoom_out(), accelerator: menuKeyOf('zoom-out', mac) },
        { role: 'togglefullscreen', label: m.menu_full_screen(), accelerator: menuKeyOf('full-screen', mac) }
      ]
    },
    {
      label: m.menu_window(),
      role: 'window',
      submenu: [
        { role: 'minimize', label: m.menu_minimize() },
        { role: 'zoom', label: m.menu_zoom_window() },
        { role: 'close', label: m.menu_close() }
      ]
    },
    {
      label: m.menu_help(),
      role: 'help',
      submenu: [
        item('keyboard-map'),
        item('verify'),
        { label: m.menu_log(), click: actions.showLog },
        { id: 'diagnostics', label: m.menu_diagnostics(), click: actions.exportDiagnostics },
        ...(mac ? [] : [line, { label: m.menu_about(), click: actions.about }])
      ]
    }
  ]
}

function fileMenu(
  state: MenuState,
  actions: MenuActions,
  item: (command: 'go-import' | 'export-brief' | 'call-sheet' | 'back-up' | 'go-settings') => MenuItemConstructorOptions
) {
  const recent = state.recent.map(({ name, folder }, index) => ({
    label: `${name} — ${folder}`.replaceAll('&', '&&'),
    click: () => actions.openWorkspace(index)
  }))
  const items: MenuItemConstructorOptions[] = [
    {
      id: 'new-workspace',
      label: m.menu_new_workspace(),
      accelerator: menuKeyOf('new-workspace', mac),
      click: actions.newWorkspace
    },
    {
      id: 'open-workspace',
      label: m.menu_open_workspace(),
      accelerator: menuKeyOf('open-workspace', mac),
      click: () => actions.openWorkspace()
    },
    { label: m.menu_open_recent(), submenu: recent, enabled: recent.length > 0 },
    { id: 'open-sample', label: m.menu_open_sample(), click: actions.openSample },
    line,
    item('go-import'),
    item('export-brief'),
    item('call-sheet'),
    line,
    item('back-up'),
    { id: 'restore', label: m.menu_restore(), click: actions.restore },
    line
  ]
  return mac
    ? [...items, { role: 'close', label: m.menu_close() } as const]
    : [...items, item('go-settings'), line, { role: 'quit', label: m.menu_quit(), accelerator: menuKeyOf('quit', mac) } as const]
}

/**
 * Undo and redo of changes carry the change's label. The keys themselves belong to the page: in a field they take back
 * typing, elsewhere the page undoes the last change. So the menu shows the keys but a press of them does nothing here.
 */
function undoItems(state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
  return (['undo', 'redo'] as const).flatMap((which) => {
    const label = state.info?.[which]
    const words = which === 'undo' ? m.menu_undo : m.menu_redo
    const bare = which === 'undo' ? m.common_undo : m.common_redo
    return [
      {
        id: which,
        label: label ? words({ change: labelText(label).replaceAll('&', '&&') }) : bare(),
        accelerator: shortcutOf(which, mac),
        registerAccelerator: false,
        enabled: Boolean(label) && !state.info?.readOnly,
        click: (_item, _window, event: Electron.KeyboardEvent | undefined) =>
          event?.triggeredByAccelerator || actions.command(which)
      } satisfies MenuItemConstructorOptions,
      which === 'undo'
        ? { id: 'undo-typing', label: m.menu_undo_typing(), click: actions.undoTyping }
        : { id: 'redo-typing', label: m.menu_redo_typing(), click: actions.redoTyping }
    ]
  })
}

const editing = (): MenuItemConstructorOptions[] => [
  { role: 'cut', label: m.menu_cut() },
  { role: 'copy', label: m.common_copy() },
  { role: 'paste', label: m.menu_paste() },
  { role: 'pasteAndMatchStyle', label: m.menu_paste_plain(), accelerator: menuKeyOf('paste-plain', mac) },
  { role: 'selectAll', label: m.menu_select_all() }
]

const appMenu = (settings: MenuItemConstructorOptions, actions: MenuActions): MenuItemConstructorOptions => ({
  label: app.name,
  submenu: [
    { label: m.menu_about(), click: actions.about },
    line,
    settings,
    line,
    { role: 'services', label: m.menu_services() },
    line,
    { role: 'hide', label: m.menu_hide() },
    { role: 'hideOthers', label: m.menu_hide_others() },
    { role: 'unhide', label: m.menu_show_all() },
    line,
    { role: 'quit', label: m.menu_quit(), accelerator: menuKeyOf('quit', mac) }
  ]
})
