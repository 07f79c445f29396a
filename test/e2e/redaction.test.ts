import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { everyByte } from '../workspace/sheet-support'
import { expect, test, type Redress } from './support/app'
import { words as readPdf } from './support/pdf'

test.slow()

/** What is ours and nobody else's: none of it may be in what a customer gets. */
const inward = new Set([
  'case',
  'fact',
  'option',
  'remedy',
  'decision',
  'outcome',
  'asking',
  'objection',
  'interaction',
  'gesture',
  'voice',
  'promise'
])
/** Texts that are codes or moments, or are held by something else. */
const coded =
  /^(?:id|at|on|as|due|key|kind|unit|head|state|status|currency|clock|calculator|sha256)$|(?:Id|Ids|At|On|State|Kind|Status|Zone|Key|Entity)$/

/** Puts a word of its own into every text that somebody wrote, in every field of every kind of record. Gives them by table. */
function marked(file: string): Map<string, string[]> {
  const db = new Database(file)
  const found = new Map<string, string[]>()
  let count = 0
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%createdAt%' AND name NOT LIKE 'journal%'")
    .pluck()
    .all() as string[]
  for (const table of tables.filter((name) => !['setting', 'briefVersion', 'mapping', 'import', 'importedRow'].includes(name))) {
    const columns = (db.prepare(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`).pluck().all(table) as string[]).filter(
      (name) => !coded.test(name)
    )
    for (const column of columns) {
      const rows = db
        .prepare(
          `SELECT rowid AS at, "${column}" AS text FROM "${table}" WHERE "${column}" GLOB '*[A-Za-z]* *' AND "${column}" NOT GLOB '[{[]*' LIMIT 400`
        )
        .all() as { at: number; text: string }[]
      for (const { at, text } of rows) {
        const word = `Qx${count}Zv`
        try {
          db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(`${text.slice(0, 150)} ${word}`, at)
        } catch {
          // a field that takes certain words only
          break
        }
        count++
        found.set(table, [...(found.get(table) ?? []), word])
      }
    }
  }
  db.close()
  return found
}

test('words that are left out stand in no byte of any shape, and nothing of ours in the questions to a customer', async ({
  launch,
  folder
}) => {
  const first = await launch()
  // once it answers the sample is whole
  await first.ask('cases.list', {})
  const sample = join(first.userData, 'sample', 'Sample.redress')
  await first.close()
  const file = join(folder, 'Marked.redress')
  copyFileSync(sample, file)
  const redress: Redress = await launch({ workspace: file })
  await redress.ask('workspace.info', {})
  // beside the open workspace: its own journal would find such rows when the file is opened
  const byTable = marked(file)
  const all = [...byTable.values()].flat()
  expect(all.length).toBeGreaterThan(200)
  const { ask } = redress
  const caseId = (await ask('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!.id
  const shown = JSON.stringify(await ask('brief.model', { caseId, language: 'en' }))
  // of all that is written, what this brief would show: these are the words that its copy leaves out
  const words = all.filter((word) => shown.includes(word)).slice(0, 300)
  expect(words.length).toBeGreaterThan(100)
  const asked = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const

  const said = async (shape?: { words: string[] }): Promise<Record<string, string>> => {
    const out: Record<string, string> = {}
    const save = (name: string) => redress.dialogs({ save: join(folder, name) })
    await save('out.pdf')
    await ask('shell.exportBrief', { ...asked, draft: true, ...(shape ? { shape } : {}) })
    const bytes = new Uint8Array(readFileSync(join(folder, 'out.pdf')))
    const pdf = await readPdf(bytes)
    out['pdf'] = `${pdf.title}\n${pdf.outline.join('\n')}\n${pdf.pages.join('\n')}\n${await everyByte(bytes)}`
    for (const as of ['docx', 'pptx', 'xlsx', 'csv', 'whole'] as const) {
      await save(`out.${as}`)
      await ask('shell.exportShape', { ...asked, as, ...(shape ? { shape } : {}) })
      out[as] = await everyByte(readFileSync(join(folder, `out.${as}`)))
    }
    out['name'] = (await ask('brief.model', { ...asked, ...(shape ? { shape } : {}) })).fileName
    return out
  }
  const inAll = (text: string) => words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))
  const whole = await said()
  // without it they are there: this test can see them
  expect(inAll(whole['pdf']!).length).toBeGreaterThan(words.length * 0.9)
  for (const as of ['docx', 'csv', 'whole']) expect(inAll(whole[as]!).length, as).toBeGreaterThan(40)
  for (const as of ['pptx', 'xlsx']) expect(inAll(whole[as]!).length, as).toBeGreaterThan(3)
  const left = await said({ words })
  for (const [as, text] of Object.entries(left)) expect(inAll(text), as).toEqual([])

  const ours = [...byTable].flatMap(([table, found]) => (inward.has(table) ? found : []))
  expect(ours.length).toBeGreaterThan(100)
  for (const as of ['xlsx', 'pdf'] as const) {
    await redress.dialogs({ save: join(folder, `questions.${as}`) })
    await ask('shell.exportQuestions', { caseId, language: 'en', paper: 'a4', as })
    const bytes = new Uint8Array(readFileSync(join(folder, `questions.${as}`)))
    const text = `${await everyByte(bytes)}${as === 'pdf' ? (await readPdf(bytes)).pages.join('\n') : ''}`
    expect(
      ours.filter((word) => text.includes(word)),
      as
    ).toEqual([])
  }
})
