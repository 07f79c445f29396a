import { basename } from 'node:path'
import { machineClock } from '../shared/values/clock'
import { localeOf, written } from '../shared/values/format'
import { m } from '../shared/messages/messages.js'
import { getLocale } from '../shared/messages/runtime.js'
import type { Opened } from '../workspace/process'
import type { Preferences } from './preferences'

/** Takes what was found while a file was opened, gives what the person should know of it; each of its place only once. */
export function newsOf(file: string, { newer, searchMended, surroundings }: Opened, preferences: Preferences): string[] {
  const news: string[] = searchMended ? [m.settings_verify_mended()] : []
  if (newer) {
    const when = written(Date.parse(newer.at), localeOf(getLocale(), 'a4'), 'instant', machineClock())
    news.push(m.file_older_copy({ other: basename(newer.file), when }))
  }
  const { told } = preferences.get()
  if (surroundings && !told.includes(file)) {
    preferences.set({ told: [file, ...told].slice(0, 50) })
    const name = basename(file)
    news.push(
      surroundings.is === 'synced' ? m.file_synced({ file: name, service: surroundings.service }) : m.file_network({ file: name })
    )
  }
  return news
}
