import ICAL from 'ical.js'
import { Clock } from '../../shared/imports/dates'
import { zoneNamed } from '../../shared/imports/offsets'
import { windowsZone } from './windows-zones'

const clock = new Clock()
const pad = (value: number) => String(value).padStart(2, '0')

/**
 * Takes a time of a calendar, gives it as text: an instant where the calendar says the zone, by a name that is known or in
 * rules of its own; as the clock on the wall shows it where it says none.
 */
export function zonedTime(time: ICAL.Time | null, component: ICAL.Component, property: string): string {
  if (!time) return ''
  const day = `${time.year}-${pad(time.month)}-${pad(time.day)}`
  if (time.isDate) return day
  const clockTime = `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`
  const wall = `${day}T${clockTime}`
  if (time.zone === ICAL.Timezone.utcTimezone) return `${wall}Z`
  const named = component.getFirstProperty(property) ?? component.getFirstProperty('dtstart')
  const tzid = String(named?.getParameter('tzid') ?? '')
  const zone = tzid ? zoneOf(tzid) : null
  if (zone) return clock.instant({ day, time: clockTime, offset: null }, zone)
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

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}
