import type { BackupWhy } from '../../shared/contract/workspace'
import { m } from '../../shared/messages/messages.js'

const words: Record<BackupWhy, () => string> = {
  changes: m.settings_backup_why_changes,
  quit: m.settings_backup_why_quit,
  'before-import': m.settings_backup_why_import,
  'before-undo': m.settings_backup_why_undo,
  'before-restore': m.settings_backup_why_restore,
  'before-migration': m.settings_backup_why_migration
}

/** Takes why a backup was made, gives it in words, such as "Before a restore". */
export const backupWhy = (why: BackupWhy | null): string => (why ? words[why]() : m.settings_backup_why_other())
