// Lists that ask the database for fewer rows give what the rule leaves of all rows.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { careWeight } from '../../src/shared/records/care'
import { customerColumns } from '../../src/shared/records/customers'
import { incidentColumns, incidentSeverities, isOpenIncident } from '../../src/shared/records/incidents'
import { daysAtRisk, orderColumns, orderStates } from '../../src/shared/records/orders'
import { promiseColumns, promisesShown, promiseStates, showsPromise } from '../../src/shared/records/promises'
import { fold } from '../../src/shared/values/fold'
import { inOrder } from '../../src/shared/values/in-order'
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

    // a page is the beginning of the whole list, in the order of any of its columns
    const orders = (await call('orders.list', { customerId })).map((row) => ({
      ...row,
      by: row.late.minutes ?? row.late.days * 1_440
    }))
    const late = orders.filter(({ state }) => state === 'late')
    const promises = await call('promises.list', { customerId })
    expect([late.length > 1, promises.length > 4]).toEqual([true, true])
    const sorts = <C extends string>(columns: readonly C[]) => [
      null,
      ...columns.flatMap((id) => [true, false].map((down) => ({ id, down })))
    ]
    const fieldOf = { what: 'title', promised: 'promisedOn', needed: 'neededBy', received: 'receivedOn', state: 'by' } as const
    for (const sort of sorts(orderColumns)) {
      const whole = (rows: typeof orders) => (sort ? inOrder(rows, (row) => row[fieldOf[sort.id]], sort.down, 'en-GB') : rows)
      for (const show of ['all', 'late'] as const) {
        const page = await call('orders.page', { customerId, show, sort, first: 2 })
        const rows = whole(show === 'late' ? late : orders)
        expect(page.rows.map(({ id }) => id)).toEqual(rows.slice(0, 2).map(({ id }) => id))
        expect([page.total, page.late]).toEqual([rows.length, late.length])
      }
    }
    const columnOf = { words: 'words', by: 'madeBy', due: 'dueAt', state: 'state' } as const
    for (const sort of sorts(promiseColumns)) {
      for (const show of promisesShown) {
        const shown = promises.filter((row) => showsPromise(show, row))
        const rows = sort ? inOrder(shown, (row) => row[columnOf[sort.id]], sort.down, 'en-GB') : shown
        const page = await call('promises.page', { customerId, show, sort, first: 3 })
        expect(page).toEqual({ rows: rows.slice(0, 3), total: rows.length, any: true })
      }
    }
    expect(await call('promises.page', { customerId: crypto.randomUUID(), show: 'open', sort: null, first: 9 })).toEqual({
      rows: [],
      total: 0,
      any: false
    })

    // so are the pages of all customers and of incidents, and what words leave of them
    const customers = await call('customers.list', {})
    const valueOf = (row: (typeof customers)[number]) => ({
      name: row.name,
      care: careWeight(row),
      promises: row.openPromises,
      last: row.lastInteractionAt
    })
    for (const sort of sorts(customerColumns))
      for (const words of ['', 'FOODS', 'cus-2', 'estonia']) {
        const found = customers.filter((row) =>
          fold(`${row.name} ${row.ref} ${row.industry} ${row.country === 'EE' ? 'Estonia' : ''}`).includes(fold(words))
        )
        const rows = sort ? inOrder(found, (row) => valueOf(row)[sort.id], sort.down, 'en-GB') : found
        expect(found.length).toBeGreaterThan(0)
        expect(await call('customers.page', { words, sort, first: 2 })).toEqual({
          rows: rows.slice(0, 2),
          total: rows.length,
          of: customers.length
        })
      }
    for (const asked of [{}, { customerId }]) {
      const incidents = await call('incidents.list', asked)
      const open = incidents.filter(isOpenIncident)
      for (const sort of sorts(incidentColumns))
        for (const [show, words] of [
          ['all', ''],
          ['open', ''],
          ['all', 'inc-'],
          ['all', 'FREEZER']
        ] as const) {
          const found = (show === 'open' && open.length > 0 ? open : incidents).filter(({ ref, title, customer }) =>
            fold(`${ref} ${title} ${customer}`).includes(fold(words))
          )
          const by = (row: (typeof incidents)[number]) =>
            sort!.id === 'severity' ? incidentSeverities.indexOf(row.severity) : row[sort!.id]
          const rows = sort ? inOrder(found, by, sort.down, 'en-GB') : found
          const page = await call('incidents.page', { ...asked, show, words, sort, first: 2 })
          expect(page).toEqual({ rows: rows.slice(0, 2), total: rows.length, of: incidents.length, open: open.length })
        }
    }

    // and what a form lets one choose from: by words, references and ids, without what an incident came of
    const names = customers.map(({ name }) => name)
    const all = await call('customers.pick', {})
    expect([all.total, all.rows.map(({ title }) => title)]).toEqual([names.length, names])
    expect((await call('customers.pick', { words: ` ${customers[1]!.ref.toLowerCase()} ` })).rows).toMatchObject([
      { id: customers[1]!.id }
    ])
    const newest = (await call('orders.list', { customerId })).toSorted((a, b) => b.number - a.number)
    const oldest = newest.at(-1)!
    expect(await call('orders.pick', { customerId, first: 2, ids: [oldest.id] })).toMatchObject({
      rows: newest.slice(0, 2).map(({ id, title }) => ({ id, title })),
      total: newest.length,
      named: [{ id: oldest.id, ref: oldest.ref }]
    })
    expect((await call('orders.pick', { customerId: customers[1]!.id, ids: [oldest.id] })).named).toEqual([])
    const free = promises.filter(({ incident }) => incident === null)
    expect(free.length).toBeLessThan(promises.length)
    const offered = await call('promises.pick', { customerId, free: true })
    expect(offered.rows.map(({ id, state }) => [id, state]).sort()).toEqual(free.map(({ id, state }) => [id, state]).sort())
    await close()
  })
})
