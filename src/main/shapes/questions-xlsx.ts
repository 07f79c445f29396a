import type { Cell, CellStyle } from 'hucre/xlsx'
import { questionsSheet, sheetText } from '../../shared/inquiry/data'
import { headKey, keyColumn } from '../../shared/inquiry/layout'
import { besides, columns, type QuestionSheet } from '../../shared/inquiry/types'

const ink = { rgb: '1D1B18' }
const soft = { rgb: '514D46' }
const line = { style: 'thin' as const, color: { rgb: '8A847A' } }
const open = { top: line, right: line, bottom: line, left: line }
const answer: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } },
  border: open,
  protection: { locked: false },
  alignment: { vertical: 'center', wrapText: true }
}
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'center' } }
const widths = [46, 18, 24, 10, 16, 14, 14]
/** As much as a cell holds, with room to spare. */
const piece = 20_000

/** Takes a question sheet, gives it as a workbook: only the answers can be written in; what was asked travels in a hidden sheet. */
export async function questionsXlsx(sheet: QuestionSheet): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const rows: (string | number | null)[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  const heights = new Map<number, { height: number }>()
  const put = (at: number, text: string, style: CellStyle) => cells.set(`${rows.length},${at}`, { value: text, style })
  const across = (text: string, style: CellStyle, height: number) => {
    put(0, text, { ...wrapped, ...style })
    merges.push({ startRow: rows.length, startCol: 0, endRow: rows.length, endCol: columns.length - 1 })
    heights.set(rows.length, { height })
    rows.push([text])
  }
  const keyed = (texts: (string | null)[], key: string) => {
    const row: (string | null)[] = [...texts]
    while (row.length < keyColumn) row.push(null)
    rows.push([...row, key])
  }

  across(sheet.title, { font: { bold: true, size: 16, color: ink } }, 26)
  for (const text of sheet.paragraphs) across(text, { font: { size: 11, color: ink } }, heightOf(text))
  rows.push([])
  for (const text of sheet.how) across(text, { font: { size: 10, color: soft } }, heightOf(text))
  rows.push([])
  for (const key of besides) {
    put(0, sheet.besides[key], { ...wrapped, font: { bold: true } })
    for (const at of [1, 2, 3]) put(at, '', answer)
    merges.push({ startRow: rows.length, startCol: 1, endRow: rows.length, endCol: 3 })
    heights.set(rows.length, { height: key === 'remark' ? 48 : 20 })
    keyed([sheet.besides[key]], key)
  }
  rows.push([])
  for (const [at, column] of columns.entries())
    put(at, sheet.heads[column], {
      font: { bold: true, color: soft },
      border: { bottom: line },
      alignment: { wrapText: true, horizontal: at < 2 ? 'left' : 'center', vertical: 'bottom' }
    })
  keyed(
    columns.map((column) => sheet.heads[column]),
    headKey
  )
  const heads = rows.length
  for (const { heading, parts } of sheet.groups) {
    across(heading, { font: { bold: true, size: 13, color: ink } }, 24)
    for (const part of parts) {
      across(part.heading, { font: { bold: true, color: { rgb: '1F5582' } } }, 20)
      if (part.note) across(part.note, { font: { size: 10, color: soft } }, heightOf(part.note))
      for (const { key, label, unit, assumedText, meaning } of part.rows) {
        put(0, label, wrapped)
        if (meaning) cells.set(`${rows.length},0`, { value: label, style: wrapped, comment: { author: 'Redress', text: meaning } })
        put(1, unit, { ...wrapped, font: { color: soft } })
        put(2, assumedText, { alignment: { wrapText: true, horizontal: 'right', vertical: 'center' } })
        for (const at of [3, 4, 5, 6]) put(at, '', answer)
        heights.set(rows.length, { height: label.length > 44 || assumedText.length > 24 ? 32 : 20 })
        keyed([label, unit, assumedText], key)
      }
    }
  }
  const text = sheetText(sheet)
  const pieces = Array.from({ length: Math.ceil(text.length / piece) }, (_, at) => [text.slice(at * piece, (at + 1) * piece)])
  return writeXlsx({
    properties: { title: sheet.title, creator: 'Redress' },
    sheets: [
      {
        name: sheet.sheetName,
        rows,
        cells,
        merges,
        rowDefs: heights,
        columns: [...widths.map((width) => ({ width })), { width: 4, hidden: true }],
        freezePane: { rows: heads },
        view: { showGridLines: false },
        protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true },
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
      },
      { name: questionsSheet, rows: pieces, veryHidden: true }
    ]
  })
}

/** In points, for a text that runs over all columns. */
const heightOf = (text: string): number => 16 * Math.max(1, Math.ceil(text.length / 130))
