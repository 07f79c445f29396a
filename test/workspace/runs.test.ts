// A line that goes on, through the product: stored and read back by `call`.
import { expect, it } from 'vitest'
import { calculatorById } from '../../src/shared/losses/model/all-calculators'
import { freshWorkspace } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
// a Monday; in an empty workspace people work Monday to Friday from nine to five
const now = '2026-11-30T09:00:00Z'

async function incident(patch: object = { harmEnds: '2026-12-11' }) {
  const workspace = await freshWorkspace({ now: () => now })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: incidentId } = await workspace.call('incidents.create', {
    customerId,
    title: 'Line stopped',
    kind: 'late-delivery',
    began: '2026-11-23',
    currency: 'EUR',
    ...patch
  })
  const { id: caseId } = await workspace.call('cases.create', {
    customerId,
    title: 'C',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const line = (calculator: string, inputs: object, runs: object | null, more: object = {}) =>
    workspace.call('lossLines.create', {
      incidentId,
      title: calculator,
      calculator,
      currency: 'EUR',
      inputs,
      runs: runs as never,
      ...more
    } as never)
  const soFar = async () => (await workspace.call('losses.simulate', { incidentId })).p50 / 100
  const waiting = () => workspace.call('losses.waiting', { incidentId })
  const expected = async () => (await workspace.call('cases.get', { id: caseId })).expected!
  return { workspace, customerId, incidentId, caseId, line, soFar, waiting, expected }
}

const rent = { amount: exact(680), basis: '' }

it('grows by the day, the hour and the week; the first day, today and the last day count', async () => {
  const { line, soFar, waiting, expected } = await incident()
  await line('plain-amount', rent, { per: 'day', from: '2026-11-23' })
  expect(await soFar()).toBe(8 * 680)
  expect((await waiting())!.perDay.p50).toBe(680_00)
  expect((await expected()).p50).toBe((8 + 11) * 680_00)
  await line('plain-amount', { amount: exact(10) }, { per: 'hour', from: '2026-11-30' })
  await line('plain-amount', { amount: exact(700) }, { per: 'week', from: '2026-11-24' })
  expect(await soFar()).toBe(8 * 680 + 24 * 10 + 700)
})

it('counts working days, hours and shifts by the customer’s own calendar, else by the workspace’s', async () => {
  const { workspace, customerId, line, soFar, expected } = await incident()
  await line(
    'idle-labour',
    { people: exact(10), hoursIdle: exact(8), loadedRate: exact(30), shareRedeployed: exact(0) },
    { per: 'working-day', from: '2026-11-23' }
  )
  // Monday to Monday: six working days of 2,400; nine more until Friday 11 December
  expect(await soFar()).toBe(6 * 2_400)
  expect((await expected()).p50).toBe(15 * 2_400_00)
  const day: [string, string][] = [
    ['06:00', '14:00'],
    ['14:00', '22:00']
  ]
  const calendar = { hours: [day, day, day, day, day, day, []], holidays: ['2026-11-25'] }
  await workspace.call('customers.change', { id: customerId, patch: { calendar } })
  // Saturday is worked, the holiday is not
  expect(await soFar()).toBe(6 * 2_400)
  await line('plain-amount', { amount: exact(1) }, { per: 'shift', from: '2026-11-23' })
  await line('plain-amount', { amount: exact(100) }, { per: 'working-hour', from: '2026-11-30' })
  expect(await soFar()).toBe(6 * 2_400 + 12 + 1_600)
  await expect(
    workspace.call('customers.change', {
      id: customerId,
      patch: { calendar: { ...calendar, hours: [[['14:00', '06:00']], [], [], [], [], [], []] } }
    })
  ).rejects.toMatchObject({ code: 'invalid' })
})

it('stops at its maximum and at its own end', async () => {
  const { line, soFar, waiting, expected } = await incident()
  await line('plain-amount', rent, { per: 'day', from: '2026-11-23', most: 6_000 })
  expect(await soFar()).toBe(5_440)
  expect((await expected()).p50).toBe(6_000_00)
  await line('plain-amount', { amount: exact(100) }, { per: 'day', from: '2026-11-23', until: '2026-12-20' })
  // it goes on after the harm of the others
  expect((await expected()).p50).toBe(6_000_00 + 28 * 100_00)
  expect((await waiting())!.until).toBe('2026-12-20')
})

it('a stopped line of 115,200 that is open costs by the day, and an option that ends it leaves what it had cost by then', async () => {
  const { workspace, caseId, line, soFar, waiting, expected } = await incident()
  // 16 hours a day for six working days
  await line(
    'line-down',
    { hoursDown: exact(16), unitsPerHour: exact(120), contributionPerUnit: exact(10) },
    { per: 'working-day', from: '2026-11-23' }
  )
  expect(await soFar()).toBe(115_200)
  // five working days in the coming week
  expect((await waiting())!.perDay.p50).toBe(Math.round((5 * 19_200_00) / 7))
  const whole = (await expected()).p50
  expect(whole).toBe(15 * 19_200_00)
  const { id: optionId } = await workspace.call('options.create', { caseId, title: 'Repair' })
  const { id } = await workspace.call('remedies.create', { optionId, words: 'Repair it', days: 4, endsHarm: true })
  const left = async () =>
    (await workspace.call('cases.get', { id: caseId })).options.find((option) => option.id === optionId)!.remaining!
  expect((await left()).p50).toBe(10 * 19_200_00)
  expect((await left()).sooner!.p50).toBe(5 * 19_200_00)
  await workspace.call('remedies.change', { id, patch: { days: 2, relief: 100_00 } })
  expect((await left()).p50).toBe(8 * 19_200_00 - 100_00)
  await workspace.call('remedies.change', { id, patch: { endsHarm: false } })
  expect(await left()).toMatchObject({ p50: whole - 100_00, sooner: null })
})

it('is shown with its time in the brief, in the working and in words', async () => {
  const { workspace, caseId, line } = await incident()
  await line('plain-amount', rent, { per: 'day', from: '2026-11-23', most: 5_000 })
  const { appendix } = await workspace.call('brief.model', { caseId, language: 'en' })
  const [shown] = appendix.loss!.incidents[0]!.lines
  expect(shown!.facts.find(({ label }) => label === 'Goes on')!.text).toBe(
    'The whole result per day, from 23 Nov 2026 until the harm ends, at most €5,000.00'
  )
  expect(shown!.working!.rows.map(([label, , amount]) => [label, amount])).toEqual([
    ['Days', '8 days'],
    ['Amount', '€5,440.00'],
    ['Beyond the maximum', '-€440.00'],
    ['Total', '€5,000.00']
  ])
})

it('is refused at its field, and for what does not go on', async () => {
  const { line } = await incident()
  const fields = (runs: object, calculator = 'plain-amount', inputs: object = rent) =>
    line(calculator, inputs, runs).then(
      () => [],
      ({ fields }: { fields: object }) => Object.keys(fields)
    )
  expect(await fields({ per: 'moon', from: '2026-11-23' })).toEqual(['runs.per'])
  expect(await fields({ per: 'day' })).toEqual(['runs.from'])
  expect(await fields({ per: 'day', from: '2026-11-23', until: '2026-11-22' })).toEqual(['runs.until'])
  expect(await fields({ per: 'day', from: '2026-11-23', most: 0 })).toEqual(['runs.most'])
  expect(await fields({ per: 'day', from: '2026-11-23', field: 'amount' })).toEqual(['runs.field'])
  const flight = calculatorById('flight-eu')!.examples[0]!.inputs
  expect(await fields({ per: 'day', from: '2026-11-23' }, 'flight-eu', flight)).toContain('runs')
})

it('lets an own formula name what goes on, and a shared quantity be so much per day', async () => {
  const { workspace, incidentId, line, soFar, expected } = await incident()
  const { id: driverId } = await workspace.call('drivers.create', {
    incidentId,
    name: 'Hours a day',
    unit: 'hours',
    quantity: exact(16)
  })
  const inputs = {
    formula: 'hours * rate + setup',
    hours: { as: 'driver', driverId },
    'hours.unit': 'hours',
    rate: exact(50),
    setup: exact(1_000)
  }
  await line('own-formula', inputs, { per: 'day', from: '2026-11-29', field: 'hours' })
  expect(await soFar()).toBe(2 * 16 * 50 + 1_000)
  expect((await expected()).p50).toBe((13 * 16 * 50 + 1_000) * 100)
})

it('is undone and done again as a whole', async () => {
  const { workspace, incidentId, line } = await incident()
  const { id } = (await line('plain-amount', rent, { per: 'day', from: '2026-11-23' })) as { id: string }
  await workspace.call('lossLines.change', { id, patch: { runs: null } })
  const runs = async () => (await workspace.call('losses.sheet', { incidentId })).lines[0]!.runs
  expect(await runs()).toBeNull()
  await workspace.call('journal.undo', {})
  expect(await runs()).toEqual({ per: 'day', from: '2026-11-23' })
})
