import { join } from 'node:path'
import type { MenuItemConstructorOptions, Session, WebContents } from 'electron'
import { m } from '../shared/messages/messages.js'
import type { Language } from '../shared/values/languages'
import { dictionariesOf, layOut } from './dictionaries'
import type { Preferences } from './preferences'
import { log } from './log'
import { scheme } from './origin'

/** The spell check of the one window. */
export interface Spelling {
  /** The workspace speaks this language now. */
  follow(language: Language): void
  /** What the menu under the pointer offers for a word in a text field, and the switch. */
  items(
    contents: WebContents,
    at: { misspelledWord: string; dictionarySuggestions: string[]; selectionText: string }
  ): Promise<MenuItemConstructorOptions[]>
}

/** Where there is no dictionary of the language, every word of it would be marked: English is checked only when asked for. */
const worthIt = (language: Language) => language !== 'fil'

/**
 * Checks spelling with the dictionaries in `from`, without a network: docs/decisions/spell-check.md. macOS brings a spell
 * check of its own, whose languages are those of the system.
 */
export function spellingOf(session: Session, from: string, preferences: Preferences): Spelling {
  const own = process.platform === 'darwin'
  let language: Language | null = null
  let last = Promise.resolve()
  const isOn = () => preferences.get().spelling ?? worthIt(language ?? 'en')

  // the next begins when the one before has ended: a language that was left may not come last
  function settle(): void {
    last = last.then(async () => {
      const [spoken, on] = [language, isOn()]
      try {
        if (spoken && on && !own) await lay(spoken)
        session.setSpellCheckerEnabled(on)
      } catch (error) {
        session.setSpellCheckerEnabled(false)
        log('spelling', error)
      }
    })
  }
  async function lay(spoken: Language): Promise<void> {
    const dictionaries = dictionariesOf(spoken)
    await layOut(dictionaries, from, join(session.storagePath!, 'Dictionaries'))
    session.setSpellCheckerLanguages(dictionaries.map((each) => each.language))
  }

  // one that was damaged would be fetched anew: from ourselves, where there is none
  if (!own) session.setSpellCheckerDictionaryDownloadURL(`${scheme}://app/dictionaries/`)
  return {
    follow(next) {
      if (next === language) return
      language = next
      settle()
    },
    async items(contents, { misspelledWord, dictionarySuggestions, selectionText }) {
      const items: MenuItemConstructorOptions[] = []
      const chosen = selectionText.trim()
      if (misspelledWord) {
        items.push(...dictionarySuggestions.map((word) => ({ label: plain(word), click: () => contents.replaceMisspelling(word) })))
        if (dictionarySuggestions.length === 0) items.push({ label: m.menu_spelling_none(), enabled: false })
        const learn = () => session.addWordToSpellCheckerDictionary(misspelledWord)
        items.push({ type: 'separator' }, { label: m.menu_spelling_learn({ word: plain(misspelledWord) }), click: learn })
      } else if (chosen && !own && (await session.listWordsInSpellCheckerDictionary()).includes(chosen)) {
        const forget = () => session.removeWordFromSpellCheckerDictionary(chosen)
        items.push({ label: m.menu_spelling_forget({ word: plain(chosen) }), click: forget })
      }
      const label = language === 'fil' && !own ? m.menu_spelling_english() : m.menu_spelling()
      const turn = () => {
        preferences.set({ spelling: !isOn() })
        settle()
      }
      return [...items, { label, type: 'checkbox', checked: isOn(), click: turn }, { type: 'separator' }]
    }
  }
}

/** A menu reads an ampersand as the mark of a key. */
const plain = (word: string) => word.replaceAll('&', '&&')
