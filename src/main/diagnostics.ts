import { readFileSync } from 'node:fs'
import { arch, homedir, release, totalmem } from 'node:os'
import { app } from 'electron'
import type { WorkspaceInfo } from '../shared/contract/workspace'

const mostLines = 1_000
const ending = '.redress'

/** What helps to find a fault, as text: versions, the machine, the end of the log. No names and no records of a workspace. */
export function diagnostics(logFile: string, info: WorkspaceInfo | null): string {
  const { electron, chrome, node } = process.versions
  const about = {
    redress: app.getVersion(),
    electron,
    chrome,
    node,
    system: `${process.platform} ${release()} ${arch()}`,
    memory: totalmem(),
    locale: app.getLocale(),
    workspace: info && {
      version: info.version,
      entries: info.entries,
      readOnly: info.readOnlyWhy,
      language: info.settings.language
    }
  }
  return `${JSON.stringify(about, null, 1)}\n\n${lastLines(logFile)
    .replaceAll(/[^/\\'"\n]+/g, (part) => {
      const end = part.lastIndexOf(ending)
      return end < 0 ? part : `(workspace)${part.slice(end + ending.length)}`
    })
    .replaceAll(homedir(), '~')}\n`
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-mostLines).join('\n')
  } catch {
    return ''
  }
}
