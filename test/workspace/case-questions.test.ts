// What a decider would ask of a case, found by rules, and the earlier cases that are like it.
import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/workspace/index'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })

async function aCase({ call }: Pick<Workspace, 'call'>, name: string, more: { ended?: boolean } = {}) {
  const { id: customerId } = await call('customers.create', { name, currency: 'EUR', industry: 'Food' })
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: `Late for ${name}`,
    kind: 'late-delivery',
    began: '2026-03-01',
    currency: 'EUR',
    ...(more.ended ? { harmEnds: '2026-03-31', harmEndsBasis: 'The plant manager' } : {})
  })
  await call('lossLines.create', {
    incidentId,
    title: 'Trailers',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: exact(100) },
    runs: { per: 'day', from: '2026-03-01' }
  } as never)
  const { id: caseId } = await call('cases.create', {
    customerId,
    title: `Mend it for ${name}`,
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const { id: optionId } = await call('options.create', { caseId, title: 'Engineers' })
  const { id: remedyId } = await call('remedies.create', {
    optionId,
    words: 'Two engineers travel',
    cost: 100_000,
    days: 4,
    endsHarm: true
  })
  await call('cases.change', { id: caseId, patch: { recommendedId: optionId } })
  return { customerId, incidentId, caseId, optionId, remedyId }
}

const fresh = () => freshWorkspace({ now: () => '2026-03-11T09:00:00Z' })

describe('what a decider would ask', () => {
  it('is found in the case, and goes when the case answers it', async () => {
    const workspace = await fresh()
    const { call } = workspace
    const { caseId, optionId, remedyId, incidentId } = await aCase(workspace, 'Halden')
    const rules = async () => (await call('cases.questions', { caseId })).map(({ rule }) => rule)
    expect(await rules()).toEqual([
      'end-unknown',
      'one-guess',
      'not-confirmed-loss',
      'nothing-not-costed',
      'lessened',
      'stay-unsaid',
      'relief-without-source',
      'who-acts'
    ])
    await call('incidents.change', { id: incidentId, patch: { harmEnds: '2026-03-31' } })
    expect((await rules())[0]).toBe('end-unconfirmed')
    await call('incidents.change', { id: incidentId, patch: { harmEndsBasis: 'The plant manager' } })
    await call('remedies.change', { id: remedyId, patch: { owner: 'Ott', source: 'Plan of Ott' } })
    await call('options.change', { id: optionId, patch: { stay: 0.9, staySource: 'Mikael', welcome: 'bad' } })
    const nothing = (await call('cases.get', { id: caseId })).options.find((one) => one.nothing)!
    await call('options.change', { id: nothing.id, patch: { summary: 'They wait until April' } })
    expect(await rules()).toEqual(['one-guess', 'not-confirmed-loss', 'lessened', 'good-here-bad-there'])
    await call('cases.addFacts', { id: caseId, facts: [{ words: 'It came late' }] })
    expect(await rules()).toContain('fact-without-evidence')
    const { id: cheap } = await call('options.create', { caseId, title: 'Telephone' })
    await call('remedies.create', { optionId: cheap, words: 'Call', cost: 10_000, days: 5, endsHarm: true })
    const asked = await call('cases.questions', { caseId })
    expect(asked.find(({ rule }) => rule === 'cheaper-option')).toMatchObject({ name: 'Telephone', amount: 90_000 })
    await call('objections.create', { caseId, rule: 'cheaper-option', about: cheap, answer: 'It was tried twice' })
    expect((await call('cases.get', { id: caseId })).objections).toMatchObject([
      { rule: 'cheaper-option', answer: 'It was tried twice' }
    ])
  })
})

describe('precedents', () => {
  it('are decided cases that are like it, the most alike first, with what was granted and what became of it', async () => {
    const workspace = await fresh()
    const { call } = workspace
    const own = await aCase(workspace, 'Halden', { ended: true })
    expect(await call('cases.precedents', { caseId: own.caseId })).toEqual([])
    const like = await aCase(workspace, 'Levante', { ended: true })
    await call('cases.decide', {
      caseId: like.caseId,
      optionId: like.optionId,
      decidedBy: 'Jaan',
      decidedOn: '2026-03-11',
      makePromises: false
    })
    await call('outcomes.create', { caseId: like.caseId, costCame: 120_000, satisfied: 'partly', stayed: true })
    const found = await call('cases.precedents', { caseId: own.caseId })
    expect(found).toMatchObject([
      {
        caseId: like.caseId,
        alike: ['kind', 'field', 'size', 'remedy'],
        option: 'Engineers',
        cost: 120_000,
        satisfied: 'partly',
        stayed: 1,
        remedies: [{ words: 'Two engineers travel' }]
      }
    ])
    expect((await call('cases.questions', { caseId: own.caseId })).map(({ rule }) => rule)).toContain('another-customer')
  })
})

describe('the best bundle of a case', () => {
  it('is told with its figures and why each action is in or out, and when another option would win', async () => {
    const workspace = await fresh()
    const { call } = workspace
    const { caseId, optionId, remedyId } = await aCase(workspace, 'Halden', { ended: true })
    await call('remedies.create', { optionId, words: 'Flowers', cost: 5_000, days: 0 })
    const found = (await call('options.frontier', { caseId, budget: 40_000 }))!
    expect(found.complete).toBe(true)
    expect(found.bundles.map(({ cost, remedyIds }) => [cost, remedyIds.length])).toEqual([
      [0, 0],
      [100_000, 1]
    ])
    // sixteen days of trailers from the 15th on
    expect(found.bundles[1]!.removed).toMatchObject({ p50: 160_000 })
    expect(found.bundles[1]!.reasons[remedyId]).toEqual({ is: 'in', adds: 160_000, cost: 100_000 })
    expect(found.asked!.reasons[remedyId]).toEqual({ is: 'budget', short: 60_000, adds: 160_000, cost: 100_000 })
    const changes = (await call('options.changes', { caseId, optionId }))!
    expect(changes.better).toBeNull()
    // it removes 1,600 and costs 1,050: at 1,600 doing nothing does as much
    expect(changes.costs).toMatchObject({ at: 160_000 })
    await call('remedies.change', { id: remedyId, patch: { cost: 200_000 } })
    expect((await call('options.changes', { caseId, optionId }))!.better).toMatchObject({ by: 45_000 })
  })
})
