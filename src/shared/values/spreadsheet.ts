/**
 * Takes the text of a cell that leaves Redress as part of a table, gives it so that a spreadsheet takes it for a text. A
 * cell that begins with = + - @ (or their wide or small forms), a tab or a line break would be a formula there, also behind
 * what is not seen and may be dropped on the way, written by whoever wrote the record; an apostrophe before it is how
 * spreadsheets mark a text. To be used for texts only: a negative number begins with a sign too. Source: OWASP, "CSV Injection".
 */
export function plainCell(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u.test(text) ? `'${text}` : text
}

/** A number as people write it, with its sign, its currency or its unit of hundredths; a reference such as -A1 is none. */
const number = /^[+\-−]?(?:[A-Z]{3}\s|\p{Sc}\s?)?[+\-−]?\d[\d.,\s'’]*(?:%|\p{Sc}|[A-Z]{3})?$/u

/** The same for a cell whose text may be a number as it was written: that one stays as it is. */
export function plainUnlessNumber(text: string): string {
  return number.test(text.trim()) ? text : plainCell(text)
}
