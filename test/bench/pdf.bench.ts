import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { electronRuntime } from '../../scripts/setup/electron.mjs'
import { median } from './electron'

const PAIRS = 9
const PAGES = 8
/** A brief of the sample that has as many. */
const brief = { ref: 'CASE-2', language: 'el' }
const bare = fileURLToPath(new URL('./bare', import.meta.url))

export const name = 'pdf'

/** As many pages of what a brief is made of: text, bars as SVG, tables; no script, no font of its own. */
function staticPages(): string {
  const words = 'The line was promised for the ninth and stands still; what that costs is counted day by day. '
  const bars = Array.from(
    { length: 8 },
    (_, at) => `<rect x="0" y="${at * 14}" width="${80 + at * 60}" height="10" fill="#1f5582"/>`
  )
  const row = (at: number) => `<tr><td>Line ${at}</td><td>estimated</td><td>${at * 1_370}</td><td>${at * 2_113}</td></tr>`
  const rows = Array.from({ length: 14 }, (_, at) => row(at)).join('')
  const page = (at: number) =>
    `<section><h2>Part ${at + 1}</h2><p>${words.repeat(5)}</p><svg width="600" height="112">${bars.join('')}</svg>` +
    `<table><tr><th>Line</th><th>State</th><th>Low</th><th>High</th></tr>${rows}</table><p>${words.repeat(4)}</p></section>`
  return `<!doctype html><html lang="en"><title>Static</title><style>section{break-after:page}section:last-child{break-after:auto}table{width:100%}</style>${Array.from({ length: PAGES }, (_, at) => page(at)).join('')}</html>`
}

/** Chromium alone, in a new hidden window, tagged and with its outline as a brief is; gives milliseconds. */
const theirs = (app: ElectronApplication, html: string) =>
  app.evaluate(async ({ BrowserWindow }, html) => {
    const began = performance.now()
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'static', sandbox: true } })
    await window.loadFile(html)
    await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true
    })
    window.destroy()
    return performance.now() - began
  }, html)

/** A brief as a person exports it: from the question to the finished file on the disk; gives milliseconds. */
async function ours(page: Page, caseId: string): Promise<number> {
  const asked = { caseId, language: brief.language, paper: 'a4', audience: 'leadership', draft: true }
  const { took, answer } = await page.evaluate(async (asked) => {
    const began = performance.now()
    const answer = (await window.redress.call('shell.exportBrief', asked, crypto.randomUUID())) as object
    return { took: performance.now() - began, answer }
  }, asked)
  const { pages } = (answer as { result: { pages: number } }).result
  if (pages !== PAGES) throw new Error(`the brief has ${pages} pages, not ${PAGES}: choose another`)
  return took
}

/** A finished brief of eight pages against eight static pages that Chromium prints by itself: interleaved pairs, medians. */
export async function run() {
  const place = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const html = join(place, 'static.html')
  writeFileSync(html, staticPages())
  const { path, args } = electronRuntime()
  const app = await _electron.launch({ executablePath: path, args: [...args, `--user-data=${join(place, 'user')}`, '--sample'] })
  // Redress lets no page of another origin in: they are printed by an Electron that is nothing else
  const alone = await _electron.launch({
    executablePath: path,
    args: [...args.slice(0, -1), bare, `--user-data=${join(place, 'bare')}`]
  })
  try {
    await alone.firstWindow()
    await app.evaluate(
      ({ dialog }, file) => {
        Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath: file }) })
      },
      join(place, 'brief.pdf')
    )
    const page = await app.firstWindow()
    await page.waitForFunction(() => 'redress' in window)
    const { result } = (await page.evaluate(() => window.redress.call('cases.list', {}, crypto.randomUUID()))) as {
      result: { id: string; ref: string }[]
    }
    const caseId = result.find(({ ref }) => ref === brief.ref)!.id
    const own: number[] = []
    const base: number[] = []
    for (let pair = 0; pair <= PAIRS; pair++) {
      const [one, other] = [await ours(page, caseId), await theirs(alone, html)]
      // the first pair loads what printing needs
      if (pair === 0) continue
      own.push(one)
      base.push(other)
    }
    const ratio = median(own.map((value, at) => value / base[at]!))
    const what = `a finished brief of ${PAGES} pages, against as many static ones`
    return [{ name: what, ours: median(own), baseline: median(base), ratio, goal: 1.5, unit: 'ms' }]
  } finally {
    await Promise.all([app.close(), alone.close()])
    rmSync(place, { recursive: true, force: true })
  }
}
