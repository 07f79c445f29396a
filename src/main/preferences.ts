import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { log } from './log'
import { languages, type Language } from '../shared/values/languages'
import type { Looked } from './folder/offered'
import type { Settings } from '../shared/contract/workspace'

/** What this computer remembers between starts; nothing of it belongs to a workspace. */
export interface PreferenceFields {
  /** Where the window stood. */
  window: { x: number; y: number; width: number; height: number; maximized: boolean } | null
  /** The language and theme of the workspace that was open last, so that the next start begins with them. */
  look: { language: Language; theme: Settings['theme'] } | null
  /** The workspace that was open last; null is the sample. */
  last: string | null
  recent: string[]
  /** A folder where every backup goes as well; null when there is none. */
  secondPlace: string | null
  /** The folder that is looked at for new exports, by the workspace that they are for. */
  lookedAt: Record<string, Looked>
  /** Files of whose place the person has been told. */
  told: string[]
  /** Whether spelling is checked; null is as it suits the language. */
  spelling: boolean | null
  /** The folder used last, by purpose. */
  folders: Record<string, string>
}

export interface Preferences {
  get(): PreferenceFields
  set(some: Partial<PreferenceFields>): void
}

/** Reads what was kept in this folder; damaged or absent parts start afresh. Every change is written at once, where that goes. */
export function preferencesIn(folder: string): Preferences {
  const file = join(folder, 'redress.json')
  let fields = understood(readJson(file))
  return {
    get: () => fields,
    set(some) {
      fields = { ...fields, ...some }
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.part`, JSON.stringify(fields, null, 1))
        renameSync(`${file}.part`, file)
      } catch (error) {
        // it holds until Redress ends, and no work depends on it
        log('preferences', error)
      }
    }
  }
}

type Read = Record<string, unknown>

const isText = (value: unknown): value is string => typeof value === 'string'
const bare = (value: unknown): Read | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Read) : null

// by hand: this is read before the window opens, and the schemas are loaded after
function understood(read: Read): PreferenceFields {
  const folders = bare(read.folders)
  return {
    window: placeOf(bare(read.window)),
    look: lookOf(bare(read.look)),
    last: isText(read.last) ? read.last : null,
    recent: Array.isArray(read.recent) && read.recent.every(isText) ? read.recent : [],
    secondPlace: isText(read.secondPlace) ? read.secondPlace : null,
    lookedAt: lookedOf(bare(read.lookedAt)),
    told: Array.isArray(read.told) && read.told.every(isText) ? read.told : [],
    spelling: typeof read.spelling === 'boolean' ? read.spelling : null,
    folders: folders && Object.values(folders).every(isText) ? (folders as Record<string, string>) : {}
  }
}

function lookedOf(read: Read | null): PreferenceFields['lookedAt'] {
  const each = Object.entries(read ?? {}).flatMap(([file, value]): [string, Looked][] => {
    const { folder, known } = bare(value) ?? {}
    return isText(folder) && Array.isArray(known) && known.every(isText) ? [[file, { folder, known }]] : []
  })
  return Object.fromEntries(each)
}

function placeOf(read: Read | null): PreferenceFields['window'] {
  if (!read || typeof read.maximized !== 'boolean') return null
  const { x, y, width, height, maximized } = read
  return [x, y, width, height].every(Number.isFinite) ? ({ x, y, width, height, maximized } as PreferenceFields['window']) : null
}

function lookOf(read: Read | null): PreferenceFields['look'] {
  const language = languages.find((known) => known === read?.language)
  const theme = (['system', 'light', 'dark'] as const).find((known) => known === read?.theme)
  return language && theme ? { language, theme } : null
}

function readJson(file: string): Read {
  try {
    return bare(JSON.parse(readFileSync(file, 'utf8'))) ?? {}
  } catch {
    return {}
  }
}
