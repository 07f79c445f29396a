import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { ensureDisplay } from '../../scripts/setup/display.mjs'
import { electronRuntime } from '../../scripts/setup/electron.mjs'

/** A running Redress with user data of its own. */
export interface Running {
  app: ElectronApplication
  page: Page
  userData: string
  /** Closes Redress and removes its user data. */
  close: () => Promise<void>
}

/**
 * Starts the built Redress in the same Electron that npm start uses.
 * Takes Redress's own arguments (`--sample`, a workspace file …) and, to start again where another run left off, its user data.
 */
export async function launchRedress(args: string[], kept?: string): Promise<Running> {
  await ensureDisplay()
  const { path, args: leading } = electronRuntime()
  const userData = kept ?? mkdtempSync(join(tmpdir(), 'redress-user-'))
  const app = await _electron.launch({
    executablePath: path,
    args: [...leading, `--user-data=${userData}`, ...args],
    timeout: 60_000
  })
  const page = await app.firstWindow()
  const close = async () => {
    await app.close()
    if (!kept) rmSync(userData, { recursive: true, force: true })
  }
  return { app, page, userData, close }
}
