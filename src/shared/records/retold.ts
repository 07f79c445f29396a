// Names that Redress proposed itself are stored as they stood on the screen, since a person could have changed them. Where
// nobody did, they are told in the reader's language.
import { locales, type Locale } from '../messages/runtime.js'

type Said = (locale: Locale) => string

/** Takes a text, what Redress itself says in any language, and a language; gives the text in that one if it is such a saying, else as it is. */
export function retold(text: string, sayings: readonly Said[], locale: Locale): string {
  const found = sayings.find((say) => locales.some((each) => say(each) === text))
  return found ? found(locale) : text
}
