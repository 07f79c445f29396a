import type { Parsed, Result, ShellName } from '../shared/contract/table'
import type { WorkspaceSession } from './session'
import type { Dialogs } from './dialogs'
import type { ChosenFiles } from './files'
import type { FullScreen } from './full-screen'
import type { Preferences } from './preferences'
import type { Links } from './links'
import type { Viewer } from './look'
import type { Printer } from './print'
import type { Reminders } from './reminders'
import type { Speaker } from './speaker'
import type { Watch } from './workspace-process'

/** What the shell's answers have at hand. */
export interface ShellContext {
  session: WorkspaceSession
  preferences: Preferences
  files: ChosenFiles
  dialogs: Dialogs
  links: Links
  printer: Printer
  viewer: Viewer
  /** Fills the screen with the window as the page asks. */
  fullScreen: FullScreen['set']
  speaker: Speaker
  /** What a folder that is looked at offers has changed. */
  offered(): void
  /** The page has nothing in hand any more. */
  left(): void
  /** Null until the first window is there. */
  reminders(): Reminders | null
}

/** One answer for each shell procedure: a missing one does not compile. */
export type ShellAnswers = { [N in ShellName]: (input: Parsed<N>, watch: Watch) => Promise<Result<N>> }
