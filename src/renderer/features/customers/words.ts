import type { Customer } from '../../../shared/records/customers'
import { languages } from '../../../shared/values/fields'
import { m } from '../../../shared/messages/messages.js'
import { showDate, showMoney, showNumber } from '../../ui/format'
import { formatLocale } from '../../ui/language.svelte'
import type { HistoryField } from '../../records/History.svelte'

export const customerKinds = ['business', 'public', 'nonprofit', 'person'] as const

/** Takes a customer's kind, gives its word. */
export function customerKindWord(kind: Customer['kind']): string {
  const words = {
    business: m.customers_kind_business,
    public: m.customers_kind_public,
    nonprofit: m.customers_kind_nonprofit,
    person: m.customers_kind_person
  }
  return words[kind]()
}

/** Takes a two-letter country code, gives its name in the language of the screen. */
export function countryName(code: string): string {
  return new Intl.DisplayNames(formatLocale(), { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** Gives every country as a choice, by name. */
export function countryOptions(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(formatLocale(), { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const found = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => (notCountries.has(value) ? [] : [{ value, label: names.of(value) }]))
    .filter((each): each is { value: string; label: string } => Boolean(each.label))
  return found.sort((a, b) => a.label.localeCompare(b.label, formatLocale()))
}

/** Codes that Unicode names but that are no country today. */
const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'ZZ',
  'XA',
  'XB',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FX',
  'HV',
  'NH',
  'NT',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'YD',
  'YU',
  'ZR',
  'CT',
  'FQ',
  'JT',
  'MI',
  'NQ',
  'PC',
  'PU',
  'PZ',
  'WK',
  'QU'
])

/** Takes a language code, gives the language's own name. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}

/** Gives the languages of the screens as choices, and the one that a customer speaks where it is another. */
export function languageOptions(set: string | null): { value: string; label: string }[] {
  const known: readonly string[] = languages
  return (set && !known.includes(set) ? [...known, set] : known).map((value) => ({ value, label: languageName(value) }))
}

/** Gives every currency as a choice: the code, and its name beside it. */
export function currencyOptions(): { value: string; label: string; detail: string }[] {
  const names = new Intl.DisplayNames(formatLocale(), { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: value, detail: names.of(value) ?? '' }))
}

/** Gives every time zone as a choice; one that is set but not in the list is added. */
export function zoneOptions(set: string): { value: string; label: string }[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return (zones.includes(set) ? zones : [set, ...zones]).map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}

/** Gives the fields of a customer that the history shows. */
export function customerHistory(currency: string): Record<string, HistoryField> {
  const money = (value: unknown): string => showMoney(Number(value), currency)
  const day = (value: unknown): string => showDate(String(value))
  return {
    name: { label: m.customers_name() },
    kind: { label: m.customers_kind(), show: (value) => customerKindWord(value as Customer['kind']) },
    industry: { label: m.customers_industry() },
    country: { label: m.customers_country(), show: (value) => countryName(String(value)) },
    language: { label: m.customers_language(), show: (value) => languageName(String(value)) },
    currency: { label: m.customers_currency() },
    timeZone: { label: m.customers_zone() },
    about: { label: m.customers_about() },
    replyHours: { label: m.customers_reply_hours(), show: (value) => showNumber(Number(value)) },
    yearlyRevenue: { label: m.customers_revenue(), show: money },
    yearlyMargin: { label: m.customers_margin(), show: money },
    customerSince: { label: m.customers_since(), show: day },
    renewalOn: { label: m.customers_renewal(), show: day }
  }
}
