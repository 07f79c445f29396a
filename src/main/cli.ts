import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app } from 'electron'
import { z } from 'zod'
import { audiences } from '../shared/brief/audience'
import { errorNote, Refusal } from '../shared/values/errors'
import { language } from '../shared/values/fields'
import { m } from '../shared/messages/messages.js'
import { setLocale } from '../shared/messages/runtime.js'
import { firstSpoken } from '../shared/values/spoken'
import { openPrinter } from './print'
import { guard } from './security'
import { startWorkspaceProcess } from './workspace-process'

const asked = z.object({
  workspace: z.string().min(1),
  case: z.string().min(1),
  out: z.string().min(1),
  language: language.optional(),
  paper: z.enum(['a4', 'letter']).optional(),
  audience: z.enum(audiences).optional()
})

/**
 * `redress brief`, without a window: JSON on stdout, words on stderr. Ends the app with 0 (printed), 1 (refused or
 * failed) or 2 (wrong usage). To be called before the app is ready.
 */
export function runCli(words: string[], pages: string, script: string): void {
  // a folder of its own, so that it never meets a Redress that is open
  const folder = mkdtempSync(join(tmpdir(), 'redress-cli-'))
  app.setPath('userData', folder)
  guard(() => {})
  app.dock?.hide()
  // the print window comes and goes; the app ends when the answer is given
  app.on('window-all-closed', () => {})
  void app.whenReady().then(async () => {
    setLocale(firstSpoken(app.getPreferredSystemLanguages()), { reload: false })
    const code = await brief(words, pages, script).catch((error: unknown) => {
      const note = errorNote(error)
      process.stderr.write(
        `${note.code === 'internal' && !(error instanceof Refusal) ? String((error as Error).stack) : note.message}\n`
      )
      process.stdout.write(`${JSON.stringify({ error: note })}\n`)
      return 1
    })
    rmSync(folder, { recursive: true, force: true })
    app.exit(code)
  })
}

async function brief(words: string[], pages: string, script: string): Promise<number> {
  const usage = usageOf(words)
  if (!usage) {
    process.stderr.write(`${m.menu_cli_usage()}\n`)
    return 2
  }
  const worker = startWorkspaceProcess(script)
  try {
    await worker.ask({ do: 'open', file: resolve(usage.workspace), readOnlyIfLocked: true })
    const { settings } = await worker.call('workspace.info', {})
    setLocale(settings.language, { reload: false })
    const cases = await worker.call('cases.list', {})
    const chosen = cases.find(({ ref, id }) => ref.toLowerCase() === usage.case.toLowerCase() || id === usage.case)
    if (!chosen) throw new Refusal('not-found', m.menu_cli_no_case({ name: usage.case }))
    const file = resolve(usage.out)
    const about = {
      language: usage.language ?? settings.language,
      paper: usage.paper ?? settings.paper,
      audience: usage.audience
    }
    // nothing is written from here, so nothing is frozen
    const { pages: count } = await openPrinter(pages, worker).print({ caseId: chosen.id, file, draft: true, ...about })
    process.stdout.write(`${JSON.stringify({ file, pages: count, case: chosen.ref, ...about })}\n`)
    return 0
  } finally {
    await worker.end()
  }
}

/** Takes the words after --cli, gives what they ask for, or null when they are not understood. */
function usageOf(words: string[]): z.output<typeof asked> | null {
  const string = { type: 'string' as const }
  const options = { workspace: string, case: string, out: string, language: string, paper: string, audience: string }
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    const found = asked.safeParse(values)
    return positionals.join() === 'brief' && found.success ? found.data : null
  } catch {
    return null
  }
}
