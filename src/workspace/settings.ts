import { sql, type Kysely } from 'kysely'
import { standardCalendar } from '../shared/records/calendar'
import { standardLadder } from '../shared/records/ladder'
import { standardQuiet } from '../shared/records/reminders'
import { standardRules } from '../shared/records/signal-rules'
import { machineClock } from '../shared/values/clock'
import { settingFields, type Settings } from '../shared/contract/workspace'
import { getLocale } from '../shared/messages/runtime.js'
import type { Tables } from './store/tables'
import { usualCurrency, usualPaper } from './usual'
import type { Instant } from '../shared/values/flavours'

/** What came after the first workspaces were made, and is the same on every machine. */
const later = {
  calendar: standardCalendar,
  signals: standardRules,
  reminders: true,
  quietHours: standardQuiet,
  tray: false,
  own: [],
  replyWorkHours: 8,
  replyTemplates: [],
  readers: [],
  searches: [],
  timelineViews: []
} satisfies Partial<Settings>

/** What holds until a person says otherwise, each when it is asked for: the language is the one that is being spoken, the zone that of the machine. */
const standard: { [K in Exclude<keyof Settings, keyof typeof later | 'ladder'>]: () => Settings[K] } = {
  advocate: () => '',
  organisation: () => null,
  language: () => getLocale(),
  theme: () => 'system',
  currency: () => usualCurrency(machineClock()),
  timeZone: () => machineClock(),
  paper: () => usualPaper(machineClock()),
  replyHours: () => 24
}

/** Reads the settings of a workspace; what is missing or no longer understood has its standard value. */
export async function readSettings(db: Pick<Kysely<Tables>, 'selectFrom'>): Promise<Settings> {
  const settings: Record<string, unknown> = { ...later }
  for (const row of await db.selectFrom('setting').select(['id', 'value']).execute()) {
    const field = settingFields.shape[row.id as keyof Settings]
    const value = field?.safeParse(jsonOf(row.value))
    if (value?.success) settings[row.id] = value.data
  }
  settings.ladder ??= standardLadder((settings.language as Settings['language'] | undefined) ?? getLocale())
  // to ask the machine takes its time, and a workspace that was ever set up has most of them
  for (const [id, of] of Object.entries(standard)) if (!(id in settings)) settings[id] = of()
  return settings as unknown as Settings
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The setting that marks a workspace as the sample; its value is the instant at which the sample's story stands. */
export const sampleMark = 'sample'

/**
 * Gives the clock of a sample workspace, which starts at its story's present whenever it is opened, so that what is due
 * is always the same; null for a workspace of the person's own. What is written still bears the real time.
 */
export async function sampleClock(db: Pick<Kysely<Tables>, 'selectFrom'>, now: () => string): Promise<(() => string) | null> {
  const mark = await db.selectFrom('setting').select('value').where('id', '=', sampleMark).executeTakeFirst()
  if (!mark) return null
  const start = Date.parse(String(jsonOf(mark.value)))
  if (Number.isNaN(start)) return null
  const opened = Date.parse(now())
  return () => new Date(start + Date.parse(now()) - opened).toISOString()
}

/** Writes the settings that are given. */
export async function writeSettings(db: Kysely<Tables>, at: Instant, given: Partial<Settings>): Promise<void> {
  for (const [id, value] of Object.entries(given)) {
    if (value === undefined) continue
    await sql`INSERT INTO setting (id, createdAt, updatedAt, value) VALUES (${id}, ${at}, ${at}, ${JSON.stringify(value)})
      ON CONFLICT (id) DO UPDATE SET value = excluded.value, updatedAt = excluded.updatedAt`.execute(db)
  }
}
