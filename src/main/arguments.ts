import { resolve } from 'node:path'

/** What Redress was started with. */
export interface Arguments {
  /** The workspace to open, absolute; named by --workspace=FILE or by a double-clicked file. */
  workspace: string | null
  /** Make that workspace if it is not there. */
  create: boolean
  sample: boolean
  /** Where settings and the sample live instead of the user's own folder. */
  userData: string | null
  /** The words after --cli, when Electron serves the command line. */
  cli: string[] | null
}

/** Takes argv and the folder that relative names start from. Chromium's own switches pass through unseen. */
export function readArguments(argv: readonly string[], folder: string): Arguments {
  const words = argv.slice(1)
  const at = words.indexOf('--cli')
  const own = at < 0 ? words : words.slice(0, at)
  const option = (name: string) => own.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) || null
  const file = option('workspace') ?? own.find((word) => !word.startsWith('-') && isWorkspace(word)) ?? null
  const userData = option('user-data')
  return {
    workspace: file && resolve(folder, file),
    create: own.includes('--create'),
    sample: own.includes('--sample'),
    userData: userData && resolve(folder, userData),
    cli: at < 0 ? null : words.slice(at + 1)
  }
}

/** Takes a path, gives whether its name is that of a workspace. */
export const isWorkspace = (path: string): boolean => path.toLowerCase().endsWith('.redress')
