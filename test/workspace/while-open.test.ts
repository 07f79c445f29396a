import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { backupFolder } from '../../src/workspace/store/backup'
import { migrate } from '../../src/workspace/store/migrate'
import { freshWorkspace, temporaryFolder } from './support'

// What other programs do with an open workspace beside moving it: to the files that SQLite keeps beside it, to its folder of
// backups, and with the file itself as a database.

const add = (workspace: Workspace, name: string) => workspace.call('customers.create', { name, currency: 'EUR' })

/** Opens a file as the next start does, gives the customers it holds; it must verify. */
async function held(file: string): Promise<string[]> {
  const workspace = await openWorkspace(file)
  try {
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
    return (await workspace.call('customers.list', {})).map(({ name }) => name).sort()
  } finally {
    await workspace.close()
  }
}

const elses = async () => {
  const other = await freshWorkspace()
  await add(other, 'Somebody else')
  return readFileSync(`${other.file}-wal`)
}

describe.skipIf(process.platform === 'win32')('what stands beside an open workspace', () => {
  it.each<[string, (file: string) => Promise<void>]>([
    ['deleted', async (file) => ['-wal', '-shm'].forEach((end) => rmSync(file + end, { force: true }))],
    ['replaced by that of another', async (file) => (rmSync(`${file}-wal`), writeFileSync(`${file}-wal`, await elses()))],
    ['written over with that of another', async (file) => writeFileSync(`${file}-wal`, await elses())],
    ['written over with anything', async (file) => writeFileSync(`${file}-wal`, Buffer.alloc(9_000, 7))]
  ])('%s: nothing that was saved is missing, and nothing of another comes in', async (_, spoil) => {
    const workspace = await freshWorkspace()
    await add(workspace, 'A')
    await spoil(workspace.file)
    await add(workspace, 'B')
    const backup = (await workspace.upkeep.backUp('changes'))!
    await add(workspace, 'C')
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
    const copy = join(temporaryFolder(), 'Copy.redress')
    copyFileSync(workspace.file, copy)
    await workspace.close()
    expect(readdirSync(dirname(workspace.file)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
    expect(await held(workspace.file)).toEqual(['A', 'B', 'C'])
    expect(await held(copy)).toEqual(['A', 'B', 'C'])
    expect(await held(backup)).toEqual(['A', 'B'])
  })
})

it.each(["encoding = 'UTF-16le'", 'page_size = 512', 'page_size = 65536', 'auto_vacuum = FULL'])(
  'a workspace that was built with %s works as any other',
  async (pragma) => {
    const file = join(temporaryFolder(), 'Other.redress')
    const db = new Database(file)
    db.pragma(pragma)
    migrate(db)
    db.close()
    const workspace = await openWorkspace(file)
    await add(workspace, 'Ξενοδοχεία')
    expect(await workspace.call('search.find', { words: 'ξενοδοχεια' })).toMatchObject([{ title: 'Ξενοδοχεία' }])
    const backup = (await workspace.upkeep.backUp('changes'))!
    await workspace.close()
    expect(await held(file)).toEqual(['Ξενοδοχεία'])
    expect(await held(backup)).toEqual(['Ξενοδοχεία'])
  }
)

it('a workspace that another program holds as a database: no other Redress is blamed, and it goes on afterwards', async () => {
  const workspace = await freshWorkspace()
  const db = new Database(workspace.file)
  db.exec('BEGIN IMMEDIATE')
  const refused = { code: 'locked', message: expect.stringContaining('Test.redress is in use by another program') as string }
  await expect(add(workspace, 'Meanwhile')).rejects.toMatchObject(refused)
  db.exec('ROLLBACK')
  db.close()
  await add(workspace, 'After')
  await workspace.close()
  expect(await held(workspace.file)).toEqual(['After'])
})

it('a folder of backups that goes while one is made is told as gone, not as a drive that fails; the next one makes it anew', async () => {
  const workspace = await freshWorkspace()
  await add(workspace, 'A')
  const folder = backupFolder(workspace.file)
  const made = workspace.upkeep.backUp('changes')
  await expect.poll(() => existsSync(folder), { interval: 1 }).toBe(true)
  renameSync(folder, `${folder} gone`)
  // it may have been faster
  if ((await made) === null) expect(workspace.upkeep.trouble).toContain('It was removed or renamed')
  await add(workspace, 'B')
  expect(await workspace.upkeep.backUp('changes')).not.toBeNull()
  expect(readdirSync(folder)).toHaveLength(1)
})
