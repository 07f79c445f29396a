import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { backupFolder, backupNow, backupsOf, sound } from '../../src/workspace/store/backup'
import { restoreUnused } from '../../src/workspace/store/restore'
import { backupNamed, backupsEverywhere } from '../../src/workspace/store/second-place'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

const backupsIn = (file: string) => (existsSync(backupFolder(file)) ? readdirSync(backupFolder(file)).sort() : [])
const reasons = (file: string) => backupsIn(file).map((name) => name.split(' ')[2])
const names = async (workspace: Workspace) => (await workspace.call('customers.list', {})).map(({ name }) => name)
const addCustomer = (workspace: Workspace, name: string) => workspace.call('customers.create', { name, currency: 'EUR' })

describe('backups are made', () => {
  it('of what changed, and of nothing twice', async () => {
    const workspace = await freshWorkspace()
    expect(await workspace.upkeep.backUp('changes')).toBeNull()
    await addCustomer(workspace, 'Halden Foods')
    const [first, again] = await Promise.all([workspace.upkeep.backUp('changes'), workspace.upkeep.backUp('changes')])
    expect(first && sound(first)).toBe(true)
    expect(again).toBeNull()
    await addCustomer(workspace, 'Levante')
    await workspace.upkeep.end()
    expect(reasons(workspace.file)).toEqual(['changes', 'quit'])
    await workspace.close()
    const next = await openWorkspace(workspace.file)
    expect(await next.upkeep.backUp('changes')).toBeNull()
    await next.close()
  })

  it('five minutes after the first of several changes, and when Redress is quit', async () => {
    const workspace = await freshWorkspace()
    await addCustomer(workspace, 'Halden Foods')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const made = vi.spyOn(workspace.upkeep, 'backUp')
    workspace.upkeep.changed()
    vi.advanceTimersByTime(4 * 60_000)
    workspace.upkeep.changed()
    vi.advanceTimersByTime(60_000 - 1)
    expect(made).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    vi.useRealTimers()
    expect(made.mock.calls).toEqual([['changes']])
    await made.mock.results[0]!.value
    expect(reasons(workspace.file)).toEqual(['changes'])
    await addCustomer(workspace, 'Levante')
    await workspace.upkeep.end()
    expect(reasons(workspace.file)).toEqual(['changes', 'quit'])
  })

  it('before an import, and before a large undo', async () => {
    const workspace = await freshWorkspace()
    await addCustomer(workspace, 'Halden Foods')
    const file = join(temporaryFolder(), 'orders.csv')
    const rows = Array.from({ length: 150 }, (_, n) => `${n},Halden Foods,Order ${n}`)
    writeFileSync(file, ['id,customer,title', ...rows].join('\n'))
    const columns = ['externalId', 'customer', 'title'].map((field, column) => ({ field, column }))
    const mapping = { name: 'x', target: 'orders' as const, source: 'x', columns }
    await workspace.call('imports.run', { file, target: 'orders', mapping, dryRun: true })
    expect(backupsIn(workspace.file)).toEqual([])
    await workspace.call('imports.run', { file, target: 'orders', mapping, dryRun: false })
    expect(reasons(workspace.file)).toEqual(['before-import'])
    await workspace.call('journal.undo', {})
    expect(reasons(workspace.file)).toEqual(['before-import', 'before-undo'])
    expect(await backupsOf(workspace.file, true)).toMatchObject([{ verified: true }, { verified: true }])
  })

  it('readable by their owner alone, and as one file each', async () => {
    const workspace = await freshWorkspace()
    await addCustomer(workspace, 'Halden Foods')
    const path = (await workspace.upkeep.backUp('changes'))!
    expect(backupsIn(workspace.file)).toEqual([basename(path)])
    const place = temporaryFolder()
    workspace.upkeep.setPlace(place)
    await addCustomer(workspace, 'Levante')
    await workspace.upkeep.backUp('changes')
    await workspace.call('workspace.backup', { file: join(dirname(workspace.file), 'Copy.redress') })
    await workspace.close()
    restoreUnused(basename(path), workspace.file)
    // all that Redress has made: the file, the copy, what a restore replaced, the lock, and the backups in both places
    const made = [dirname(workspace.file), place].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name))
    )
    expect(made.length).toBeGreaterThanOrEqual(9)
    if (process.platform !== 'win32') for (const each of made) expect(statSync(each).mode & 0o077, each).toBe(0)
  })

  it('in a second place too, each workspace in a folder of its own; one that is away is told of and stops nothing', async () => {
    const place = temporaryFolder()
    const [one, other] = [await freshWorkspace(), await freshWorkspace()]
    for (const workspace of [one, other]) {
      workspace.upkeep.start(place)
      await addCustomer(workspace, 'Halden Foods')
      await workspace.upkeep.backUp('changes')
    }
    expect(readdirSync(place)).toHaveLength(2)
    for (const folder of readdirSync(place)) expect(readdirSync(join(place, folder))).toHaveLength(1)
    one.upkeep.setPlace(join(place, 'away\u0000'))
    await addCustomer(one, 'Levante')
    expect(await one.upkeep.backUp('changes')).toBeNull()
    expect(one.upkeep.trouble).not.toBeNull()
    expect(backupsIn(one.file)).toHaveLength(2)
    one.upkeep.setPlace(null)
    await addCustomer(one, 'Tahe')
    await one.upkeep.backUp('changes')
    expect(one.upkeep.trouble).toBeNull()
  })

  it('of both places are listed, each content once; from either the workspace is restored, also when its folder is lost', async () => {
    const place = temporaryFolder()
    const workspace = await freshWorkspace()
    workspace.upkeep.start(place)
    await addCustomer(workspace, 'Halden Foods')
    const first = (await workspace.upkeep.backUp('changes'))!
    await addCustomer(workspace, 'Levante')
    await workspace.upkeep.backUp('changes')
    rmSync(first)
    const told: string[] = []
    workspace.upkeep.onTrouble((words) => told.push(words))
    workspace.upkeep.setPlace(join(place, 'away\u0000'))
    for (const name of ['Tahe', 'Bituin']) {
      await addCustomer(workspace, name)
      await workspace.upkeep.backUp('changes')
    }
    expect(told).toHaveLength(1)
    workspace.upkeep.setPlace(place)
    const rows = await workspace.call('workspace.backups', {})
    expect(rows.map((row) => row.place).sort()).toEqual(['beside', 'beside', 'both', 'second'])
    expect(rows.every(({ verified }) => verified)).toBe(true)
    const { name } = rows.find((row) => row.place === 'second')!
    expect(restoreUnused.bind(null, backupNamed(name, workspace.file, place), workspace.file)).toThrow(/./)
    await workspace.close()
    // the disk of the workspace is lost: what is in the second place is found by the name of the workspace alone
    rmSync(workspace.file)
    rmSync(backupFolder(workspace.file), { recursive: true })
    const left = await backupsEverywhere(workspace.file, place)
    expect(left.map((row) => row.place)).toEqual(['second', 'second'])
    restoreUnused(backupNamed(name, workspace.file, place), workspace.file)
    const again = await openWorkspace(workspace.file)
    expect(await names(again)).toEqual(['Halden Foods'])
    await again.close()
  })

  it('none of a workspace that another Redress writes, nor of the sample', async () => {
    const writer = await freshWorkspace()
    await addCustomer(writer, 'Halden Foods')
    const reader = await openWorkspace(writer.file, { readOnlyIfLocked: true })
    expect(await reader.upkeep.backUp('changes')).toBeNull()
    await reader.close()
  })
})

