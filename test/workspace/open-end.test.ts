import { expect, it } from 'vitest'
import { dayNumber, isoDate } from '../../src/shared/losses/calculators/dates'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })
const later = (day: string, days: number): string => isoDate(dayNumber(day)! + days)
const today = '2026-03-31'

/** A workspace on that day, with an incident in which a refund is owed and a container is held, neither of them ended. */
async function incident() {
  let now = `${today}T12:00:00Z`
  const workspace = await freshWorkspace({ now: () => now })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: incidentId } = await workspace.call('incidents.create', {
    customerId,
    title: 'Refund not paid',
    kind: 'late-delivery',
    began: '2026-01',
    currency: 'EUR'
  })
  const refund = { principal: range(9_000, 10_000, 12_000), due: '2026-01-31', fixedSum: true }
  const container = { from: '2026-03-01', freeDays: exact(7), containers: exact(2), rate1: exact(85) }
  const line = (title: string, calculator: string, inputs: object) => ({
    title,
    calculator,
    currency: 'EUR',
    inputs: inputs as never
  })
  const { id: refundId } = await workspace.call('lossLines.create', { incidentId, ...line('Refund', 'late-payment-eu', refund) })
  const { id: containerId } = await workspace.call('lossLines.create', { incidentId, ...line('Container', 'demurrage', container) })
  const loss = () => workspace.call('losses.simulate', { incidentId })
  const waiting = (also: string[] = []) => workspace.call('losses.waiting', { incidentId, also })
  /** The figures as they would be with both ended on that day. */
  const endedOn = (day: string) =>
    workspace.call('losses.simulate', {
      incidentId,
      edits: {
        lines: [
          { id: refundId, ...line('Refund', 'late-payment-eu', { ...refund, paid: day }) },
          { id: containerId, ...line('Container', 'demurrage', { ...container, to: day }) }
        ]
      }
    })
  return {
    workspace,
    incidentId,
    customerId,
    refundId,
    containerId,
    loss,
    waiting,
    endedOn,
    goTo: (instant: string) => (now = instant)
  }
}

it('what has no end yet counts until today, and says so', async () => {
  const { loss, endedOn } = await incident()
  const [open, ended] = [await loss(), await endedOn(today)]
  expect(open.byLine.map(({ p10, p50, p90, mean }) => [p10, p50, p90, mean])).toEqual(
    ended.byLine.map(({ p10, p50, p90, mean }) => [p10, p50, p90, mean])
  )
  // 24 charged days of 2 containers
  expect(open.byLine[1]!.p50).toBe(24 * 2 * 85_00)
  expect(open.byLine.map(({ until }) => until)).toEqual([today, today])
  expect(ended.byLine.map(({ until }) => until)).toEqual([undefined, undefined])
})

it('it grows with each day of waiting as it would with a later end', async () => {
  const { waiting, loss, endedOn, refundId, containerId } = await incident()
  const day = later(today, 17)
  const curve = (await waiting([day]))!
  expect([...curve.growing].sort()).toEqual([refundId, containerId].sort())
  const now = await loss()
  expect(curve.soFar).toEqual({ p10: now.p10, p50: now.p50, p90: now.p90, mean: now.mean })
  const then = await endedOn(day)
  const point = curve.points.find(({ on }) => on === day)!
  for (const key of ['p10', 'p50', 'p90', 'mean'] as const) expect(Math.abs(point.loss[key] / then[key] - 1)).toBeLessThan(0.001)
  const last = await endedOn(curve.until)
  expect(curve.points.at(-1)!.loss).toEqual({ p10: last.p10, p50: last.p50, p90: last.p90, mean: last.mean })
  expect(curve.perDay.p50).toBeGreaterThan(2 * 85_00)
})

it('counts on from day to day, until the incident ends', async () => {
  const { workspace, incidentId, loss, waiting, endedOn, goTo } = await incident()
  const before = await loss()
  goTo('2026-04-03T12:00:00Z')
  const after = await loss()
  expect(after.byLine[1]!.p50 - before.byLine[1]!.p50).toBe(3 * 2 * 85_00)
  expect(after.p50).toBe((await endedOn('2026-04-03')).p50)
  await workspace.call('incidents.change', { id: incidentId, patch: { ended: '2026-04-02' } })
  expect((await loss()).p50).toBe((await endedOn('2026-04-02')).p50)
  expect(await waiting()).toBeNull()
  goTo('2026-05-03T12:00:00Z')
  expect((await loss()).byLine.map(({ until }) => until)).toEqual(['2026-04-02', '2026-04-02'])
})

it('is in the case and in its brief, and what had been paid is not', async () => {
  const { workspace, customerId, incidentId, waiting } = await incident()
  await workspace.call('lossLines.create', {
    incidentId,
    title: 'Deposit',
    calculator: 'simple-interest',
    currency: 'EUR',
    inputs: { principal: exact(1_000), rate: exact(0.08), from: '2026-01-31', to: '2026-03-02' }
  })
  const { id: caseId } = await workspace.call('cases.create', {
    customerId,
    title: 'Pay it',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  // nobody has said when it ends: then there is no loss by any day
  expect(await workspace.call('cases.get', { id: caseId })).toMatchObject({ expected: null, openEnded: [incidentId] })
  const harmEnds = (await waiting())!.until
  await workspace.call('incidents.change', { id: incidentId, patch: { harmEnds } })
  const curve = (await waiting())!
  const { expected } = await workspace.call('cases.get', { id: caseId })
  expect(expected!.until).toBe(curve.until)
  expect(expected!.p50).toBe(curve.points.at(-1)!.loss.p50)
  const { appendix } = await workspace.call('brief.model', { caseId, language: 'en' })
  const rows = appendix.loss!.incidents.flatMap(({ lines }) =>
    lines.map(({ title, inputs }) => [title, inputs?.rows.find(([label]) => ['Paid', 'Held to'].includes(label!))])
  )
  const open = ['still goes on', 'Counted until 31 Mar 2026, plus a day for each day of waiting']
  expect(rows).toEqual([
    ['Refund', ['Paid', ...open]],
    ['Container', ['Held to', ...open]],
    ['Deposit', ['Paid', '2 Mar 2026', expect.any(String)]]
  ])
})
