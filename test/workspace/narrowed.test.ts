// Lists that ask the database for fewer rows give what the rule leaves of all rows.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { daysAtRisk, orderStates } from '../../src/shared/records/orders'
import { promiseStates } from '../../src/shared/records/promises'
import { addDays } from '../../src/shared/values/zones'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { temporaryFolder } from './support'

/** Every choice among states. */
const choices = <S>(states: readonly S[]): S[][] =>
  Array.from({ length: 2 ** states.length }, (_, bits) => states.filter((_, at) => bits & (1 << at)))

describe('a list of some states', () => {
  it('holds what the whole list holds of them, in its order, for one customer and for all', async () => {
    const file = join(temporaryFolder(), 'Sample.redress')
    await buildSample(file)
    const { call, close } = await openWorkspace(file)
    const [some] = await call('customers.list', {})
    // the odd ones: settled without a day, cancelled or delivered by the word of a source alone
    const customerId = some!.id
    for (const standing of ['delivered', 'cancelled', 'shipped'] as const)
      await call('orders.create', { customerId, title: standing, promisedOn: '2024-05-01', standing })
    // on both sides of the days at which an order becomes late or at risk, by its promise and by its need
    const { today } = await call('workspace.info', {})
    for (const days of [-1, 0, daysAtRisk, daysAtRisk + 1]) {
      const on = addDays(today, days)
      await call('orders.create', { customerId, title: `Promised ${on}`, promisedOn: on })
      await call('orders.create', { customerId, title: `Needed ${on}`, neededBy: on })
      await call('orders.create', { customerId, title: `Shipped ${on}`, promisedOn: on, shippedOn: '2024-05-01' })
    }
    await call('orders.create', { customerId, title: 'Too late', neededBy: addDays(today, 20), promisedOn: addDays(today, 30) })
    const made = { customerId, words: 'Soon', madeAt: '2024-05-01T09:00:00Z' }
    const { id } = await call('promises.create', made)
    await call('promises.close', { id, outcome: 'kept' })
    await call('promises.create', { ...made, dueAt: '2024-05-02', outcome: 'broken' })
    await call('promises.create', { ...made, outcome: 'withdrawn' })
    for (const asked of [{}, { customerId }]) {
      const orders = await call('orders.list', asked)
      for (const states of choices(orderStates))
        expect(await call('orders.list', { ...asked, states })).toEqual(orders.filter(({ state }) => states.includes(state)))
      const promises = await call('promises.list', asked)
      for (const states of choices(promiseStates))
        expect(await call('promises.list', { ...asked, states })).toEqual(promises.filter(({ state }) => states.includes(state)))
      const counted = promiseStates.map((state) => [state, promises.filter((row) => row.state === state).length])
      expect(await call('promises.count', asked)).toEqual(Object.fromEntries(counted))
    }
    await close()
  })
})
