import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { backupFolder, newestIn } from '../../src/workspace/store/backup'
import { restore, restoreUnused } from '../../src/workspace/store/restore'
import { bundle } from '../support/bundle'
import { freshWorkspace, temporaryFolder } from './support'

const count = async (file: string) => {
  const workspace = await openWorkspace(file)
  try {
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
    return (await workspace.call('customers.list', {})).length
  } finally {
    await workspace.close()
  }
}
const beside = (file: string) => readdirSync(dirname(file)).filter((name) => !name.startsWith('.') && name !== basename(file))

/** A folder with a workspace of `most` customers that a crash left, all of them but the backed up ones in its WAL alone. */
async function crashed(): Promise<{ folder: string; backup: string }> {
  const script = await bundle('test/workspace/crash-writer.ts')
  const folder = temporaryFolder()
  const { signal } = spawnSync(process.execPath, [script, join(folder, 'Book.redress')], { stdio: 'inherit' })
  expect(signal).toBe('SIGKILL')
  return { folder, backup: basename(newestIn(backupFolder(join(folder, 'Book.redress')))!) }
}
const [backedUp, all] = [3, 9]

describe('a restore that is cut short', () => {
  it('is the old workspace or the new one at every step, also with a WAL that a crash left', { timeout: 120_000 }, async () => {
    const { folder, backup } = await crashed()
    const fresh = 'Book.redress.01923f00-0000-7000-8000-000000000000.part'
    const kept = 'Book replaced.redress'
    // what restore does, step by step; a step may also be lost while a later one is not
    const steps: [string, (at: string) => void][] = [
      ['nothing', () => {}],
      ['fresh', (at) => copyFileSync(join(at, 'Book backups', backup), join(at, fresh))],
      ['plan', (at) => writeFileSync(join(at, '.Book.redress.restoring'), JSON.stringify({ fresh, kept }))],
      ['kept wal', (at) => linkSync(join(at, 'Book.redress-wal'), join(at, `${kept}-wal`))],
      ['kept', (at) => linkSync(join(at, 'Book.redress'), join(at, kept))],
      ['no wal', (at) => rmSync(join(at, 'Book.redress-wal'))],
      ['in place', (at) => renameSync(join(at, fresh), join(at, 'Book.redress'))]
    ]
    for (let n = 0; n < steps.length; n++) {
      const at = join(temporaryFolder(), 'x')
      cpSync(folder, at, { recursive: true })
      for (const [, step] of steps.slice(0, n + 1)) step(at)
      const file = join(at, 'Book.redress')
      expect(await count(file), steps[n]![0]).toBe(n < 2 ? all : backedUp)
      expect(
        beside(file).filter((name) => name.endsWith('.part')),
        steps[n]![0]
      ).toEqual([])
      expect(existsSync(join(at, '.Book.redress.restoring'))).toBe(false)
      if (n >= 2) expect(await count(join(at, kept)), `kept after ${steps[n]![0]}`).toBe(all)
    }
  })

  it('keeps what it replaces whole, WAL and all', async () => {
    const { folder, backup } = await crashed()
    const file = join(folder, 'Book.redress')
    const kept = restoreUnused(backup, file)!
    expect(await count(file)).toBe(backedUp)
    expect(await count(kept)).toBe(all)
  })

  it('believes no plan that names a file elsewhere', async () => {
    const workspace = await freshWorkspace()
    await workspace.call('customers.create', { name: 'A', currency: 'EUR' })
    await workspace.close()
    const plan = join(dirname(workspace.file), '.Test.redress.restoring')
    for (const text of ['', '{}', 'null', '{"fresh":"../x.part","kept":null}', `{"fresh":"Other.redress","kept":"a/b"}`]) {
      writeFileSync(plan, text)
      expect(await count(workspace.file)).toBe(1)
    }
  })
})

describe('a restore is refused before anything moves', () => {
  it.each([
    ['of a newer Redress', 'PRAGMA user_version = 99', 'conflict'],
    ['of another program', 'PRAGMA application_id = 7', 'corrupt'],
    ['with parts of somebody else', 'CREATE TRIGGER evil BEFORE UPDATE ON promise BEGIN SELECT RAISE(IGNORE); END', 'foreign'],
    ['that is no database', null, 'corrupt'],
    ['that is not there', undefined, 'not-found']
  ])('%s', async (_, sql, code) => {
    const workspace = await freshWorkspace()
    await workspace.call('customers.create', { name: 'A', currency: 'EUR' })
    await workspace.close()
    const other = join(temporaryFolder(), 'Other.redress')
    copyFileSync(workspace.file, other)
    if (sql) {
      const db = new Database(other)
      db.exec(sql)
      db.close()
    } else if (sql === null) writeFileSync(other, 'Dear Sir or Madam')
    else rmSync(other)
    expect(() => restoreUnused(other, workspace.file)).toThrow(expect.objectContaining({ code }) as Error)
    expect(beside(workspace.file)).toEqual([])
    expect(await count(workspace.file)).toBe(1)
  })

  it('while the workspace is open', async () => {
    const workspace = await freshWorkspace()
    await workspace.call('customers.create', { name: 'A', currency: 'EUR' })
    const backup = (await workspace.upkeep.backUp('changes'))!
    expect(() => restoreUnused(basename(backup), workspace.file)).toThrow(expect.objectContaining({ code: 'locked' }) as Error)
    expect(() => restoreUnused('../../../etc/passwd', workspace.file)).toThrow(
      expect.objectContaining({ code: 'not-found' }) as Error
    )
  })
})

it.each(['db', 'Book', 'a.b.c', 'Buch.redress', '.redress'])(
  'a workspace called %s is kept beside, not elsewhere',
  async (name) => {
    const workspace = await freshWorkspace()
    await workspace.call('customers.create', { name: 'A', currency: 'EUR' })
    await workspace.close()
    const file = join(dirname(workspace.file), 'deep', name)
    mkdirSync(dirname(file))
    copyFileSync(workspace.file, file)
    const kept = restore(workspace.file, file)!
    expect(dirname(kept)).toBe(dirname(file))
    expect(
      readdirSync(dirname(file))
        .filter((each) => !each.endsWith('.lock'))
        .sort()
    ).toEqual([basename(file), basename(kept)].sort())
    expect(await count(kept)).toBe(1)
  }
)
