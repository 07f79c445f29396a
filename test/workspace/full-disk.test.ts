import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeWhole } from '../../src/files/outgoing'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { backupFolder, backupNow } from '../../src/workspace/store/backup'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

/** Writes until the disk refuses; gives the ids that were acknowledged and the refusal. */
async function writeUntilFull(workspace: Workspace, customerId: string): Promise<{ saved: string[]; refusal: unknown }> {
  const saved: string[] = []
  for (let n = 0; n < 5_000; n++) {
    try {
      const { id } = await workspace.call('promises.create', {
        customerId,
        words: 'x'.repeat(4_000),
        madeAt: '2026-03-02T09:00:00Z'
      })
      saved.push(id)
    } catch (refusal) {
      return { saved, refusal }
    }
  }
  throw new Error('the disk never became full')
}

it('says that the disk is full, keeps what was saved, and goes on when there is room', async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const { db } = workspace.store
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 60}`)
  const { saved, refusal } = await writeUntilFull(workspace, customerId)
  expect(refusal).toMatchObject({ code: 'disk-full' })
  expect((await workspace.call('promises.list', {})).length).toBe(saved.length + 1)
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  db.pragma('max_page_count = 1000000')
  await workspace.call('promises.create', { customerId, words: 'There is room again', madeAt: '2026-03-02T09:00:00Z' })
  expect((await workspace.call('promises.list', {})).length).toBe(saved.length + 2)
})

it('leaves nothing of a file that there is no room for', async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const file = join(temporaryFolder(), 'Letter.pdf')
  writeFileSync(file, Buffer.alloc(3 * 1_048_576, 1))
  const { db } = workspace.store
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 400}`)
  await expect(workspace.call('evidence.attach', { customerId, file })).rejects.toMatchObject({ code: 'disk-full' })
  expect(db.prepare('SELECT count(*) FROM evidencePiece').pluck().get()).toBe(0)
  expect(db.pragma('secure_delete', { simple: true })).toBe(1)
  await workspace.call('customers.change', { id: customerId, patch: { about: 'There is room for this' } })
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts()

function mounts(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

it.runIf(canMount)('loses nothing on a real disk without room, and leaves no half backup', async () => {
  const disk = join(temporaryFolder(), 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk])
  onTestFinished(() => void execFileSync('umount', ['-l', disk]))
  const file = join(disk, 'Small.redress')
  const workspace = await openWorkspace(file, { create: true })
  const { customerId } = await customerWithPromise(workspace)
  const letter = join(temporaryFolder(), 'Letter.pdf')
  writeFileSync(letter, Buffer.alloc(4 * 1_048_576, 1))
  await expect(workspace.call('evidence.attach', { customerId, file: letter })).rejects.toMatchObject({ code: 'disk-full' })
  const { saved, refusal } = await writeUntilFull(workspace, customerId)
  expect(refusal).toMatchObject({ code: 'disk-full' })
  await expect(backupNow(workspace.store.readDb, backupFolder(file))).rejects.toThrow()
  expect(readdirSync(backupFolder(file))).toEqual([])
  await workspace.close()
  const again = await openWorkspace(file)
  expect((await again.call('promises.list', {})).length).toBe(saved.length + 1)
  expect(await again.call('journal.verify', {})).toMatchObject({ ok: true })
  await again.close()
})

it.runIf(canMount)('leaves no half of what is exported, and the export before it stands', async () => {
  const disk = join(temporaryFolder(), 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
  onTestFinished(() => void execFileSync('umount', ['-l', disk]))
  const file = join(disk, 'brief.pdf')
  await writeWhole(file, Buffer.alloc(300_000, 1))
  await expect(writeWhole(file, Buffer.alloc(2_000_000, 2))).rejects.toMatchObject({ code: 'disk-full' })
  expect(readdirSync(disk)).toEqual(['brief.pdf'])
  expect(readFileSync(file).equals(Buffer.alloc(300_000, 1))).toBe(true)
})
