// Remedies that relieve lines, options that share them, the ladder, and a decision that is held against what came.
import { describe, expect, it } from 'vitest'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })

/** A case of one incident: trailers at 100 a day until the 31st, goods that spoilt, and a penalty on the 16th. */
async function found() {
  let now = '2026-03-11T09:00:00Z'
  const workspace = await freshWorkspace({ now: () => now })
  const { call } = workspace
  const { id: customerId } = await call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2026-03-01',
    currency: 'EUR',
    harmEnds: '2026-03-31'
  })
  const line = async (title: string, amount: unknown, runs?: unknown) =>
    (
      await call('lossLines.create', {
        incidentId,
        title,
        calculator: 'plain-amount',
        currency: 'EUR',
        inputs: { amount },
        runs
      } as never)
    ).id
  const trailers = await line('Trailers', exact(100), { per: 'day', from: '2026-03-01' })
  const spoilt = await line('Spoilt', range(1_000, 2_000, 4_000))
  const { id: stepId } = await call('cliffs.create', { incidentId, title: 'Penalty', on: '2026-03-16', amount: 500_000 })
  const { id: caseId } = await call('cases.create', { customerId, title: 'Mend it', currency: 'EUR', incidentIds: [incidentId] })
  const option = async (title: string) => (await call('options.create', { caseId, title })).id
  const remedy = async (optionId: string, words: string, fields: object) =>
    (await call('remedies.create', { optionId, words, ...fields } as never)).id
  const view = () => call('cases.get', { id: caseId })
  const of = async (id: string) => (await view()).options.find((one) => one.id === id)!
  return {
    ...workspace,
    customerId,
    incidentId,
    trailers,
    spoilt,
    stepId,
    caseId,
    option,
    remedy,
    view,
    of,
    at: (next: string) => (now = next)
  }
}

describe('an option that calculates', () => {
  it('relieves a line from a day on, a step that is met in time, and a share of what stands', async () => {
    const { option, remedy, of, trailers, spoilt, stepId } = await found()
    const engineers = await option('Engineers')
    await remedy(engineers, 'Two engineers', {
      costRange: range(300_000, 400_000, 800_000),
      days: 4,
      reliefs: [
        { of: 'line', id: trailers, what: 'ahead' },
        { of: 'step', id: stepId, what: 'ahead' }
      ]
    })
    const { remaining, costs, cost, worth, weekLater } = await of(engineers)
    // sixteen days of trailers from the 15th to the 31st, and the penalty of the 16th
    expect(remaining!.removed).toMatchObject({ p10: 660_000, p50: 660_000, p90: 660_000 })
    expect(cost).toBe(450_000)
    expect([costs.p10 < costs.p50, costs.p50 < costs.p90]).toEqual([true, true])
    expect(worth).toBeGreaterThan(0.95)
    // a week later seven days of trailers are lost, and the penalty is not met
    expect(weekLater!.mean).toBe(570_000)

    const credit = await option('Credit')
    await remedy(credit, 'Half of what spoilt', {
      cost: 100_000,
      reliefs: [{ of: 'line', id: spoilt, what: 'whole', share: exact(0.5), source: 'Clause 9' }]
    })
    const given = await of(credit)
    expect(given.remaining!.removed.mean).toBeCloseTo(108_333, -3)
    expect(given.weekLater).toBeNull()
  })
  it('takes one number in the place of a range, and a range in that of the number', async () => {
    const { call, option, remedy, of } = await found()
    const id = await option('One')
    const own = await remedy(id, 'Engineers', { costRange: range(100, 200, 600) })
    expect(await of(id)).toMatchObject({ cost: 250, remedies: [{ cost: 250 }] })
    await call('remedies.change', { id: own, patch: { cost: 900 } })
    expect(await of(id)).toMatchObject({ cost: 900, costs: { p10: 900, p90: 900 }, remedies: [{ cost: 900, costRange: null }] })
  })
  it('keeps what an amount was typed as, and says how often one beats the other', async () => {
    const { option, remedy, view, of } = await found()
    const typed = await option('Typed')
    await remedy(typed, 'Credit note', { cost: 20_000, relief: 50_000, days: 3 })
    expect((await of(typed)).remaining!.removed.mean).toBe(50_000)
    const ends = await option('Ends')
    await remedy(ends, 'The line runs', { cost: 10_000, days: 3, endsHarm: true })
    const { options, beats } = await view()
    const [a, b] = [typed, ends].map((id) => options.findIndex((one) => one.id === id)) as [number, number]
    expect([beats!.less[b]![a], beats!.better[b]![a], beats!.less[a]![b]]).toEqual([1, 1, 0])
  })
  it('shares remedies between options, and a bundle is an option of those that are there', async () => {
    const { call, option, remedy, view, of, caseId } = await found()
    const [one, other] = [await option('One'), await option('Other')]
    const remedyId = await remedy(one, 'Credit note', { cost: 20_000, relief: 50_000 })
    await call('options.take', { id: other, remedyId, taken: true })
    expect((await of(other)).remaining!.removed.mean).toBe(50_000)
    await call('options.take', { id: other, remedyId, taken: false })
    expect((await of(other)).remedies).toEqual([])
    const { id } = await call('options.bundle', { caseId, title: 'Best for 200', remedyIds: [remedyId] })
    expect((await of(id)).remedies.map(({ words }) => words)).toEqual(['Credit note'])
    // an option in the trash does not take its remedies out of the others
    await call('options.trash', { id: one })
    expect((await of(id)).cost).toBe(20_000)
    await call('journal.undo', {})
    await call('journal.undo', {})
    expect((await view()).options.map(({ title }) => title)).toEqual(['Do nothing', 'One', 'Other'])
    expect(await call('journal.verify', {})).toMatchObject({ ok: true })
  })
  it('refuses what cannot be, at its field, and changes nothing', async () => {
    const { call, option, remedy, of, caseId, customerId } = await found()
    const own = await option('One')
    const first = await remedy(own, 'First', {})
    const wrong = (fields: object) =>
      call('remedies.change', { id: first, patch: fields as never }).then(
        () => null,
        (error: { code: string; fields?: object }) => [error.code, Object.keys(error.fields ?? {})]
      )
    expect(await wrong({ costRange: { as: 'range', low: 5, likely: 2, high: 9 } })).toEqual(['invalid', ['costRange']])
    expect(await wrong({ stayAdds: { as: 'exact', value: 1.4 } })).toEqual(['invalid', ['stayAdds']])
    expect(await wrong({ reliefs: [{ of: 'line', id: first, what: 'ahead', share: { as: 'exact', value: -1 } }] })).toEqual([
      'invalid',
      ['reliefs']
    ])
    expect(await wrong({ needs: [first] })).toEqual(['invalid', ['needs']])
    const { id: elsewhere } = await call('cases.create', { customerId, title: 'Another', currency: 'EUR' })
    const { id: optionId } = await call('options.create', { caseId: elsewhere, title: 'There' })
    const { id: there } = await call('remedies.create', { optionId, words: 'There' })
    expect(await wrong({ excludes: [there] })).toEqual(['invalid', ['excludes']])
    await expect(call('options.take', { id: own, remedyId: there, taken: true })).rejects.toMatchObject({ code: 'invalid' })
    await expect(call('options.bundle', { caseId, title: 'B', remedyIds: [there] })).rejects.toMatchObject({ code: 'invalid' })
    expect((await of(own)).remedies).toMatchObject([
      { costRange: null, stayAdds: null, reliefs: null, needs: null, excludes: null }
    ])
  })
})

