/**
 * Takes the text of a cell that leaves Redress as part of a table, gives it so that a spreadsheet takes it for a text. A
 * cell that begins with = + - @ (or their wide forms), a tab or a line break would be a formula there, written by whoever
 * wrote the record; an apostrophe before it is how spreadsheets mark a text. To be used for texts only: a negative number
 * begins with a sign too. Source: OWASP, "CSV Injection".
 */
export function plainCell(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text
}
