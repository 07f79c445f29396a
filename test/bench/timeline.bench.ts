import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import type { Input } from '../../src/shared/contract/table'
import type { Cell } from '../../src/workspace/store/bulk'

const FEW = 10_000
const MANY = 100_000
const TURNS = 60

/** A workspace with one customer who had so many interactions in ten years, fifty promises and fifty orders. */
async function busy(file: string, count: number): Promise<{ workspace: Workspace; customerId: string }> {
  const workspace = await openWorkspace(file, { create: true, building: true, actor: () => 'Bench' })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Busy', currency: 'EUR', timeZone: 'Europe/Athens' })
  const columns = ['id', 'createdAt', 'updatedAt', 'customerId', 'channel', 'direction', 'at', 'zone', 'subject', 'notes']
  const step = (10 * 365 * 86_400_000) / count
  for (let from = 0; from < count; from += 10_000) {
    await workspace.store.journal!.change(async (change) => {
      const rows: Cell[][] = Array.from({ length: 10_000 }, (_, index) => {
        const n = from + index
        const at = new Date(Date.UTC(2016, 0, 1) + Math.round(n * step)).toISOString().replace('.000', '')
        const notes = `They asked about batch ${n % 977}${n % 10 === 0 ? ', the freezer' : ''}${n === 77 ? ' and the zeppelin' : ''}.`
        return [
          change.newId(),
          change.at,
          change.at,
          customerId,
          'call',
          n % 2 ? 'in' : 'out',
          at,
          'UTC',
          `Call number ${n}`,
          notes
        ]
      })
      change.put('interaction', columns, rows)
      change.says('create', 'interaction', 'Calls', customerId)
    })
  }
  for (let n = 0; n < 50; n++) {
    const madeAt = `20${16 + (n % 10)}-03-01T09:00:00Z`
    await workspace.call('promises.create', { customerId, words: `Promise ${n}`, madeAt, dueAt: `20${16 + (n % 10)}-03-09` })
    await workspace.call('orders.create', { customerId, title: `Order ${n}`, orderedOn: `20${16 + (n % 10)}-05-01` })
  }
  await workspace.close()
  return { workspace: await openWorkspace(file, { actor: () => 'Bench' }), customerId }
}

const at = (values: number[], part: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!

async function took(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

type Filter = Omit<Input<'timeline.months'>, 'customerId'>
const filters: Record<string, Filter> = {
  'every kind': {},
  'a kind with few': { kinds: ['promise'] },
  'a year': { from: '2019', to: '2019' },
  'a word in each tenth': { text: 'freezer' },
  'a word in all': { text: 'batch' },
  'a word in one': { text: 'zeppelin' },
  'a word in none': { text: 'balloon' }
}

export const name = 'timeline'

/** Pages of 120 of a customer's timeline, at the top and in the past, and the count by month with every filter. Milliseconds. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const few = await busy(join(folder, 'few.redress'), FEW)
  const many = await busy(join(folder, 'many.redress'), MANY)
  try {
    const page = ({ workspace, customerId }: typeof few, turn: number) =>
      took(() =>
        workspace.call('timeline.list', { customerId, limit: 120, ...(turn % 2 ? { until: `20${17 + (turn % 8)}-07` } : {}) })
      )
    const own: number[] = []
    const base: number[] = []
    for (let turn = 0; turn < TURNS; turn++) {
      base.push(await page(few, turn))
      own.push(await page(many, turn))
    }
    const row = (name: string, ours: number, baseline: number, goal: number) => ({
      name,
      ours,
      baseline,
      ratio: ours / baseline,
      goal,
      unit: 'ms'
    })
    const found = [
      row('a page of 100,000 against 10,000, median', at(own, 0.5), at(base, 0.5), 1.2),
      row('a page of 100,000 against 30 ms, p95', at(own, 0.95), 30, 1)
    ]
    for (const [words, filter] of Object.entries(filters)) {
      const { workspace, customerId } = many
      const pages: number[] = []
      const months: number[] = []
      for (let turn = 0; turn < 10; turn++) {
        pages.push(await took(() => workspace.call('timeline.list', { customerId, limit: 120, ...filter })))
        months.push(await took(() => workspace.call('timeline.months', { customerId, ...filter })))
      }
      found.push(
        row(`${words}: a page, against 100 ms`, at(pages, 0.9), 100, 1),
        row(`${words}: its months, against 100 ms`, at(months, 0.9), 100, 1)
      )
    }
    // the picture: all of it, and a month of ten times as many
    const picture = ({ workspace, customerId }: typeof few, span: object) =>
      took(() => workspace.call('timeline.picture', { customerId, ...span }))
    const whole: number[] = []
    const [month, monthOfFew]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < 10; turn++) {
      whole.push(await picture(many, {}))
      const span = { from: `20${17 + (turn % 8)}-07-01`, to: `20${17 + (turn % 8)}-07-31` }
      monthOfFew.push(await picture(few, span))
      month.push(await picture(many, span))
    }
    found.push(
      row('the whole picture, against 100 ms', at(whole, 0.9), 100, 1),
      row('the picture of a month of 100,000 against 10,000, median', at(month, 0.5), at(monthOfFew, 0.5), 1.2)
    )
    return found
  } finally {
    await few.workspace.close()
    await many.workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
