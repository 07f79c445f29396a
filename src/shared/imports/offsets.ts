import { isZone } from '../values/zones'

/** Letters of zones that mean one thing only: minutes east of UTC, and a zone of IANA that keeps that clock. */
const known: Readonly<Record<string, readonly [minutes: number, zone: string]>> = {
  Z: [0, 'UTC'],
  UTC: [0, 'UTC'],
  GMT: [0, 'UTC'],
  UT: [0, 'UTC'],
  WET: [0, 'Europe/Lisbon'],
  WEST: [60, 'Europe/Lisbon'],
  BST: [60, 'Europe/London'],
  CET: [60, 'Europe/Brussels'],
  MEZ: [60, 'Europe/Berlin'],
  CEST: [120, 'Europe/Brussels'],
  MESZ: [120, 'Europe/Berlin'],
  EET: [120, 'Europe/Athens'],
  EEST: [180, 'Europe/Athens'],
  MSK: [180, 'Europe/Moscow'],
  EST: [-300, 'America/New_York'],
  EDT: [-240, 'America/New_York'],
  CDT: [-300, 'America/Chicago'],
  MST: [-420, 'America/Denver'],
  MDT: [-360, 'America/Denver'],
  PST: [-480, 'America/Los_Angeles'],
  PDT: [-420, 'America/Los_Angeles'],
  AKST: [-540, 'America/Anchorage'],
  AKDT: [-480, 'America/Anchorage'],
  HST: [-600, 'Pacific/Honolulu'],
  JST: [540, 'Asia/Tokyo'],
  KST: [540, 'Asia/Seoul'],
  HKT: [480, 'Asia/Hong_Kong'],
  SGT: [480, 'Asia/Singapore'],
  PHT: [480, 'Asia/Manila'],
  AWST: [480, 'Australia/Perth'],
  ACST: [570, 'Australia/Adelaide'],
  ACDT: [630, 'Australia/Adelaide'],
  AEST: [600, 'Australia/Sydney'],
  AEDT: [660, 'Australia/Sydney'],
  NZST: [720, 'Pacific/Auckland'],
  NZDT: [780, 'Pacific/Auckland']
}
/** Letters that mean several things, with where; a person says which. */
const several: Readonly<Record<string, string>> = {
  CST: '-06:00 Chicago|+08:00 Shanghai|-05:00 Havana',
  IST: '+05:30 Kolkata|+01:00 Dublin|+02:00 Jerusalem',
  AST: '-04:00 Halifax|+03:00 Riyadh',
  ADT: '-03:00 Halifax|+04:00 Baghdad',
  SST: '-11:00 Pago Pago|+08:00 Singapore',
  ECT: '-05:00 Guayaquil|-04:00 Martinique',
  GST: '+04:00 Dubai|-02:00 South Georgia',
  PKT: '+05:00 Karachi',
  WST: '+13:00 Apia|+08:00 Perth',
  BDT: '+06:00 Dhaka|+08:00 Brunei',
  AMT: '-04:00 Manaus|+04:00 Yerevan',
  ART: '-03:00 Buenos Aires|+02:00 Cairo',
  WAT: '+01:00 Lagos',
  CAT: '+02:00 Maputo',
  EAT: '+03:00 Nairobi'
}

/** Takes letters of a zone that can mean several, gives what they may mean: how far from UTC, and a place that keeps that clock. */
export const meaningsOfLetters = (letters: string): { offset: string; place: string }[] =>
  (several[letters] ?? '').split('|').flatMap((each) => (each ? [{ offset: each.slice(0, 6), place: each.slice(7) }] : []))

/** Takes what stands behind a time, gives the minutes east of UTC; null where it is no zone, `several` where it may be many. */
export function minutesEast(text: string): number | 'several' | null {
  const zone = text
    .replace(/^\((.{1,20})\)$/, '$1')
    .trim()
    .toUpperCase()
  const letters = known[zone]
  if (letters) return letters[0]
  if (zone in several) return 'several'
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT|UT)? ?([+\-−])([0-9]{1,2})(?::?([0-9]{2}))?$/.exec(zone) ?? []
  if (!sign || Number(hours) > 15 || Number(minutes) > 59) return null
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes))
}

/** Takes a cell of a column of zones, gives the zone by its IANA name; null where it is none that can be told. */
export function zoneNamed(text: string): string | null {
  const letters = known[text.toUpperCase()]
  if (letters) return letters[1]
  const minutes = minutesEast(text)
  // the zones of whole hours are called the other way round
  if (typeof minutes === 'number')
    return minutes % 60 === 0 && minutes >= -720 && minutes <= 840
      ? `Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes) / 60}`.replace('Etc/GMT+0', 'UTC')
      : null
  if (!/^[A-Za-z_]{2,20}(?:\/[A-Za-z_+-]{1,30}){1,2}$/.test(text)) return null
  return isZone(text) ? text : null
}
