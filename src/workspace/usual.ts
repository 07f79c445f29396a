import type { Settings } from '../shared/contract/workspace'
import type { Zone } from '../shared/values/flavours'

/** Where Letter is the usual paper. */
const onLetter = ['US', 'CA', 'MX', 'PH', 'PR', 'CO', 'CL', 'VE', 'CR', 'GT', 'HN', 'NI', 'PA', 'SV', 'DO']

/** What is paid with where it is not the euro; the list of ISO 4217, as far as Redress is likely to be used there. */
const currencies: Record<string, readonly string[]> = {
  USD: ['US', 'PR', 'EC', 'SV', 'PA'],
  GBP: ['GB'],
  CHF: ['CH', 'LI'],
  SEK: ['SE'],
  NOK: ['NO'],
  DKK: ['DK'],
  ISK: ['IS'],
  PLN: ['PL'],
  CZK: ['CZ'],
  HUF: ['HU'],
  RON: ['RO'],
  TRY: ['TR'],
  UAH: ['UA'],
  PHP: ['PH'],
  MXN: ['MX'],
  CAD: ['CA'],
  AUD: ['AU'],
  NZD: ['NZ'],
  ARS: ['AR'],
  CLP: ['CL'],
  COP: ['CO'],
  PEN: ['PE'],
  UYU: ['UY'],
  BRL: ['BR'],
  JPY: ['JP'],
  CNY: ['CN'],
  INR: ['IN'],
  SGD: ['SG'],
  HKD: ['HK'],
  KRW: ['KR'],
  AED: ['AE'],
  ILS: ['IL'],
  ZAR: ['ZA']
}

function zonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale('und', { region }) as Intl.Locale & { getTimeZones?(): string[]; timeZones?: string[] }
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}

/** Takes an IANA zone, gives the paper that is usual there. The machine's language would not tell: many speak American English. */
export function usualPaper(zone: Zone): Settings['paper'] {
  return onLetter.some((region) => zonesOf(region).includes(zone)) ? 'letter' : 'a4'
}

/** Takes an IANA zone, gives what is usually paid with there, the euro where that is not known. */
export function usualCurrency(zone: Zone): string {
  const found = Object.entries(currencies).find(([, regions]) => regions.some((region) => zonesOf(region).includes(zone)))
  return found?.[0] ?? 'EUR'
}
