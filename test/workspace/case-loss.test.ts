import { withFigures } from '../../src/shared/records/case-figures'
import { describe, expect, it } from 'vitest'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })

/** A customer with a case and two incidents, one in dollars, each with one line; the first grows by the day. */
async function found() {
  const workspace = await freshWorkspace({ now: () => '2026-03-11T09:00:00Z' })
  const { call } = workspace
  const { id: customerId } = await call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const incident = async (title: string, currency: string) =>
    (
      await call('incidents.create', {
        customerId,
        title,
        kind: 'late-delivery',
        began: '2026-03-01',
        currency,
        harmEnds: '2026-03-21'
      })
    ).id
  const late = await incident('Late', 'EUR')
  const abroad = await incident('Abroad', 'USD')
  const { id: driverId } = await call('drivers.create', {
    incidentId: late,
    name: 'Days',
    unit: 'days',
    quantity: range(8, 10, 12)
  })
  const { id: lineId } = await call('lossLines.create', {
    incidentId: late,
    title: 'Packs',
    calculator: 'late-delivery',
    currency: 'EUR',
    inputs: {
      unitsLate: exact(1_000),
      unitsPerDay: exact(10),
      daysLate: { as: 'driver', driverId },
      contributionPerUnit: range(9, 10, 14)
    }
  })
  await call('lossLines.create', {
    incidentId: abroad,
    title: 'Carrier',
    calculator: 'plain-amount',
    currency: 'USD',
    inputs: { amount: range(100, 200, 400) }
  })
  const { id } = await call('cases.create', { customerId, title: 'Mend it', currency: 'EUR' })
  const tie = (incidentId: string, tied = true) => call('cases.tieIncident', { id, incidentId, tied })
  const { id: optionId } = await call('options.create', { caseId: id, title: 'Send people' })
  const remedy = (relief: number) => call('remedies.create', { optionId, words: 'Two engineers', cost: 30_000, relief })
  return { workspace, call, id, late, abroad, tie, optionId, remedy, lineId, driverId, view: () => call('cases.get', { id }) }
}

describe('the loss of a case', () => {
  it('is the incident’s own where there is one, and grows to what waiting says of it', async () => {
    const { call, tie, late, view } = await found()
    await tie(late)
    const [own, waiting, whole] = [
      await call('losses.simulate', { incidentId: late }),
      (await call('losses.waiting', { incidentId: late }))!,
      await view()
    ]
    expect(whole.loss).toEqual(own)
    expect(whole.expected!.until).toBe(waiting.until)
    expect(whole.expected).toMatchObject(waiting.points.at(-1)!.loss)
  })
  it('has ranges for what each option leaves', async () => {
    const { tie, late, remedy, optionId, view } = await found()
    await tie(late)
    await remedy(100_000)
    const { expected, options } = await view()
    const left = options.find(({ id }) => id === optionId)!.remaining!
    expect(left.none).toBe(0)
    // each is rounded by itself, to three figures
    for (const key of ['p10', 'p50', 'p90'] as const)
      expect(Math.abs(left[key] - (expected![key] - 100_000))).toBeLessThanOrEqual(expected![key] / 100)
    expect(options.find(({ nothing }) => nothing)!.remaining).toMatchObject({ p50: expected!.p50, p90: expected!.p90 })
  })
  it('waits for a rate between currencies, and says which it used', async () => {
    const { call, tie, late, abroad, view } = await found()
    await tie(late)
    await tie(abroad)
    const without = await view()
    expect(without).toMatchObject({ loss: null, expected: null })
    expect(without.incidents.map(({ loss, lines }) => [loss?.currency, lines])).toEqual([
      ['EUR', 1],
      ['USD', 1]
    ])
    await call('rates.create', { from: 'USD', to: 'EUR', rate: 0.5, on: '2026-03-10', source: 'ECB' })
    const { loss, expected } = await view()
    expect(loss!.rates).toMatchObject([{ from: 'USD', to: 'EUR', rate: 0.5, source: 'ECB' }])
    expect(loss!.byLine).toHaveLength(2)
    expect(expected!.parts.map(({ until }) => until)).toEqual(['2026-03-21', null])
    expect(Math.abs(expected!.parts[0]!.now.mean + expected!.parts[1]!.now.mean - loss!.mean)).toBeLessThanOrEqual(1)
  })
  it('is read without its figures, and is whole with them; those of another case or currency are none of its', async () => {
    const { call, id, tie, late, remedy, view } = await found()
    await tie(late)
    await remedy(100_000)
    const [argument, figures, whole] = [await call('cases.argument', { id }), await call('cases.figures', { id }), await view()]
    expect(argument).toMatchObject({ counted: false, loss: null, expected: null, beats: null })
    expect(argument.options.map(({ remaining }) => remaining)).toEqual(argument.options.map(() => null))
    expect(argument.incidents).toMatchObject([{ id: late, lines: 1, loss: null }])
    expect(withFigures(argument, figures)).toEqual(whole)
    expect(whole).toMatchObject({ counted: true, loss: { currency: 'EUR' }, beats: { less: expect.anything() } })
    expect(withFigures(argument, undefined)).toBe(argument)
    expect(withFigures(argument, { ...figures, caseId: 'another' })).toBe(argument)
    expect(withFigures(argument, { ...figures, currency: 'USD' })).toBe(argument)
    // an option that was made since has no row among those that were weighed
    await call('options.create', { caseId: id, title: 'Another' })
    const more = withFigures(await call('cases.argument', { id }), figures)
    expect(more.beats).toBeNull()
    expect(more.options.map(({ remaining }) => remaining !== null)).toEqual([true, true, false])
  })
  it('is not simulated again while one writes in the case', async () => {
    const { call, id, tie, late, driverId, view } = await found()
    await tie(late)
    const first = await view()
    await call('cases.change', { id, patch: { ask: 'Two engineers on Monday' } })
    const second = await view()
    expect(second.case.ask).toBe('Two engineers on Monday')
    // the very same figures, not equal ones: nothing was drawn anew
    expect(second.loss).toBe(first.loss)
    expect(second.expected).toBe(first.expected)
    await call('drivers.change', { id: driverId, patch: { quantity: exact(11) } })
    expect((await view()).loss).not.toEqual(first.loss)
  })
})

