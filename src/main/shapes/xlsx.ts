import type { Cell as Held } from 'hucre/xlsx'
import type { Book, BookColumn, BookSheet, Cell, CellFormat } from '../../shared/brief/workbook/types'
import { packed, type Entry } from './archive'
import { rowsBelow } from './below'

const formats: Record<CellFormat, string> = { amount: '#,##0', share: '0.0%', number: 'General' }

/**
 * Takes a workbook as data, gives it as an XLSX file: formulas with what they come to, named ranges, print set-up, no macro. What
 * stands below a sheet's rows is written into what the library made of the rest: as cells of the library it would take three
 * times the time and memory.
 */
export async function xlsxOf({ title, sheets, names }: Book): Promise<Uint8Array> {
  const [{ writeXlsx }, { default: Zip }] = await Promise.all([import('hucre/xlsx'), import('jszip')])
  const file = await writeXlsx({
    properties: { title, creator: 'Redress' },
    namedRanges: names.map(({ name, range }) => ({ name, range })),
    sheets: sheets.map(({ name, widths, rows, heads }) => {
      const cells = new Map<string, Partial<Held>>()
      for (const [at, row] of rows.entries())
        for (const [column, cell] of row.entries()) {
          const rich = richOf(cell)
          if (rich) cells.set(`${at},${column}`, rich)
        }
      return {
        name,
        rows: rows.map((row) => row.map(plainOf)),
        cells,
        columns: widths.map((width) => ({ width })),
        ...(heads ? { freezePane: { rows: heads } } : {}),
        pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
      }
    })
  })
  if (!sheets.some(({ below }) => below?.length)) return file
  const { files } = await Zip.loadAsync(file)
  return packed(
    await Promise.all(
      Object.values(files)
        .filter(({ dir }) => !dir)
        .map(async (part): Promise<Entry> => {
          const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(part.name)?.[1] ?? 0) - 1]
          const filled = sheet?.below?.length ? within(await part.async('string'), sheet, sheet.below) : null
          return [part.name, filled ?? [await part.async('uint8array')]]
        })
    )
  )
}

/** A sheet's XML with what stands below its rows. Its last head is strong, which is how the library numbers that style. */
function* within(xml: string, { rows }: BookSheet, below: readonly BookColumn[]): Generator<string> {
  const end = xml.indexOf('</sheetData>')
  const style = /<c r="[A-Z]+1"[^>]* s="(\d+)"[^>]*>(?:(?!<c ).)*<\/row>/s.exec(xml)?.[1] ?? '0'
  yield xml.slice(0, end).replace(/<dimension [^>]*\/>/, '')
  yield* rowsBelow(below, rows.length + 1, style)
  yield xml.slice(end)
}

const plainOf = (cell: Cell): string | number | null => (typeof cell === 'object' && cell !== null ? cell.value : cell)

function richOf(cell: Cell): Partial<Held> | null {
  if (typeof cell !== 'object' || cell === null) return null
  const style = {
    ...(cell.strong ? { font: { bold: true } } : {}),
    ...(cell.format ? { numFmt: formats[cell.format] } : {})
  }
  return 'formula' in cell
    ? { value: cell.value, formula: cell.formula, formulaResult: cell.value, style }
    : { value: cell.value, style }
}
