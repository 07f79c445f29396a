import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { checkWal } from '../../src/workspace/store/older'
import { readWal } from '../../src/workspace/store/wal'
import { drawn } from '../power/disk'
import { temporaryFolder } from './support'

// A file and the WAL beside it may be of two moments: a folder was restored in part, or synchronised in the middle. On a computer
// that knows nothing of the file, too, it is opened only with what was saved at one moment.

interface Moment {
  name: string
  file: Buffer
  wal: Buffer | null
  /** What had been acknowledged. */
  said: string
}

const saidIn = ({ store }: Workspace): string => {
  const all = (sql: string) => store.readDb.prepare(sql).all()
  return JSON.stringify([all('SELECT name, about FROM customer ORDER BY number'), all('SELECT key, body FROM draft ORDER BY key')])
}

/** A workspace at many moments: with all of it in the file, with the newest in the WAL alone, and with drafts in between. */
async function moments(folder: string): Promise<Moment[]> {
  const file = join(folder, 'Live.redress')
  const workspace = await openWorkspace(file, { create: true })
  const taken: Moment[] = []
  const take = () => {
    const wal = existsSync(`${file}-wal`) && readFileSync(`${file}-wal`)
    taken.push({ name: `${taken.length}`, file: readFileSync(file), wal: wal || null, said: saidIn(workspace) })
  }
  let id = ''
  for (let n = 0; n < 12; n++) {
    if (n === 4 || n === 9) workspace.store.db.pragma('wal_autocheckpoint = 0')
    if (n === 7) workspace.store.db.pragma('wal_autocheckpoint = 1')
    if (n % 4 === 1) await workspace.call('customers.change', { id, patch: { about: `Word ${n} `.repeat(n * 60) } })
    else if (n % 4 === 3) await workspace.call('drafts.put', { key: 'note', body: `Called ${n} times` })
    else ({ id } = await workspace.call('customers.create', { name: `Customer ${n}`, currency: 'EUR' }))
    take()
  }
  await workspace.close()
  return taken
}

/** Puts a file and a WAL under one name. Gives what is said of them, or what was acknowledged in what opened. */
async function opened(folder: string, file: Buffer, wal: Buffer | null): Promise<string> {
  const path = join(folder, 'Given.redress')
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  writeFileSync(path, file)
  if (wal) writeFileSync(`${path}-wal`, wal)
  try {
    const workspace = await openWorkspace(path)
    const said = saidIn(workspace)
    const { ok } = await workspace.call('journal.verify', {})
    await workspace.close()
    return ok ? said : 'at fault'
  } catch (error) {
    expect(readFileSync(path).equals(file), 'the file is left as it is').toBe(true)
    return (error as { code: string }).code
  }
}

it('of any two moments, the file and its WAL open as one of them and never older than the file', { timeout: 240_000 }, async () => {
  const folder = temporaryFolder()
  const all = await moments(folder)
  const tally: Record<string, number> = {}
  // records and drafts each as they once were: a draft is of no moment but its own
  const parts = (said: string) => (JSON.parse(said) as unknown[]).map((part) => JSON.stringify(part)) as [string, string]
  const once = [0, 1].map((part) => all.map(({ said }) => parts(said)[part as 0 | 1]))
  for (const [n, { file, said }] of all.entries()) {
    const own = await opened(folder, file, null)
    for (const [k, { wal }] of all.entries()) {
      const found = await opened(folder, file, wal)
      const what = ['older', 'corrupt'].includes(found) ? found : found === said ? 'as the file' : 'as another moment'
      tally[what] = (tally[what] ?? 0) + 1
      if (n === k) expect(found, `its own WAL, ${n}`).toBe(said)
      if (what === 'older') continue
      for (const part of [0, 1] as const) {
        // the file alone may lack what was in the WAL of its own moment, and nothing else
        const at = once[part]!.indexOf(parts(found)[part])
        expect(at, `the file of ${n}, the WAL of ${k}`).toBeGreaterThanOrEqual(once[part]!.indexOf(parts(own)[part]))
        expect(at).toBeGreaterThanOrEqual(0)
      }
    }
  }
  console.log(JSON.stringify(tally))
  expect(tally.older).toBeGreaterThan(5)
  expect(tally['as the file']).toBeGreaterThan(10)
})

it('a file copied in the middle of being written is never opened as if it were whole', { timeout: 240_000 }, async () => {
  const folder = temporaryFolder()
  const all = await moments(folder)
  const random = drawn(3)
  let refused = 0
  for (const { file, wal, said } of all.filter((moment, n) => moment.wal && n > 3)) {
    const path = join(folder, 'its.wal')
    writeFileSync(path, wal!)
    const { pages, pageSize } = readWal(path)!
    for (let n = 0; n < 6; n++) {
      // a checkpoint has brought some pages in, and not the others
      const torn = Buffer.alloc(Math.max(file.length, Math.max(...pages.keys()) * pageSize))
      file.copy(torn)
      for (const [page, at] of pages) if (random() < 0.5) wal!.copy(torn, (page - 1) * pageSize, at, at + pageSize)
      expect(await opened(folder, torn, wal), 'with its WAL').toBe(said)
      const alone = await opened(folder, torn, null)
      if (['older', 'corrupt'].includes(alone)) refused++
      else
        expect(
          all.map((moment) => moment.said),
          'without it'
        ).toContain(alone)
    }
  }
  expect(refused).toBeGreaterThan(5)
})

it('damage in the middle of a WAL is told from its torn end', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'Book.redress')
  const workspace = await openWorkspace(file, { create: true })
  await workspace.call('customers.create', { name: 'First', currency: 'EUR' })
  workspace.store.stay!.settle()
  workspace.store.db.pragma('wal_autocheckpoint = 0')
  const ends: number[] = []
  for (let n = 0; n < 4; n++) {
    await workspace.call('customers.create', { name: `Customer ${n}`, currency: 'EUR' })
    ends.push(readFileSync(`${file}-wal`).length)
  }
  const copy = join(folder, 'Copy.redress')
  const wal = readFileSync(`${file}-wal`)
  copyFileSync(file, copy)
  await workspace.close()
  const damaged = async (at: number) => {
    const bytes = Buffer.from(wal)
    bytes[at]! ^= 1
    writeFileSync(`${copy}-wal`, bytes)
    return checkWal(copy).then(
      () => 'taken',
      (error: { code: string }) => error.code
    )
  }
  for (const end of ends.slice(0, -1)) expect(await damaged(end - 100)).toBe('older')
  // of the very last change nobody here can know whether it was acknowledged
  expect(await damaged(ends.at(-1)! - 100)).toBe('taken')
})
