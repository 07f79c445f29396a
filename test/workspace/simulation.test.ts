// A large case is simulated in a thread beside: others are answered meanwhile, and it can be stopped.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { bundle } from '../support/bundle'
import { temporaryFolder } from './support'

interface Told {
  told: string[]
  stopped: number
  view: unknown[]
  loss: unknown
  options: unknown[]
  simulated: number
  after: number
}

it(
  'a case of twelve incidents gives the same figures beside as here, keeps nobody waiting, and is stopped',
  { timeout: 180_000 },
  async () => {
    const file = join(temporaryFolder(), 'Large.redress')
    const { call, close } = await openWorkspace(file, { create: true, building: true })
    const { id: customerId } = await call('customers.create', { name: 'Large', currency: 'EUR' })
    const incidentIds: string[] = []
    for (let n = 0; n < 12; n++) {
      const { id: incidentId } = await call('incidents.create', {
        customerId,
        title: `Incident ${n}`,
        kind: 'defect',
        began: '2026-01-05',
        currency: 'EUR'
      })
      incidentIds.push(incidentId)
      await call('lossLines.create', {
        incidentId,
        title: `Line ${n}`,
        calculator: 'plain-amount',
        currency: 'EUR',
        inputs: { amount: { as: 'range', low: 500 + n, likely: 900, high: 2_000 } }
      } as never)
    }
    const { id } = await call('cases.create', { customerId, title: 'Large', currency: 'EUR', incidentIds })
    const { id: optionId } = await call('options.create', { caseId: id, title: 'Repair' })
    await call('remedies.create', { optionId, words: 'Repair', cost: 100_000, relief: 300_000, days: 3 })
    const here = await call('cases.get', { id })
    await close()

    const child = await bundle('test/workspace/simulation-child.ts', true)
    const { stdout } = await promisify(execFile)(process.execPath, [child, file, id], { maxBuffer: 1 << 26 })
    const there = JSON.parse(stdout) as Told
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
    expect(there.told.toSorted()).toEqual(['cancelled', 'cancelled', 'case', 'info'])
    expect(there.told.at(-1)).toBe('case')
    expect(there.view).toEqual(plain(here.incidents.map(({ loss }) => loss)))
    expect(there.loss).toEqual(plain(here.loss))
    expect(there.options).toEqual(plain(here.options))
    // each incident once and the case once, whoever asked for them; what is kept is not simulated again
    expect(there.stopped).toBe(1)
    expect(there.simulated).toBe(there.stopped + 13)
    expect(there.after).toBe(there.simulated)
  }
)
