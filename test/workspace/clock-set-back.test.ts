// The computer's clock is set to 2020 and back again: nothing newest is let go, nothing is called older than it is.
import { dirname, join } from 'node:path'
import { readdirSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { backupFolder } from '../../src/workspace/store/backup'
import { headsIn } from '../../src/workspace/store/heads'
import { restoreUnused } from '../../src/workspace/store/restore'
import { temporaryFolder } from './support'

afterEach(() => void vi.useRealTimers())
const clock = (at: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) })

it('opening, changes, backups and restoring go on when the clock is set to 2020', { timeout: 60_000 }, async () => {
  const file = join(temporaryFolder(), 'Book.redress')
  const heads = headsIn(join(dirname(file), 'heads'))
  const names: string[] = []
  const session = async (at: string, changes: number) => {
    clock(at)
    const workspace = await openWorkspace(file, { create: names.length === 0, heads, checkLater: true })
    expect(workspace.store.newer).toBeNull()
    for (let n = 0; n < changes; n++) {
      names.push(`${at.slice(0, 4)} ${names.length}`)
      await workspace.call('customers.create', { name: names.at(-1)!, currency: 'EUR' })
      expect(await workspace.upkeep.backUp('changes')).not.toBeNull()
    }
    expect((await workspace.call('customers.list', {})).map(({ name }) => name).sort()).toEqual([...names].sort())
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
    await workspace.close()
  }
  for (const at of [
    '2026-11-20T08:00:00Z',
    '2020-01-01T00:00:00Z',
    '2020-01-01T00:30:00Z',
    '2026-11-21T08:00:00Z',
    '1970-01-01T00:00:01Z'
  ])
    await session(at, 8)
  const kept = readdirSync(backupFolder(file)).sort()
  // the newest six by their number, whatever their dates
  expect(kept.slice(-6).map((name) => Number(name.slice(0, 6)))).toEqual([35, 36, 37, 38, 39, 40])
  expect(new Set(kept.map((name) => name.slice(7, 11)))).toEqual(new Set(['1970', '2020', '2026']))
  restoreUnused(kept.at(-1)!, file)
  await session('2020-01-01T00:00:00Z', 0)
})
