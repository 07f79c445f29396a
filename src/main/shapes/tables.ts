import { pageBlocks, proofBlocks } from '../../shared/brief/blocks'
import type { BriefModel, BriefTable } from '../../shared/brief/types'
import { fileName } from '../../shared/values/file-name'
import { plainUnlessNumber } from '../../shared/values/spreadsheet'

/** Takes a brief, gives each of its tables as a CSV file (RFC 4180, UTF-8 with its mark, for spreadsheets), numbered, by its name. */
export function tablesIn(model: BriefModel): [name: string, text: string][] {
  const tables = [...pageBlocks(model), ...proofBlocks(model)].flatMap((block) =>
    block.is === 'table' ? [block.table] : block.is === 'chart' ? [block.chart.table] : []
  )
  return tables.map((table, at) => [`${String(at + 1).padStart(2, '0')} ${fileName(table.caption.slice(0, 80))}.csv`, csvOf(table)])
}

/** The same in one archive. */
export async function tablesOf(model: BriefModel): Promise<Uint8Array> {
  const { default: Zip } = await import('jszip')
  const zip = new Zip()
  for (const [name, text] of tablesIn(model)) zip.file(name, text)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

function csvOf({ columns, rows }: BriefTable): string {
  const lines = [columns.map(({ label }) => label), ...rows]
  return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula is kept one. */
function quoted(cell: string): string {
  const text = plainUnlessNumber(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
