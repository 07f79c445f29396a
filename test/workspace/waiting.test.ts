import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })

async function incident() {
  const workspace = await freshWorkspace()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: incidentId } = await workspace.call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2026-03',
    currency: 'EUR'
  })
  const { id: driverId } = await workspace.call('drivers.create', {
    incidentId,
    name: 'Days late',
    unit: 'days',
    quantity: range(5, 10, 20)
  })
  const inputs = {
    unitsLate: exact(1e6),
    unitsPerDay: range(8, 10, 14),
    daysLate: { as: 'driver' as const, driverId },
    contributionPerUnit: exact(10)
  }
  const { id: lineId } = await workspace.call('lossLines.create', {
    incidentId,
    title: 'Packs',
    calculator: 'late-delivery',
    currency: 'EUR',
    inputs
  })
  const line = { id: lineId, title: 'Packs', calculator: 'late-delivery', currency: 'EUR', inputs }
  const waiting = async (edits?: Parameters<typeof ask>[1]) => (await ask('losses.waiting', edits))!
  const ask = (name: 'losses.waiting', edits?: { lines?: (typeof line)[]; drivers?: object[]; cliffs?: object[] }) =>
    workspace.call(name, { incidentId, ...(edits ? { edits: edits as never } : {}) })
  return { workspace, incidentId, driverId, line, waiting }
}

it('begins at the figure that the incident shows, and what is typed but not different changes nothing', async () => {
  const { workspace, incidentId, driverId, line, waiting } = await incident()
  const stored = await waiting()
  const { p10, p50, p90, mean } = await workspace.call('losses.simulate', { incidentId })
  expect(stored.soFar).toEqual({ p10, p50, p90, mean })
  expect(stored.points[0]!.loss).toEqual(stored.soFar)
  expect(await waiting({ lines: [line] })).toEqual(stored)
  expect(await waiting({ drivers: [{ id: driverId, name: 'Days late', unit: 'days', quantity: range(5, 10, 20) }] })).toEqual(
    stored
  )
})

it('a quick answer is the same but for its last days, which are near', async () => {
  const { workspace, incidentId, waiting } = await incident()
  const stored = await waiting()
  const quick = (await workspace.call('losses.waiting', { incidentId, quick: true }))!
  const last = (of: typeof stored) => of.points.at(-1)!.loss
  const drawnAlike = (of: typeof stored) => ({ ...of, soFar: null, points: of.points.slice(1, -2) })
  expect(drawnAlike(quick)).toEqual(drawnAlike(stored))
  for (const key of ['p10', 'p50', 'p90', 'mean'] as const)
    expect(Math.abs(quick.soFar[key] / stored.soFar[key] - 1)).toBeLessThan(0.02)
  for (const key of ['p10', 'p50', 'p90', 'mean'] as const)
    expect(Math.abs(last(quick)[key] / last(stored)[key] - 1)).toBeLessThan(0.03)
  expect(quick.points.at(-1)!.saves).toEqual(stored.points.at(-1)!.saves)
})

it('follows a line, a shared quantity and a step that are typed, and stores nothing', async () => {
  const { workspace, incidentId, driverId, line, waiting } = await incident()
  const before = JSON.stringify([await workspace.call('journal.recent', {}), await workspace.call('losses.sheet', { incidentId })])
  const stored = await waiting()
  const twice = await waiting({ lines: [{ ...line, inputs: { ...line.inputs, contributionPerUnit: exact(20) } }] })
  // each figure is rounded by itself, to three figures
  expect(Math.abs(twice.perDay.p50 / (stored.perDay.p50 * 2) - 1)).toBeLessThan(0.01)
  expect(twice.soFar.p50).toBe(
    (
      await workspace.call('losses.simulate', {
        incidentId,
        edits: { lines: [{ ...line, inputs: { ...line.inputs, contributionPerUnit: exact(20) } }] }
      })
    ).p50
  )
  const later = await waiting({ drivers: [{ id: driverId, name: 'Days late', unit: 'days', quantity: range(15, 20, 30) }] })
  // the same draws with ten days more; each further day costs what it did
  expect(later.soFar.p50).toBeGreaterThan(stored.soFar.p50)
  for (const key of ['p10', 'p50', 'p90', 'mean'] as const)
    expect(Math.abs(later.perDay[key] - stored.perDay[key])).toBeLessThanOrEqual(1)
  const { today } = stored
  const on = new Date(Date.parse(today) + 5 * 86_400_000).toISOString().slice(0, 10)
  const stepped = await waiting({ cliffs: [{ id: 'typed', title: 'Penalty', on, amount: 123_456 }] })
  const [ended, plain] = [stepped.points.at(-1)!.loss, stored.points.at(-1)!.loss]
  expect(ended.mean - plain.mean).toBe(123_456)
  expect(Math.abs(ended.p50 - plain.p50 - 123_456)).toBeLessThanOrEqual(ended.p50 / 100)
  expect(stepped.cliffs).toMatchObject([{ id: 'typed', inDays: 5, counted: true }])
  // a new line comes after the stored ones
  const more = await workspace.call('losses.simulate', {
    incidentId,
    edits: { lines: [{ id: 'new', title: 'Trailer', calculator: 'plain-amount', currency: 'EUR', inputs: { amount: exact(5) } }] }
  })
  expect(more.byLine.map(({ id }) => id)).toEqual([line.id, 'new'])
  expect(await waiting()).toEqual(stored)
  expect(JSON.stringify([await workspace.call('journal.recent', {}), await workspace.call('losses.sheet', { incidentId })])).toBe(
    before
  )
})

it('refuses what cannot be, by the part of it, and then answers as before', async () => {
  const { waiting, line } = await incident()
  const stored = await waiting()
  await expect(waiting({ lines: [{ ...line, inputs: { ...line.inputs, contributionPerUnit: exact(-1) } }] })).rejects.toMatchObject(
    { fields: { [`${line.id}.inputs.contributionPerUnit.value`]: expect.any(String) } }
  )
  await expect(waiting({ cliffs: [{ id: 'typed', title: 'Penalty', on: '2026-13-45', amount: 1 }] })).rejects.toMatchObject({
    code: 'invalid'
  })
  expect(await waiting()).toEqual(stored)
})
