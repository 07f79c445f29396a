import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { headsIn } from '../../src/workspace/store/heads'
import { temporaryFolder } from './support'

const add = (workspace: Workspace, name: string) => workspace.call('customers.create', { name, currency: 'EUR' })
const names = async (workspace: Workspace) => (await workspace.call('customers.list', {})).map(({ name }) => name).sort()

/** A folder with a workspace in it, opened as the app opens it: with what is known of files outside them. */
function desk() {
  const folder = temporaryFolder()
  const heads = headsIn(join(folder, 'heads'))
  const file = join(folder, 'Book.redress')
  return { folder, heads, file, open: (more = {}) => openWorkspace(file, { create: true, heads, ...more }) }
}

/** Leaves a file and its WAL as a crash leaves them: the last change stands in the WAL alone. */
async function crashed(file: string, open: () => Promise<Workspace>, customers: string[]): Promise<void> {
  const workspace = await open()
  for (const name of customers.slice(0, -1)) await add(workspace, name)
  workspace.store.stay!.settle()
  workspace.store.db.pragma('wal_autocheckpoint = 0')
  await add(workspace, customers.at(-1)!)
  for (const end of ['', '-wal']) copyFileSync(file + end, `${file}.crash${end}`)
  await workspace.close()
  // in place, so that the file stays the one that is known
  writeFileSync(file, readFileSync(`${file}.crash`))
  renameSync(`${file}.crash-wal`, `${file}-wal`)
  rmSync(`${file}.crash`)
}

describe('a file that is older than what was saved in it', () => {
  it.each(['written over in place', 'put under its name'])('is not opened silently when an old copy is %s', async (how) => {
    const { file, open, folder } = desk()
    const first = await open()
    await add(first, 'One')
    copyFileSync(file, join(folder, 'old'))
    await add(first, 'Two')
    await add(first, 'Three')
    await first.close()
    if (how.startsWith('written')) writeFileSync(file, readFileSync(join(folder, 'old')))
    else renameSync(join(folder, 'old'), file)
    const before = readFileSync(file)
    await expect(open()).rejects.toMatchObject({ code: 'older', message: expect.stringContaining('2 changes are missing') })
    expect(readFileSync(file).equals(before)).toBe(true)

    // the person decides: it is opened as it is, and is what counts from now on
    const accepted = await open({ asItIs: true })
    expect(await names(accepted)).toEqual(['One'])
    await add(accepted, 'Another two')
    await accepted.close()
    const again = await open()
    expect(await names(again)).toEqual(['Another two', 'One'])
    await again.close()
  })

  it('is told from one that went another way', async () => {
    const { file, open, folder, heads } = desk()
    const first = await open()
    await add(first, 'One')
    copyFileSync(file, join(folder, 'other.redress'))
    await add(first, 'Two')
    await first.close()
    const elsewhere = await openWorkspace(join(folder, 'other.redress'))
    await add(elsewhere, 'Elsewhere')
    await add(elsewhere, 'And more')
    await elsewhere.close()
    writeFileSync(file, readFileSync(join(folder, 'other.redress')))
    await expect(openWorkspace(file, { heads })).rejects.toMatchObject({
      code: 'older',
      message: expect.stringContaining('changed elsewhere')
    })
  })

  it('may be an older copy on purpose: it opens, and what is newer is named', async () => {
    const { file, open, folder, heads } = desk()
    const first = await open()
    await add(first, 'One')
    const copy = join(folder, 'Copy.redress')
    copyFileSync(file, copy)
    await add(first, 'Two')
    await first.close()
    const older = await openWorkspace(copy, { heads })
    expect(older.store.newer).toMatchObject({ missing: 1, file })
    await older.close()
  })

  it('is no other file that got its number or its name', async () => {
    const { file, open } = desk()
    const first = await open()
    await add(first, 'One')
    await first.close()
    rmSync(file)
    const second = await open()
    expect(await names(second)).toEqual([])
    await second.close()
  })
})