describe('the state of a case', () => {
  it('follows from what is recorded: said whole or asked it is ready, decided by its decision, closed once it is known what came', async () => {
    const { call, caseId, option, view } = await found()
    const chosen = await option('Engineers')
    const state = async () => (await view()).case.state
    await call('cases.change', { id: caseId, patch: { ask: 'Send two engineers', decider: 'Jaan', decideBy: '2026-03-20' } })
    expect(await state()).toBe('draft')
    await call('cases.change', { id: caseId, patch: { recommendedId: chosen } })
    expect(await state()).toBe('ready')
    // whoever takes it back to a draft is not overruled by the next word
    await call('cases.change', { id: caseId, patch: { state: 'draft' } })
    await call('cases.change', { id: caseId, patch: { ask: 'Send two engineers now' } })
    expect(await state()).toBe('draft')
    await call('cases.takeUp', { id: caseId, level: 0, whom: 'Jaan' })
    expect(await state()).toBe('ready')
    await call('journal.undo', {})
    expect(await state()).toBe('draft')
    await call('askings.create', { caseId, level: 0, levelName: 'Team', whom: 'Jaan', askedAt: '2026-03-11T09:00:00Z' } as never)
    expect(await state()).toBe('ready')
    await call('cases.decide', { caseId, optionId: chosen, decidedBy: 'Jaan', decidedOn: '2026-03-16', makePromises: false })
    expect(await state()).toBe('decided')
    await call('outcomes.create', { caseId, remedyArrivedOn: '2026-03-20', satisfied: 'yes' })
    expect(await state()).toBe('decided')
    const { id } = (await view()).outcome!
    await call('outcomes.change', { id, patch: { stayed: true } })
    expect(await state()).toBe('closed')
    // opened again, it stays open whatever else is written
    await call('cases.change', { id: caseId, patch: { state: 'decided' } })
    await call('outcomes.change', { id, patch: { note: 'They wrote a letter' } })
    expect(await state()).toBe('decided')
    expect(await call('journal.verify', {})).toMatchObject({ ok: true })
  })
})

