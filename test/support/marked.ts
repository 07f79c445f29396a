import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Entity } from '../../src/shared/contract/journal'
import { entities } from '../../src/shared/contract/journal'
import type { Workspace } from '../../src/workspace/index'
import { descriptions } from '../../src/workspace/store/descriptions'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import Zip from 'jszip'

/** As many words as a copy may leave out. */
const most = 300
const markOf = (at: number) => `Qx${at}Zv`

/**
 * Columns whose texts are ids, moments, or codes of ours, of a standard or of another program: nothing that anybody wrote.
 * Whatever a record has besides is taken for words, so that a new column is one until it stands here.
 */
const codes =
  /^(?:id|at|on|until|kind|state|causeState|channel|direction|madeBy|outcome|severity|standing|status|calculator|confidence|harm|subjectKind|answer|welcome|satisfied|rule|about|how|entity|metEntity|proofEntity|key|zone|timeZone|currency|from|to|language|country|paper|audience|model|target|delimiter|encoding|sha256|mediaType|neededBy|customerSince|cameBackAfter|began|ended|harmEnds|harmEndsEarliest|harmEndsLatest|harmFrom|harmTo|answerBy|decideBy|question|calendar|voiceIds|needs|excludes|costRange|perDay|stayRange|stayAdds|quantity|frequency|worth|forecast|counts|replyEvents|answers|told|runs|numbers|askedAgain)$|(?:Id|At|On)$/
/** The same names, where they hold words. */
const wordsAfterAll = new Set(['customer.about', 'voice.answer', 'objection.answer'])
/** What stands for another workspace's structure, or for Redress itself. */
const withoutWords: readonly Entity[] = ['briefVersion', 'exercise']

/** Each column of each kind of record that holds what somebody wrote. */
function writtenFields({ store }: Workspace): { entity: Entity; column: string }[] {
  return entities
    .filter((entity) => !withoutWords.includes(entity))
    .flatMap((entity) =>
      (store.db.pragma(`table_info("${entity}")`) as { name: string; type: string }[])
        .filter(({ name, type }) => type === 'TEXT' && (wordsAfterAll.has(`${entity}.${name}`) || !codes.test(name)))
        .map(({ name }) => ({ entity, column: name }))
    )
}

