import { languages, type Language } from './languages'

/** Takes the person's languages as the system lists them, gives the first that Redress speaks, else English. */
export function firstSpoken(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split(/[-_]/)[0]
    const known = base === 'tl' ? 'fil' : languages.find((language) => language === base)
    if (known) return known
  }
  return 'en'
}
