import { crc32 } from 'node:zlib'
import { deflateRawSync } from 'node:zlib'
import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx'
import { mappingAsTold } from '../../src/shared/imports/as-told'
import type { ImportResult, Inspection, MappingFields } from '../../src/shared/contract/imports'
import type { Workspace } from '../../src/workspace/index'

/** Looks at files as the form does. */
export const inspect = (workspace: Workspace, files: string[], more: object = {}): Promise<Inspection> =>
  workspace.call('imports.inspect', { file: files[0]!, others: files.slice(1), ...more })

/** Imports files as the form fills itself, with what a person adds; a dry run only when told so. */
export async function take(
  workspace: Workspace,
  files: string[],
  more: { part?: string; own?: string[]; dryRun?: boolean; mapping?: Partial<MappingFields> } = {}
): Promise<ImportResult> {
  const { part, own, dryRun = false, mapping } = more
  const given = { file: files[0]!, others: files.slice(1), part, own }
  const seen = await workspace.call('imports.inspect', given)
  const told = mappingAsTold(seen, { zone: 'Europe/Athens', currency: 'EUR' })
  return workspace.call('imports.run', { ...given, target: seen.target, mapping: { ...told, ...mapping }, dryRun })
}

export type Sheets = Record<string, (string | number | boolean | null | CellObject)[][]>

/** Makes a workbook of sheets. Cells are values, or cells with a format. */
export function workbook(
  sheets: Sheets,
  type: BookType,
  change: (sheet: WorkSheet, name: string) => void = () => {},
  mac = false
): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows)
    change(sheet, name)
    utils.book_append_sheet(book, sheet, name)
  }
  if (mac) book.Workbook = { ...book.Workbook, WBProps: { date1904: true } }
  return write(book, { type: 'buffer', bookType: type }) as Buffer
}

/** Makes an archive; `claims` is the size that it says of a file, where that is not true. */
export function zip(files: Record<string, string | Buffer>, claims: Record<string, number> = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, given] of Object.entries(files)) {
    const content = Buffer.from(given)
    const packed = deflateRawSync(content)
    const title = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims[name] ?? content.length, 18)
    head.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, title, packed])
    const central = Buffer.alloc(42)
    central.writeUInt16LE(20, 0)
    head.copy(central, 2, 0, 26)
    central.writeUInt32LE(at, 38)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), central, title]))
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, central, end])
}
