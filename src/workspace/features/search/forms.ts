import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import type { Language } from '../../../shared/values/languages'
import type { Context } from '../../handlers'
import type { Store } from '../../store/open'

type Stem = (word: string) => string

/** Snowball's stemmers, which take folded words too. No well-kept one is to be had of Estonian and Filipino. */
const stemmers: Partial<Record<Language, Stem>> = {
  en: english,
  es: spanish,
  // it leaves the iota of a plural where there is none in the singular: παραγγελία, παραγγελίες
  el: (word) => greek(word).replace(/(?<=.{3})ι$/u, '')
}

/** Shorter words have no forms that their beginning does not find. */
const shortest = 4
/** So many forms of one word are looked for. */
const most = 40

/** Greek words have Greek forms; words in Latin letters those of the workspace's language, and English ones, which all write. */
function stemmersOf(word: string, language: Language): Stem[] {
  if (/^\p{Script=Greek}+$/u.test(word)) return [stemmers.el!]
  if (!/^\p{Script=Latin}+$/u.test(word)) return []
  const own = language === 'el' ? undefined : stemmers[language]
  return [...new Set([english, own].filter((stem) => stem !== undefined))]
}

const knowing = new WeakSet<Store['readDb']>()

/** Takes a folded word, gives the words of the index that are another form of it and do not begin with it. */
export function formsIn({ store: { readDb }, settings }: Pick<Context, 'store' | 'settings'>): (word: string) => string[] {
  return (word) => {
    if (word.length < shortest) return []
    if (!knowing.has(readDb)) {
      // the words of the index, as a table
      readDb.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.searchWord USING fts5vocab(main, search, row)')
      knowing.add(readDb)
    }
    const found = new Set<string>()
    for (const stem of stemmersOf(word, settings.language)) {
      const root = stem(word)
      // the end of a stem may change: deliver, deliveries
      const begins = root.slice(0, Math.max(3, root.length - 1))
      if (!word.startsWith(begins)) continue
      const words = readDb
        .prepare('SELECT term FROM temp.searchWord WHERE term >= ? AND term < ?')
        .pluck()
        .all(begins, `${begins}\u{10ffff}`) as string[]
      for (const each of words) if (!each.startsWith(word) && each.length >= shortest - 1 && stem(each) === root) found.add(each)
    }
    return [...found].slice(0, most)
  }
}
