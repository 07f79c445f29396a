import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { backupFolder, backupNow, backupsOf } from '../../src/workspace/store/backup'
import { restoreUnused } from '../../src/workspace/store/restore'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

// What people, programs and mishaps put beside a workspace, under the names of what SQLite and Redress keep there.

async function closed(): Promise<{ file: string; folder: string }> {
  const workspace = await freshWorkspace()
  await customerWithPromise(workspace)
  await workspace.close()
  return { file: workspace.file, folder: dirname(workspace.file) }
}

async function whole(file: string): Promise<void> {
  const workspace = await openWorkspace(file)
  expect(await workspace.call('customers.list', {})).toHaveLength(1)
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  expect(workspace.store.readOnlyWhy).toBeNull()
  await workspace.close()
}

const kinds: Record<string, (path: string) => void> = {
  'a folder': (path) => mkdirSync(path),
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  // what is written to it would be written into somebody else's file
  'a link': (path) => {
    writeFileSync(`${path}.victim`, 'nobody may write here')
    symlinkSync(`${path}.victim`, path)
  },
  'a device': (path) => symlinkSync('/dev/zero', path)
}

describe.skipIf(process.platform === 'win32')('something that is no file, beside a workspace', () => {
  it.each(Object.keys(kinds))('%s is refused by its name, hangs nobody, and nothing is written to it', async (kind) => {
    const { file, folder } = await closed()
    const name = basename(file)
    for (const beside of [`${name}-wal`, `${name}-shm`, `${name}-journal`, `.${name}.lock`, `.${name}.restoring`]) {
      const path = join(folder, beside)
      rmSync(path, { force: true })
      kinds[kind]!(path)
      const refused = { code: 'invalid', message: expect.stringContaining(beside) }
      await expect(openWorkspace(file), beside).rejects.toMatchObject(refused)
      await expect(openWorkspace(file, { readOnly: true }), beside).rejects.toMatchObject(refused)
      const other = join(temporaryFolder(), 'Other.redress')
      copyFileSync(file, other)
      expect(() => restoreUnused(other, file), beside).toThrow(expect.objectContaining(refused) as Error)
      if (existsSync(`${path}.victim`)) expect(readFileSync(`${path}.victim`, 'utf8')).toBe('nobody may write here')
      rmSync(path, { recursive: true })
      rmSync(`${path}.victim`, { force: true })
    }
    await whole(file)
  })
})

describe('a file of somebody else beside a workspace', () => {
  it.each([
    ['-shm', Buffer.alloc(32_768, 0xaa)],
    ['-journal', Buffer.from('this is a text and no journal '.repeat(400))],
    ['-wal', Buffer.alloc(50_000, 3)]
  ])('as its %s does no harm', async (end, bytes) => {
    const { file } = await closed()
    writeFileSync(file + end, bytes)
    await whole(file)
  })

  it('as its lock is taken away: a lock has no bytes', async () => {
    const { file, folder } = await closed()
    writeFileSync(join(folder, `.${basename(file)}.lock`), 'garbage'.repeat(300))
    await whole(file)
  })
})

describe('what stands among backups', () => {
  const made = async () => {
    const workspace = await freshWorkspace()
    await customerWithPromise(workspace)
    await backupNow(workspace.store.readDb, backupFolder(workspace.file))
    return { workspace, folder: backupFolder(workspace.file) }
  }
  const again = async (workspace: Workspace) => {
    await workspace.call('customers.create', { name: 'One more', currency: 'EUR' })
    await workspace.upkeep.backUp('changes')
    return workspace.upkeep.trouble
  }

  it.each([
    ['a folder', '000009 2026-11-30T09-12-03.511Z quit 9f3a52c1d0e4b7aa.redress', (path: string) => mkdirSync(path)],
    ['a pipe', '000009 2026-11-30T09-12-03.511Z quit 9f3a52c1d0e4b7aa.redress', kinds['a pipe']!],
    [
      'a day that is none',
      '000009 2026-99-99T99-99-99.999Z quit 9f3a52c1d0e4b7aa.redress',
      (path: string) => writeFileSync(path, 'x')
    ],
    [
      'a number beyond all',
      '999999999999999999 2026-11-11T09-09-09.999Z quit 9f3a52c1d0e4b7aa.redress',
      (path: string) => writeFileSync(path, 'x')
    ]
  ])('%s is no backup, and hangs and hinders none', async (_, name, make) => {
    const { workspace, folder } = await made()
    make(join(folder, name))
    expect(await again(workspace)).toBeNull()
    const rows = await backupsOf(workspace.file, true)
    expect(rows.map(({ name, verified }) => [name.slice(0, 7), verified])).toEqual([
      ['000002 ', true],
      ['000001 ', true]
    ])
    expect(existsSync(join(folder, name))).toBe(true)
  })

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'x')],
    ['a link that leads nowhere', (path: string) => symlinkSync('/nowhere/at/all', path)]
  ])('%s in the place of their folder is told', async (_, make) => {
    const workspace = await freshWorkspace()
    make(backupFolder(workspace.file))
    expect(await again(workspace)).toContain('Test backups')
  })

  it('a second place that is away is not made where its drive should be', async () => {
    const { workspace } = await made()
    const place = join(temporaryFolder(), 'drive', 'Backups')
    workspace.store.secondPlace = place
    expect(await again(workspace)).toContain(place)
    expect(existsSync(dirname(place))).toBe(false)
    mkdirSync(place, { recursive: true })
    expect(await again(workspace)).toBeNull()
  })
})
