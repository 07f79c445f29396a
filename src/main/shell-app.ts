import { app, nativeTheme } from 'electron'
import { m } from '../shared/messages/messages.js'
import type { ShellAnswers, ShellContext } from './shell-context'

/** The oldest Electron that Redress is shipped on; what is older here serves for development and tests only. */
const oldestShipped = 43

/** What the app says of itself, and how it looks. */
export function appAnswers({
  fullScreen,
  left,
  reminders,
  session,
  speaker
}: ShellContext): Pick<
  ShellAnswers,
  'shell.about' | 'shell.left' | 'shell.reminders' | 'shell.theme' | 'shell.fullScreen' | 'shell.speaker'
> {
  return {
    async 'shell.about'() {
      const { electron, chrome } = process.versions
      const standIn = Number.parseInt(electron, 10) < oldestShipped
      return {
        version: app.getVersion(),
        electron,
        chrome,
        runtimeNote: standIn ? m.menu_runtime_note({ version: electron }) : null
      }
    },
    async 'shell.left'() {
      left()
      return { left: true }
    },
    async 'shell.reminders'({ snooze }) {
      const held = reminders()
      return { until: (snooze ? held?.snooze(snooze) : held?.until()) ?? null }
    },
    async 'shell.theme'({ theme }) {
      if (theme) nativeTheme.themeSource = theme
      return { dark: nativeTheme.shouldUseDarkColors }
    },
    async 'shell.fullScreen'({ on }) {
      return { on: fullScreen(on) }
    },
    async 'shell.speaker'({ of, at, anyway }) {
      if (at < 0) speaker.close()
      else if (speaker.isOpen() || anyway || speaker.apart()) await speaker.show(() => session.worker.call('brief.model', of), at)
      return { on: speaker.isOpen() }
    }
  }
}
