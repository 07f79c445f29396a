import { readFileSync } from 'node:fs'
import { read, utils, type WorkSheet } from '@e965/xlsx'
import PostalMime from 'postal-mime'
import { openWorkspace } from '../../src/workspace/index'

/** Run as a process of its own: reads a file in one of two ways, prints milliseconds and how many records there were. */

/** As the import's form does it: opened in a reader, every row looked at. */
async function ours(file: string, workspaceFile: string): Promise<number> {
  const workspace = await openWorkspace(workspaceFile, { create: true, actor: () => 'Bench' })
  const { rows } = await workspace.call('imports.inspect', { file, own: ['ours.example'] })
  await workspace.close()
  return rows
}

/** The library alone, in this process: every cell as text. */
function plainWorkbook(file: string): number {
  const book = read(readFileSync(file), { dense: true })
  const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!] as WorkSheet, { header: 1, raw: false })
  return rows.length - 1
}

/** The library alone: the mailbox cut at its borders, every mail parsed. */
async function plainMailbox(file: string): Promise<number> {
  const content = readFileSync(file)
  let mails = 0
  for (let from = 0; from < content.length;) {
    const next = content.indexOf('\n\nFrom ', from)
    const end = next < 0 ? content.length : next + 1
    const mail = await PostalMime.parse(content.subarray(content.indexOf('\n', from) + 1, end))
    if (mail.messageId) mails++
    from = end + 1
  }
  return mails
}

const [way, file, workspaceFile] = process.argv.slice(2)
const began = performance.now()
const rows = await (way === 'ours' ? ours(file!, workspaceFile!) : way === 'xlsx' ? plainWorkbook(file!) : plainMailbox(file!))
process.stdout.write(JSON.stringify({ took: performance.now() - began, rows }))
