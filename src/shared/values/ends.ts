// Expressions like /[.:]+$/ try every place of a text anew: with a long run of such signs that takes the square of its length.

/** Takes a text and what one sign must be to go, gives the text without such signs at its end, in one pass. */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0) {
    const pair = end > 1 && isLow(text.charCodeAt(end - 1)) && isHigh(text.charCodeAt(end - 2))
    const start = end - (pair ? 2 : 1)
    if (!sign.test(text.slice(start, end))) break
    end = start
  }
  return text.slice(0, end)
}

/** The same at both ends. */
export function withoutEnds(text: string, sign: RegExp): string {
  let start = 0
  for (const each of text) {
    if (!sign.test(each)) break
    start += each.length
  }
  return withoutEnd(text.slice(start), sign)
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000
