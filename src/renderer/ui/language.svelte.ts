import { getLocale, setLocale, isLocale, type Locale } from '../../shared/messages/runtime.js'
import { localeOf, type Paper } from '../../shared/values/format'
import { loadWords } from '../../words/page'

let current = $state<Locale>(getLocale())
let paper = $state<Paper>('a4')
let wanted: Locale = current

/** Gives the language of the screen; reading it in a component follows later changes. */
export function language(): Locale {
  return current
}

/** Gives the BCP 47 tag for numbers, money and dates: the language as the workspace's paper has it written, as in its briefs. */
export function formatLocale(): string {
  return localeOf(current, paper)
}

/** Takes a language and the workspace's paper, where it is known; the screen speaks it as soon as its words are loaded. */
export async function setLanguage(to: string, on: Paper = paper): Promise<void> {
  if (!isLocale(to)) return
  wanted = to
  await loadWords(to)
  // another may have been chosen meanwhile
  if (wanted !== to) return
  setLocale(to, { reload: false })
  paper = on
  current = to
  // even the same language said anew would have the style of the whole page reckoned again
  if (document.documentElement.lang !== to) document.documentElement.lang = to
}
