import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { restoreUnused } from '../../src/workspace/store/restore'
import { temporaryFolder } from './support'

// Files of which a part alone came through: a download or a copy that was cut short, room that a synchronised folder keeps
// free for what it has not fetched, a disk that gave zeros.

let whole: string

beforeAll(async () => {
  whole = join(mkdtempSync(join(tmpdir(), 'redress-test-')), 'Whole.redress')
  const workspace = await openWorkspace(whole, { create: true })
  for (let n = 0; n < 30; n++) await workspace.call('customers.create', { name: `Customer ${n}`, currency: 'EUR' })
  await workspace.close()
})

afterAll(() => rmSync(dirname(whole), { recursive: true, force: true }))

/** Puts zeros over a part of a file, its size kept. */
function hole(path: string, from: number, to: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0, Math.floor(bytes.length * from), Math.ceil(bytes.length * to))
  writeFileSync(path, bytes)
}

const parts: Record<string, (path: string) => void> = {
  'no byte': (path) => truncateSync(path, 0),
  'one byte': (path) => truncateSync(path, 1),
  'its first 99 bytes': (path) => truncateSync(path, 99),
  'its head': (path) => truncateSync(path, 100),
  'one page': (path) => truncateSync(path, 4_096),
  'half of it': (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  'all but its last page': (path) => truncateSync(path, statSync(path).size - 4_096),
  'all but its last byte': (path) => truncateSync(path, statSync(path).size - 1),
  'its size alone': (path) => hole(path, 0, 1),
  'its first page and its size': (path) => {
    const head = readFileSync(path).subarray(0, 4_096)
    hole(path, 0, 1)
    const bytes = readFileSync(path)
    head.copy(bytes)
    writeFileSync(path, bytes)
  },
  'its end': (path) => hole(path, 0, 0.5),
  'its beginning': (path) => hole(path, 0.5, 1),
  'all but a hole in the middle': (path) => hole(path, 0.4, 0.6)
}

describe('a workspace of which there is', () => {
  it.each(Object.keys(parts))('%s is refused in words, left as it is, and never restored from', async (part) => {
    const file = join(temporaryFolder(), 'Book.redress')
    copyFileSync(whole, file)
    parts[part]!(file)
    const before = readFileSync(file)
    for (const options of [{}, { readOnly: true }, { readOnlyIfLocked: true }, { asItIs: true }]) {
      const refused = { code: 'corrupt', message: expect.stringContaining('Book.redress') }
      await expect(openWorkspace(file, options), JSON.stringify(options)).rejects.toMatchObject(refused)
      expect(readFileSync(file).equals(before), JSON.stringify(options)).toBe(true)
    }
    const mine = join(temporaryFolder(), 'Mine.redress')
    copyFileSync(whole, mine)
    expect(() => restoreUnused(file, mine)).toThrow(expect.objectContaining({ code: 'corrupt' }) as Error)
    expect(readFileSync(mine).equals(readFileSync(whole))).toBe(true)
  })

  it('more than all of it is read as far as it goes, or refused: nothing in it is lost', async () => {
    const file = join(temporaryFolder(), 'Book.redress')
    writeFileSync(file, Buffer.concat([readFileSync(whole), Buffer.alloc(3 * 4_096, 7)]))
    const opened = await openWorkspace(file).catch((error: unknown) => error as { code: string })
    if ('code' in opened) return expect(opened).toMatchObject({ code: 'corrupt' })
    expect(await opened.call('journal.verify', {})).toMatchObject({ ok: true, entries: 30 })
    await opened.close()
  })
})

describe.skipIf(process.platform === 'win32')('in the place of a workspace', () => {
  it.each<[string, (path: string) => void, string[]]>([
    ['a folder', (path) => mkdirSync(path), ['invalid', 'corrupt']],
    ['a link that leads nowhere', (path) => symlinkSync(`${path}.gone`, path), ['not-found']],
    ['a link to itself', (path) => symlinkSync(path, path), ['invalid', 'not-found', 'corrupt', 'device']],
    ['a link to a folder', (path) => symlinkSync(dirname(path), path), ['invalid', 'corrupt']],
    ['a device', (path) => symlinkSync('/dev/zero', path), ['invalid', 'corrupt']]
  ])('%s is refused in words, by its name', async (_what, put, codes) => {
    const file = join(temporaryFolder(), 'Book.redress')
    put(file)
    const refused = (await openWorkspace(file).catch((error: unknown) => error)) as { code: string; message: string }
    expect(codes).toContain(refused.code)
    expect(refused.message).not.toMatch(/E[A-Z]{4,}|SQLITE|unforeseen/)
    expect(refused.message.length).toBeGreaterThan(15)
  })
})

describe('the copy that a synchronised folder makes of a file that was changed twice', () => {
  it.each([
    'Book (conflicted copy 2026-12-01).redress',
    'Book (Maria’s conflicted copy).redress',
    'Book-DESKTOP-4F2.redress',
    'Book.sync-conflict-20261201-081500-ABCDEFG.redress',
    'Book 2.redress'
  ])('is a workspace of its own, whatever it is called: %s', async (name) => {
    const folder = temporaryFolder()
    const [mine, theirs] = [join(folder, 'Book.redress'), join(folder, name)]
    copyFileSync(whole, mine)
    copyFileSync(whole, theirs)
    const open = await openWorkspace(mine)
    const other = await openWorkspace(theirs)
    await open.call('customers.create', { name: 'Mine', currency: 'EUR' })
    await other.call('customers.create', { name: 'Theirs', currency: 'EUR' })
    for (const [workspace, has] of [
      [open, 'Mine'],
      [other, 'Theirs']
    ] as const) {
      expect(workspace.store.readOnlyWhy).toBeNull()
      const names = (await workspace.call('customers.list', {})).map((row) => row.name)
      expect(
        names.filter((each) => /^(Mine|Theirs)$/.test(each)),
        basename(workspace.store.file)
      ).toEqual([has])
      expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
      await workspace.close()
    }
  })
})
