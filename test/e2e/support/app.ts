import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { ensureDisplay } from '../../../scripts/setup/display.mjs'
import { electronRuntime } from '../../../scripts/setup/electron.mjs'
import type { Answer } from '../../../src/shared/contract/commands'
import type { Input, ProcedureName, Result } from '../../../src/shared/contract/table'

export interface LaunchOptions {
  /** Open the sample, built in this test's own user data. The default. */
  sample?: boolean
  /** Open this file instead; with `create` it is made. */
  workspace?: string
  create?: boolean
  /** User data of an earlier start, to go on where it left off. */
  userData?: string
  args?: string[]
  /** The zone of the computer, an IANA name; else this one's. */
  zone?: string
  /** Added to the environment of this one. */
  env?: Record<string, string>
}

/** A running Redress, the same that users have. */
export interface Redress {
  app: ElectronApplication
  page: Page
  userData: string
  /** Asks as a page does, gives what the gate answers. */
  answer(name: string, input?: unknown, call?: string): Promise<Answer>
  /** Asks and gives the result; fails the test on an error. */
  ask<N extends ProcedureName>(name: N, input: Input<N>): Promise<Result<N>>
  /** The dialogs of the system are answered by these, not shown: paths to choose or save, the number of a button. */
  dialogs(next: { choose?: string; save?: string; button?: number }): Promise<void>
  /** What dialogs have been shown since the start. */
  shown(): Promise<{ kind: string; message?: string; detail?: string }[]>
  close(): Promise<void>
}

interface Fixtures {
  /** A folder of this test's own, removed when it passes or fails. */
  folder: string
  launch(options?: LaunchOptions): Promise<Redress>
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'redress-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  },
  launch: async ({ folder }, use, info) => {
    const running: Redress[] = []
    const said: string[] = []
    let launched = 0
    await use(async (options) => {
      const redress = await launchRedress(join(folder, `user-${launched++}`), options, said)
      running.push(redress)
      return redress
    })
    if (info.status !== info.expectedStatus) await info.attach('log', { body: said.join(''), contentType: 'text/plain' })
    await Promise.all(running.map((redress) => redress.close().catch(() => {})))
  }
})

export { expect } from '@playwright/test'

let built: string | undefined

/** The sample is always the same one: it is built once for all tests of a worker, and each test gets a copy of its own. */
async function giveSample(userData: string): Promise<void> {
  const file = join(userData, 'sample', 'Sample.redress')
  if (existsSync(file)) return
  if (!built) {
    const folder = mkdtempSync(join(tmpdir(), 'redress-sample-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const { buildSample } = await import('../../../src/workspace/sample')
    await buildSample(join(folder, 'Sample.redress'))
    built = join(folder, 'Sample.redress')
  }
  mkdirSync(join(userData, 'sample'), { recursive: true })
  copyFileSync(built, file)
}

/** Starts the built Redress with user data of its own. `said` collects what it writes and what its page complains about. */
export async function launchRedress(ownData: string, options: LaunchOptions = {}, said: string[] = []): Promise<Redress> {
  await ensureDisplay()
  const { path, args: leading } = electronRuntime()
  const userData = options.userData ?? ownData
  const file = options.workspace && [`--workspace=${options.workspace}`, ...(options.create ? ['--create'] : [])]
  const what = file || (options.sample === false ? [] : ['--sample'])
  if (what[0] === '--sample') await giveSample(userData)
  const args = [...leading, `--user-data=${userData}`, ...what, ...(options.args ?? [])]
  const env = { ...(process.env as Record<string, string>), ...(options.zone ? { TZ: options.zone } : {}), ...options.env }
  const app = await _electron.launch({ executablePath: path, args, env, timeout: 60_000 })
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (data: Buffer) => said.push(data.toString()))
  await replaceDialogs(app)
  const page = await app.firstWindow()
  page.on('console', (message) => said.push(`page ${message.type()}: ${message.text()}\n`))
  page.on('pageerror', (error) => said.push(`page error: ${error.stack ?? error.message}\n`))
  await page.waitForFunction(() => 'redress' in window)

  const answer: Redress['answer'] = (name, input = {}, call) =>
    page.evaluate(
      ([name, input, call]) => window.redress.call(name as string, input, (call as string) ?? crypto.randomUUID()),
      [name, input, call]
    )
  let open = true
  return {
    app,
    page,
    userData,
    answer,
    async ask(name, input) {
      const given = await answer(name, input)
      if ('error' in given) throw new Error(`${name}: ${JSON.stringify(given.error)}`)
      return given.result as never
    },
    dialogs: (next) => app.evaluate((_electron, next) => void Object.assign(globalThis, { dialogAnswers: next }), next),
    shown: () => app.evaluate(() => (globalThis as unknown as { dialogsShown: never[] }).dialogsShown),
    async close() {
      if (!open) return
      open = false
      await app.close()
    }
  }
}

/** No dialog of the system ever opens in a test: unless told otherwise, each is cancelled. */
async function replaceDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const room = globalThis as unknown as {
      dialogAnswers: { choose?: string; save?: string; button?: number }
      dialogsShown: object[]
    }
    room.dialogAnswers = {}
    room.dialogsShown = []
    const told = (kind: string, args: unknown[]) => {
      const { message, detail, buttons } = args.at(-1) as { message?: string; detail?: string; buttons?: string[] }
      room.dialogsShown.push({ kind, message, detail })
      return buttons
    }
    Object.assign(dialog, {
      showOpenDialog: async (...args: unknown[]) => {
        told('choose', args)
        const { choose } = room.dialogAnswers
        return { canceled: !choose, filePaths: choose ? [choose] : [] }
      },
      showSaveDialog: async (...args: unknown[]) => {
        told('save', args)
        const { save } = room.dialogAnswers
        return { canceled: !save, filePath: save ?? '' }
      },
      showMessageBox: async (...args: unknown[]) => {
        const buttons = told('message', args)
        return { response: room.dialogAnswers.button ?? (buttons?.length ?? 1) - 1, checkboxChecked: false }
      }
    })
  })
}
