import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { freshWorkspace, temporaryFolder } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })

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
  return { workspace, incidentId }
}

it('refuses an own formula that cannot be read, at its field and with the place', async () => {
  const { workspace, incidentId } = await incident()
  const line = (formula: string) => ({
    incidentId,
    title: 'Rooms',
    calculator: 'own-formula',
    currency: 'EUR',
    inputs: { formula, rooms: exact(4), rate: exact(90) }
  })
  await expect(workspace.call('lossLines.create', line('rooms * (rate'))).rejects.toMatchObject({
    code: 'invalid',
    fields: { 'inputs.formula': expect.stringMatching(/\d/) }
  })
  await expect(workspace.call('lossLines.create', line('rooms * nights'))).rejects.toMatchObject({
    fields: { 'inputs.formula': expect.stringContaining('nights') }
  })
  expect((await workspace.call('losses.sheet', { incidentId })).lines).toEqual([])
  await workspace.call('lossLines.create', line('rooms * rate'))
  expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(36_000)
})

it('keeps a driver fit for the lines that use it', async () => {
  const { workspace, incidentId } = await incident()
  const { id: driverId } = await workspace.call('drivers.create', {
    incidentId,
    name: 'Share kept',
    unit: 'share',
    quantity: exact(0.5)
  })
  await workspace.call('lossLines.create', {
    incidentId,
    title: 'Lost sales',
    calculator: 'lost-sales',
    currency: 'EUR',
    inputs: { unitsShort: exact(100), contributionPerUnit: exact(10), shareRecaptured: { as: 'driver', driverId } }
  })
  await expect(
    workspace.call('drivers.change', { id: driverId, patch: { unit: 'days', quantity: exact(9) } })
  ).rejects.toMatchObject({ code: 'invalid', fields: { quantity: expect.stringContaining('Lost sales') } })
  await expect(workspace.call('drivers.trash', { id: driverId })).rejects.toMatchObject({ code: 'invalid' })
  await workspace.call('drivers.change', { id: driverId, patch: { quantity: exact(0.2) } })
  expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(80_000)
})

it('takes a line back out of the trash only while what it needs is there', async () => {
  const { workspace, incidentId } = await incident()
  const { id: driverId } = await workspace.call('drivers.create', {
    incidentId,
    name: 'Units short',
    unit: 'count',
    quantity: exact(100)
  })
  const { id } = await workspace.call('lossLines.create', {
    incidentId,
    title: 'Lost sales',
    calculator: 'lost-sales',
    currency: 'EUR',
    inputs: { unitsShort: { as: 'driver', driverId }, contributionPerUnit: exact(10) }
  })
  await workspace.call('lossLines.create', {
    incidentId,
    title: 'Trailers',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: exact(500) }
  })
  await workspace.call('lossLines.trash', { id })
  await workspace.call('drivers.trash', { id: driverId })
  await expect(workspace.call('lossLines.restore', { id })).rejects.toMatchObject({
    code: 'invalid',
    fields: { 'inputs.unitsShort': expect.stringMatching(/shared/i) }
  })
  expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(50_000)
  await workspace.call('drivers.restore', { id: driverId })
  await workspace.call('lossLines.restore', { id })
  expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(150_000)
})

