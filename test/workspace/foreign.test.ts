import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { knownVersion, migrate } from '../../src/workspace/store/migrate'
import { surroundingsOf } from '../../src/workspace/store/surroundings'
import { inWords } from '../../src/workspace/store/troubles'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

async function filled(): Promise<string> {
  const workspace = await freshWorkspace()
  await customerWithPromise(workspace)
  await workspace.close()
  return workspace.file
}

function alter(file: string, sql: string): void {
  const db = new Database(file)
  db.unsafeMode()
  db.exec(sql)
  db.close()
}

describe('a file with something of somebody else in its schema is refused and left as it is', () => {
  const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n'
  it.each([
    ['a trigger that swallows changes', 'CREATE TRIGGER t BEFORE UPDATE ON promise BEGIN SELECT RAISE(IGNORE); END'],
    [
      'a trigger that never ends',
      `CREATE TRIGGER t AFTER INSERT ON customer BEGIN INSERT INTO draft SELECT 'x', (${endless}), 'x'; END`
    ],
    ['a view', `CREATE VIEW v AS ${endless}`],
    [
      'a view under the name of a table',
      `ALTER TABLE promise RENAME TO p2; CREATE VIEW promise AS SELECT * FROM p2 WHERE (${endless}) > 0`
    ],
    ['a table', 'CREATE TABLE extra (a)'],
    ['a virtual table', 'CREATE VIRTUAL TABLE extra USING fts5(a)'],
    ['an index', 'CREATE INDEX extra ON promise (words)'],
    ['an index on an expression', 'CREATE INDEX extra ON promise (hex(zeroblob(100000)) || words)'],
    ['a column', 'ALTER TABLE promise ADD COLUMN extra TEXT'],
    ['a generated column', 'ALTER TABLE promise ADD COLUMN extra TEXT GENERATED ALWAYS AS (hex(words)) VIRTUAL'],
    ['a table less', 'DROP TABLE signal'],
    ['an index less', 'DROP INDEX voiceOfCustomer'],
    [
      'another default',
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '''medium''', '''high''') WHERE name = 'incident'"
    ],
    ['thousands of tables', Array.from({ length: 2_100 }, (_, n) => `CREATE TABLE t${n} (a)`).join(';')]
  ])('%s', async (_, sql) => {
    const file = await filled()
    alter(file, sql)
    const before = readFileSync(file)
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'foreign', message: expect.stringContaining('Test.redress') })
    await expect(openWorkspace(file, { readOnly: true })).rejects.toMatchObject({ code: 'foreign' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.each(['PRAGMA user_version = -1', 'PRAGMA user_version = 0'])('a format that never was: %s', async (sql) => {
    const file = await filled()
    alter(file, sql)
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('settings that can not be read do not keep it from opening', async () => {
    const file = await filled()
    alter(
      file,
      "INSERT INTO setting (id, createdAt, updatedAt, value) VALUES ('language', 'x', 'x', '{'), ('sample', 'x', 'x', '{')"
    )
    const workspace = await openWorkspace(file)
    expect(await workspace.call('workspace.info', {})).toMatchObject({ settings: { currency: 'EUR' } })
    await workspace.close()
  })

  it('the mark of another program', async () => {
    const file = await filled()
    alter(file, 'PRAGMA application_id = 1')
    await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'corrupt' })
  })

  it.each(Array.from({ length: knownVersion - 1 }, (_, n) => n + 1))(
    'a trigger in a file of format %i, before it is brought up to date',
    async (version) => {
      const file = join(temporaryFolder(), 'Old.redress')
      const db = new Database(file)
      migrate(db, version)
      db.exec('CREATE TRIGGER t AFTER UPDATE ON promise BEGIN SELECT 1; END')
      db.close()
      await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'foreign' })
    }
  )

  it('a name in it is said without marks that deceive', async () => {
    const file = await filled()
    alter(file, `CREATE TABLE "x\u202e\n<b>${'y'.repeat(500)}" (a)`)
    const refusal = (await openWorkspace(file).catch((error: unknown) => error)) as Error
    expect(refusal.message).not.toMatch(/[\u202e\n<>]/)
    expect(refusal.message.length).toBeLessThan(400)
  })
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && works('unshare', ['--mount', 'true'])

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.runIf(canMount)('a medium that can only be read', () => {
  async function medium(fill: (folder: string) => Promise<void>): Promise<string> {
    const folder = join(temporaryFolder(), 'medium')
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', folder])
    onTestFinished(() => void execFileSync('umount', ['-l', folder]))
    await fill(folder)
    execFileSync('mount', ['-o', 'remount,ro', folder])
    return folder
  }
  const file = (folder: string) => join(folder, 'Book.redress')

  it.each(['closed normally', 'left by a crash, with its WAL', 'of an older format'])(
    'opens a file %s for reading',
    async (how) => {
      const from = how.includes('older') ? join(temporaryFolder(), 'Old.redress') : await filled()
      if (how.includes('older')) {
        const db = new Database(from)
        migrate(db, 1)
        db.close()
      }
      const folder = await medium(async (folder) => {
        if (!how.includes('crash')) return copyFileSync(from, file(folder))
        const workspace = await openWorkspace(from)
        workspace.store.db.pragma('wal_autocheckpoint = 0')
        await workspace.call('customers.create', { name: 'In the WAL', currency: 'EUR' })
        for (const end of ['', '-wal']) copyFileSync(from + end, file(folder) + end)
        await workspace.close()
      })
      const workspace = await openWorkspace(file(folder))
      expect(await workspace.call('workspace.info', {})).toMatchObject({ readOnly: true, readOnlyWhy: 'medium' })
      expect(await workspace.call('customers.list', {})).toHaveLength(how.includes('older') ? 0 : how.includes('crash') ? 2 : 1)
      await expect(workspace.call('customers.create', { name: 'X', currency: 'EUR' })).rejects.toMatchObject({ code: 'read-only' })
      await workspace.close()
    }
  )

  it('made so while the file is open: the change is refused in words, what was saved is there', async (test) => {
    const folder = join(temporaryFolder(), 'medium')
    const disk = `${folder}.img`
    mkdirSync(folder)
    writeFileSync(disk, Buffer.alloc(20 * 1024 * 1024))
    // Linux makes no medium read-only under a file that is open for writing, unless the medium has an error
    const ready = works('mkfs.ext4', ['-q', '-F', disk]) && works('mount', ['-o', 'loop,errors=remount-ro', disk, folder])
    test.skip(!ready, 'no disk can be made here')
    onTestFinished(() => void execFileSync('umount', ['-l', folder]))
    const workspace = await openWorkspace(file(folder), { create: true })
    await workspace.call('customers.create', { name: 'Saved', currency: 'EUR' })
    const device = basename(execFileSync('findmnt', ['-n', '-o', 'SOURCE', folder], { encoding: 'utf8' }).trim())
    writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, '1')
    await expect(workspace.call('customers.create', { name: 'X', currency: 'EUR' })).rejects.toMatchObject({ code: 'read-only' })
    expect(await workspace.call('customers.list', {})).toMatchObject([{ name: 'Saved' }])
    await workspace.close()
    const again = await openWorkspace(file(folder))
    expect(await again.call('customers.list', {})).toMatchObject([{ name: 'Saved' }])
    await expect(again.call('customers.create', { name: 'X', currency: 'EUR' })).rejects.toMatchObject({ code: 'read-only' })
    await again.close()
  })

  it('taken away while the file is open is said', async () => {
    const folder = join(temporaryFolder(), 'medium')
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', folder])
    const refuge = temporaryFolder()
    const workspace = await openWorkspace(file(folder), { create: true, refuge })
    await workspace.call('customers.create', { name: 'Saved', currency: 'EUR' })
    execFileSync('umount', ['-l', folder])
    await expect(workspace.call('customers.create', { name: 'X', currency: 'EUR' })).rejects.toMatchObject({ code: 'moved' })
    await workspace.close()
    const [saved] = readdirSync(refuge)
    const copy = await openWorkspace(join(refuge, saved!))
    expect(await copy.call('customers.list', {})).toHaveLength(1)
    await copy.close()
  })
})

