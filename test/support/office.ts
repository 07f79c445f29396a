import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const places = [
  ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => [join(folder, 'soffice'), join(folder, 'soffice.exe')]),
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe'
]

/**
 * LibreOffice, where it is installed: who reads what we write knows nothing of us. On Debian it is
 * libreoffice-calc-nogui, libreoffice-writer-nogui and libreoffice-impress-nogui.
 */
export const libreOffice = places.find((place) => existsSync(place)) ?? null

/** Takes files and what they are to become, gives the paths of what LibreOffice made of them in this folder. */
export async function converted(files: readonly string[], to: 'pdf' | 'xlsx', folder: string): Promise<string[]> {
  // a profile of its own: one that is open already would take the files to its own process, or refuse them
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const args = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', folder, ...files]
  const { stdout, stderr } = await promisify(execFile)(libreOffice!, args, { timeout: 240_000 })
  return files.map((file) => {
    const made = join(folder, `${parse(basename(file)).name}.${to}`)
    if (!existsSync(made)) throw new Error(`LibreOffice made no ${to} of ${basename(file)}: ${stdout} ${stderr}`)
    return made
  })
}
