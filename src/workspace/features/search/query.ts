import { fold } from '../../../shared/values/fold'

/** A word that may go on, or a phrase in quotes, whose words stand side by side; an open one may go on too. */
export type Part = { word: string } | { phrase: string[]; open: boolean }

/** Quotes as they are typed in the languages that Redress speaks. */
const quotes = /[“”„‟«»"]/u
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Takes what a person typed, gives its parts, folded as the index is. A quote that was not closed holds to the end. */
export function partsOf(typed: string): Part[] {
  const pieces = fold(typed).split(quotes)
  return pieces.flatMap((piece, index): Part[] => {
    const words = wordsOf(piece)
    if (index % 2 === 0) return words.map((word) => ({ word }))
    return words.length > 0 ? [{ phrase: words, open: index === pieces.length - 1 }] : []
  })
}

const quoted = (words: readonly string[], open: boolean): string => `"${words.join(' ')}"${open ? '*' : ''}`

/**
 * Takes parts and what gives the other forms of a word, gives an FTS5 query in which every part must be there: a word as its
 * beginning or in another form. Null where there is nothing to look for.
 */
export function queryOf(parts: readonly Part[], forms: (word: string) => readonly string[] = () => []): string | null {
  const asked = parts.map((part) => {
    if ('phrase' in part) return quoted(part.phrase, part.open)
    const other = forms(part.word).map((form) => quoted([form], false))
    return other.length > 0 ? `(${[quoted([part.word], true), ...other].join(' OR ')})` : quoted([part.word], true)
  })
  return asked.length > 0 ? asked.join(' AND ') : null
}

/** Takes parts, gives the query of all their words side by side; null where there is only one. */
export function sideBySide(parts: readonly Part[]): string | null {
  const words = parts.flatMap((part) => ('phrase' in part ? part.phrase : [part.word]))
  return words.length > 1 ? quoted(words, true) : null
}
