import { readFileSync } from 'node:fs'

/**
 * Gives the most memory that this process has held, in megabytes. Linux hands the highest mark of the process that started it
 * on to `maxRSS`; that of the process itself is in its status.
 */
export function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1_024
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  if (!kilobytes) throw new Error('the status of the process has no VmHWM')
  return Number(kilobytes) / 1_024
}