/** Adds a record of each kind that the sample has none of. */
export async function filledEverywhere(
  workspace: Workspace,
  { id: caseId, customerId }: { id: string; customerId: string }
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-marked-'))
  try {
    const file = join(folder, 'orders.csv')
    writeFileSync(file, 'Order no,Ordered by,What was ordered\n7,Halden Foods Oy,Spare fans\n')
    const headers = ['Order no', 'Ordered by', 'What was ordered']
    const columns = ['externalId', 'customer', 'title'].map((field, at) => ({ field, header: headers[at]! }))
    const mapping = { name: 'Orders of the shop', target: 'orders' as const, source: 'The shop', columns }
    await workspace.call('mappings.create', mapping)
    await workspace.call('imports.run', { file, target: 'orders', mapping, dryRun: false })
    const { id } = await workspace.call('evidence.attach', { customerId, file })
    await workspace.call('evidence.use', { ids: [id], how: 'opened' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await workspace.call('rates.create', { from: 'NOK', to: 'EUR', rate: 0.086, on: '2026-11-01', source: 'The central bank' })
  await workspace.call('objections.create', { caseId, words: 'Who pays for Tampere?', answer: 'Nobody has to.' })
  await workspace.call('signals.snooze', { customerId, key: `quiet:${customerId}`, until: '2027-01-01', reason: 'On holiday' })
}

/**
 * Puts a word of its own behind what was written in each field of a workspace, of this customer's records first, and into those
 * that were left empty; then behind more of that customer's, until there are 300. Gives the words, and the fields that bear none.
 */
export async function marked(workspace: Workspace, customerId: string): Promise<{ marks: string[]; bare: string[] }> {
  const fields = writtenFields(workspace).map((field) => ({ ...field, rows: rowsOf(workspace, field, customerId) }))
  const bare = fields.filter(({ rows }) => rows.length === 0).map(({ entity, column }) => `${entity}.${column}`)
  const chosen = fields.flatMap(({ rows, ...field }) => rows.slice(0, 1).map((row) => ({ ...field, ...row })))
  for (let at = 1; chosen.length < most && at < 40; at++)
    for (const { rows, ...field } of fields) {
      const row = rows[at]
      if (row?.own && chosen.length < most) chosen.push({ ...field, ...row })
    }
  const marks: string[] = []
  await workspace.store.journal!.change(async (change) => {
    for (const { entity, column, at, text } of chosen) {
      const mark = markOf(marks.length)
      const put = sql`UPDATE ${sql.table(entity)} SET ${sql.ref(column)} = ${withMark(text, mark)} WHERE rowid = ${at}`
      await put.execute(change.db)
      marks.push(mark)
    }
    change.says('change', 'customer', 'Marked', customerId)
  })
  return { marks, bare }
}

function rowsOf({ store }: Workspace, { entity, column }: { entity: Entity; column: string }, customerId: string) {
  const owner = descriptions[entity].owner.replaceAll('@', `"${entity}"`)
  const rows = store.db
    .prepare(
      `SELECT rowid AS at, "${column}" AS text, coalesce((${owner}) = ?, 0) AS own FROM "${entity}" ORDER BY own DESC, text IS NULL`
    )
    .all(customerId) as { at: number; text: string | null; own: 0 | 1 }[]
  // JSON that has no words in it holds none
  const json = descriptions[entity].json?.includes(column)
  return rows.filter(({ text }) => (text !== null || !json) && withMark(text, 'mark') !== text)
}

const spoken = (text: string) => /\s/.test(text) || (/^\p{Lu}\p{Ll}/u.test(text) && !/[/]/.test(text))

function withMark(text: string | null, mark: string): string {
  if (!text || !/^[[{"]/.test(text)) return `${text ?? 'Noted'} ${mark}`
  let done = false
  const walked = (value: unknown): unknown => {
    if (typeof value === 'string' && !done && spoken(value)) return (done = true) && `${value} ${mark}`
    if (Array.isArray(value)) return value.map(walked)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walked(one)]))
  }
  try {
    return JSON.stringify(walked(JSON.parse(text)))
  } catch {
    return `${text} ${mark}`
  }
}

/** Everything that a file says, whatever it is: the text itself, the parts of an archive and their names, all strings and streams of a PDF. */
export async function saidIn(bytes: Uint8Array): Promise<string[]> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start === '%PDF') return saidInPdf(bytes)
  if (!start.startsWith('PK')) return [Buffer.from(bytes).toString()]
  const { files } = await Zip.loadAsync(bytes)
  const said: string[] = []
  for (const file of Object.values(files)) {
    said.push(file.name)
    if (!file.dir) said.push(...(await saidIn(await file.async('uint8array'))))
  }
  return said
}

/** What a PDF holds besides the words on its pages, which are codes of its fonts: strings, tags, outline, and each stream unpacked. */
async function saidInPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const said: string[] = [Buffer.from(bytes).toString('latin1')]
  const walk = (one: PDFObject | undefined): void => {
    if (one instanceof PDFString || one instanceof PDFHexString) said.push(one.decodeText())
    else if (one instanceof PDFName) said.push(one.decodeText())
    else if (one instanceof PDFRawStream) {
      walk(one.dict)
      if (one.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image'))
        said.push(Buffer.from(decodePDFRawStream(one).decode()).toString())
    } else if (one instanceof PDFDict) {
      for (const [name, held] of one.entries()) [name, held].forEach(walk)
    } else if (one instanceof PDFArray) one.asArray().forEach(walk)
  }
  for (const [, one] of pdf.context.enumerateIndirectObjects()) walk(one)
  return said
}

/** A word may be broken by a line's end, or by the tags around its letters; gives those of the marks that are said all the same. */
export function marksIn(said: readonly string[], marks: readonly string[]): string[] {
  const squeezed = said
    .join('\n')
    .replaceAll(/<[^>]*>|[\s\u00ad\u200b-]+/gu, '')
    .toLowerCase()
  return marks.filter((mark) => squeezed.includes(mark.toLowerCase()))
}
