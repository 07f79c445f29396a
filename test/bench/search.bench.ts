import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import type { Input } from '../../src/shared/contract/table'
import type { Cell } from '../../src/workspace/store/bulk'

const NOTES = 500_000
const TURNS = 7
const limit = 50

const words = 'delivery freezer pallet invoice driver morning warehouse label season casserole engineer package contract'.split(' ')

/** A workspace with so many notes of some twenty words, of fifty customers over ten years. */
async function filled(file: string): Promise<{ workspace: Workspace; customerId: string }> {
  const building = await openWorkspace(file, { create: true, building: true, actor: () => 'Bench' })
  const ids: string[] = []
  for (let n = 0; n < 50; n++)
    ids.push((await building.call('customers.create', { name: `Customer ${n}`, currency: 'EUR', timeZone: 'Europe/Athens' })).id)
  const columns = ['id', 'createdAt', 'updatedAt', 'customerId', 'channel', 'direction', 'at', 'zone', 'subject', 'notes']
  const step = (10 * 365 * 86_400_000) / NOTES
  for (let from = 0; from < NOTES; from += 10_000)
    await building.store.journal!.change(async (change) => {
      const rows: Cell[][] = Array.from({ length: 10_000 }, (_, index) => {
        const n = from + index
        const at = new Date(Date.UTC(2016, 0, 1) + Math.round(n * step)).toISOString()
        const some = Array.from({ length: 12 }, (_, k) => words[(n * 7 + k * k) % words.length])
        const notes = `They asked about batch ${n % 977} again: ${some.join(' ')}${n === 77 ? ' zeppelins' : ''}.`
        return [change.newId(), change.at, change.at, ids[n % 50]!, 'call', 'in', at, 'UTC', `Call number ${n}`, notes]
      })
      change.put('interaction', columns, rows)
      change.says('create', 'interaction', 'Calls', ids[0]!)
    })
  await building.close()
  return { workspace: await openWorkspace(file, { actor: () => 'Bench' }), customerId: ids[7]! }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

async function took(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export const name = 'search'

/** What a search costs beside the same query in SQL alone, in turn, in milliseconds; the goal is one and a half times it and 50 ms. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  const { workspace, customerId } = await filled(join(folder, 'notes.redress'))
  try {
    const asked: [string, Omit<Input<'search.find'>, 'limit'>, string][] = [
      ['a word in one note, in another form', { words: 'zeppelin' }, '"zeppelin"*'],
      ['a word in nearly every note', { words: 'delivery' }, '"delivery"*'],
      ['two words in nearly every note', { words: 'freezer pallet' }, '"freezer"* AND "pallet"*'],
      ['a phrase', { words: '"asked about batch"' }, '"asked about batch"'],
      ['the beginning of a word', { words: 'de' }, '"de"*'],
      ['the best', { words: 'delivery', order: 'best' }, '"delivery"*'],
      ['of one customer', { words: 'delivery', customerId }, '"delivery"*'],
      ['of one month', { words: 'delivery', from: '2025-12', to: '2025-12' }, '"delivery"*']
    ]
    const raw = workspace.store.readDb.prepare(
      `SELECT search.rowid, i.id, i.at, i.customerId, i.subject, snippet(search, -1, '[', ']', '…', 16)
       FROM search JOIN searchKey k ON k.n = search.rowid JOIN interaction i ON i.id = unpacked_id(k.recordId)
       WHERE search MATCH @query AND (@customer IS NULL OR i.customerId = @customer)
         AND (@from IS NULL OR i.at >= @from) AND (@to IS NULL OR i.at <= @to || '~')
       ORDER BY search.rowid DESC LIMIT ${limit}`
    )
    const rows = []
    for (const [what, question, query] of asked) {
      const same = {
        query,
        customer: question.customerId ?? null,
        from: question.from ?? null,
        to: question.to ?? null
      }
      const [ours, baseline]: [number[], number[]] = [[], []]
      for (let turn = 0; turn < TURNS; turn++) {
        baseline.push(await took(() => raw.all(same)))
        ours.push(await took(() => workspace.call('search.find', { ...question, limit })))
      }
      const most = 1.5 * median(baseline) + 50
      rows.push({
        name: `search ${NOTES.toLocaleString('en')} notes: ${what}; beside 1.5 × SQLite + 50 ms`,
        ours: median(ours),
        baseline: most,
        ratio: median(ours) / most,
        goal: 1,
        unit: 'ms'
      })
    }
    return rows
  } finally {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
