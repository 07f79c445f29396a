const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Longer than any grapheme that people write; what is longer is piled up marks. */
const longestGrapheme = 64

/**
 * The one way to cut a text. Takes a text and how many UTF-16 units it may have, gives its beginning, which ends between
 * two graphemes: no emoji, flag or letter with its accents is cut in two. Only where marks are piled on one letter past
 * all measure does it end between two characters.
 */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  // from the start: in the middle of a row of flags nobody can tell where one begins
  const grapheme = graphemes.segment(text.slice(0, most + longestGrapheme)).containing(most)
  if (!grapheme || grapheme.segment.length < longestGrapheme) return text.slice(0, grapheme?.index ?? most)
  return text.slice(0, isLow(text, most) ? most - 1 : most)
}

/** Takes a text and how many UTF-16 units it may have, gives it whole or cut to as many, "…" among them. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${beginning(text, most - 1).trimEnd()}…` : text
}

/** Whether the unit at a place is the second half of a character of two. */
function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