describe('the ladder', () => {
  it('keeps each asking, says when an answer is overdue, and takes the case up', async () => {
    const { call, caseId, view, at } = await found()
    await call('cases.takeUp', { id: caseId, level: 0, whom: 'Anu Mets' })
    at('2026-03-12T08:00:00Z')
    expect((await view()).askings).toMatchObject([{ whom: 'Anu Mets', answerBy: '2026-03-12T09:00:00.000Z', state: 'waiting' }])
    at('2026-03-13T09:00:00Z')
    expect((await view()).askings.map(({ state }) => state)).toEqual(['overdue'])
    expect((await call('desk.today', {})).askings).toMatchObject([{ caseId, whom: 'Anu Mets', overdue: true }])
    await call('cases.takeUp', { id: caseId, level: 1, whom: 'Head of service' })
    const { case: found_, askings } = await view()
    expect([found_.level, askings.length, askings[0]!.levelName]).toEqual([1, 2, 'Head of service'])
    // two days of trailers since it was first asked
    expect((await view()).silence).toMatchObject({ days: 2, cost: { p50: 20_000 } })
    await call('askings.change', {
      id: askings[0]!.id,
      patch: { answeredAt: '2026-03-13T12:00:00Z', answer: 'yes', said: 'Do it' }
    })
    expect((await view()).askings[0]!.state).toBe('answered')
    await expect(
      call('askings.change', { id: askings[1]!.id, patch: { answeredAt: '2026-03-01T12:00:00Z' } })
    ).rejects.toMatchObject({
      code: 'invalid'
    })
    expect((await call('search.find', { words: 'anu mets' })).map(({ entity, within }) => [entity, within])).toEqual([
      ['asking', caseId]
    ])
  })
})

describe('a decision', () => {
  it('keeps what was forecast, and what came is held against it, over all cases', async () => {
    const { call, caseId, option, remedy, view } = await found()
    const chosen = await option('Engineers')
    await remedy(chosen, 'Two engineers', { cost: 400_000, days: 4, endsHarm: true })
    const promised = await call('cases.decide', {
      caseId,
      optionId: chosen,
      decidedBy: 'Jaan',
      decidedOn: '2026-03-11',
      dissent: 'Anu: too dear',
      conditions: 'Back by Friday',
      makePromises: true
    })
    expect(promised.promises).toHaveLength(1)
    const { decision } = await view()
    expect(decision!.forecast).toMatchObject({ currency: 'EUR', days: 4, cost: { p50: 400_000 } })
    const { p10, p90 } = decision!.forecast!.remaining
    await call('outcomes.create', { caseId, lossCame: p90 + 50_000, costCame: 400_000, satisfied: 'yes', stayed: true })
    expect(await call('cases.learned', {})).toMatchObject({
      loss: { counted: 1, within: 0, above: 1 },
      cost: { counted: 1, within: 1 },
      cases: [{ caseId, lossHeld: 'above' }]
    })
    await call('outcomes.change', { id: (await view()).outcome!.id, patch: { lossCame: p10 } })
    expect((await call('cases.learned', {})).loss).toMatchObject({ counted: 1, within: 1 })
  })

  it('teaches which calculators run high, and what waiting really cost', async () => {
    const { call, caseId, option, remedy, view, at } = await found()
    const chosen = await option('Engineers')
    await remedy(chosen, 'Two engineers', { cost: 400_000, days: 4, endsHarm: true })
    await call('cases.takeUp', { id: caseId, level: 0, whom: 'Jaan', at: '2026-03-11T09:00:00Z' })
    at('2026-03-16T09:00:00Z')
    const { loss, silence } = await view()
    await call('cases.decide', { caseId, optionId: chosen, decidedBy: 'Jaan', decidedOn: '2026-03-16', makePromises: false })
    const { forecast } = (await view()).decision!
    expect(forecast!.by).toEqual({ 'plain-amount': Math.round(loss!.byLine.reduce((sum, { mean }) => sum + mean, 0)) })
    // five days of trailers at 100 a day
    expect(silence).toMatchObject({ days: 5, cost: { mean: 50_000 } })
    const half = Math.round(forecast!.remaining.p50 / 2)
    await call('outcomes.create', { caseId, lossCame: half, remedyArrivedOn: '2026-03-23' })
    expect(await call('cases.learned', {})).toMatchObject({
      calculators: [{ calculator: 'plain-amount', counted: 1, runs: 'high' }],
      waited: { counted: 1, days: 5, costs: [{ currency: 'EUR', amount: 50_000 }] },
      relief: { counted: 1, late: 3 }
    })
  })
})
