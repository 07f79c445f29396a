import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import type { Cell } from '../../src/workspace/store/bulk'

const FEW = 2_000
const MANY = 20_000
const CUSTOMERS = 100
/** So many promises and orders are open in both: a desk has that much to do, however long the history behind it is. */
const OPEN = 200
/** So many were made in the last year. */
const RECENT = 1_000
const TURNS = 15

const instant = (time: number) => new Date(time).toISOString().replace('.000', '')
const day = 86_400_000

/** A workspace with so many promises and as many orders, of which the newest are open. */
async function filled(file: string, count: number): Promise<Workspace> {
  const workspace = await openWorkspace(file, { create: true, building: true, actor: () => 'Bench' })
  const base = ['id', 'createdAt', 'updatedAt', 'number']
  const now = Date.now()
  await workspace.store.journal!.change(async (change) => {
    const own = (n: number): Cell[] => [change.newId(), change.at, change.at, n]
    const customers = Array.from({ length: CUSTOMERS }, (_, n): Cell[] => [...own(n + 1), `Customer ${n}`, 'EUR'])
    change.put('customer', [...base, 'name', 'currency'], customers)
    const whose = (n: number) => customers[n % CUSTOMERS]![0]!
    // the last year is the same in both; what differs is the history before it
    const made = (n: number) =>
      n >= count - RECENT ? now - day * 365 * ((count - n) / RECENT) : now - day * 365 * (1 + 9 * (1 - n / (count - RECENT)))
    const promises = Array.from({ length: count }, (_, n): Cell[] => {
      const open = n >= count - OPEN
      const due = open ? now + day * (n % 14) - 3 * day : made(n) + 7 * day
      const closed = open ? null : instant(due - day * (n % 3))
      return [...own(n + 1), whose(n), `Promise ${n}`, instant(made(n)), instant(due), instant(due), closed, open ? null : 'kept']
    })
    change.put('promise', [...base, 'customerId', 'words', 'madeAt', 'dueAt', 'firstDueAt', 'closedAt', 'outcome'], promises)
    const orders = Array.from({ length: count }, (_, n): Cell[] => {
      const ordered = instant(made(n)).slice(0, 10)
      const promised = instant(n >= count - OPEN ? now + day * (n % 14) - 3 * day : made(n) + 7 * day).slice(0, 10)
      return [...own(n + 1), whose(n), `Order ${n}`, ordered, promised, n >= count - OPEN ? null : promised]
    })
    change.put('order', [...base, 'customerId', 'title', 'orderedOn', 'promisedOn', 'receivedOn'], orders)
    change.says('create', 'promise', 'Promises')
  })
  await workspace.close()
  return openWorkspace(file, { actor: () => 'Bench' })
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

export const name = 'desk'

/** The desk and the lists that are asked with it, of 20,000 promises and 20,000 orders and of a tenth of them. Milliseconds. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const [few, many] = [await filled(join(folder, 'few.redress'), FEW), await filled(join(folder, 'many.redress'), MANY)]
  const asked = {
    'the desk': (workspace: Workspace) => workspace.call('desk.today', {}),
    'the list of customers': (workspace: Workspace) => workspace.call('customers.list', {}),
    'promises that are overdue, the first 100': (workspace: Workspace) =>
      workspace.call('promises.list', { states: ['overdue'], limit: 100 }),
    'promises by state': (workspace: Workspace) => workspace.call('promises.count', {})
  }
  try {
    const rows = []
    for (const [what, ask] of Object.entries(asked)) {
      const took = async (workspace: Workspace) => {
        const started = performance.now()
        await ask(workspace)
        return performance.now() - started
      }
      const [own, base]: number[][] = [[], []]
      for (let turn = 0; turn < TURNS; turn++) {
        base!.push(await took(few))
        own!.push(await took(many))
      }
      const [ours, baseline] = [median(own!), median(base!)]
      rows.push({ name: `${what}, against 100 ms`, ours, baseline: 100, ratio: ours / 100, goal: 1, unit: 'ms' })
      // a count of everything looks at everything
      if (what !== 'promises by state')
        rows.push({
          name: `${what}, against a tenth of the history`,
          ours,
          baseline,
          ratio: ours / baseline,
          goal: 1.5,
          unit: 'ms'
        })
    }
    return rows
  } finally {
    await few.close()
    await many.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
