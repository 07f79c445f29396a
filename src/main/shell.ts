import { appAnswers } from './shell-app'
import { folderAnswers } from './folder/shell'
import type { ShellAnswers, ShellContext } from './shell-context'
import { fileAnswers } from './shell-files'
import { workspaceAnswers } from './shell-workspaces'

/** The desktop shell's part of the contract. */
export function shellAnswers(context: ShellContext): ShellAnswers {
  return { ...workspaceAnswers(context), ...fileAnswers(context), ...appAnswers(context), ...folderAnswers(context) }
}
