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
export function workspaceAnswers({ book, kept, dialogs }: ShellContext): Pick<ShellAnswers, `shell.${Mine}`> {
  /** The workspace that was made in this run and whose person has not been asked who they are. */
  let fresh: string | null = null

  const open = async (file: string, create = false) => {
    await book.open(file, create)
    return { opened: book.file() === file }
  }

  const secondPlace = async () => {
    const trouble = (await book.worker.ask({ do: 'backup-trouble' })) as string | null
    return { folder: kept.get().secondPlace, trouble }
  }

  return {
    async 'shell.start'({ met }) {
      if (met) fresh = null
      const ask = book.waits()
      if (!ask) await book.ready().catch(() => {})
      return { ask, fresh: fresh !== null && fresh === book.file() }
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
      const file = kept.get().recent[recent]
      if (!file) throw new Refusal('not-found', m.menu_not_recent())
      try {
        return await open(file)
      } catch (error) {
        if (errorNote(error).code === 'not-found') kept.set({ recent: kept.get().recent.filter((path) => path !== file) })
        throw error
      }
    },
    'shell.openSample': () => open(book.sampleFile),
    async 'shell.recent'() {
      return kept.get().recent.map((file) => ({ name: basename(file, '.redress'), folder: dirname(file) }))
    },
    'shell.secondPlace': () => secondPlace(),
    async 'shell.setSecondPlace'({ choose }) {
      const folder = choose ? await dialogs.chooseFolder('second-place') : null
      // a dialog that was closed changes nothing
      if (choose && !folder) return secondPlace()
      kept.set({ secondPlace: folder })
      await book.worker.ask({ do: 'second-place', folder })
      return secondPlace()
    },
    async 'shell.restore'({ backup, choose }) {
      const chosen = choose ? await dialogs.choose('backup', filters()) : backup && basename(backup)
      if (!chosen) return { opened: false }
      await book.restore(chosen)
      return { opened: book.file() !== null }
    },
    async 'shell.trouble'() {
      await book.ready().catch(() => {})
      const trouble = book.trouble()
      if (!trouble) return { code: null, message: '', file: '', backups: [], instead: null, language: getLocale() }
      const { note, file, backups, instead } = trouble
      const { code, message } = note
      return { code, message, file: basename(file), backups, instead: instead && basename(instead), language: getLocale() }
    },
    async 'shell.goOn'() {
      await book.goOn()
      return { opened: book.file() !== null }
    }
  }
}
