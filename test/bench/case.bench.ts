import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import type { CaseView } from '../../src/shared/records/cases'
import { openWorkspace } from '../../src/workspace/index'
import { median, startMeasured } from './electron'

export const name = 'case'

const REMEDIES = 40
const FACTS = 200
const EXHIBITS = 500
const INCIDENTS = 12
const TURNS = 7

/** The same numbers in every run. */
function numbers(): () => number {
  let state = 7
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

/** A case as large as they come: twelve incidents of four lines, forty remedies in four options, facts and exhibits. Gives its id. */
async function large(file: string): Promise<string> {
  const { call, close } = await openWorkspace(file, { create: true, building: true, actor: () => 'Bench' })
  const next = numbers()
  const today = (await call('workspace.info', {})).today
  const day = (ahead: number): string => new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10)
  const { id: customerId } = await call('customers.create', { name: 'Large', currency: 'EUR' })
  const lines: string[] = []
  const incidentIds: string[] = []
  for (let n = 0; n < INCIDENTS; n++) {
    const { id: incidentId } = await call('incidents.create', {
      customerId,
      title: `Incident ${n}`,
      kind: 'late-delivery',
      began: day(-30 - n),
      currency: 'EUR',
      harmEnds: day(20 + n)
    })
    incidentIds.push(incidentId)
    for (let k = 0; k < 4; k++) {
      const likely = 500 + Math.round(next() * 2_000)
      const { id } = await call('lossLines.create', {
        incidentId,
        title: `Line ${n}.${k}`,
        calculator: 'plain-amount',
        currency: 'EUR',
        inputs: { amount: { as: 'range', low: likely * 0.7, likely, high: likely * 1.8 } },
        ...(k < 2 ? { runs: { per: 'day', from: day(-20) } } : {})
      } as never)
      lines.push(id)
    }
    await call('cliffs.create', { incidentId, title: `Step ${n}`, on: day(5 + n), amount: 1_000_000 })
  }
  const { id: caseId } = await call('cases.create', { customerId, title: 'Large case', currency: 'EUR', incidentIds })
  const options: string[] = []
  for (let n = 0; n < 4; n++) options.push((await call('options.create', { caseId, title: `Option ${n}` })).id)
  for (let n = 0; n < REMEDIES; n++) {
    const reliefs = Array.from({ length: 1 + Math.floor(next() * 3) }, () => ({
      of: 'line' as const,
      id: lines[Math.floor(next() * lines.length)]!,
      what: 'ahead' as const,
      share: { as: 'exact' as const, value: Math.round((0.2 + 0.8 * next()) * 100) / 100 }
    }))
    const cost = Math.round(next() * 3_000_000)
    await call('remedies.create', { optionId: options[n % 4]!, words: `Remedy ${n}`, cost, days: [2, 5, 10][n % 3]!, reliefs })
  }
  await call('cases.addFacts', { id: caseId, facts: Array.from({ length: FACTS }, (_, n) => ({ words: `Fact ${n}` })) })
  const { facts } = await call('cases.get', { id: caseId })
  for (let n = 0; n < EXHIBITS; n++) {
    const { id } = await call('evidence.create', { customerId, title: `Exhibit ${n}`, link: `https://example.org/${n}` })
    await call('evidence.tie', { evidenceId: id, entity: 'fact', id: facts[n % FACTS]!.id, tied: true })
  }
  await close()
  return caseId
}

/** What is edited, and where the page shows it. */
interface Edit {
  name: string
  input: object
  /** The first that matches shows the words, as its text or its value. */
  shows: string
  words: string
}

/** Runs in the page: changes something, waits until the page shows it. Gives the milliseconds it took. */
async function edit({ name, input, shows, words }: Edit): Promise<number> {
  const from = performance.now()
  const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const shown = () => {
    const found = document.querySelector(shows)
    return found instanceof HTMLTextAreaElement ? found.value : found?.textContent
  }
  await window.redress.call(name, input, crypto.randomUUID())
  while (shown() !== words) {
    if (performance.now() - from > 5_000) throw new Error('An edit was not redrawn within five seconds')
    await painted()
  }
  await painted()
  return performance.now() - from
}

