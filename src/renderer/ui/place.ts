import type { Zone } from '../../shared/values/flavours'

/** Takes an IANA zone, gives the place it is named after: "Athens". */
export function zonePlace(zone: Zone): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