describe('who changed a figure', () => {
  it('tells of an incident what moved it, removed lines too, and not of the order of lines', async () => {
    const { call, late, lineId, driverId } = await found()
    const changes = () => call('explain.changes', { of: [{ is: 'incident', id: late }] })
    await call('drivers.change', { id: driverId, patch: { quantity: exact(11) } })
    await call('losses.order', { incidentId: late, lineIds: [lineId] })
    await call('lossLines.change', { id: lineId, patch: { position: 4 } })
    const [newest] = await changes()
    expect(newest).toMatchObject({
      entity: 'driver',
      deed: 'change',
      title: 'Days',
      actor: 'Tester',
      about: { unit: 'days', currency: 'EUR' }
    })
    expect(newest!.fields.map(({ field }) => field)).toEqual(['quantity'])
    expect(JSON.parse(String(newest!.fields[0]!.to))).toEqual(exact(11))
    await call('lossLines.trash', { id: lineId })
    expect((await changes()).map(({ deed, title }) => `${deed} ${title}`)).toEqual([
      'trash Packs',
      'change Days',
      'create Packs',
      'create Days',
      'create Late'
    ])
  })
  it('tells of a case its incidents, also one that was taken off, and the rates between them', async () => {
    const { call, id, tie, late, abroad } = await found()
    await tie(late)
    await tie(abroad)
    await call('rates.create', { from: 'USD', to: 'EUR', rate: 0.5, on: '2026-03-10', source: 'ECB' })
    const told = async () =>
      (await call('explain.changes', { of: [{ is: 'case', id }] })).map(({ deed, title }) => `${deed} ${title}`)
    expect(await told()).toEqual([
      'create USD → EUR',
      'tie Abroad',
      'tie Late',
      'create Mend it',
      'create Carrier',
      'create Packs',
      'create Days',
      'create Abroad',
      'create Late'
    ])
    await tie(abroad, false)
    expect((await told())[0]).toBe('untie Abroad')
  })
  it('tells of a line and an option theirs, the newest first and no more than asked for', async () => {
    const { call, lineId, optionId, remedy } = await found()
    const { id } = await remedy(100)
    await call('remedies.change', { id, patch: { relief: 250 } })
    const option = await call('explain.changes', { of: [{ is: 'option', id: optionId }] })
    expect(option[0]).toMatchObject({
      entity: 'remedy',
      deed: 'change',
      fields: [{ field: 'relief', from: 100, to: 250 }],
      about: { currency: 'EUR' }
    })
    expect(option.map(({ entity }) => entity)).toEqual(['remedy', 'remedy', 'option'])
    const line = await call('explain.changes', { of: [{ is: 'lossLine', id: lineId }], limit: 1 })
    expect(line.map(({ title }) => title)).toEqual(['Packs'])
    await expect(call('explain.changes', { of: [{ is: 'case', id: lineId }] })).rejects.toMatchObject({ code: 'not-found' })
  })
})
