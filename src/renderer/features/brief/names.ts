import type { Language } from '../../../shared/values/fields'

/** Each language names itself. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  el: 'Ελληνικά',
  es: 'Español',
  et: 'Eesti',
  fil: 'Filipino'
}
