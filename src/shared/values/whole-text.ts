// Half of a character of two ("lone surrogate") cannot be written as UTF-8: it would come back as another text than was
// given, and no digest of it would agree again. Word processors and the halves of pasted emoji make them.
/** Takes a text, gives it with every half character replaced by "�" (U+FFFD); the same text when there is none. */
export function wholeText(text: string): string {
  return text.toWellFormed()
}

/** Takes any plain value, gives it with every text in it made whole, names of fields too, but for the fields named in `but`. */
export function wholeTexts(value: unknown, but: readonly string[] = []): unknown {
  if (typeof value === 'string') return wholeText(value)
  if (Array.isArray(value)) return value.map((each) => wholeTexts(each))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [wholeText(name), but.includes(name) ? each : wholeTexts(each)])
  )
}
