// The history of a case reads as a story: told from the journal, in one sentence for what was done in one go, without what
// was undone.
import { describe, expect, it } from 'vitest'
import { freshWorkspace } from './support'

async function begun() {
  let at = Date.UTC(2026, 2, 2, 9)
  let who = 'Anu'
  const workspace = await freshWorkspace({ now: () => new Date((at += 1_000)).toISOString(), actor: () => who })
  const { call } = workspace
  const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR' })
  const incident = { customerId, title: 'Late', kind: 'late-delivery' as const, began: '2026-03-01', currency: 'EUR' }
  const { id: incidentId } = await call('incidents.create', incident)
  const { id: caseId } = await call('cases.create', { customerId, title: 'Mend it', currency: 'EUR', incidentIds: [incidentId] })
  return {
    call,
    customerId,
    caseId,
    incidentId,
    later: (minutes: number) => void (at += minutes * 60_000),
    by: (name: string) => void (who = name),
    story: async () => (await call('cases.story', { caseId })).toReversed()
  }
}

describe('the story of a case', () => {
  it('tells from its beginning to its outcome who did what, and which figures went from what to what', async () => {
    const { call, caseId, customerId, story, later, by } = await begun()
    const facts = ['One', 'Two', 'Three', 'Four'].map((words) => ({ words }))
    const { ids } = await call('cases.addFacts', { id: caseId, facts })
    later(60)
    const { id: optionId } = await call('options.create', { caseId, title: 'Engineers' })
    const { id: remedyId } = await call('remedies.create', { optionId, words: 'Two engineers', cost: 900_000, days: 5 })
    later(60)
    by('Ott')
    await call('remedies.change', { id: remedyId, patch: { cost: 950_000 } })
    await call('remedies.change', { id: remedyId, patch: { cost: 1_200_000, days: 4 } })
    const { id: evidenceId } = await call('evidence.create', { customerId, title: 'Their letter' })
    await call('evidence.tie', { evidenceId, entity: 'fact', id: ids[0]!, tied: true })
    await call('cases.takeUp', { id: caseId, level: 0, whom: 'Liis Saar' })
    await call('cases.decide', { caseId, optionId, decidedBy: 'Liis Saar', decidedOn: '2026-03-02', makePromises: false })
    await call('outcomes.create', { caseId, satisfied: 'yes' })
    expect((await story()).map(({ by, kind, what, names, count }) => [by, kind, what, count, names.join()])).toEqual([
      ['Anu', 'case', 'created', 1, 'Mend it'],
      ['Anu', 'caseIncident', 'created', 1, 'Late'],
      ['Anu', 'fact', 'created', 4, 'One,Two,Three'],
      ['Anu', 'option', 'created', 1, 'Engineers'],
      ['Anu', 'remedy', 'created', 1, 'Two engineers'],
      ['Ott', 'remedy', 'changed', 1, 'Two engineers'],
      ['Ott', 'evidenceLink', 'created', 1, 'Their letter'],
      ['Ott', 'asking', 'created', 1, 'Liis Saar'],
      ['Ott', 'decision', 'created', 1, 'Liis Saar'],
      ['Ott', 'outcome', 'created', 1, '']
    ])
    expect((await story()).find(({ kind, what }) => kind === 'remedy' && what === 'changed')!.fields).toEqual([
      { field: 'cost', from: 900_000, to: 1_200_000 },
      { field: 'days', from: 5, to: 4 }
    ])
  })

  it('says once what was written in one sitting, and nothing of what came back to where it was', async () => {
    const { call, caseId, story, later } = await begun()
    const ask = (words: string) => call('cases.change', { id: caseId, patch: { ask: words } })
    for (const words of ['S', 'Send', 'Send two']) await ask(words)
    later(120)
    await ask('Send three')
    await ask('Send two')
    expect((await story()).flatMap(({ fields }) => fields)).toEqual([{ field: 'ask', from: null, to: 'Send two' }])
  })

  it('does not tell what was undone, and tells again what was done again', async () => {
    const { call, caseId, story } = await begun()
    const before = await story()
    await call('cases.addFacts', { id: caseId, facts: [{ words: 'One' }] })
    await call('journal.undo', {})
    expect(await story()).toEqual(before)
    await call('journal.redo', {})
    expect((await story()).at(-1)).toMatchObject({ kind: 'fact', what: 'created', names: ['One'] })
  })

  it('tells what is no longer tied, and what went to the trash and came back', async () => {
    const { call, caseId, incidentId, story } = await begun()
    const { ids } = await call('cases.addFacts', { id: caseId, facts: [{ words: 'One' }] })
    await call('facts.trash', { id: ids[0]! })
    await call('facts.restore', { id: ids[0]! })
    await call('cases.tieIncident', { id: caseId, incidentId, tied: false })
    expect((await story()).slice(-3).map(({ kind, what, names }) => [kind, what, names[0]])).toEqual([
      ['fact', 'trashed', 'One'],
      ['fact', 'restored', 'One'],
      ['caseIncident', 'removed', 'Late']
    ])
  })
})
