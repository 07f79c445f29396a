import { CFB, read, type ParsingOptions, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { Refusal } from '../../shared/values/errors'
import type { Encoding } from '../../shared/contract/imports'
import { m } from '../../shared/messages/messages.js'
import type { Bytes } from '../bytes'
import { megabytes, mostWhole } from '../limits'
import { inSlices, type Rows, type Unplaced } from '../source'
import { decoderOf } from '../table/encodings'
import { rowsOfSheet } from './rows'

/** Only values are read: no styles but those that say how a number is meant, no formulas, no macros. */
const options: ParsingOptions = { dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true, bookVBA: false }

/**
 * Takes the bytes of a workbook (xlsx, xlsb, xls, ods, Excel's XML, a page with tables), gives its sheets. Errors: invalid,
 * when it cannot be read, is locked or too large.
 */
export async function sheetsIn(bytes: Bytes, name: string, encoding: Encoding | null): Promise<Unplaced[]> {
  if (bytes.size > mostWhole)
    throw new Refusal('invalid', m.error_too_large({ size: megabytes(bytes.size), maximum: megabytes(mostWhole) }))
  const content = await bytes.all()
  const book = openedWorkbook(content, bytes.name, encoding)
  const mac = book.Workbook?.WBProps?.date1904 === true
  // one cell is no table
  if (!book.SheetNames.some((sheet) => (book.Sheets[sheet]?.['!ref'] ?? '').includes(':')))
    throw new Refusal('invalid', m.imports_workbook_empty({ file: bytes.name }))
  return book.SheetNames.flatMap((sheet, at): Unplaced[] => {
    const cells = book.Sheets[sheet]
    // sheets of drawings and of macros hold no cells
    if (!cells || !cells['!ref']) return []
    return [
      {
        part: {
          name: book.SheetNames.length > 1 ? `${name}/${sheet}` : name,
          kind: 'workbook',
          hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
          rows: filledRows(cells)
        },
        bytes: bytes.size,
        cover: isCover(cells),
        open: async () => ({
          kind: 'workbook',
          headers: null,
          rows: ({ signal, onBytes }): Rows => inSlices(counted(cells, mac, bytes.size, onBytes), signal)
        })
      }
    ]
  })
}

/** Takes the bytes of a workbook, gives it. Error: invalid, it cannot be read or is locked. */
export function openedWorkbook(content: Buffer, file: string, encoding: Encoding | null): WorkBook {
  try {
    // what a page shows is taken as it is written: numbers and days are read as those of any text
    if (encoding) return read(decoderOf(encoding)(content), { ...options, type: 'string', raw: true })
    if (isLocked(content)) throw new Refusal('invalid', m.imports_workbook_locked({ file }))
    return read(content, { ...options, type: 'buffer' })
  } catch (error) {
    if (error instanceof Refusal) throw error
    const locked = /password|encrypt/i.test((error as Error | null)?.message ?? '')
    throw new Refusal('invalid', locked ? m.imports_workbook_locked({ file }) : m.imports_workbook_broken({ file }))
  }
}

/** A workbook that is locked with a password is a compound file with the locked one in it. */
function isLocked(content: Buffer): boolean {
  if (content[0] !== 0xd0) return false
  return CFB.find(CFB.read(content, { type: 'buffer' }), 'EncryptedPackage') !== null
}

/** Whether it has no two rows that have two cells each: words about the workbook, not a table. */
function isCover(sheet: WorkSheet): boolean {
  let rows = 0
  for (const row of sheet['!data'] ?? []) {
    if ((row?.filter((cell) => cell?.v !== undefined).length ?? 0) > 1 && ++rows > 1) return false
  }
  return true
}

const filledRows = (sheet: WorkSheet): number =>
  (sheet['!data'] ?? []).filter((row) => row?.some((cell) => cell?.v !== undefined)).length

function* counted(sheet: WorkSheet, mac: boolean, size: number, onBytes?: (bytes: number) => void) {
  const total = sheet['!data']?.length ?? 0
  for (const row of rowsOfSheet(sheet, mac)) {
    if (row.row % 1_000 === 0) onBytes?.(Math.round((row.row / total) * size))
    yield row
  }
}
