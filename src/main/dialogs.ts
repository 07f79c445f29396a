import { dirname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import { mayGoOut } from '../files/outgoing'
import { fileName } from '../shared/values/file-name'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import type { Preferences } from './preferences'

/** Dialogs of the system, before our window; each purpose remembers its folder, since the system no longer does. */
export interface Dialogs {
  /** Asks for a file to read, gives its path or null. */
  choose(purpose: string, filters: FileFilter[]): Promise<string | null>
  /** Asks for a folder, gives its path or null. */
  chooseFolder(purpose: string): Promise<string | null>
  /**
   * Asks where to save, gives the path or null; the system asks before a file is replaced. What leaves Redress is not put in the
   * place of a workspace, whatever was answered. Errors: those of `mayGoOut`.
   */
  save(purpose: string, name: string, filters: FileFilter[]): Promise<string | null>
  /** Shows a sentence, gives the number of the button that was pressed. The last button cancels. */
  say(words: { type: 'question' | 'warning' | 'info'; message: string; detail?: string; buttons: string[] }): Promise<number>
}

export function dialogsOf(window: () => BrowserWindow | null, preferences: Preferences): Dialogs {
  const folderOf = (purpose: string) => preferences.get().folders[purpose] ?? app.getPath('documents')
  let open = false
  /** One at a time: a page that asks again and again does not bury the person under windows. */
  const alone = async <T>(show: () => Promise<T>): Promise<T> => {
    if (open) throw new Refusal('conflict', m.file_dialog_open())
    open = true
    try {
      return await show()
    } finally {
      open = false
    }
  }
  const remember = (purpose: string, path: string) =>
    preferences.set({ folders: { ...preferences.get().folders, [purpose]: dirname(path) } })

  return {
    async choose(purpose, filters) {
      const options = { defaultPath: folderOf(purpose), filters, properties: ['openFile' as const] }
      const parent = window()
      const { canceled, filePaths } = await alone(() =>
        parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options)
      )
      const [path] = filePaths
      if (canceled || !path) return null
      remember(purpose, path)
      return path
    },
    async chooseFolder(purpose) {
      const properties = ['openDirectory' as const, 'createDirectory' as const]
      const options = { defaultPath: folderOf(purpose), properties }
      const parent = window()
      const { canceled, filePaths } = await alone(() =>
        parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options)
      )
      const [path] = filePaths
      if (canceled || !path) return null
      remember(purpose, path)
      return path
    },
    async save(purpose, name, filters) {
      const properties = ['createDirectory' as const, 'showOverwriteConfirmation' as const]
      const options = { defaultPath: join(folderOf(purpose), fileName(name)), filters, properties }
      const parent = window()
      const { canceled, filePath } = await alone(() =>
        parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options)
      )
      if (canceled || !filePath) return null
      if (purpose !== 'workspace') mayGoOut(filePath, purpose === 'backup' ? 'workspace' : 'other')
      remember(purpose, filePath)
      return filePath
    },
    async say({ type, message, detail, buttons }) {
      const options = { type, message, detail, buttons, defaultId: 0, cancelId: buttons.length - 1, noLink: true }
      const parent = window()
      const shown = await alone(() => (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options)))
      return shown.response
    }
  }
}
