import { basename } from 'node:path'
import { Refusal } from '../shared/values/errors'
import type { Asked } from '../shared/imports/reader'
import { m } from '../shared/messages/messages.js'
import { filesInZip } from './archive/zip'
import { headOf, type Bytes } from './bytes'
import { kindOfText } from './kinds'
import { mostNested } from './limits'
import type { Found, Unplaced } from './source'
import { beginningOf, openTable } from './table/table'
import { recogniseEncoding } from './table/text'

/** So much of a text is looked at to tell what it is. */
const beginning = 128 * 1024
const zip = [0x50, 0x4b, 3, 4]
const emptyZip = [0x50, 0x4b, 5, 6]
const compound = [0xd0, 0xcf, 0x11, 0xe0]
const winmail = [0x78, 0x9f, 0x3e, 0x22]

/** What was found in a file: its tables, its mails, and whether it is an archive of several files. */
export interface Finds {
  tables: Found[]
  mails: Bytes[]
  archive: boolean
}

export interface Looking {
  asked: Asked
  /** Whether there are others: then how a text is written is said of the one that is asked for, and of no other. */
  several?: boolean
  onProgress(done: number, total: number): void
}

/**
 * Takes the bytes of a file, gives the tables in it. Where it stands in an archive its name says so. Errors: invalid, when
 * nothing in it can be read, and what it is.
 */
export async function findIn(bytes: Bytes, name: string, looking: Looking, depth = 0): Promise<Finds> {
  const found = await findAs(bytes, name, looking, depth)
  return { ...found, tables: found.tables.map((table) => ({ ...table, file: table.file ?? name })) }
}

async function findAs(
  bytes: Bytes,
  name: string,
  looking: Looking,
  depth: number
): Promise<Omit<Finds, 'tables'> & { tables: Unplaced[] }> {
  const head = await headOf(bytes, 4_096)
  const begins = (signs: number[]) => signs.every((sign, at) => head[at] === sign)
  if (begins(emptyZip)) throw new Refusal('invalid', m.imports_archive_empty({ file: bytes.name }))
  if (begins(zip)) return inZip(bytes, name, looking, depth)
  if (begins(winmail)) throw new Refusal('invalid', m.imports_is_winmail({ file: basename(name) }))
  if (begins(compound)) {
    const { isMessage } = await import('./mail/outlook')
    if (isMessage(await bytes.all())) return { tables: [], mails: [bytes], archive: false }
    return { tables: await inWorkbook(bytes, name), mails: [], archive: false }
  }
  return inText(bytes, name, looking)
}

async function inText(bytes: Bytes, name: string, { asked, several, onProgress }: Looking): ReturnType<typeof findAs> {
  const said: Pick<Asked, 'encoding' | 'delimiter'> = several && asked.part !== name ? {} : asked
  const encoding = said.encoding ?? (await recogniseEncoding(bytes, (done) => onProgress(done, bytes.size)))
  const { text } = await beginningOf(bytes, encoding, beginning)
  const kind = kindOfText(text, basename(name))
  const table = (found: Omit<Unplaced, 'bytes'>) => ({ tables: [{ ...found, bytes: bytes.size }], mails: [], archive: false })
  const part = { name, hidden: false, rows: null }
  switch (kind) {
    case 'mail':
    case 'mailbox':
      return { tables: [], mails: [bytes], archive: false }
    case 'calendar':
      return table({
        part: { ...part, kind: 'calendar' },
        open: async () => (await import('./calendar/calendar')).openCalendar(bytes, encoding, asked.own ?? null)
      })
    case 'cards':
      return table({
        part: { ...part, kind: 'cards' },
        open: async () => (await import('./people/cards')).openCards(bytes, encoding)
      })
    case 'chat':
      return table({
        part: { ...part, kind: 'chat' },
        open: async () => (await import('./chats/chat')).openChat(bytes, encoding, name, asked.own ?? null)
      })
    case 'json':
      return { tables: await (await import('./records/json')).listsIn(bytes, encoding, name), mails: [], archive: false }
    case 'workbook':
      return { tables: await inWorkbook(bytes, name, encoding), mails: [], archive: false }
    case 'table':
      return table({ part: { ...part, kind: 'table' }, open: () => openTable(bytes, encoding, said.delimiter ?? null) })
  }
}

const inWorkbook = async (bytes: Bytes, name: string, encoding?: Asked['encoding']) =>
  (await import('./workbook/workbook')).sheetsIn(bytes, name, encoding ?? null)

async function inZip(bytes: Bytes, name: string, looking: Looking, depth: number): ReturnType<typeof findAs> {
  const files = await filesInZip(bytes)
  if (files.some((file) => /^(?:xl\/workbook\.(?:xml|bin)|content\.xml)$/i.test(file.name))) {
    // unpacked once to see that it holds what it says
    for (const file of files) for await (const _chunk of file.stream());
    return { tables: await inWorkbook(bytes, name), mails: [], archive: false }
  }
  if (files.some((file) => /(?:^|\/)Index(?:\.zip|\/[^/]*\.iwa)$/.test(file.name)))
    throw new Refusal('invalid', m.imports_is_iwork({ file: basename(name) }))
  if (files.some((file) => file.name === 'word/document.xml' || file.name === 'ppt/presentation.xml'))
    throw new Refusal('invalid', m.imports_not_text({ file: bytes.name }))
  if (depth >= mostNested) throw new Refusal('invalid', m.imports_archive_nested({ file: basename(name) }))
  const found = await findInSeveral(files, name, looking, depth + 1)
  if (!found) throw new Refusal('invalid', m.imports_archive_empty({ file: bytes.name }))
  return found
}

/** Takes the files of an archive or of a folder, gives what was found in them; null where they are none. Error: that of the first, when none can be read. */
export async function findInSeveral(files: Bytes[], name: string, looking: Looking, depth = 0): Promise<Finds | null> {
  const finds: Finds = { tables: [], mails: [], archive: true }
  const refused: unknown[] = []
  for (const file of files) {
    try {
      const inner = await findIn(file, `${name}/${file.name}`, { ...looking, several: true }, depth)
      finds.tables.push(...inner.tables)
      finds.mails.push(...inner.mails)
    } catch (error) {
      // a picture among the tables does not cost them; an archive past its limits does
      if (!(error instanceof Refusal) || /^\.|\.zip$/i.test(file.name)) throw error
      refused.push(error)
    }
  }
  if (finds.tables.length + finds.mails.length > 0) return finds
  if (refused.length > 0) throw refused[0]
  return null
}
