import type { Cell as Held } from 'hucre/xlsx'
import type { Book, Cell, CellFormat } from '../../shared/brief/workbook/types'

const formats: Record<CellFormat, string> = { amount: '#,##0', share: '0.0%', number: 'General' }

/** Takes a workbook as data, gives it as an XLSX file: formulas with what they come to, named ranges, print set-up, no macro. */
export async function xlsxOf({ title, sheets, names }: Book): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
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