describe('a backup that says "verified"', () => {
  it('has the content of the moment it was taken: one letter, one bit, one byte more is another', async () => {
    const workspace = await freshWorkspace()
    await customerWithPromise(workspace)
    const path = (await workspace.upkeep.backUp('changes'))!
    expect(await backupsOf(workspace.file, true)).toMatchObject([{ verified: true }])
    const good = readFileSync(path)
    const at = good.indexOf('Halden Foods')
    for (const spoil of [at, at + 3, 60, good.length - 1]) {
      const bytes = Buffer.from(good)
      bytes[spoil]! ^= 1
      writeFileSync(path, bytes)
      expect(await backupsOf(workspace.file, true), `byte ${spoil}`).toMatchObject([{ verified: false }])
    }
    writeFileSync(path, Buffer.concat([good, Buffer.alloc(1)]))
    expect(await backupsOf(workspace.file, true)).toMatchObject([{ verified: false }])
    await workspace.close()
    expect(() => restoreUnused(basename(path), workspace.file)).toThrow(expect.objectContaining({ code: 'corrupt' }) as Error)
    // renamed by a person, it is known by its journal
    writeFileSync(path, good)
    renameSync(path, join(dirname(path), '2026-11-20T08-00-00.000Z daily.redress'))
    expect(await backupsOf(workspace.file, true)).toMatchObject([{ verified: true }])
    const db = new Database(join(dirname(path), '2026-11-20T08-00-00.000Z daily.redress'))
    db.exec("UPDATE customer SET name = 'Halden Goods'")
    db.close()
    expect(await backupsOf(workspace.file, true)).toMatchObject([{ verified: false }])
  })

  it('is not said of one whose original is at fault, and that one takes no other’s place', async () => {
    const workspace = await freshWorkspace()
    const { customerId } = await customerWithPromise(workspace)
    const good = (await workspace.upkeep.backUp('changes'))!
    const db = new Database(workspace.file)
    db.exec("UPDATE journalEntry SET actor = 'someone else' WHERE seq = 1")
    db.close()
    for (let n = 0; n < 60; n++) {
      await workspace.call('customers.change', { id: customerId, patch: { about: `n ${n}` } })
      if (n % 6 === 0)
        await backupNow(workspace.store.readDb, backupFolder(workspace.file), 'changes', new Date(Date.UTC(2030, 0, 1 + n)))
    }
    const rows = await backupsOf(workspace.file, true)
    expect(rows.filter(({ verified }) => verified).map(({ name }) => name)).toEqual([basename(good)])
    expect(rows).toHaveLength(11)
  })
})

