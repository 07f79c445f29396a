import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { errorNote, Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { getLocale } from '../shared/messages/runtime.js'
import { isWorkspace } from './arguments'
import type { ShellAnswers, ShellContext } from './shell-context'

type Mine =
  | 'start'
  | 'newWorkspace'
  | 'openWorkspace'
  | 'openSample'
  | 'recent'
  | 'restore'
  | 'trouble'
  | 'goOn'
  | 'secondPlace'
  | 'setSecondPlace'

const filters = () => [{ name: m.menu_type_workspace(), extensions: ['redress'] }]

/** Opening, making and mending workspaces. */
export function workspaceAnswers({ session, preferences, dialogs }: ShellContext): Pick<ShellAnswers, `shell.${Mine}`> {
  /** The workspace that was made in this run and whose person has not been asked who they are. */
  let fresh: string | null = null

  const open = async (file: string, create = false) => {
    await session.open(file, create)
    return { opened: session.file() === file }
  }

  const secondPlace = async () => {
    const trouble = (await session.worker.ask({ do: 'backup-trouble' })) as string | null
    return { folder: preferences.get().secondPlace, trouble }
  }

  return {
    async 'shell.start'({ met }) {
      if (met) fresh = null
      const ask = session.waits()
      if (!ask) await session.ready().catch(() => {})
      return { ask, fresh: fresh !== null && fresh === session.file() }
    },
    async 'shell.newWorkspace'() {
      const chosen = await dialogs.save('workspace', m.menu_new_name(), filters())
      if (!chosen) return { opened: false }
      const file = isWorkspace(chosen) ? chosen : `${chosen}.redress`
      // a book of customers is never replaced, whatever was answered to the system
      if (existsSync(file)) throw new Refusal('conflict', m.error_exists({ file: basename(file) }))
      fresh = file
      return open(file, true)
    },
    async 'shell.openWorkspace'({ recent }) {
      if (recent === undefined) {
        const chosen = await dialogs.choose('workspace', filters())
        return chosen ? open(chosen) : { opened: false }
      }
      const file = preferences.get().recent[recent]
      if (!file) throw new Refusal('not-found', m.menu_not_recent())
      try {
        return await open(file)
      } catch (error) {
        if (errorNote(error).code === 'not-found')
          preferences.set({ recent: preferences.get().recent.filter((path) => path !== file) })
        throw error
      }
    },
    'shell.openSample': () => open(session.sampleFile),
    async 'shell.recent'() {
      return preferences.get().recent.map((file) => ({ name: basename(file, '.redress'), folder: dirname(file) }))
    },
    'shell.secondPlace': () => secondPlace(),
    async 'shell.setSecondPlace'({ choose }) {
      const folder = choose ? await dialogs.chooseFolder('second-place') : null
      // a dialog that was closed changes nothing
      if (choose && !folder) return secondPlace()
      preferences.set({ secondPlace: folder })
      await session.worker.ask({ do: 'second-place', folder })
      return secondPlace()
    },
    async 'shell.restore'({ backup, choose }) {
      const chosen = choose ? await dialogs.choose('backup', filters()) : backup && basename(backup)
      if (!chosen) return { opened: false }
      await session.restore(chosen)
      return { opened: session.file() !== null }
    },
    async 'shell.trouble'() {
      await session.ready().catch(() => {})
      const trouble = session.trouble()
      if (!trouble) return { code: null, message: '', file: '', backups: [], instead: null, language: getLocale() }
      const { note, file, backups, instead } = trouble
      const { code, message } = note
      return { code, message, file: basename(file), backups, instead: instead && basename(instead), language: getLocale() }
    },
    async 'shell.goOn'() {
      await session.goOn()
      return { opened: session.file() !== null }
    }
  }
}
