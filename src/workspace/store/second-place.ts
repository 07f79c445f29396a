import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { BackupRow } from '../../shared/contract/workspace'
import { backupFolder, backupsOf, digestInName, newestIn } from './backup'
import { connect } from './connect'

// A folder of the person's, best on another disk, that takes every backup as well.

/** Refuses a second place that is away, before anything is put where it should be. Error: not-found. */
export function mustBeThere(place: string): void {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('not-found', m.file_second_away({ file: place }))
}

/** The folder for one workspace: several may have one name, so a part of the id of its first entry tells them apart. */
export function secondFolder(place: string, file: string, firstEntry: string): string {
  return join(place, `${basename(file, '.redress')} ${firstEntry.slice(-8)} backups`)
}

/**
 * Takes a workspace's path, gives all its backups, each content once, those beside it first; every one is looked at whether
 * it is still what it was. A second place that is away has none.
 */
export async function backupsEverywhere(file: string, place: string | null): Promise<BackupRow[]> {
  const beside = await backupsOf(file, true)
  const folder = place && folderOf(place, file)
  if (!folder) return beside
  const contents = (rows: BackupRow[]) => new Set(rows.map(({ name }) => digestInName(name)))
  const second = await backupsOf(file, true, folder)
  const [here, there] = [contents(beside), contents(second.filter(({ verified }) => verified))]
  return [
    ...beside.map((row): BackupRow => (there.has(digestInName(row.name) ?? '') ? { ...row, place: 'both' } : row)),
    ...second.filter(({ name }) => !here.has(digestInName(name))).map((row): BackupRow => ({ ...row, place: 'second' }))
  ]
}

/** Takes a backup's name or path, gives its path: beside the workspace or, where it is not there, in the second place. */
export function backupNamed(backup: string, file: string, place: string | null): string {
  if (isAbsolute(backup)) return backup
  const path = join(backupFolder(file), basename(backup))
  const folder = place && !existsSync(path) ? folderOf(place, file) : null
  return folder ? join(folder, basename(backup)) : path
}

/** Where the file itself is lost or damaged, a backup beside it tells which one it was, or that no other has its name. */
function folderOf(place: string, file: string): string | null {
  const id = firstEntryOf(file) ?? firstEntryOf(newestIn(backupFolder(file)))
  if (id) return secondFolder(place, file, id)
  try {
    const alike = readdirSync(place).filter((name) => {
      const [before, after] = [`${basename(file, '.redress')} `, ' backups']
      return name.startsWith(before) && name.endsWith(after) && /^[0-9a-f]{8}$/.test(name.slice(before.length, -after.length))
    })
    return alike.length === 1 ? join(place, alike[0]!) : null
  } catch {
    return null
  }
}

function firstEntryOf(file: string | null): string | null {
  if (!file || !existsSync(file)) return null
  try {
    const db = connect(file, { readonly: true })
    try {
      return (db.prepare('SELECT id FROM journalEntry WHERE seq = 1').pluck().get() as string | undefined) ?? null
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}
