import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import type { OpenOptions } from '../../src/workspace/store/open'

/** Gives a folder of its own to a test; it goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redress-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Opens a new workspace in a folder of its own; both go when the test ends. */
export async function freshWorkspace(options: OpenOptions = {}): Promise<Workspace & { file: string }> {
  const file = join(temporaryFolder(), 'Test.redress')
  const workspace = await openWorkspace(file, { create: true, actor: () => 'Tester', ...options })
  onTestFinished(() => workspace.close())
  return Object.assign(workspace, { file })
}

/** Adds a customer with a promise; gives both ids. */
export async function customerWithPromise(workspace: Workspace): Promise<{ customerId: string; promiseId: string }> {
  const { id: customerId } = await workspace.call('customers.create', {
    name: 'Halden Foods',
    currency: 'EUR',
    timeZone: 'Europe/Oslo'
  })
  const { id: promiseId } = await workspace.call('promises.create', {
    customerId,
    words: 'You will have the labels on Friday',
    madeAt: '2026-03-02T09:00:00Z',
    zone: 'Europe/Oslo',
    dueAt: '2026-03-06'
  })
  return { customerId, promiseId }
}

/** The first words that were read out of each file of evidence, with its name, in the order in which they came. */
export const wordsOfFiles = ({ store }: Workspace): [name: string, words: string | null][] =>
  store.db.prepare('SELECT fileName, words FROM evidence ORDER BY number').raw().all() as [string, string | null][]