/** Runs in the page: waits until no figure is on its way. Gives the milliseconds since `from`. */
async function counted(from: number): Promise<number> {
  while (document.querySelector('main .coming')) {
    if (performance.now() - from > 60_000) throw new Error('The figures of a case did not come within a minute')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return performance.now() - from
}

async function asked(page: Page, name: string, input: object): Promise<unknown> {
  const answer = await page.evaluate(([which, given]) => window.redress.call(which, given, crypto.randomUUID()), [
    name,
    input
  ] as const)
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.result
}

const row = (what: string, ours: number, baseline: number, goal = 1) => ({
  name: what,
  ours,
  baseline,
  ratio: ours / baseline,
  goal,
  unit: 'ms'
})

/** A large case in real Electron: opened, its title changed, and the best bundle for every budget. */
export async function run(): Promise<
  { name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]
> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'))
  try {
    const file = join(folder, 'large.redress')
    const caseId = await large(file)
    const measured = await startMeasured(null, [`--workspace=${file}`, `--user-data=${join(folder, 'user')}`])
    try {
      await measured.painted('.desk-row, h1')
      const browser = await chromium.connectOverCDP(measured.address)
      const page = browser.contexts()[0]!.pages()[0]!
      const opens: number[] = []
      let figures = 0
      for (let turn = 0; turn < TURNS; turn++) {
        await page.evaluate(() => (location.hash = '#/cases'))
        await page.waitForSelector('table')
        const started = await page.evaluate((id) => {
          location.hash = `#/cases/${id}`
          return performance.now()
        }, caseId)
        await page.waitForSelector('h1:has-text("Large case")')
        await page.waitForSelector('ol li')
        opens.push((await page.evaluate(() => performance.now())) - started)
        if (turn === 0) figures = await page.evaluate(counted, started)
      }
      const frontiers: number[] = []
      for (let turn = 0; turn < 3; turn++) {
        frontiers.push(
          await page.evaluate(async (id) => {
            const from = performance.now()
            await window.redress.call('options.frontier', { caseId: id }, crypto.randomUUID())
            return performance.now() - from
          }, caseId)
        )
      }
      const { facts, options } = (await asked(page, 'cases.argument', { id: caseId })) as CaseView
      const remedy = options.flatMap(({ remedies }) => remedies)[0]!
      const edits: number[] = []
      for (let turn = 0; turn < 24; turn++) {
        const words = `Said anew ${turn}`
        const kinds: Edit[] = [
          { name: 'cases.change', input: { id: caseId, patch: { title: words } }, shows: 'main h1', words },
          { name: 'facts.change', input: { id: facts[0]!.id, patch: { words } }, shows: 'main ol textarea', words },
          { name: 'remedies.change', input: { id: remedy.id, patch: { words } }, shows: 'main td.actions li', words }
        ]
        edits.push(await page.evaluate(edit, kinds[turn % kinds.length]!))
      }
      return [
        row('a case of 40 remedies, 200 facts, 500 exhibits, 12 incidents opens, median', median(opens.slice(1)), 300),
        row('the same for the first time', opens[0]!, 300),
        // of no goal of its own: what is read does not wait for it
        row('its figures stand, of 48 lines and 40 actions that were never drawn before', figures, 300, 20),
        row(
          'an edit (title, fact, action) is stored, asked for again and redrawn, p95 of 24',
          edits.toSorted((a, b) => a - b)[Math.floor(edits.length * 0.95)]!,
          100
        ),
        row('the best bundle for every budget, median of 3', median(frontiers), 2_000)
      ]
    } finally {
      await measured.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
