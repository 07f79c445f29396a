import { dayIn } from '../shared/values/zones'
import { backupFolder, backupNow, backupsOf } from './store/backup'
import type { Store } from './store/open'

/** Makes a verified backup of an open workspace unless one was made today (UTC). Gives its path, or null. */
export async function backUpDaily(store: Store): Promise<string | null> {
  if (store.readOnlyWhy) return null
  const now = store.now()
  const [newest] = backupsOf(store.file)
  if (newest && dayIn(newest.at, 'UTC') === dayIn(now, 'UTC')) return null
  return backupNow(store.readDb, backupFolder(store.file), 'daily', new Date(now))
}
