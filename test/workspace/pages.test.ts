// What a screen asks for is as long as what it shows, however long the history: every read is asked of a workspace and of one
// with ten times the records of the same customer.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { ReadName } from '../../src/shared/contract/rests'
import { contract } from '../../src/shared/contract/table'
import { pickable } from '../../src/shared/contract/pick'
import { instantAt } from '../../src/shared/values/zones'
import { standardRules } from '../../src/shared/records/signal-rules'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import type { Cell } from '../../src/workspace/store/bulk'
import { temporaryFolder } from './support'

const reads = Object.entries(contract).flatMap(([name, { kind, room }]) =>
  kind === 'read' && room === 'workspace' ? [name as ReadName] : []
)
const few = 110
/** So many are open in both; the rest is the history behind them. */
const now = 15
const many = 10 * few

/** Answers that hold all there is. No screen asks for these: */
const forScripts: ReadName[] = ['customers.list', 'incidents.list', 'orders.list']
/** And these are of one customer, or of what a person wrote by hand and looks at as a whole. */
const byHand: ReadName[] = ['cases.list', 'cases.learned', 'evidence.list', 'voice.list', 'promises.list']

/** The picture has marks up to a number, then counts; the year's signals are told by its days, whatever happened on them. */
const bounded: ReadName[] = ['timeline.picture', 'signals.line', 'signals.track']

const pad = (n: number): string => String(n).padStart(4, '0')
const day = 86_400_000
const open = <T>(n: number, then: T): T | null => (n < now ? null : then)

/** A workspace with so many records of every kind that lists show, all of one customer, and as many customers more. */
async function filled(count: number): Promise<{ workspace: Workspace; ids: Record<string, string> }> {
  const file = join(temporaryFolder(), 'Test.redress')
  const workspace = await openWorkspace(file, { create: true, actor: () => 'Tester' })
  onTestFinished(() => workspace.close())
  const ids: Record<string, string> = {}
  // the same months in both, with ten times as much in each
  const past = (n: number): number => 400 * day + ((n - now) * 300 * day) / (count - now)
  const at = (n: number): string => instantAt(Date.now() - (n < now ? n * (day / 4) : past(n)))
  await workspace.store.journal!.change(async (change) => {
    const put = (entity: Parameters<typeof change.put>[0], columns: Record<string, (n: number) => Cell>) => {
      const rows = Array.from({ length: count }, (_, n): Cell[] => [
        change.newId(),
        change.at,
        change.at,
        ...Object.values(columns).map((of) => of(n))
      ])
      ids[entity] = rows[0]![0] as string
      change.put(entity, ['id', 'createdAt', 'updatedAt', ...Object.keys(columns)], rows)
    }
    // numbers of one length, so that the same rows are as many bytes
    const number = (n: number) => 1_000 + n
    put('customer', { number, name: (n) => `Customer ${pad(n)}`, currency: () => 'EUR' })
    const customerId = () => ids.customer!
    put('order', {
      number,
      customerId,
      title: (n) => `Order ${pad(n)}`,
      promisedOn: (n) => at(n).slice(0, 10),
      receivedOn: (n) => open(n, at(n).slice(0, 10))
    })
    put('incident', {
      number,
      customerId,
      title: (n) => `Incident ${pad(n)}`,
      kind: () => 'outage',
      began: at,
      state: (n) => (n < now ? 'open' : 'closed'),
      currency: () => 'EUR'
    })
    put('promise', {
      number,
      customerId,
      words: (n) => `Promise ${pad(n)}`,
      madeAt: at,
      dueAt: (n) => at(n).slice(0, 10),
      closedAt: (n) => open(n, at(n)),
      outcome: (n) => open(n, 'kept')
    })
    put('interaction', {
      customerId,
      channel: () => 'email',
      direction: () => 'in',
      subject: (n) => `Mail ${pad(n)}`,
      at,
      needsReply: (n) => (n < now ? 1 : 0)
    })
    put('voice', {
      customerId,
      kind: () => 'need',
      words: (n) => `Need ${pad(n)}`,
      saidAt: at,
      state: (n) => (n < now ? 'open' : 'met')
    })
    put('evidence', { number, customerId, title: (n) => `Evidence ${pad(n)}` })
    put('case', { number, customerId, title: (n) => `Case ${pad(n)}`, currency: () => 'EUR' })
    change.says('create', 'customer', 'All')
  })
  return { workspace, ids }
}

it('does not grow with the history', async () => {
  const [small, large] = [await filled(few), await filled(many)]
  const sort = null
  const asks = ({ customer, incident, case: of }: Record<string, string>): Partial<Record<ReadName, unknown[]>> => ({
    'customers.page': [
      { words: '', sort: { id: 'care', down: true }, first: 20 },
      { words: 'Customer', sort, first: 20 }
    ],
    'incidents.page': [
      { show: 'all', words: '', sort: { id: 'title', down: true }, first: 20 },
      { customerId: customer, show: 'open', words: 'incident', sort, first: 20 }
    ],
    'orders.page': (['open', 'all'] as const).map((show) => ({ customerId: customer, show, sort, first: 20 })),
    'promises.page': (['open', 'all'] as const).map((show) => ({ customerId: customer, show, sort, first: 20 })),
    'customers.pick': [{ first: 20 }, { words: 'Customer', first: 20 }],
    'desk.today': [{ first: 20 }],
    'timeline.list': [{ customerId: customer, limit: 20 }],
    'voice.register': [{}],
    'search.find': [{ words: 'order', limit: 20 }],
    'journal.recent': [{ limit: 20 }],
    'journal.since': [{ at: '2020-01-01T00:00:00Z' }],
    'signals.preview': [{ rules: standardRules }],
    ...Object.fromEntries(
      pickable
        .filter((kind) => kind !== 'customer')
        .map((kind) => [
          `${kind}s.pick`.replace('evidences', 'evidence'),
          ['', kind].map((words) => ({ customerId: customer, words, first: 20 }))
        ])
    ),
    'incidents.get': [{ id: incident }],
    'cases.get': [{ id: of }]
  })
  const bytes = async ({ workspace, ids }: typeof small, name: ReadName): Promise<number | null> => {
    const inputs = asks(ids)[name] ?? [
      {},
      { customerId: ids.customer },
      { id: ids.customer },
      { id: ids.order },
      { id: ids.promise }
    ]
    const answers = await Promise.all(
      inputs.map((input) =>
        workspace.call(name, input as never).then(
          (answer) => JSON.stringify(answer).length,
          () => 0
        )
      )
    )
    return answers.reduce((sum, each) => sum + each, 0)
  }
  const grown: [string, number, number][] = []
  for (const name of reads.filter((each) => ![...forScripts, ...byHand, ...bounded].includes(each))) {
    const [base, own] = [await bytes(small, name), await bytes(large, name)]
    if (asks(small.ids)[name] && !base) grown.push([name, -1, -1])
    // counts have a figure more
    if (own! > base! + 60) grown.push([name, base!, own!])
  }
  expect(grown).toEqual([])
})

it('is not asked of everything by a screen', () => {
  const files = readdirSync('src/renderer', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:svelte|ts)$/.test(name))
  const asking = files.filter((name) => {
    const text = readFileSync(join('src/renderer', name), 'utf8')
    return forScripts.some((read) => text.includes(`'${read}'`))
  })
  expect(asking).toEqual([])
  expect(files.length).toBeGreaterThan(100)
})
