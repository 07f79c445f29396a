import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { backUpDaily } from '../../src/workspace/daily'
import { openWorkspace } from '../../src/workspace/index'
import { backupFolder, restoreUnused, sound } from '../../src/workspace/store/backup'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-daily-'))
  file = join(folder, 'Book.redress')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Opens the workspace at an instant, backs it up, adds a customer, closes. */
async function oneDay(now: string): Promise<string | null> {
  const workspace = await openWorkspace(file, { create: true, now: () => now })
  const made = await backUpDaily(workspace.store)
  await workspace.call('customers.create', { name: `Customer of ${now}`, currency: 'EUR' })
  await workspace.close()
  return made
}

it('makes one whole backup a day', async () => {
  const first = await oneDay('2026-11-20T08:00:00.000Z')
  expect(first && sound(first)).toBe(true)
  expect(await oneDay('2026-11-20T17:00:00.000Z')).toBeNull()
  expect(await oneDay('2026-11-21T08:00:00.000Z')).not.toBeNull()
  expect(readdirSync(backupFolder(file))).toHaveLength(2)
})

it('makes none of a workspace that another Redress writes', async () => {
  const writer = await openWorkspace(file, { create: true })
  const reader = await openWorkspace(file, { readOnlyIfLocked: true })
  expect(await backUpDaily(reader.store)).toBeNull()
  await reader.close()
  await writer.close()
})

it('puts one back by its name alone, unless the workspace is open', async () => {
  await oneDay('2026-11-20T08:00:00.000Z')
  await oneDay('2026-11-21T08:00:00.000Z')
  const [newest] = readdirSync(backupFolder(file)).toSorted().toReversed()
  const open = await openWorkspace(file)
  expect(() => restoreUnused(newest!, file)).toThrow(expect.objectContaining({ code: 'locked' }) as Error)
  await open.close()
  expect(() => restoreUnused('../../../etc/passwd', file)).toThrow(expect.objectContaining({ code: 'corrupt' }) as Error)
  expect(restoreUnused(newest!, file)).toContain('replaced')
  const back = await openWorkspace(file)
  expect((await back.call('customers.list', {})).map(({ name }) => name)).toEqual(['Customer of 2026-11-20T08:00:00.000Z'])
  await back.close()
})
