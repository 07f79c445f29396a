import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import type { Departure } from '../../src/workspace/store/departure'
import { freshWorkspace, temporaryFolder } from './support'

const add = (workspace: Workspace, name: string) => workspace.call('customers.create', { name, currency: 'EUR' })
const departure = (workspace: Workspace) => new Promise<Departure>((told) => workspace.store.stay!.onGone(told))

/** Opens a file as the next start does, gives how many customers it holds; it must verify. */
async function held(file: string): Promise<number> {
  const workspace = await openWorkspace(file)
  try {
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
    return (await workspace.call('customers.list', {})).length
  } finally {
    await workspace.close()
  }
}

describe('a plain copy of the open file', () => {
  it.each([1, 2, 7, 30])('taken at once after %i changes opens with all of them', async (changes) => {
    const workspace = await freshWorkspace()
    for (let n = 0; n < changes; n++) {
      await add(workspace, `C${n}`)
      const copy = join(dirname(workspace.file), 'Copy.redress')
      copyFileSync(workspace.file, copy)
      if (n === changes - 1) expect(await held(copy)).toBe(changes)
    }
  })

  it('holds what was undone, redone, typed and imported', async () => {
    const workspace = await freshWorkspace()
    await add(workspace, 'Kept')
    await add(workspace, 'Undone')
    await workspace.call('journal.undo', {})
    await workspace.call('drafts.put', { key: 'note', body: 'half a sentence' })
    const copy = join(dirname(workspace.file), 'Copy.redress')
    copyFileSync(workspace.file, copy)
    const other = await openWorkspace(copy)
    expect((await other.call('customers.list', {})).map(({ name }) => name)).toEqual(['Kept'])
    expect(await other.call('drafts.list', {})).toMatchObject([{ body: 'half a sentence' }])
    await other.close()
  })

  it('a second of quiet empties what stands beside it', async () => {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    await expect.poll(() => statSync(`${workspace.file}-wal`).size, { timeout: 5_000 }).toBe(0)
  })
})

describe('a file that is open', () => {
  it.each(['closed at once', 'changed, then closed', 'noticed, then closed'])(
    'renamed, %s: the renamed file is whole',
    async (how) => {
      const workspace = await freshWorkspace()
      for (let n = 0; n < 5; n++) await add(workspace, `C${n}`)
      const renamed = join(dirname(workspace.file), 'Renamed.redress')
      const told = departure(workspace)
      renameSync(workspace.file, renamed)
      if (how.startsWith('changed')) {
        await expect(add(workspace, 'Late')).rejects.toMatchObject({
          code: 'moved',
          message: expect.stringContaining('Renamed.redress')
        })
      }
      if (!how.startsWith('closed')) expect(await told).toMatchObject({ is: 'moved', to: renamed, saved: null })
      await workspace.close()
      expect(await held(renamed)).toBe(5)
      expect(readdirSync(dirname(renamed)).filter((name) => name.startsWith('Test'))).toEqual([])
    }
  )

  it('moved into another folder, or with its folder, is found there', async () => {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    const folder = join(dirname(dirname(workspace.file)), `moved-${process.pid}`)
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    renameSync(dirname(workspace.file), folder)
    await expect(add(workspace, 'Late')).rejects.toMatchObject({ code: 'moved' })
    await workspace.close()
    expect(await held(join(folder, 'Test.redress'))).toBe(1)
  })

  it('put in the trash is whole there, and is not followed', async () => {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    const trash = join(dirname(workspace.file), '.Trash-0', 'files')
    mkdirSync(trash, { recursive: true })
    renameSync(workspace.file, join(trash, 'Test.redress'))
    await expect(add(workspace, 'Late')).rejects.toMatchObject({ code: 'moved', message: expect.stringContaining('trash') })
    await workspace.close()
    expect(await held(join(trash, 'Test.redress'))).toBe(1)
  })

  it.each(['deleted', 'replaced by another', 'replaced by an older copy of itself'])(
    '%s: all of it is saved beside',
    async (how) => {
      const workspace = await freshWorkspace()
      await add(workspace, 'One')
      const other = join(dirname(workspace.file), 'Other.redress')
      if (how.endsWith('itself')) copyFileSync(workspace.file, other)
      else await (await openWorkspace(other, { create: true })).close()
      await add(workspace, 'Two')
      const told = departure(workspace)
      if (how === 'deleted') rmSync(workspace.file)
      else renameSync(other, workspace.file)
      await expect(add(workspace, 'Late')).rejects.toMatchObject({ code: 'moved', message: expect.stringContaining('Test saved ') })
      const { saved } = await told
      expect(dirname(saved!)).toBe(dirname(workspace.file))
      await workspace.close()
      expect(await held(saved!)).toBe(2)
      if (how === 'deleted') expect(existsSync(workspace.file)).toBe(false)
      else expect(await held(workspace.file)).toBe(how.endsWith('itself') ? 1 : 0)
    }
  )

  it('deleted with its folder is saved in the refuge', async () => {
    const refuge = temporaryFolder()
    const workspace = await freshWorkspace({ refuge })
    await add(workspace, 'One')
    rmSync(dirname(workspace.file), { recursive: true })
    await expect(add(workspace, 'Late')).rejects.toMatchObject({ code: 'moved' })
    const { saved } = await departure(workspace)
    expect(dirname(saved!)).toBe(refuge)
    await workspace.close()
    expect(await held(saved!)).toBe(1)
  })
})

