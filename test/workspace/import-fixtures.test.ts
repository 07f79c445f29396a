// The forty-two shapes that real exports have, each through the product: it goes in as the form fills itself, its rows are told,
// and one undo takes it back. What is made to do harm stands in reader-limits.test.ts and import-limits.test.ts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mappingAsTold } from '../../src/shared/imports/as-told'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { helpDeskFixtures } from '../support/fixtures-desks'
import { fileFixtures } from '../support/fixtures-files'
import { fileOf, keptRows, recordsOf } from './import-support'
import { inspect, take } from './reader-support'

let workspace: Workspace
const folder = mkdtempSync(join(tmpdir(), 'redress-fixtures-'))
beforeAll(async () => {
  workspace = await openWorkspace(join(folder, 'Test.redress'), { create: true, actor: () => 'Tester' })
})
afterEach(async () => {
  while ((await workspace.call('workspace.info', {})).undo) await workspace.call('journal.undo', {})
  expect(await workspace.call('customers.list', {})).toEqual([])
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const fixtures = Object.entries({ ...helpDeskFixtures, ...fileFixtures }).flatMap(([number, list]) =>
  list.map((fixture) => [Number(number), fixture.name, fixture] as const)
)
const table = (target: string) => (target === 'interactions' ? 'interaction' : 'order')
const list = (...rows: string[]) => fileOf(['Order number,Customer,Item,Value', ...rows, ''].join('\n'), 'orders.csv')
const other = new Map<number, () => Promise<void>>([
  [24, twoOrders],
  [29, again],
  [30, changed],
  [32, undone],
  [40, many],
  [41, formula],
  [42, negative]
])

describe('the shapes of exports', () => {
  it('are all here', () => {
    const numbers = new Set([...fixtures.map(([number]) => number), ...other.keys()])
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 42 }, (_, at) => at + 1))
  })

  it.each(fixtures)('%i: %s', async (_number, _name, given) => {
    const files = Object.entries(given.files).map(([name, content]) => fileOf(content, name))
    const own = given.own ? { own: given.own } : {}
    const seen = await inspect(workspace, files, own)
    expect(seen.toldBy).not.toBe('nothing')
    const { zone = 'Europe/Athens', customerName = null } = given
    const { counts, outcomes } = await take(workspace, files, { ...own, mapping: { zone, customerName } })
    expect(counts).toEqual({ create: given.create, update: 0, unchanged: 0, skipped: given.skipped ?? 0, error: given.error ?? 0 })
    for (const { outcome, reason } of outcomes) if (outcome === 'error' || outcome === 'skipped') expect(reason).toBeTruthy()
    if (given.customers) expect((await workspace.call('customers.list', {})).map(({ name }) => name)).toEqual(given.customers)
    if (given.columns) {
      const stored = workspace.store.readDb.prepare(`SELECT * FROM "${table(seen.target)}"`).all() as Record<string, unknown>[]
      const rows = stored.map((row) => given.columns!.map((column) => row[column]))
      expect(rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual(given.rows)
    }
    if (given.lacks)
      expect(Object.fromEntries(seen.joins.flatMap(({ what, missing }) => (missing > 0 ? [[what, missing]] : [])))).toEqual(
        given.lacks
      )
    if (given.keptAll) {
      const kept = (await keptRows(workspace)).flatMap(({ raw }) => raw.other)
      expect(kept.filter(([header]) => given.keptAll!.some(([wanted]) => wanted === header))).toEqual(given.keptAll)
    }
    if (given.kept)
      expect(Object.fromEntries((await keptRows(workspace)).flatMap(({ raw }) => raw.other))).toMatchObject(given.kept)
  })

  it.each([...other])('%i', async (_number, holds) => holds())
})

/** Days that can be read in two orders are asked about, once, and nothing is guessed. */
async function twoOrders(): Promise<void> {
  const file = fileOf('Order number,Customer,Item,Order date,Delivery date\n1,Quay,Pump,03/04/2025,05/06/2025\n', 'o.csv')
  const seen = await inspect(workspace, [file])
  expect(seen.dates.map(({ fits }) => fits.length)).toEqual([2, 2])
  await expect(take(workspace, [file])).rejects.toMatchObject({ code: 'invalid' })
}

