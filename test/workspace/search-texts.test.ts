import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { entities } from '../../src/shared/contract/journal'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { descriptions } from '../../src/workspace/store/descriptions'
import { indexAgain } from '../../src/workspace/store/search-text'
import { filledEverywhere, marked } from '../support/marked'
import { customerWithPromise, freshWorkspace, temporaryFolder } from './support'

it('the texts that an index is built anew of are those that a change takes off it, of every kind of record', async () => {
  const workspace = await freshWorkspace()
  const view = workspace.store.db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'searchText'").pluck().get() as string
  const known = entities.filter((entity) => descriptions[entity].search)
  expect(known.length).toBeGreaterThan(10)
  for (const entity of known) {
    const { search, code } = descriptions[entity]
    for (const text of [search!.title, search!.body, search!.at])
      expect(view, entity).toContain(
        `WHEN ${code} THEN (SELECT ${text.replaceAll('@', 't')} FROM "${entity}" t WHERE t.id = k.recordId)`
      )
  }
})

it('after it was built anew, every record with something in every field can be changed, and is found by its words', async () => {
  const file = join(temporaryFolder(), 'Marked.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file)
  const found = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!
  await filledEverywhere(workspace, found)
  await marked(workspace, found.customerId)
  indexAgain(workspace.store.db)
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, mended: false })
  await workspace.store.journal!.change(async (change) => {
    for (const entity of entities.filter((each) => descriptions[each].search))
      workspace.store.db.exec(`UPDATE "${entity}" SET updatedAt = '${change.at}'`)
    change.says('change', 'customer', 'All', found.customerId)
  })
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, mended: false })
  await workspace.close()
})

it('a change that meets a damaged index is made, and the index is built anew and said', async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const { id } = await workspace.call('voice.create', {
    customerId,
    words: 'A person who answers',
    kind: 'wish',
    saidAt: '2026-01'
  })
  let said = 0
  workspace.onSearchMended(() => said++)
  const other = new Database(workspace.file)
  other.exec("INSERT INTO search (search) VALUES ('delete-all')")
  other.close()
  await workspace.call('voice.change', { id, patch: { words: 'Somebody who listens' } })
  expect(said).toBe(1)
  expect((await workspace.call('search.find', { words: 'listens' })).map((hit) => hit.id)).toEqual([id])
  expect(await workspace.call('search.find', { words: 'answers' })).toEqual([])
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, mended: false })
})
