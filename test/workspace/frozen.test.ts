import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { languages } from '../../src/shared/values/languages'
import { openWorkspace } from '../../src/workspace/index'
import { alter } from '../../src/workspace/records'
import { freshWorkspace } from './support'

/** A case with two frozen versions; the model of the first is then replaced, as an older or newer build would have stored it. */
async function found(stored: string) {
  const made = await freshWorkspace({ now: () => '2026-11-20T08:30:00Z' })
  const { id: customerId } = await made.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: caseId } = await made.call('cases.create', {
    customerId,
    title: 'Run the freezer',
    currency: 'EUR',
    ask: 'Send two engineers.'
  })
  const asked = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const
  const { id } = await made.call('brief.freeze', asked)
  const { id: second } = await made.call('brief.freeze', asked)
  await made.store.journal!.change(async (change) => {
    await alter(change, 'briefVersion', id, { model: stored })
    change.says('change', 'briefVersion', 'Version 1', customerId)
  })
  await made.close()
  const workspace = await openWorkspace(made.file, { now: () => '2026-11-20T08:30:00Z' })
  onTestFinished(() => workspace.close())
  const show = (versionId: string) => workspace.call('brief.model', { ...asked, versionId })
  return { workspace, caseId, asked, id, second, show, versions: () => workspace.call('brief.versions', { caseId }) }
}

it('a version is stored with the number of its form', async () => {
  const { workspace, second } = await found('{}')
  const { model } = await workspace.store.read
    .selectFrom('briefVersion')
    .select('model')
    .where('id', '=', second)
    .executeTakeFirstOrThrow()
  expect(JSON.parse(model)).toMatchObject({ form: 1, model: { page: { ask: { text: 'Send two engineers.' } } } })
})

it.each(['form-0', 'form-1'])('%s, as an earlier build stored it, is shown and held against today', async (name) => {
  const { show, id, versions } = await found(readFileSync(`test/support/frozen/${name}.json`, 'utf8'))
  const model = await show(id)
  expect(model.page.loss!.main).toMatch(/^€\d/)
  expect(model.page.frozen!.text).toContain('Version 1')
  expect(model.page.frozen!.changes.length).toBeGreaterThan(0)
  expect((await versions()).map(({ number, problem, changes }) => [number, problem, changes.length > 0])).toEqual([
    [2, null, false],
    [1, null, true]
  ])
})

it.each([
  ['a newer form', JSON.stringify({ form: 2, brief: {} }), 'conflict', /CASE-1 v1.*newer version of Redress.*update Redress/i],
  ['a damaged one', '{"form":1,"model":{"language":"en","pa', 'corrupt', /CASE-1 v1.*damaged.*backup/i]
])('%s is refused with its name and the way out, and the others are shown', async (_, stored, code, words) => {
  const { show, id, second, versions, workspace, caseId } = await found(stored)
  await expect(show(id)).rejects.toMatchObject({ code, message: expect.stringMatching(words) })
  expect((await show(second)).page.frozen!.text).toContain('Version 2')
  expect(await versions()).toMatchObject([
    { number: 2, problem: null },
    { number: 1, changes: [], problem: expect.stringMatching(words) }
  ])
  // it can be put away, and what is frozen next does not take its number
  await workspace.call('briefVersions.trash', { id })
  expect((await workspace.call('brief.freeze', { caseId, language: 'en', paper: 'a4', audience: 'leadership' })).number).toBe(3)
})

it.each(languages)('the refusal names the version in %s', async (language) => {
  const { workspace, show, id } = await found('')
  await workspace.call('workspace.configure', { language })
  const refused = await show(id).then(
    () => '',
    (error: Error) => error.message
  )
  expect(refused).toContain('CASE-1 v1')
  expect(refused.length).toBeGreaterThan(60)
})
