import { createHash } from 'node:crypto'
import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { PaperFound } from '../../shared/imports/reader'
import { questionsSheet } from '../../shared/inquiry/data'
import type { GivenCell } from '../../shared/inquiry/types'
import type { Bytes } from '../bytes'
import { textOfCell } from '../workbook/cells'
import { openedWorkbook } from '../workbook/workbook'

const mostRows = 6_000
const mostColumns = 20

/** Takes a workbook and its list of sheets, gives the question sheet that it is with what was answered; null where it is none. */
export async function answersInWorkbook(bytes: Bytes, list: Bytes): Promise<PaperFound> {
  // seen in the list before a workbook of somebody else's is read whole
  if (!(await list.all()).includes(questionsSheet)) return null
  const content = await bytes.all()
  const book = openedWorkbook(content, bytes.name, null)
  const own = book.Sheets[questionsSheet]
  const asked = book.SheetNames.find((name) => name !== questionsSheet)
  if (!own || asked === undefined) return null
  const mac = book.Workbook?.WBProps?.date1904 === true
  const data = gridOf(own, mac)
    .map(([cell]) => cell?.text ?? '')
    .join('')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { is: 'answers', data, sha256, grid: gridOf(book.Sheets[asked]!, mac) }
}

function gridOf(sheet: WorkSheet, mac: boolean): GivenCell[][] {
  const rows = ((sheet['!data'] ?? []) as (CellObject[] | undefined)[]).slice(0, mostRows)
  // a row that is empty is a hole in the list
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => givenOf(cell, mac)).slice(0, mostColumns))
}

function givenOf(cell: CellObject | undefined, mac: boolean): GivenCell {
  if (!cell) return { text: '' }
  const text = textOfCell(cell, mac)
  if (cell.t !== 'n' || typeof cell.v !== 'number') return { text }
  return { text, number: cell.v, format: typeof cell.z === 'string' ? cell.z : 'General' }
}
