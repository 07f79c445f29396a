import { languages, type Language } from './languages'

/** Takes the tag of a language, gives it where Redress speaks it; undefined where not. */
export function spokenAs(tag: string): Language | undefined {
  const base = tag.toLowerCase().split(/[-_]/)[0]
  return base === 'tl' ? 'fil' : languages.find((language) => language === base)
}

/** Takes the person's languages as the system lists them, gives the first that Redress speaks, else English. */
export function firstSpoken(preferred: readonly string[]): Language {
  return preferred.map(spokenAs).find(Boolean) ?? 'en'
}
