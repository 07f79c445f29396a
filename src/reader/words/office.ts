import { Readable } from 'node:stream'
import { filesInZip } from '../archive/zip'
import { bytesOfStream, type Bytes } from '../bytes'
import { openedWorkbook } from '../workbook/workbook'
import { rowsOfSheet } from '../workbook/rows'
import { wordsOfXml } from './xml'

/** So large may one part of a paper be that is read for its words, in bytes. */
const mostPart = 30 * 1024 * 1024
/** In the order in which they are read: the words of a document, the slides with their notes, OpenDocument. */
const written = [
  /^word\/document\.xml$/,
  /^word\/(?:footnotes|endnotes|comments)\.xml$/,
  /^ppt\/slides\/slide(\d+)\.xml$/,
  /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/,
  /^content\.xml$/
]

/**
 * Takes a paper of an office (docx, pptx, odt, odp; xlsx, xls, ods), gives its words, about so many characters; what was taken out
 * while changes are kept is not among them. Nothing of any other archive. Error: it cannot be read, or is locked.
 */
export async function wordsOfOffice(content: Buffer, most: number): Promise<string> {
  if (content[0] === 0xd0) return wordsOfWorkbook(content, most)
  const files = await filesInZip(inMemory(content))
  if (files.some(({ name }) => /^xl\/workbook\.(?:xml|bin)$/i.test(name)) || (await isSheet(files))) {
    // unpacked once to see that it holds what it says
    for (const file of files) for await (const _chunk of file.stream());
    return wordsOfWorkbook(content, most)
  }
  let words = ''
  for (const file of inOrder(files)) {
    if (words.length >= most || file.size > mostPart) break
    words += `${wordsOfXml((await file.all()).toString('utf8'), most - words.length)}\n\n`
  }
  return words
}

function inOrder(files: Bytes[]): Bytes[] {
  return files
    .flatMap((file) => {
      const kind = written.findIndex((names) => names.test(file.name))
      return kind < 0 ? [] : [{ file, kind, number: Number(written[kind]!.exec(file.name)?.[1] ?? 0) }]
    })
    .sort((one, other) => one.kind - other.kind || one.number - other.number)
    .map(({ file }) => file)
}

async function isSheet(files: Bytes[]): Promise<boolean> {
  const kind = files.find(({ name, size }) => name === 'mimetype' && size < 200)
  return kind !== undefined && (await kind.all()).toString('latin1').includes('spreadsheet')
}

function wordsOfWorkbook(content: Buffer, most: number): string {
  const book = openedWorkbook(content, 'attachment', null)
  const mac = book.Workbook?.WBProps?.date1904 === true
  let words = ''
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (!sheet?.['!ref']) continue
    words += `${name}\n`
    for (const { cells } of rowsOfSheet(sheet, mac)) {
      const line = cells.filter(Boolean).join('  ')
      if (line) words += `${line}\n`
      if (words.length > most) return words
    }
    words += '\n'
  }
  return words
}

const inMemory = (content: Buffer): Bytes =>
  bytesOfStream('attachment', content.length, async () => Readable.from([content], { objectMode: false }))
