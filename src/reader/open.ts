import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Refusal } from '../shared/values/errors'
import type { FileKind } from '../shared/contract/imports'
import type { Asked } from '../shared/imports/reader'
import type { Reading, RowSource } from '../shared/imports/row-source'
import { m } from '../shared/messages/messages.js'
import { bytesOfFile, type Bytes } from './bytes'
import { findIn, findInSeveral, type Finds } from './find'
import { filesInFolder } from './folder'
import { joinedTables } from './joins/join'
import { stackedTables } from './joins/stack'
import type { Found, Rows, Table } from './source'

/**
 * Opens files, gives the rows of one table in them: of the one that was asked for, else of the first that is shown, with
 * what other tables say of the ids in it. Errors: not-found; invalid, in words about the file.
 */
export async function open(asked: Asked, onProgress: (done: number, total: number) => void): Promise<RowSource> {
  const finds: Finds = { tables: [], mails: [], archive: false }
  const files: Bytes[] = []
  for (const path of asked.files) {
    const inside = filesInFolder(path)
    const own = await Promise.all((inside ?? [path]).map(bytesOfFile))
    files.push(...own)
    const looking = { asked, several: asked.files.length > 1, onProgress }
    const found = inside ? await findInSeveral(own, basename(path), looking) : await findIn(own[0]!, own[0]!.name, looking)
    if (!found) throw new Refusal('invalid', m.imports_empty_file({ file: basename(path) }))
    finds.tables.push(...found.tables)
    finds.mails.push(...found.mails)
    finds.archive ||= found.archive
  }
  if (finds.mails.length > 0) finds.tables.push(await mailsOf(finds.mails, asked))
  const { tables, joinsOf } = await joinedTables(await stackedTables(finds.tables))
  const chosen = partOf(tables, asked.part ?? null, files[0]!)
  const table = await chosen.open()
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return {
    name: files[0]!.name,
    bytes,
    kind: kindOf(files, finds, chosen),
    parts: tables.map(({ part }) => part),
    part: chosen.part.name,
    joins: joinsOf(chosen),
    written: table.written ?? { delimiter: ',', encoding: 'utf-8' },
    headers: table.headers,
    own: table.own ?? null,
    rows: (reading) => readRows(table, finds.archive || files.length > 1 ? null : table.written, files, reading)
  }
}

async function mailsOf(mails: Bytes[], asked: Asked): Promise<Found> {
  const { findMails } = await import('./mail/mails')
  return findMails(mails, asked.own ?? null)
}

function partOf(tables: Found[], asked: string | null, file: Bytes): Found {
  const shown = tables.filter(({ part }) => !part.joinedTo)
  const named = asked === null ? null : tables.find(({ part }) => part.name === asked)
  if (asked !== null && !named) {
    const parts = tables.map(({ part }) => part.name).slice(0, 40)
    throw new Refusal('invalid', m.imports_no_part({ part: asked, parts: parts.join(', ') }))
  }
  const filled = shown.filter(({ part }) => !part.hidden && part.rows !== 0)
  const chosen = named ?? filled.find(({ cover }) => !cover) ?? filled[0] ?? shown[0]
  if (!chosen) throw new Refusal('invalid', m.imports_empty_file({ file: file.name }))
  return chosen
}

function kindOf(files: Bytes[], { archive }: Finds, { part }: Found): FileKind {
  if (files.length > 1) return 'several'
  return archive ? 'archive' : part.kind
}

/** Gives the rows of a table; the digest is that of the files, whatever is made of them. */
async function* readRows(table: Table, alone: Table['written'] | null, files: Bytes[], reading: Reading): Rows {
  // a table of text that is a file of its own is hashed as it is read
  if (alone || !reading.onHash) return yield* table.rows(reading)
  yield* table.rows({ ...reading, onHash: undefined })
  const hash = createHash('sha256')
  for (const file of files) for await (const chunk of file.stream(reading.signal)) hash.update(chunk)
  reading.onHash(hash.digest('hex'))
}
