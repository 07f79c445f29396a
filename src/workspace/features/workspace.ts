import { basename } from 'node:path'
import { sql } from 'kysely'
import type { Label } from '../../shared/contract/journal'
import type { HandlersOf } from '../handlers'
import { readSettings, sampleMark, writeSettings } from '../settings'
import { copyTo } from '../store/copy'
import { backupsEverywhere } from '../store/second-place'
import { versionOf } from '../store/migrate'
import { whileRead } from '../store/stay'
import { undoAndRedo } from '../store/undo'

type Entry = { deed: Label['deed']; entity: Label['entity']; name: string | null } | null
const labelOf = (entry: Entry): Label | null => entry && { deed: entry.deed, entity: entry.entity, name: entry.name ?? '' }

export const workspaceHandlers: HandlersOf<'workspace'> = {
  'workspace.info': async ({ store, read, now, today, settings }) => {
    const last = await read
      .selectFrom('journalEntry')
      .select(({ fn }) => [fn.max('at').as('at'), fn.countAll<number>().as('entries')])
      .executeTakeFirstOrThrow()
    const { undo, redo } = await undoAndRedo(read)
    const marked = await sql`SELECT 1 FROM setting WHERE id = ${sampleMark}`.execute(read)
    return {
      name: basename(store.file, '.redress'),
      sample: marked.rows.length > 0,
      readOnly: store.readOnlyWhy !== null,
      readOnlyWhy: store.readOnlyWhy,
      version: versionOf(store.readDb),
      entries: last.entries,
      savedAt: last.at,
      undo: labelOf(undo),
      redo: labelOf(redo),
      settings,
      now,
      today
    }
  },
  'workspace.configure': async (change, given) => {
    // a change of settings is no step of the work: undo passes it by
    change.is('system')
    change.says('configure', 'setting', '')
    await writeSettings(change.db, change.at, given)
    return { settings: await readSettings(change.db) }
  },
  'workspace.backup': async ({ store, signal, onProgress }, { file }) => {
    const watch = { signal, onProgress: (done: number, total: number) => onProgress(done, total, 'journal_step_backup') }
    const bytes = await whileRead(store.stay, (letGo) => copyTo(store.readDb, file, { ...watch, letGo }))
    return { file: basename(file), bytes }
  },
  'workspace.backups': async ({ store }) => backupsEverywhere(store.file, store.secondPlace)
}
