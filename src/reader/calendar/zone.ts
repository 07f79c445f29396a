import ICAL from 'ical.js'
import { zoneNamed } from '../../shared/imports/offsets'
import { windowsZone } from './windows-zones'

const pad = (value: number) => String(value).padStart(2, '0')

/**
 * Takes a time of a calendar, gives it as text: with its distance from UTC where the calendar says the zone, in its own
 * rules or by a name that is known; as the clock on the wall shows it where it says none.
 */
export function zonedTime(time: ICAL.Time | null, component: ICAL.Component, property: string): string {
  if (!time) return ''
  const day = `${time.year}-${pad(time.month)}-${pad(time.day)}`
  if (time.isDate) return day
  const wall = `${day}T${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`
  if (time.zone === ICAL.Timezone.utcTimezone) return `${wall}Z`
  const named = component.getFirstProperty(property) ?? component.getFirstProperty('dtstart')
  const tzid = String(named?.getParameter('tzid') ?? '')
  const zone = tzid ? zoneOf(tzid) : null
  if (zone) return `${wall}${offsetIn(zone, wall)}`
  // a zone that only the calendar knows: by the rules that it brings
  if (time.zone && time.zone !== ICAL.Timezone.localTimezone && time.zone.component) {
    const seconds = time.utcOffset()
    return `${wall}${offsetText(seconds / 60)}`
  }
  return wall
}

/** Takes a zone as calendars name it, gives its IANA name; null where nobody knows it. */
export function zoneOf(tzid: string): string | null {
  const name = tzid.replace(/^["/]|"$/g, '').replace(/^freeassociation\.sourceforge\.net\/(?:Tzfile\/)?/, '')
  return zoneNamed(name) ?? windowsZone(name)
}

/** How far a zone's clock is from UTC when it shows a time, as "+02:00". */
function offsetIn(zone: string, wall: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const at = (utc: number) => {
    const part = format.formatToParts(utc).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
    const [, sign = '+', hours = '0', minutes = '0'] = /([+-])([0-9]{2}):?([0-9]{2})?/.exec(part) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
  const utc = Date.parse(`${wall}Z`)
  // the distance hangs on the instant, and the instant on the distance
  return offsetText(at(utc - at(utc) * 60_000))
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}