describe('two names for one file', () => {
  it('a link leads to the same lock and to the same WAL', async () => {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    const link = join(temporaryFolder(), 'Link.redress')
    symlinkSync(workspace.file, link)
    await expect(openWorkspace(link)).rejects.toMatchObject({ code: 'locked' })
    const reader = await openWorkspace(link, { readOnlyIfLocked: true })
    expect(await reader.call('customers.list', {})).toHaveLength(1)
    await reader.close()
  })

  it.each([{}, { readOnlyIfLocked: true }])(
    'a hard link is refused while the file is open under its other name (%o)',
    async (options) => {
      const workspace = await freshWorkspace()
      await add(workspace, 'One')
      const link = join(temporaryFolder(), 'Second.redress')
      linkSync(workspace.file, link)
      await expect(openWorkspace(link, options)).rejects.toMatchObject({
        code: 'locked',
        message: expect.stringContaining('another name')
      })
      await add(workspace, 'Two')
      await workspace.close()
      expect(await held(link)).toBe(2)
    }
  )
})

it('keeps what it makes from other users of the computer', async () => {
  const workspace = await freshWorkspace()
  await add(workspace, 'One')
  for (const end of ['', '-wal', '-shm']) expect(statSync(workspace.file + end).mode & 0o077).toBe(0)
})

it('cleans up what work that was cut short has left, and nothing else; an older file is made private', async () => {
  const { file, ...workspace } = await freshWorkspace()
  await workspace.close()
  const folder = dirname(file)
  const backups = join(folder, 'Test backups')
  mkdirSync(backups)
  const part = '0192f0c1-2345-7abc-8def-0123456789ab.part'
  const left = [
    join(folder, `Test.redress.${part}`),
    join(folder, `Test.redress.${part}-wal`),
    join(backups, `2026 daily.redress.${part}`)
  ]
  const kept = [join(folder, `Other.redress.${part}`), join(folder, 'Test.redress.part'), join(backups, '2026 daily.redress')]
  for (const each of [...left, ...kept]) writeFileSync(each, '')
  chmodSync(file, 0o644)
  const again = await openWorkspace(file)
  expect([...left, ...kept].filter((each) => existsSync(each))).toEqual(kept)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await again.close()
})

describe('written over in place, as by a copy onto its name', () => {
  async function open() {
    const workspace = await freshWorkspace()
    await add(workspace, 'One')
    const old = join(dirname(workspace.file), 'old')
    copyFileSync(workspace.file, old)
    await add(workspace, 'Two')
    return { workspace, old }
  }

  it.each(['an older copy of itself', 'another workspace', 'a text', 'nothing', 'half of itself'])(
    'with %s: told at once, the next change is refused, and nothing is mixed',
    async (what) => {
      const { workspace, old } = await open()
      if (what === 'another workspace') {
        const other = await freshWorkspace()
        await add(other, 'Somebody else')
        await other.close()
        copyFileSync(other.file, old)
      }
      if (what === 'a text') writeFileSync(old, 'not a workspace at all'.repeat(10_000))
      if (what === 'nothing') writeFileSync(old, '')
      if (what.startsWith('half')) truncateSync(old, 8_192)
      const told = departure(workspace)
      copyFileSync(old, workspace.file)
      await expect(add(workspace, 'Three')).rejects.toMatchObject({
        code: 'older',
        message: expect.stringContaining('wrote over Test.redress')
      })
      expect(await told).toMatchObject({ is: 'overwritten' })
      await workspace.close()
      expect(readFileSync(workspace.file).equals(readFileSync(old))).toBe(true)
    }
  )

  it('is noticed without a change, too', async () => {
    const { workspace, old } = await open()
    const told = departure(workspace)
    copyFileSync(old, workspace.file)
    expect(await told).toMatchObject({ is: 'overwritten' })
  })

  it('is not what touching, linking, copying and backing up do, nor our own changes', async () => {
    const { workspace } = await open()
    for (let n = 0; n < 12; n++) {
      if (n % 3 === 0) utimesSync(workspace.file, new Date(), new Date())
      if (n % 3 === 1) linkSync(workspace.file, `${workspace.file}.${n}`)
      if (n % 3 === 2) rmSync(`${workspace.file}.${n - 1}`)
      if (n === 4) void workspace.upkeep.backUp('changes')
      if (n === 8) workspace.store.stay!.settle()
      if (n === 10) await workspace.upkeep.backUp('changes')
      await add(workspace, `More ${n}`)
    }
    await workspace.close()
    expect(await held(workspace.file)).toBe(14)
  })
})
