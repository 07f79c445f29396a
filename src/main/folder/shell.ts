import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { LookedAt } from '../../shared/contract/workspace'
import { Refusal } from '../../shared/values/errors'
import { outside } from '../outside'
import type { ShellAnswers, ShellContext } from '../shell-context'
import { filesIn } from './look'
import { offeredIn, type Looked, type Offered } from './offered'

type Mine = 'lookedAt' | 'lookAt' | 'takeOffered' | 'leaveOffered'

/** So many files are given at once, as an import takes; and so many are named. */
const mostGiven = 50
const mostNamed = 5
/** For so many workspaces a folder is remembered. */
const mostKept = 20

/**
 * The folder that is looked at for the open workspace: chosen by a person, kept on this computer and in no workspace. Nothing in it
 * is read before they say so.
 */
export function folderAnswers({
  session,
  preferences,
  dialogs,
  files,
  offered: say
}: ShellContext): Pick<ShellAnswers, `shell.${Mine}`> {
  let at: { file: string; folder: string; offered: Offered } | null = null

  /** The workspace that may have one: the sample has none. */
  const own = () => (session.file() === session.sampleFile ? null : session.file())
  const lookedOf = (file: string): Looked | null => preferences.get().lookedAt[file] ?? null

  /** Looks at what is kept for the open workspace, and no longer at another's. */
  function follow(): Offered | null {
    const file = own()
    const looked = file ? lookedOf(file) : null
    if (at && at.file === file && at.folder === looked?.folder) return at.offered
    at?.offered.end()
    at = file && looked ? { file, folder: looked.folder, offered: offeredIn(looked, outside, say) } : null
    return at?.offered ?? null
  }
  function keep(file: string, looked: Looked | null): void {
    const { [file]: _, ...others } = preferences.get().lookedAt
    const rest = Object.entries(others).slice(-(mostKept - 1))
    preferences.set({ lookedAt: Object.fromEntries(looked ? [...rest, [file, looked]] : rest) })
  }
  function state(): LookedAt | null {
    const file = own()
    if (!file) return null
    const offered = follow()
    const found = session.info()?.readOnly ? [] : (offered?.files() ?? [])
    return {
      folder: lookedOf(file)?.folder ?? null,
      trouble: offered?.trouble() ?? null,
      names: found.slice(-mostNamed).map(({ name }) => name),
      count: found.length
    }
  }
  function answer(answered: ReturnType<Offered['files']>): void {
    if (at) keep(at.file, { folder: at.folder, known: at.offered.knownWith(answered) })
  }

  app.on('browser-window-focus', () => void at?.offered.look())

  return {
    async 'shell.lookedAt'() {
      await session.ready()
      return state()
    },
    async 'shell.lookAt'({ choose }) {
      await session.ready()
      const file = own()
      if (!file) return null
      const chosen = choose ? await dialogs.chooseFolder('exports') : null
      // a dialog that was closed changes nothing
      if (choose && !chosen) return state()
      at?.offered.end()
      at = null
      // what is there already is not new
      const folder = chosen && realpathSync(chosen)
      keep(file, folder ? { folder, known: (await filesIn(folder, outside)).map(({ mark }) => mark) } : null)
      return state()
    },
    async 'shell.takeOffered'() {
      const taken = (follow()?.files() ?? []).slice(0, mostGiven)
      const given = taken.flatMap(({ name }) => {
        try {
          return [files.give(join(at!.folder, name))]
        } catch (error) {
          // it has gone meanwhile
          if (error instanceof Refusal) return []
          throw error
        }
      })
      answer(taken)
      return given
    },
    async 'shell.leaveOffered'() {
      answer(follow()?.files() ?? [])
      return state()
    }
  }
}
