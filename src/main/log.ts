import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 1_000_000
let file: string | null = null

/** Starts the log in this folder; one older log is kept beside it. Gives its path. */
export function logInto(folder: string): string {
  file = join(folder, 'redress.log')
  try {
    mkdirSync(folder, { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, join(folder, 'redress.old.log'))
  } catch {
    // Redress starts without one
  }
  return file
}

/** Writes a line for those who look for a fault. What customers are called or say never belongs here. */
export function log(what: string, detail?: unknown): void {
  const words = detail instanceof Error ? (detail.stack ?? detail.message) : detail === undefined ? '' : String(detail)
  const line = `${new Date().toISOString()} ${what} ${words}`.trimEnd()
  console.error(line)
  try {
    if (file) appendFileSync(file, `${line}\n`)
  } catch {
    // a full disk must not stop the app from saying so on screen
  }
}
