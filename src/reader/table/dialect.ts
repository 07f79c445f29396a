import { delimiters, type Delimiter } from '../../shared/contract/imports'
import { CsvRows, OpenQuotes, type Dialect } from './csv'

/** "sep=;" in the first line, quoted or not, is a word to Excel, no header. */
export const separatorLine = /^(?:sep=(.)|"sep=(.)")[ \t]{0,20}(?:\r\n|\n|\r)/i

/** Delimiters of flat files, which know no quotation marks. Where commas or semicolons stand, cells are quoted. */
const flat = new Set(['\t', '|'])

interface Written {
  dialect: Dialect
  /** How much speaks for it: rows of one width, more than one cell, nothing that is broken. */
  score: number
}

function written(sample: string, whole: boolean, dialect: Dialect): Written {
  const reader = new CsvRows(dialect)
  const rows = reader.push(sample, whole).filter(({ cells }) => cells.length > 1 || cells[0] !== '')
  const widths = new Map<number, number>()
  let troubles = 0
  for (const { cells, trouble } of rows) {
    if (trouble) troubles++
    else widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  }
  const [width = 1, same = 0] = [...widths].filter(([width]) => width > 1).sort((a, b) => b[1] * b[0] - a[1] * a[0])[0] ?? []
  if (width < 2) return { dialect, score: 0 }
  const share = same / rows.length
  return { dialect, score: share * share * Math.min(width, 20) ** 0.5 * (1 - troubles / rows.length) }
}

/**
 * Takes the beginning of a text (or all of it), gives how its rows are written: with which delimiter, and whether
 * quotation marks mean anything. They do unless the rows come out whole only without them, as in Amazon's flat files.
 */
export function recogniseDialect(text: string, whole: boolean, given: Delimiter | null): Dialect {
  const [first, plain, quoted] = separatorLine.exec(text) ?? ['']
  const sample = text.slice(first.length)
  const said = (plain ?? quoted) as Delimiter | undefined
  const asked = given ? [given] : said && delimiters.includes(said) ? [said] : delimiters
  let best: Written = { dialect: { delimiter: asked[0]!, quotes: true }, score: 0 }
  for (const delimiter of asked) {
    for (const quotes of flat.has(delimiter) && sample.includes('"') ? [true, false] : [true]) {
      let found: Written
      try {
        found = written(sample, whole, { delimiter, quotes })
      } catch (error) {
        if (error instanceof OpenQuotes) continue
        throw error
      }
      // what is read with quotation marks is read without them only where that makes more of it whole
      if (found.score > best.score * (quotes ? 1 : 1.02)) best = found
    }
  }
  return best.dialect
}
