import { isVisible } from '../values/visible'

/** What spreadsheets, databases and help desks write where there is nothing. */
const nothing = new Set(['n/a', '#n/a', 'n.a.', 'null', '(null)', '[null]', '#null!', '\\n', 'nan', '(blank)', '(empty)', 'δ/υ'])
const dashes = /^[-–—−]{1,3}$/
/** The first day of databases that must hold one: of MySQL and of .NET. */
const noDay =
  /^(?:0000-00-00|0001-01-01|00[/.]00[/.]0000|0?1[/.]0?1[/.]0001)(?:[T ]0?0:00(?::00(?:\.0{1,7})?)?(?: ?AM)?(?:Z|\+00:00)?| 12:00:00 AM)?$/i

/** Whether a cell holds nothing, or nothing that is seen. */
export function isBlank(cell: string): boolean {
  const text = cell.length > 60 ? cell.slice(0, 200).trim() : cell.trim()
  if (text === '') return cell.length <= 200 || cell.trim() === ''
  if (text.length < 40 && !isVisible(text)) return true
  return text.length < 40 && (dashes.test(text) || nothing.has(text.toLowerCase()) || noDay.test(text))
}

/** Takes a cell, gives what Excel hides: '00123 and ="00123" are the text 00123. */
export function withoutGuard(cell: string): string {
  if (cell.startsWith('="') && cell.endsWith('"') && cell.length < 300 && !cell.slice(2, -1).includes('"')) return cell.slice(2, -1)
  return /^'[0-9=+@-]/.test(cell) && !cell.slice(1).includes("'") ? cell.slice(1) : cell
}

/** Whether a number of many digits has been rounded by a spreadsheet, so that several different ones look alike: 1.23457E+15. */
export const isRounded = (cell: string): boolean => /^[0-9](?:[.,][0-9]{1,15})?E\+[0-9]{1,3}$/i.test(cell.trim())
