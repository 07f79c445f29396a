import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { backupFolder, backupNow, backupsOf } from '../../src/workspace/store/backup'
import { connect } from '../../src/workspace/store/connect'
import { freshWorkspace, temporaryFolder } from './support'

// What else people and systems do with files: names, links, folders, clocks, and backups that are opened like a workspace.

const add = (workspace: Workspace, name: string) => workspace.call('customers.create', { name, currency: 'EUR' })
const names = async (workspace: Workspace) => (await workspace.call('customers.list', {})).map(({ name }) => name).sort()

/** Opens a file as the next start does, gives the customers it holds; it must verify. */
async function held(file: string): Promise<string[]> {
  const workspace = await openWorkspace(file)
  try {
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
    return await names(workspace)
  } finally {
    await workspace.close()
  }
}

describe('the name of a workspace', () => {
  it.each([
    'CON.redress',
    'NUL',
    'Trailing dots...redress',
    ' spaces around .redress',
    '-rf.redress',
    'file:odd?mode=ro&immutable=1#part.redress',
    '%41%00%2e.redress',
    'it\'s "quoted"; DROP TABLE customer.redress',
    'turned \u202Egnp.redress',
    'line\nbreak\ttab.redress',
    'e\u0301 and \u00e9 📦.redress',
    `${'é'.repeat(100)}.redress`,
    `${'n'.repeat(200)}.redress`
  ])('may be anything that the system takes: %j', async (name) => {
    const file = join(temporaryFolder(), name)
    const workspace = await openWorkspace(file, { create: true })
    expect(workspace.store.readOnlyWhy).toBeNull()
    await add(workspace, 'One')
    expect(await workspace.upkeep.backUp('changes')).not.toBeNull()
    await add(workspace, 'Two')
    await workspace.close()
    expect(readdirSync(dirname(file)).filter((each) => each.endsWith('-wal') || each.endsWith('.part'))).toEqual([])
    expect(await held(file)).toEqual(['One', 'Two'])
    expect(await backupsOf(file, true)).toMatchObject([{ verified: true }])
  })

  it.each([236, 240, 244, 247])(
    '%i letters long, with what stands beside it too long for the system, is told or works',
    async (length) => {
      const file = join(temporaryFolder(), `${'n'.repeat(length)}.redress`)
      const opened = await openWorkspace(file, { create: true }).catch(
        (error: unknown) => error as { code: string; message: string }
      )
      if ('code' in opened) {
        expect(opened.message).toMatch(/too long/)
        expect(existsSync(file)).toBe(false)
        return
      }
      expect(opened.store.readOnlyWhy).toBeNull()
      await add(opened, 'One')
      await opened.close()
      expect(await held(file)).toEqual(['One'])
    }
  )
})

describe.skipIf(process.platform === 'win32')('an open workspace', () => {
  it('that takes the name of another open one: each keeps what was saved in it', async () => {
    const [one, other] = [await freshWorkspace(), await freshWorkspace()]
    await add(one, 'One')
    await add(other, 'Other')
    renameSync(one.file, other.file)
    await expect(add(one, 'Late')).rejects.toMatchObject({ code: 'moved' })
    await expect(add(other, 'Late')).rejects.toMatchObject({ code: 'moved' })
    await one.close()
    await other.close()
    expect(await held(other.file)).toEqual(['One'])
    const saved = readdirSync(dirname(other.file)).filter((name) => / saved .*\.redress$/.test(name) && !name.startsWith('.'))
    expect(saved).toHaveLength(1)
    expect(await held(join(dirname(other.file), saved[0]!))).toEqual(['Other'])
  })

  it('renamed in the case of its letters only is followed', async () => {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    const lower = join(dirname(workspace.file), 'test.redress')
    renameSync(workspace.file, lower)
    await workspace.close()
    expect(await held(lower)).toEqual(['One'])
    expect(readdirSync(dirname(lower)).filter((name) => /-wal$/.test(name))).toEqual([])
  })

  it('is one and the same by two linked folders, also when one of them is led elsewhere', async () => {
    const folder = temporaryFolder()
    const [real, second] = [join(folder, 'real'), join(folder, 'second')]
    for (const each of [real, second]) mkdirSync(each)
    for (const link of ['a', 'b']) symlinkSync(real, join(folder, link))
    const workspace = await openWorkspace(join(folder, 'a', 'Book.redress'), { create: true })
    await add(workspace, 'One')
    await expect(openWorkspace(join(folder, 'b', 'Book.redress'))).rejects.toMatchObject({ code: 'locked' })
    rmSync(join(folder, 'a'))
    symlinkSync(second, join(folder, 'a'))
    await add(workspace, 'Two')
    await workspace.close()
    expect(await held(join(real, 'Book.redress'))).toEqual(['One', 'Two'])
    expect(readdirSync(second)).toEqual([])
  })

  it('whose name a folder takes is saved beside', async () => {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    rmSync(workspace.file)
    mkdirSync(workspace.file)
    await expect(add(workspace, 'Late')).rejects.toMatchObject({ code: 'moved' })
    await workspace.close()
    const folder = dirname(workspace.file)
    const [saved] = readdirSync(folder).filter((name) => / saved .*\.redress$/.test(name) && !name.startsWith('.'))
    expect(await held(join(folder, saved!))).toEqual(['One'])
  })
})

