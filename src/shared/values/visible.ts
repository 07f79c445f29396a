/** What shows nothing: controls, marks without width, blanks of every kind, and letters that fonts draw empty. */
const unseen = /[\p{Cc}\p{Cf}\p{Z}\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f]/u

/** Takes a text, gives whether anything of it can be seen: a name of nothing but marks without width is no name. */
export function isVisible(text: string): boolean {
  for (const character of text) if (!unseen.test(character)) return true
  return false
}
