/** Minutes in a month by the way a contract counts it. A 30-day month and an average one differ by 1.4 %. */
export const minutesInMonth = { 'days-30': 43200, average: 43830, 'days-31': 44640 } as const
export type MonthBasis = keyof typeof minutesInMonth

/** Takes availabilities (0 to 1) of parts of which one is enough, gives that of the whole. */
export function inParallel(parts: readonly number[]): number {
  return 1 - parts.reduce((down, part) => down * (1 - part), 1)
}

/** Takes minutes down and minutes in the period, gives the share of the time that it was up. */
export function uptime(minutesDown: number, minutesInPeriod: number): number {
  return minutesInPeriod > 0 ? Math.max(0, 1 - minutesDown / minutesInPeriod) : 1
}