describe('a clock', () => {
  it.each(['1970-01-01T00:00:00.000Z', '2099-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'])(
    'set to %s loses no backup and calls nothing older',
    async (now) => {
      const first = await freshWorkspace()
      await add(first, 'One')
      await first.upkeep.backUp('changes')
      await first.close()
      const then = await openWorkspace(first.file, { now: () => now })
      await add(then, 'Two')
      await then.upkeep.backUp('changes')
      expect(then.upkeep.trouble).toBeNull()
      await then.close()
      const after = await openWorkspace(first.file)
      await add(after, 'Three')
      await after.upkeep.backUp('changes')
      await after.close()
      const rows = await backupsOf(first.file, true)
      expect(rows.map(({ name, verified }) => [name.slice(0, 6), verified])).toEqual([
        ['000003', true],
        ['000002', true],
        ['000001', true]
      ])
      expect(await held(first.file)).toEqual(['One', 'Three', 'Two'])
    }
  )
})

describe('a backup that somebody opens and works in', () => {
  it('is not let go: what was saved in it is nowhere else', async () => {
    const workspace = await freshWorkspace()
    const folder = backupFolder(workspace.file)
    const made: string[] = []
    const backUp = async (n: number) => {
      await add(workspace, `C${n}`)
      made.push(await backupNow(workspace.store.readDb, folder, 'changes', new Date(Date.UTC(2026, 0, 1, 9, n))))
    }
    await backUp(0)
    await backUp(1)
    const opened = await openWorkspace(made[0]!)
    await add(opened, 'Only here')
    await opened.close()
    for (let n = 2; n < 12; n++) await backUp(n)
    expect(existsSync(made[1]!), 'one of the same hour that nobody touched').toBe(false)
    expect(await held(made[0]!)).toEqual(['C0', 'Only here'])
    const row = (await backupsOf(workspace.file, true)).find(({ name }) => name === basename(made[0]!))
    expect(row).toMatchObject({ verified: false })
  })
})

describe('a file from elsewhere', () => {
  it.each([
    ['a trigger with a harmless name', 'CREATE TRIGGER customer_updated AFTER UPDATE ON customer BEGIN DELETE FROM promise; END'],
    ['a column that is computed', "ALTER TABLE customer ADD COLUMN x TEXT GENERATED ALWAYS AS (name || 'x') VIRTUAL"],
    ['an index over an expression', 'CREATE INDEX handy ON customer (upper(name))'],
    ['a full-text table', 'CREATE VIRTUAL TABLE more USING fts5(a)'],
    ['a table of a module that may not be there', 'CREATE VIRTUAL TABLE more USING rtree(id, a, b)'],
    ['a view in the name of a pragma', 'CREATE VIEW pragma_user AS SELECT 1'],
    ['statistics that lead astray', 'ANALYZE']
  ])('with %s is refused before it is used, or does no harm', async (_, sql) => {
    const { file, close } = await freshWorkspace()
    await close()
    const db = connect(file)
    db.exec(sql)
    db.close()
    const opened = await openWorkspace(file).catch((error: unknown) => error as { code: string })
    if ('close' in opened) await opened.close()
    expect(opened).toMatchObject({ code: 'foreign' })
  })
})

const immutable = process.platform === 'linux' && process.getuid?.() === 0

describe.skipIf(!immutable)('a folder that takes nothing, with a file that could be written', () => {
  it('opens for reading, says so, and holds everything', async ({ skip }) => {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    await workspace.close()
    const folder = join(dirname(workspace.file), 'closed')
    mkdirSync(folder)
    const file = join(folder, 'Book.redress')
    copyFileSync(workspace.file, file)
    try {
      execFileSync('chattr', ['+i', folder], { stdio: 'ignore' })
    } catch {
      skip()
    }
    try {
      const opened = await openWorkspace(file)
      expect(opened.store.readOnlyWhy).toBe('denied')
      expect(await names(opened)).toEqual(['One'])
      await expect(add(opened, 'Two')).rejects.toMatchObject({ code: 'read-only' })
      await opened.close()
      expect(readdirSync(folder)).toEqual(['Book.redress'])
    } finally {
      execFileSync('chattr', ['-i', folder])
    }
  })
})
