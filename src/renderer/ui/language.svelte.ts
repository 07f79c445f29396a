import { getLocale, setLocale, isLocale, type Locale } from '../../shared/messages/runtime.js'
import { loadWords } from '../../words/page'

let current = $state<Locale>(getLocale())
let region = $state<string | undefined>(undefined)
let wanted: Locale = current

/** Gives the language of the screen; reading it in a component follows later changes. */
export function language(): Locale {
  return current
}

/** Gives the BCP 47 tag for numbers, money and dates: the language with the region of this computer, such as "en-GB". */
export function formatLocale(): string {
  return region ?? current
}

/**
 * Takes a language and, if known, the computer's own locale; the screen speaks it as soon as its words are loaded. A
 * region is used only where it is of the same language, so that "en" on a British computer writes dates the British way.
 */
export async function setLanguage(to: string, system = navigator.language): Promise<void> {
  if (!isLocale(to)) return
  wanted = to
  await loadWords(to)
  // another may have been chosen meanwhile
  if (wanted !== to) return
  setLocale(to, { reload: false })
  const own = system.toLowerCase().startsWith(`${to}-`)
  region = own ? system : undefined
  current = to
  document.documentElement.lang = to
}
