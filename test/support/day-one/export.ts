import type { ImportTarget } from '../../../src/shared/contract/imports'

export type Cell = string | number | null
/** What a system wrote in one month: its files by their names, as they came. */
export type Files = Record<string, string | Buffer>

/** An export of a system, of two months that overlap, and what must become of it. */
export interface DayOneExport {
  /** The system and the shape, as the guide names them. */
  name: string
  target: ImportTarget
  june: Files
  /** The same export a month later: old rows, one of them with other words, and new ones. */
  july: Files
  /** Records of June, and how many of July are new. */
  records: number
  more: number
  /** Rows of June that say nothing and are left out, as a sum and an empty line; those that are refused, as a footer. */
  told?: number
  refused?: number
  /** Whose they are, in the order of their names. */
  customers: string[]
  /** How many came in, went out, and stay among us. */
  sides?: Partial<Record<'in' | 'out' | 'internal', number>>
  /** What the form has to ask, in words, and the answer; nothing where the file tells all. */
  asks?: { question: Question; answer: Answer }
  /** How many old records say something else in July. */
  changed?: number
}

export type Question = 'which addresses are ours' | 'the order of the dates' | 'the customer'
export interface Answer {
  own?: string[]
  dates?: 'dmy' | 'mdy'
  customerName?: string
}

interface Written {
  delimiter?: string
  /** Every cell in quotes, as Salesforce writes it. */
  quoted?: boolean
  mark?: boolean
  end?: string
}

/** Writes a table as most systems do. */
export function csv(headers: string[], rows: Cell[][], written: Written = {}): string {
  const { delimiter = ',', quoted = false, mark = false, end = '\r\n' } = written
  const cell = (value: Cell) => {
    const text = value === null ? '' : String(value)
    const special = [delimiter, '"', '\n', '\r'].some((sign) => text.includes(sign))
    return quoted || special ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [headers, ...rows].map((row) => row.map(cell).join(delimiter) + end)
  return `${mark ? '\ufeff' : ''}${lines.join('')}`
}

/** Takes headers and rows that say some of them, gives the rows whole. */
export const full = (headers: string[], rows: Record<string, Cell>[]): Cell[][] =>
  rows.map((row) => {
    for (const name of Object.keys(row)) if (!headers.includes(name)) throw new Error(`no header ${name}`)
    return headers.map((header) => row[header] ?? null)
  })
