import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { doorProblem } from '../../../scripts/lint/doors.mjs'
import { root } from '../../../scripts/setup/places.mjs'

const problem = (file: string, name: string, typesOnly = false) => doorProblem(join(root, file), name, typesOnly)

describe('the doors between the rooms', () => {
  it.each([
    ['src/shared/promises.ts', '../workspace/index'],
    ['src/shared/promises.ts', 'electron'],
    ['src/shared/promises.ts', 'svelte'],
    ['src/shared/promises.ts', 'kysely'],
    ['src/shared/promises.ts', 'node:fs'],
    ['src/workspace/process.ts', 'electron'],
    ['src/workspace/process.ts', '../main/window'],
    ['src/workspace/process.ts', '../renderer/api'],
    ['src/workspace/features/promises.ts', 'better-sqlite3'],
    ['src/workspace/store/open.ts', 'better-sqlite3'],
    ['src/workspace/store/lock.ts', 'better-sqlite3'],
    ['src/workspace/connect.ts', 'better-sqlite3'],
    ['src/workspace/features/promises.ts', 'node:child_process'],
    ['src/main/index.ts', 'better-sqlite3'],
    ['src/main/index.ts', 'kysely'],
    ['src/main/index.ts', '../workspace/index'],
    ['src/preload/index.ts', 'node:fs'],
    ['src/preload/index.ts', 'zod'],
    ['src/renderer/features/desk/Desk.svelte', 'electron'],
    ['src/renderer/features/desk/Desk.svelte', 'electron/renderer'],
    ['src/renderer/features/desk/Desk.svelte', '../../../workspace/index'],
    ['src/renderer/features/desk/Desk.svelte', 'node:path'],
    ['src/cli/index.ts', 'electron']
  ])('keep %s from %s', (file, name) => {
    expect(problem(file, name)).toBeTypeOf('string')
  })

  it.each([
    ['src/shared/contract.ts', './workspace'],
    ['src/shared/losses/line-down.ts', '../workspace'],
    ['src/shared/promises.ts', 'zod'],
    ['src/workspace/store/connect.ts', 'better-sqlite3'],
    ['src/workspace/features/promises.ts', '../../shared/promises'],
    ['src/workspace/features/promises.ts', 'kysely'],
    ['src/main/index.ts', 'electron'],
    ['src/preload/index.ts', 'electron'],
    ['src/renderer/features/desk/Desk.svelte', '../../../shared/money'],
    ['src/renderer/features/desk/Desk.svelte', 'chart.js'],
    ['test/workspace/journal.test.ts', 'better-sqlite3'],
    ['scripts/start.mjs', 'node:child_process']
  ])('let %s take %s', (file, name) => {
    expect(problem(file, name)).toBeUndefined()
  })

  it('let the store know the types of the database; one file alone opens one', () => {
    expect(problem('src/workspace/store/open.ts', 'better-sqlite3', true)).toBeUndefined()
    expect(problem('src/workspace/features/promises.ts', 'better-sqlite3', true)).toBeTypeOf('string')
  })

  it('let main know the types of the workspace, not its code', () => {
    expect(problem('src/main/workspace-process.ts', '../workspace/process', true)).toBeUndefined()
    expect(problem('src/main/workspace-process.ts', '../workspace/process')).toBeTypeOf('string')
  })
})
