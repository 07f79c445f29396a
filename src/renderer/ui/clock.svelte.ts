import { machineClock, type Clock } from '../../shared/values/clock'
import { dayIn } from '../../shared/values/zones'
import type { Instant, Zone } from '../../shared/values/flavours'

let home = $state.raw<Clock>(machineClock())
let behind = $state.raw(0)
let tick = $state(0)
let ticking = false

/** Takes the workspace's clock and its present instant (ISO, UTC), which in the sample is the day its story ends. */
export function setClock(clock: Clock, now: Instant): void {
  home = clock
  behind = Date.now() - Date.parse(now)
}

/** Gives the workspace's clock, on which is told what Redress did; where none is open, this computer's. */
export function homeZone(): Clock {
  return home
}

/** Gives the present instant (ISO, UTC) of the workspace; reading it in a component follows as time goes on. */
export function now(): string {
  if (!ticking) {
    ticking = true
    setInterval(() => tick++, 20_000)
  }
  void tick
  return new Date(Date.now() - behind).toISOString()
}

/** Gives the day it is in the workspace, or in another zone. */
export function today(zone: Zone = home): string {
  return dayIn(now(), zone)
}