describe('currencies', () => {
  const gbp = { from: 'GBP', to: 'EUR', rate: 1.25, on: '2026-03-01', source: 'Bank of England' }
  const cut = (inputs = {}) => ({
    title: 'Power cut',
    calculator: 'power-cut-gb',
    currency: 'GBP',
    inputs: { date: '2026-01-10', weather: 'normal', premises: 'business', hoursOff: exact(30), ...inputs }
  })

  it('of a law are kept, converted with a dated rate, and never taken as the incident’s', async () => {
    const { workspace, incidentId } = await incident()
    const create = (line: object) => workspace.call('lossLines.create', { incidentId, ...line } as never)
    await expect(create(cut())).rejects.toMatchObject({ fields: { currency: expect.stringContaining('GBP → EUR') } })
    await workspace.call('rates.create', gbp)
    await expect(create({ ...cut(), currency: 'EUR' })).rejects.toMatchObject({
      fields: { currency: expect.stringContaining('GBP') }
    })
    const { id } = await create(cut())
    await expect(workspace.call('lossLines.change', { id, patch: { currency: 'EUR' } })).rejects.toMatchObject({
      fields: { currency: expect.anything() }
    })
    const loss = await workspace.call('losses.simulate', { incidentId })
    // 220 pounds
    expect(loss.p50).toBe(27_500)
    expect(loss.rates).toMatchObject([gbp])
  })

  it('keep a rate for as long as a line needs it, and let it go when another does', async () => {
    const { workspace, incidentId } = await incident()
    const { id } = await workspace.call('rates.create', gbp)
    await workspace.call('lossLines.create', { incidentId, ...cut() } as never)
    await expect(workspace.call('rates.trash', { id })).rejects.toMatchObject({
      fields: { rate: expect.stringContaining('Power cut') }
    })
    await expect(workspace.call('rates.change', { id, patch: { from: 'USD' } })).rejects.toMatchObject({
      fields: { rate: expect.stringContaining('Power cut') }
    })
    await workspace.call('rates.create', { ...gbp, from: 'EUR', to: 'GBP', rate: 0.8, on: '2026-04-01' })
    await workspace.call('rates.trash', { id })
    expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(27_500)
  })

  it('turn a shared quantity in money, which is in the incident’s, into the line’s', async () => {
    const { workspace, incidentId } = await incident()
    await workspace.call('rates.create', { ...gbp, from: 'USD', rate: 0.8 })
    const { id: driverId } = await workspace.call('drivers.create', {
      incidentId,
      name: 'Hourly rate',
      unit: 'money-per-hour',
      quantity: exact(40)
    })
    const inputs = { people: exact(1), hoursIdle: exact(1), loadedRate: { as: 'driver' as const, driverId } }
    for (const currency of ['EUR', 'USD'])
      await workspace.call('lossLines.create', { incidentId, title: currency, calculator: 'idle-labour', currency, inputs })
    // 40 euros are 50 dollars are 40 euros
    const { byLine } = await workspace.call('losses.simulate', { incidentId })
    expect(byLine.map(({ p50 }) => p50)).toEqual([4_000, 4_000])
  })
})

it('keeps a shared quantity from a value with which a line has no result', async () => {
  const { workspace, incidentId } = await incident()
  const { id: driverId } = await workspace.call('drivers.create', { incidentId, name: 'Days', unit: 'days', quantity: exact(2) })
  const inputs = { formula: 'cost / (5 - days)', cost: exact(90), days: { as: 'driver' as const, driverId }, 'days.unit': 'days' }
  await workspace.call('lossLines.create', { incidentId, title: 'Rent', calculator: 'own-formula', currency: 'EUR', inputs })
  expect((await workspace.call('losses.simulate', { incidentId })).p50).toBe(3_000)
  await expect(workspace.call('drivers.change', { id: driverId, patch: { quantity: exact(5) } })).rejects.toMatchObject({
    fields: { quantity: expect.stringContaining('Rent') }
  })
})

it('gives the sample’s figures as they were written down, on every machine', async () => {
  const file = join(temporaryFolder(), 'Sample.redress')
  await buildSample(file)
  const sample = await openWorkspace(file)
  const figures: Record<string, unknown> = {}
  for (const { id, title } of await sample.call('incidents.list', {})) {
    const { p10, p50, p90, mean, currency, byStatus, byLine } = await sample.call('losses.simulate', { incidentId: id })
    if (byLine.length > 0)
      figures[title] = [currency, p10, p50, p90, mean, ...Object.values(byStatus).map(({ p50 }) => p50)].join(' ')
  }
  await sample.close()
  expect(figures).toMatchInlineSnapshot(`
    {
      "Cold room 2 failed on an August night": "EUR 983060 983060 983060 983060 0 983060 0 0",
      "Heat pump stood still in the frost": "EUR 16200 16500 16900 16513 12000 4500 0 0",
      "Ice rink opens a week late": "NOK 0 0 0 0 0 8610000 0 8610000",
      "Monitoring interface down for seven hours": "EUR 1120000 1210000 1300000 1209681 800000 431000 0 24000",
      "Rotor held in customs for want of a paper": "PHP 97400000 111000000 127000000 111660796 98800000 12420000 0 0",
      "Second freezer line late into the Christmas season": "EUR 27000000 29500000 32200000 29576207 25800000 4145000 0 476000",
      "Service invoiced for cabinets that are gone": "EUR 97300 103000 110000 103468 41700 61600 0 0",
      "Unit 17 out of range over a week-end": "EUR 2110000 2140000 2160000 2136136 191000 1944560 0 0",
    }
  `)
}, 60_000)