describe('a backup never lands', () => {
  it('on the open workspace, under whatever name, nor on another one that is open', async () => {
    const workspace = await freshWorkspace()
    await addCustomer(workspace, 'Halden Foods')
    const folder = dirname(workspace.file)
    linkSync(workspace.file, join(folder, 'Hard.redress'))
    symlinkSync(workspace.file, join(folder, 'Soft.redress'))
    symlinkSync(folder, join(folder, 'same'))
    for (const name of [
      'Test.redress',
      'Hard.redress',
      'Soft.redress',
      'same/Test.redress',
      'x/../Test.redress',
      'Test.redress-wal',
      '.Test.redress.lock'
    ]) {
      await expect(workspace.call('workspace.backup', { file: join(folder, name) }), name).rejects.toMatchObject({
        code: 'conflict'
      })
    }
    const other = await freshWorkspace()
    await addCustomer(other, 'Levante')
    await expect(workspace.call('workspace.backup', { file: other.file })).rejects.toMatchObject({ code: 'conflict' })
    for (const each of [workspace, other]) {
      await addCustomer(each, 'After')
      await each.close()
      const again = await openWorkspace(each.file)
      expect(await names(again)).toHaveLength(2)
      await again.close()
    }
  })

  it('beside changes of another one that wait in its WAL', async () => {
    const workspace = await freshWorkspace()
    await addCustomer(workspace, 'Halden Foods')
    const target = join(temporaryFolder(), 'Other.redress')
    writeFileSync(`${target}-wal`, 'changes')
    await expect(workspace.call('workspace.backup', { file: target })).rejects.toMatchObject({ code: 'conflict' })
    expect(existsSync(target)).toBe(false)
    expect(readFileSync(`${target}-wal`, 'utf8')).toBe('changes')
  })
})

describe('while a backup is made', () => {
  it('the work goes on: no write waits for it, and it holds what was there when it began', { timeout: 240_000 }, async () => {
    const workspace = await freshWorkspace()
    const { id: customerId } = await addCustomer(workspace, 'Halden Foods')
    const file = join(temporaryFolder(), 'large.bin')
    writeFileSync(file, Buffer.alloc(30 * 1024 * 1024, 7))
    await workspace.call('evidence.attach', { customerId, file })
    let done = false
    const made = workspace.upkeep.backUp('changes').finally(() => (done = true))
    const waits: number[] = []
    while (!done) {
      const since = performance.now()
      await addCustomer(workspace, `During ${waits.length}`)
      waits.push(performance.now() - since)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const path = (await made)!
    expect(waits.length).toBeGreaterThan(3)
    await workspace.close()
    const copy = await openWorkspace(path, { readOnly: true })
    expect(await names(copy)).toEqual(['Halden Foods'])
    expect(await copy.call('journal.verify', {})).toMatchObject({ ok: true })
    await copy.close()
  })

  it('it can be stopped, and leaves nothing', async () => {
    const workspace = await freshWorkspace()
    await addCustomer(workspace, 'Halden Foods')
    const folder = temporaryFolder()
    const told: number[] = []
    const stop = new AbortController()
    const onProgress = (now: number) => {
      told.push(now)
      stop.abort()
    }
    const copying = workspace.call('workspace.backup', { file: join(folder, 'Copy.redress') }, { signal: stop.signal, onProgress })
    await expect(copying).rejects.toMatchObject({ code: 'cancelled' })
    expect(told.length).toBeGreaterThan(0)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('what cut-short copies have left', () => {
  it('goes at the next opening, and nothing else does', async () => {
    const workspace = await freshWorkspace()
    await addCustomer(workspace, 'Halden Foods')
    const path = (await workspace.upkeep.backUp('changes'))!
    await workspace.close()
    const part = '01923f00-0000-7000-8000-000000000000.part'
    const left = [`${workspace.file}.${part}`, `${workspace.file}.${part}-journal`, join(dirname(path), part)]
    const others = [
      join(dirname(workspace.file), 'mine.part'),
      join(dirname(path), 'mine.part'),
      `${join(dirname(workspace.file), 'Other.redress')}.${part}`
    ]
    for (const file of [...left, ...others]) writeFileSync(file, 'x')
    const again = await openWorkspace(workspace.file)
    await again.close()
    expect(left.filter((file) => existsSync(file))).toEqual([])
    expect(others.every((file) => existsSync(file))).toBe(true)
    expect(sound(path)).toBe(true)
  })
})
