// Names that Redress proposed itself are stored as they stood on the screen, since a person could have changed them. Where
// nobody did, they are told in the reader's language.
import { locales, type Locale } from '../messages/runtime.js'

type Said = (locale: Locale) => string

/** Takes a text, what Redress itself says in any language, and a language; gives the text in that one if it is such a saying, else as it is. */
export function retold(text: string, sayings: readonly Said[], locale: Locale): string {
  const found = sayings.find((say) => locales.some((each) => say(each) === text))
  return found ? found(locale) : text
}

const blank = '\u0000'
/** What stands before and after a saying's one blank, in each language. */
export type Frames = readonly (readonly [locale: Locale, before: string, after: string])[]

/** Takes a saying with one blank in it, which a record's own words fill; gives its frames. */
export function framesOf(say: (words: string, locale: Locale) => string): Frames {
  return locales.map((locale) => {
    const [before = '', after = ''] = say(blank, locale).split(blank)
    return [locale, before, after] as const
  })
}

/** The same of sayings with a blank: what stands in it stays as it is. */
export function retoldOf(text: string, sayings: readonly Frames[], locale: Locale): string {
  for (const frames of sayings) {
    const found = frames.find(
      ([, before, after]) => text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after)
    )
    if (!found || found[0] === locale) continue
    const [, before, after] = frames.find(([each]) => each === locale)!
    return before + text.slice(found[1].length, text.length - found[2].length) + after
  }
  return text
}
