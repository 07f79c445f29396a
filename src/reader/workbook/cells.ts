import { SSF, type CellObject } from '@e965/xlsx'
import { instantText } from '../../shared/imports/instants'
import { withoutEnd } from '../../shared/values/ends'

const day = 86_400
/** A number that has more digits than a spreadsheet keeps. */
const rounded = 1e15
/** Days between the beginning of 1900, as Excel counts, and that of 1904. */
const macDays = 1_462
const padding = /^0{2,20}$/

/** Takes a cell, gives its text: a day as 2026-08-01, a share as 12.5%, a number with a point, what a formula came to. */
export function textOfCell(cell: CellObject, mac: boolean): string {
  const { t, v, z } = cell
  switch (t) {
    case 's':
      return typeof v === 'string' ? v : ''
    case 'b':
      return v ? 'TRUE' : 'FALSE'
    case 'e':
      return String(cell.w ?? errors[Number(v)] ?? '#N/A')
    case 'd':
      return v instanceof Date ? momentText(v.getTime() / 1000) : String(v ?? '')
    case 'n':
      return typeof v === 'number' ? numberText(v, typeof z === 'string' ? z : 'General', mac) : ''
    default:
      return ''
  }
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A'
}

function numberText(value: number, format: string, mac: boolean): string {
  if (!Number.isFinite(value)) return ''
  if (format !== 'General' && SSF.is_date(format)) return dateText(value, format, mac)
  if (padding.test(format) && Number.isInteger(value) && value >= 0) return String(value).padStart(format.length, '0')
  if (/%/.test(format.replace(/"[^"]*"/g, ''))) return `${plain(value * 100)}%`
  // more digits than are kept: it is told as a number that was rounded
  if (Number.isInteger(value) && Math.abs(value) >= rounded) return value.toExponential().replace('e', 'E')
  return plain(value)
}

/** Without the last of the digits, which only say that a computer counts by two: 0.1 + 0.2 is 0.3. */
const plain = (value: number): string => {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') && Math.abs(value) < rounded ? withoutEnd(value.toFixed(15), /0/) : text
}

function dateText(value: number, format: string, mac: boolean): string {
  const pattern = format.replace(/"[^"]*"|\[\$[^\]]*\]|\\./g, '')
  // hours beyond a day: a span of time
  const span = /\[h+\]/i.test(pattern)
  if (span || (value >= 0 && value < 1 && !/[yd]/i.test(pattern))) return clockText(Math.round(value * day), span)
  if (value < 0 || value >= 2_958_466) return plain(value)
  const days = value + (mac ? macDays : 0)
  // Excel counts a 29 February 1900 that never was
  const seconds = Math.round((days - 25_569 + (days < 60 ? 1 : 0)) * day)
  return momentText(seconds)
}

/** A moment as a sheet shows it: a day, with its time where it has one. */
function momentText(seconds: number): string {
  const [date = '', time = ''] = instantText(seconds * 1000)
    .replace('Z', '')
    .split('T')
  return seconds % day === 0 ? date : `${date} ${time}`
}

function clockText(seconds: number, span: boolean): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  return `${pad(span ? hours : hours % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}