async function again(): Promise<void> {
  const file = list('1,Quay,Pump,12', '2,Quay,Seal,13')
  expect((await take(workspace, [file])).counts.create).toBe(2)
  expect((await take(workspace, [file])).counts).toMatchObject({ create: 0, update: 0, unchanged: 2 })
}

async function changed(): Promise<void> {
  await take(workspace, [list('1,Quay,Pump,12', '2,Quay,Seal,13')])
  expect((await take(workspace, [list('1,Quay,Pump,12', '2,Quay,Seal,14')])).counts).toMatchObject({ update: 1, unchanged: 1 })
}

async function undone(): Promise<void> {
  const before = recordsOf(workspace)
  await take(workspace, [list('1,Quay,Pump,12')])
  await workspace.call('journal.undo', {})
  expect(recordsOf(workspace)).toBe(before)
}

/** As many rows as a large shop has in a year: a minute at most, and they are let go at once. */
async function many(): Promise<void> {
  const rows = Array.from({ length: 200_000 }, (_, at) => `${at},Customer ${at % 200},Pump ${at},${at % 900}`)
  const file = fileOf(`Order number,Customer,Item,Value\n${rows.join('\n')}\n`, 'orders.csv')
  const began = performance.now()
  expect((await take(workspace, [file], { dryRun: true })).counts.create).toBe(200_000)
  expect(performance.now() - began).toBeLessThan(60_000)
  const stop = new AbortController()
  const seen = await inspect(workspace, [file])
  const mapping = { name: 'x', target: seen.target, columns: seen.guess, source: 'x' }
  let stopped = 0
  const onProgress = () => {
    stopped ||= performance.now()
    stop.abort()
  }
  const running = workspace.call(
    'imports.run',
    { file, target: seen.target, mapping, dryRun: true },
    { signal: stop.signal, onProgress }
  )
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  expect(performance.now() - stopped).toBeLessThan(1_000)
}

/** A row that is not taken leaves as it stands, and nothing in it is a formula to the spreadsheet that opens it. */
async function formula(): Promise<void> {
  const lines = await leftOutOf('1,,"=HYPERLINK(""https://x.example"",""Pump"")",-12.50')
  expect(lines[1]).toContain(`1,,"'=HYPERLINK(""https://x.example"",""Pump"")",-12.50,2,`)
}

/** Saves what is not taken of a list, gives its lines. */
async function leftOutOf(...rows: string[]): Promise<string[]> {
  const file = list(...rows)
  const seen = await inspect(workspace, [file])
  const mapping = mappingAsTold(seen, { zone: 'Europe/Athens', currency: 'EUR' })
  const to = join(folder, `${rows.length}-${rows[0]!.length}.csv`)
  const { rows: saved } = await workspace.call('imports.leftOut', { file, target: seen.target, mapping, to })
  expect(saved).toBe(rows.length)
  return readFileSync(to, 'utf8').replace('\ufeff', '').split('\r\n')
}

/** What is below nothing stays a number: told where a record cannot have it, kept as it stands. */
async function negative(): Promise<void> {
  const { counts, outcomes } = await take(workspace, [list('1,Quay,Pump,-12.50', '2,Quay,Seal,(13.00)')])
  expect(counts).toMatchObject({ create: 2, error: 0 })
  expect(outcomes.map(({ odd }) => odd?.length)).toEqual([1, 1])
  const kept = (await keptRows(workspace)).flatMap(({ raw }) => raw.other)
  expect(kept).toEqual([
    ['Value', '-12.50'],
    ['Value', '(13.00)']
  ])
  // and one to the program that opens what was not taken
  expect((await leftOutOf('1,,Pump,-12.50', '2,,Seal,(13.00)')).slice(1, 3).map((line) => line.split(',')[3])).toEqual([
    '-12.50',
    '(13.00)'
  ])
}