describe('errors of the system say what happened', () => {
  const of = (code: string) =>
    inWords(Object.assign(new Error(code), { code }), '/x/Book.redress') as { code: string; message: string }
  it.each([
    ['disk-full', ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']],
    ['read-only', ['EROFS']],
    ['denied', ['EACCES', 'EPERM']],
    ['not-found', ['ENOENT', 'ENOTDIR']],
    ['device', ['EIO', 'ENODEV', 'ESTALE', 'SQLITE_IOERR_READ', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE']]
  ])('%s: %s', (code, all) => {
    expect(all.map((each) => of(each).code)).toEqual(all.map(() => code))
  })
  it('each with a sentence of its own', () => {
    const sentences = ['ENOSPC', 'EROFS', 'EACCES', 'ENOENT', 'EIO', 'EMFILE'].map((each) => of(each).message)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})

describe('where a file is', () => {
  it.each([
    ['/home/ann/OneDrive - Halden/Book.redress', { is: 'synced', service: 'OneDrive' }],
    ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/Book.redress', { is: 'synced', service: 'iCloud Drive' }],
    ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@x.org/My Drive/Book.redress', { is: 'synced', service: 'Google Drive' }],
    ['/home/ann/Dropbox/Work/Book.redress', { is: 'synced', service: 'Dropbox' }],
    ['/home/ann/Nextcloud/Book.redress', { is: 'synced', service: 'Nextcloud' }],
    ['/run/user/1000/gvfs/smb-share:server=nas/Book.redress', { is: 'network' }],
    ['\\\\nas\\team\\Book.redress', { is: 'network' }],
    ['/home/ann/Documents/Dropboxes/Book.redress', null],
    ['/opt/Dropbox/Book.redress', null]
  ])('%s', (file, found) => {
    expect(surroundingsOf(file, '/home/ann')).toEqual(found)
  })

  it('is told by what such a program leaves in its folder', () => {
    const folder = temporaryFolder()
    expect(surroundingsOf(join(folder, 'a', 'Book.redress'))).toBeNull()
    writeFileSync(join(folder, '.owncloudsync.log'), '')
    expect(surroundingsOf(join(folder, 'a', 'Book.redress'))).toEqual({ is: 'synced', service: 'ownCloud' })
    expect(dirname(folder)).not.toBe(folder)
  })
})