describe('a WAL beside the file', () => {
  it('that a crash left is read, and nothing is missing', async () => {
    const { file, open } = desk()
    await crashed(file, open, ['One', 'Two', 'Three'])
    const again = await open()
    expect(await names(again)).toEqual(['One', 'Three', 'Two'])
    await again.close()
  })

  it('that is missing, or damaged in any place, is noticed', async () => {
    const { file, open } = desk()
    await crashed(file, open, ['One', 'Two'])
    const [main, wal] = [readFileSync(file), readFileSync(`${file}-wal`)]
    const damages = [null, ...Array.from({ length: 24 }, (_, n) => Math.floor((wal.length * (n + 0.5)) / 24))]
    for (const at of damages) {
      writeFileSync(file, main)
      rmSync(`${file}-shm`, { force: true })
      const bytes = Buffer.from(wal)
      if (at === null) rmSync(`${file}-wal`)
      else {
        bytes[at]! ^= 4
        writeFileSync(`${file}-wal`, bytes)
      }
      await expect(open(), `byte ${at}`).rejects.toMatchObject({
        code: 'older',
        message: expect.stringContaining('1 change is missing')
      })
      expect(readFileSync(file).equals(main), `the file, byte ${at}`).toBe(true)
    }
    const accepted = await open({ asItIs: true })
    expect(await names(accepted)).toEqual(['One'])
    await accepted.close()
    expect(readdirSync(dirname(file)).filter((name) => name.includes('changes set aside'))).toHaveLength(1)
  })

  it.each([true, false])('that belongs to another workspace is not used (known: %s)', async (known) => {
    const { file, open, folder } = desk()
    const own = await open()
    await add(own, 'Mine')
    await own.close()
    const other = join(folder, 'Other.redress')
    await crashed(other, () => openWorkspace(other, { create: true }), ['Theirs', 'Theirs too'])
    const full = await openWorkspace(other)
    full.store.stay!.settle()
    full.store.db.pragma('wal_autocheckpoint = 0')
    // every page of the other one passes through its WAL
    full.store.db.exec('VACUUM')
    copyFileSync(`${other}-wal`, `${file}-wal`)
    await full.close()
    const main = readFileSync(file)
    const again = () => (known ? open() : openWorkspace(file))
    await expect(again()).rejects.toMatchObject({ code: 'older', message: expect.stringContaining('belong to another file') })
    expect(readFileSync(file).equals(main)).toBe(true)
    const accepted = await openWorkspace(file, { asItIs: true })
    expect(await names(accepted)).toEqual(['Mine'])
    expect(await accepted.call('journal.verify', {})).toMatchObject({ ok: true })
    await accepted.close()
    expect(statSync(file).size).toBeGreaterThan(0)
  })
})

describe('a rollback journal beside the file', () => {
  /** Stops a program in the middle of a change to a file without a WAL: gives the journal that would take it back. */
  function journalOf(folder: string, sql: string): Buffer {
    const other = join(folder, 'other.db')
    const db = new Database(other)
    db.exec(
      "PRAGMA cache_size = 2; CREATE TABLE t (a); INSERT INTO t SELECT randomblob(3000) FROM (SELECT 1 FROM sqlite_schema, json_each(printf('[%.*c1]', 400, ' ')))"
    )
    db.exec(`BEGIN; ${sql}`)
    const bytes = readFileSync(`${other}-journal`)
    db.close()
    return bytes
  }

  it('of another program is not played into it', async () => {
    const { file, open, folder } = desk()
    const first = await open()
    await add(first, 'Mine')
    await first.close()
    const main = readFileSync(file)
    writeFileSync(
      `${file}-journal`,
      Buffer.concat([
        journalOf(folder, 'UPDATE t SET a = 1; CREATE TABLE u (a); INSERT INTO u VALUES (zeroblob(100000))'),
        Buffer.alloc(60_000)
      ])
    )
    await expect(open()).rejects.toMatchObject({ code: 'older', message: expect.stringContaining('belong to another file') })
    expect(readFileSync(file).equals(main)).toBe(true)
    const accepted = await open({ asItIs: true })
    expect(await names(accepted)).toEqual(['Mine'])
    await accepted.close()
  })
})

describe('a file that is as Redress left it', () => {
  it('opens at once and is checked from beside; a file that anybody touched is checked first', async () => {
    const { file, open } = desk()
    const first = await open()
    expect(first.store.unchecked).toBe(false)
    await add(first, 'One')
    await first.close()
    const second = await open({ checkLater: true })
    expect(second.store.unchecked).toBe(true)
    await second.close()
    const db = new Database(file)
    db.pragma('user_version = 1')
    db.pragma('user_version = ' + (second.store.unchecked ? await versionNow() : 0))
    db.close()
    const third = await open({ checkLater: true })
    expect(third.store.unchecked).toBe(false)
    await third.close()
  })
})

const versionNow = async () => (await import('../../src/workspace/store/migrate')).knownVersion
