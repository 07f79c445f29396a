import Zip from 'jszip'
import { expect, it } from 'vitest'
import { shaped, shapes, type ShapeName } from '../../src/main/shapes/shape'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
const now = '2026-11-30T09:00:00Z'

/** A late order whose days late were typed as 3, 5, 12: 4,000 a day beyond two days of cover. */
async function lateOrder() {
  const workspace = await freshWorkspace({ now: () => now })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: orderId } = await workspace.call('orders.create', { customerId, title: 'Freezer', promisedOn: '2026-12-07' })
  const { id: incidentId } = await workspace.call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2026-11-25',
    currency: 'EUR'
  })
  await workspace.call('lossLines.create', {
    incidentId,
    title: 'Packs',
    calculator: 'late-delivery',
    currency: 'EUR',
    inputs: {
      unitsLate: exact(1e6),
      unitsPerDay: exact(1_000),
      daysLate: { as: 'range', low: 3, likely: 5, high: 12 },
      daysOfCover: exact(2),
      contributionPerUnit: exact(4)
    }
  })
  const { id: caseId } = await workspace.call('cases.create', {
    customerId,
    title: 'Send it now',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const { id: optionId } = await workspace.call('options.create', { caseId, title: 'By air' })
  await workspace.call('remedies.create', { optionId, words: 'Fly it', cost: 1_000_000, relief: 1_000_000, days: 2 })
  const say = (patch: object) => workspace.call('incidents.change', { id: incidentId, patch })
  const view = () => workspace.call('cases.get', { id: caseId })
  const page = async (language: 'en' | 'el' | 'es' | 'et' | 'fil' = 'en') =>
    (await workspace.call('brief.model', { caseId, language })).page
  const waiting = (lookAt?: string) => workspace.call('losses.waiting', { incidentId, ...(lookAt ? { lookAt } : {}) })
  return { workspace, customerId, orderId, incidentId, caseId, say, view, page, waiting }
}
/** To three figures, as a brief writes an estimate. */
const three = (minor: number): number => Number((minor / 100).toPrecision(3))

it('finding 3.1: prints no loss by any day while nobody knows when the harm ends: not of the case, its options, the brief or the curve', async () => {
  const { view, page, waiting, workspace, caseId } = await lateOrder()
  const { loss, expected, openEnded, options } = await view()
  expect(three(loss!.p50)).toBe(14_600)
  expect(expected).toBeNull()
  expect(openEnded).toHaveLength(1)
  expect(options.map(({ remaining }) => remaining)).toEqual([null, null])
  for (const language of ['en', 'el', 'es', 'et', 'fil'] as const) {
    const shown = await page(language)
    expect(shown.waiting!.end).toBeNull()
    expect(shown.waiting!.main!.text).toContain('4')
    expect(shown.options!.rows.map(({ cells }) => cells[2])).toEqual(['–', '–'])
    // neither the day that was invented before nor any other of the coming year
    expect(JSON.stringify(shown)).not.toMatch(/2027|29 Jan/)
  }
  const { appendix } = await workspace.call('brief.model', { caseId, language: 'en' })
  expect(JSON.stringify(appendix)).not.toContain('"kind":"waiting"')
  expect(JSON.stringify(appendix)).toContain('Not known. No loss by a later day is given.')
  const found = (await waiting())!
  expect(found.end).toEqual({ as: 'unknown' })
  expect(found.lookedAt).toBeNull()
  expect(three(found.perDay.p50)).toBe(4_000)
})

it('nor in any other shape: document, slides, workbook, tables, the data of the brief', async () => {
  const { workspace, caseId, say } = await lateOrder()
  const asked = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const
  const words = async (): Promise<Map<string, string>> => {
    const model = await workspace.call('brief.model', asked)
    const said = new Map([['json', JSON.stringify(model)]])
    for (const as of Object.keys(shapes) as ShapeName[]) {
      const zip = await Zip.loadAsync(await shaped(as, model, () => workspace.call('brief.book', asked)))
      const parts = Object.values(zip.files).filter(({ name }) => /(xml|csv)$/.test(name) && !/^docProps/.test(name))
      said.set(as, (await Promise.all(parts.map((part) => part.async('string')))).join('\n').replace(/<[^>]*>/g, ' '))
    }
    return said
  }
  const byThen = /By \d+ \w+ 20\d\d, if nothing|if nothing is done by|29 Jan(?:uary)? 2027|2027-01-29/
  const open = await words()
  expect([...open.keys()].sort()).toEqual(['csv', 'docx', 'json', 'pptx', 'xlsx'])
  for (const [as, text] of open) {
    expect(text.length, as).toBeGreaterThan(500)
    expect(byThen.exec(text)?.[0], as).toBeUndefined()
  }
  // the same words are found as soon as somebody says until when
  await say({ harmEnds: '2027-01-29', harmEndsBasis: 'Their letter' })
  for (const [as, text] of await words()) if (as !== 'xlsx') expect(byThen.test(text), as).toBe(true)
})

it('says the loss by the day on which it ends, as soon as that is said, with who says so', async () => {
  const { say, view, page, workspace, caseId } = await lateOrder()
  await say({ harmEnds: '2026-12-07', harmEndsBasis: 'Carrier, by telephone' })
  expect(three((await view()).expected!.p50)).toBe(42_600)
  expect((await page()).waiting!.end!.label).toBe('By 7 Dec, if nothing is done')
  const { appendix } = await workspace.call('brief.model', { caseId, language: 'en' })
  expect(JSON.stringify(appendix)).toContain('7 Dec 2026; Carrier, by telephone')
  await say({ harmEnds: '2026-12-31' })
  expect(three((await view()).expected!.p50)).toBe(139_000)
  await say({ harmEnds: '2027-01-29' })
  expect(three((await view()).expected!.p50)).toBe(255_000)
})

it('follows the arrival of an order, or the keeping of a promise, and knows no end once their day has passed', async () => {
  const { say, view, workspace, orderId, incidentId, customerId } = await lateOrder()
  await say({ harmEndsOrderId: orderId })
  expect(three((await view()).expected!.p50)).toBe(42_600)
  const { harmEnd } = await workspace.call('incidents.get', { id: incidentId })
  expect(harmEnd).toMatchObject({ end: { as: 'day', on: '2026-12-07' }, follows: { is: 'order', title: 'Freezer' } })
  await workspace.call('orders.change', { id: orderId, patch: { promisedOn: '2026-12-31' } })
  expect(three((await view()).expected!.p50)).toBe(139_000)
  await workspace.call('orders.change', { id: orderId, patch: { promisedOn: '2026-11-25' } })
  expect((await view()).expected).toBeNull()
  await workspace.call('orders.change', { id: orderId, patch: { receivedOn: '2026-11-29' } })
  expect(await workspace.call('losses.waiting', { incidentId })).toBeNull()

  const { id: promiseId } = await workspace.call('promises.create', {
    customerId,
    words: 'The line runs by Monday week',
    madeAt: now,
    dueAt: '2026-12-07'
  })
  await say({ harmEndsOrderId: null, harmEndsPromiseId: promiseId })
  expect(three((await view()).expected!.p50)).toBe(42_600)
  await workspace.call('promises.close', { id: promiseId, outcome: 'broken' })
  expect((await view()).expected).toBeNull()
})

it('draws a range of days: wider the later it may end, and the likely day is not taken as known', async () => {
  const { say, view, page } = await lateOrder()
  const spread = async (patch: object): Promise<[number, number]> => {
    await say(patch)
    const { p10, p90, mean } = (await view()).expected!
    return [p90 - p10, mean]
  }
  const [day, onDay] = await spread({ harmEnds: '2026-12-10' })
  const [near, onNear] = await spread({ harmEndsEarliest: '2026-12-08', harmEndsLatest: '2026-12-12' })
  const [far, onFar] = await spread({ harmEndsEarliest: '2026-12-05', harmEndsLatest: '2027-01-10' })
  expect(near).toBeGreaterThan(day)
  expect(far).toBeGreaterThan(2 * near)
  // PERT means of 8, 10, 12 and of 5, 10, 41 December
  expect(Math.abs(onNear - onDay)).toBeLessThan(20_000)
  expect(Math.abs(onFar - onDay - (26 / 6) * 400_000)).toBeLessThan(30_000)
  const { label } = (await page()).waiting!.end!
  expect(label).toBe('When the harm ends (5 Dec to 10 Jan 2027), if nothing is done')
  await expect(say({ harmEndsEarliest: '2026-12-11' })).rejects.toMatchObject({ code: 'invalid' })
})

it('looks at a day that the advocate chose, and calls it that', async () => {
  const { say, page, view, waiting } = await lateOrder()
  const typed = (await waiting('2026-12-31'))!
  expect(typed.lookedAt).toBe('2026-12-31')
  expect(three(typed.points.at(-1)!.loss.p50)).toBe(139_000)
  await say({ harmLookedAt: '2026-12-07' })
  const { end } = (await page()).waiting!
  expect(end).toMatchObject({ label: 'If it lasts until 7 Dec', text: expect.stringContaining('42,600') as string })
  expect((await view()).expected).toBeNull()
  expect((await page()).options!.note).toBe('Loss remaining is not given: nobody knows yet when the harm ends.')
})

it('counts a dated step only where the harm lasts to see it', async () => {
  const { say, view, workspace, incidentId } = await lateOrder()
  await workspace.call('cliffs.create', { incidentId, title: 'Listing', on: '2026-12-20', amount: 10_000_000 })
  await say({ harmEndsEarliest: '2026-12-10', harmEnds: '2026-12-20', harmEndsLatest: '2026-12-30' })
  const { steps } = (await view()).expected!
  // symmetric about the step's own day, which counts: a little more than half of the draws
  expect(steps.p10).toBe(0)
  expect(steps.p90).toBe(10_000_000)
  expect(steps.mean / 10_000_000).toBeGreaterThan(0.5)
  expect(steps.mean / 10_000_000).toBeLessThan(0.6)
})

it('refuses an order of another customer', async () => {
  const { say, workspace } = await lateOrder()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Other', currency: 'EUR' })
  const { id } = await workspace.call('orders.create', { customerId, title: 'Theirs' })
  await expect(say({ harmEndsOrderId: id })).rejects.toMatchObject({ fields: { harmEndsOrderId: expect.any(String) as string } })
})
