import { shell, type WebContents } from 'electron'
import type { Command } from '../shared/contract/commands'
import { errorNote } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import type { WorkspaceSession } from './session'
import type { Dialogs } from './dialogs'
import { diagnostics } from './diagnostics'
import { log } from './log'
import type { MenuActions } from './menu'
import type { ShellAnswers } from './shell-context'
import { writeWhole } from '../files/outgoing'
import { namedTrouble } from '../files/troubles'

interface Reach {
  answers: ShellAnswers
  session: WorkspaceSession
  dialogs: Dialogs
  logFile: string
  page(): WebContents | null
  command(command: Command): void
}

/** What the menu's items do. What is refused is said in a dialog, since no page asked for it. */
export function menuActions({
  answers,
  session,
  dialogs,
  logFile,
  page,
  command
}: Reach): MenuActions & { openFile(file: string): void } {
  const close = () => [m.common_close()]
  const tried = (work: () => Promise<unknown>) => {
    work().catch((error: unknown) => {
      const note = errorNote(namedTrouble(error))
      if (note.code === 'internal') log('menu', error)
      if (note.code !== 'cancelled') void dialogs.say({ type: 'warning', message: note.message, buttons: close() })
    })
  }
  const restore = async () => {
    const words = { type: 'question' as const, message: m.menu_restore_sure(), detail: m.menu_restore_detail() }
    const pressed = await dialogs.say({ ...words, buttons: [m.menu_restore_choose(), m.common_cancel()] })
    if (pressed === 0) await answers['shell.restore']({ choose: true, backup: null }, {})
  }
  const diagnose = async () => {
    const file = await dialogs.save('diagnostics', m.menu_diagnostics_name(), [{ name: m.menu_type_text(), extensions: ['txt'] }])
    if (file) await writeWhole(file, Buffer.from(diagnostics(logFile, session.info())))
  }
  const about = async () => {
    const { version, electron, chrome, runtimeNote } = await answers['shell.about']({}, {})
    const detail = [`Electron ${electron} · Chromium ${chrome}`, runtimeNote].filter(Boolean).join('\n')
    await dialogs.say({ type: 'info', message: `${m.app_name()} ${version}`, detail, buttons: close() })
  }
  return {
    command,
    openFile: (file) => tried(() => session.open(file)),
    newWorkspace: () => tried(() => answers['shell.newWorkspace']({}, {})),
    openWorkspace: (recent) => tried(() => answers['shell.openWorkspace']({ recent }, {})),
    openSample: () => tried(() => answers['shell.openSample']({}, {})),
    restore: () => tried(restore),
    undoTyping: () => page()?.undo(),
    redoTyping: () => page()?.redo(),
    showLog: () => shell.showItemInFolder(logFile),
    exportDiagnostics: () => tried(diagnose),
    about: () => tried(about)
  }
}
