import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BriefModel } from '../../src/shared/brief/model'
import { openWorkspace, type Workspace } from '../../src/workspace'

// REDRESS_KEEP names a file that is kept, to print these cases and look at them
const folder = mkdtempSync(join(tmpdir(), 'redress-edges-'))
const file = process.env.REDRESS_KEEP ?? join(folder, 'edges.redress')
const now = '2026-11-20T08:30:00Z'
let workspace: Workspace
let customerId: string

beforeAll(async () => {
  workspace = await openWorkspace(file, { create: true, now: () => now })
  await workspace.call('workspace.configure', {
    advocate: 'Maria Ilves',
    organisation: 'Nordhaven',
    currency: 'EUR',
    timeZone: 'Europe/Tallinn',
    language: 'en',
    paper: 'a4'
  })
  customerId = (
    await workspace.call('customers.create', {
      name: 'Elintarviketeollisuusosuuskunta Pohjois-Karjalan Pakastevihannesjalostamo Oy',
      industry: 'Food',
      currency: 'EUR',
      timeZone: 'Europe/Helsinki',
      yearlyRevenue: 64_000_000,
      yearlyMargin: 26_000_000
    })
  ).id
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const exactly = (value: number) => ({ amount: { as: 'exact', value } as const })
type Case = Parameters<typeof workspace.call<'cases.create'>>[1]

async function caseOf(title: string, more: Partial<Case> = {}, incidentIds: string[] = []): Promise<string> {
  const { id } = await workspace.call('cases.create', { customerId, title, currency: 'EUR', ...more })
  for (const incidentId of incidentIds) await workspace.call('cases.tieIncident', { id, incidentId, tied: true })
  return id
}

async function incidentOf(
  title: string,
  lines: {
    title: string
    amount: number
    status?: 'confirmed' | 'compensated'
    calculator?: string
    inputs?: object
    currency?: string
  }[],
  currency = 'EUR'
): Promise<string> {
  const { id } = await workspace.call('incidents.create', {
    customerId,
    title,
    kind: 'late-delivery',
    began: '2026-10-19',
    currency
  })
  const { id: proofId } = await workspace.call('interactions.create', {
    customerId,
    channel: 'mail',
    direction: 'in',
    at: '2026-11-02T09:00:00Z',
    subject: 'Amounts confirmed'
  })
  const proof = { confirmedBy: 'Piia', confirmedOn: '2026-11-02', proofEntity: 'interaction', proofId } as const
  for (const { amount, inputs, calculator = 'plain-amount', ...line } of lines) {
    await workspace.call('lossLines.create', {
      incidentId: id,
      calculator,
      inputs: (inputs ?? exactly(amount)) as never,
      currency,
      ...(line.status === 'confirmed' ? proof : {}),
      ...line
    })
  }
  return id
}

const brief = (caseId: string, language: 'en' | 'et' = 'en') => workspace.call('brief.model', { caseId, language })

/** Every way out of a model, and every place in it. */
function waysOf(model: BriefModel): { ways: string[]; places: string[] } {
  const ways: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (value && typeof value === 'object') {
      const { text, to } = value as { text?: unknown; to?: unknown }
      if (typeof to === 'string' && typeof text === 'string') ways.push(to)
      Object.values(value).forEach(walk)
    }
  }
  walk(model)
  const { contents, loss, options, exhibits } = model.appendix
  const places = [
    ...contents.map(({ id }) => id),
    ...(loss?.incidents ?? []).flatMap((one) => [
      one.id,
      ...one.charts.flatMap(({ id }) => id ?? []),
      ...one.lines.map(({ mark }) => mark!.to),
      ...(one.drivers?.ids ?? [])
    ]),
    ...(options?.options ?? []).map(({ mark }) => mark.to),
    ...(exhibits?.table?.ids ?? [])
  ]
  return { ways, places }
}

describe('a brief of little', () => {
  it('without an incident says that there is none, and nobody who decides is said to be missing', async () => {
    const model = await brief(await caseOf('No incident'))
    expect(model.page.noLoss).toEqual({
      heading: 'Loss to the customer',
      text: 'No incident is linked to this case, so there is no loss to show.',
      items: []
    })
    expect(model.page.ask!.facts.map(({ text }) => text)).toEqual(['Not named yet', 'No date set'])
    expect(model.page.waiting).toBeNull()
    expect(model.appendix.contents[0]!.text).toBe('A. The options and their actions')
    expect(model.appendix.exhibits!.none).toBe('No evidence has been linked to this case yet.')
    // what remains of an unknown loss is not said to be nothing
    expect(model.page.options!.rows[0]!.cells[2]).toBe('–')
    expect(model.page.options!.note).toContain('no saying what remains')
  })

  it('with an incident but no line says so on the page and in the appendix', async () => {
    const incidentId = await incidentOf('Nothing reckoned yet', [])
    const model = await brief(await caseOf('No loss', {}, [incidentId]))
    expect(model.page.noLoss!.text).toBe('No amount has been calculated for this case.')
    expect(model.appendix.loss!.incidents[0]!.none).toBe('No loss line has been recorded for this incident yet.')
  })

  it('with one exact line has one amount and no pictures of a range that is not there', async () => {
    const model = await brief(await caseOf('One line', {}, [await incidentOf('One', [{ title: 'Trailers', amount: 19_720 }])]))
    expect(model.page.loss).toMatchObject({ main: '€19,700', mainLabel: 'One figure, no range given', range: '', figures: [] })
    expect(model.page.loss!.drivers).toEqual([expect.objectContaining({ name: 'Trailers', ref: { text: 'A1', to: 'line-1' } })])
    expect(model.appendix.loss!.incidents[0]!.charts).toEqual([])
    const [line] = model.appendix.loss!.incidents[0]!.lines
    expect(line!.facts.map(({ label, text }) => [label, text])).toEqual([
      ['Where it comes from', 'No source given.'],
      ['Exhibits', 'No evidence is linked to this line.'],
      ['Confidence', 'Medium'],
      ['Last changed', 'Maria Ilves, 20 Nov 2026, 10:30']
    ])
  })
})

describe('a brief of much', () => {
  it('numbers forty lines through two incidents, shows each in the appendix and no more than thirteen bars in the picture', async () => {
    const lines = (from: number) => Array.from({ length: 20 }, (_, i) => ({ title: `Line ${from + i}`, amount: 100 * (from + i) }))
    const ids = [await incidentOf('First twenty', lines(1)), await incidentOf('Second twenty', lines(21))]
    const model = await brief(await caseOf('Forty lines', {}, ids))
    const [first, second] = model.appendix.loss!.incidents
    expect(first!.lines.map(({ mark }) => mark!.text).slice(-1)).toEqual(['A20'])
    expect(second!.lines.map(({ mark, title }) => [mark!.text, title])[19]).toEqual(['A40', 'Line 40'])
    const chart = first!.charts.find(({ kind }) => kind === 'lines')!
    // the twelve largest, and what the others come to
    expect((chart.data as unknown[]).length).toBe(13)
    expect(chart.table.rows).toHaveLength(20)
    expect(model.page.loss!.main).toBe('€82,000')
    expect(model.appendix.loss!.summary!.rows.at(-1)).toEqual(['Loss to the customer', '€82,000', '€82,000', '€82,000', '€82,000'])
  })

  it('weighs six of twelve options on the page, doing nothing and what is recommended among them', async () => {
    const id = await caseOf('Twelve options', { ask: 'Choose. '.repeat(240) })
    const made: string[] = []
    for (let i = 1; i < 12; i++)
      made.push((await workspace.call('options.create', { caseId: id, title: `Option ${i}`, position: i })).id)
    await workspace.call('cases.change', { id, patch: { recommendedId: made[10]! } })
    const { page, appendix } = await brief(id)
    expect(page.options!.rows.map(({ title }) => title)).toEqual([
      'Do nothing',
      'Option 1',
      'Option 2',
      'Option 3',
      'Option 4',
      'Option 11'
    ])
    expect(page.options!.rows[5]).toMatchObject({ recommended: true, ref: { text: 'A12', to: 'option-12' } })
    expect(page.options!.more).toBe('6 more options are in A.')
    expect(appendix.options!.options).toHaveLength(12)
    // a long ask gives whole sentences; the whole stands in the appendix
    expect(page.ask!.text.length).toBeLessThan(430)
    expect(page.ask!.text).toMatch(/Choose\. \(goes on in [A-H]\)$/)
    expect(appendix.texts!.facts[0]).toEqual({ label: 'Decision asked', text: 'Choose. '.repeat(240).trim() })
  })
})

describe('a brief that must not say more than is known', () => {
  it('holds the loss at zero where more came back, says in how many draws, and shows what came back with a minus', async () => {
    const id = await incidentOf('Overpaid', [
      { title: 'Harm', amount: 1000, status: 'confirmed' },
      { title: 'Credit note', amount: 1500, status: 'compensated' }
    ])
    const model = await brief(await caseOf('Negative net', {}, [id]))
    expect(model.page.loss!.main).toBe('€0')
    expect(model.page.loss!.held).toBe('In 100% of the draws more came back than was lost; the loss then counts as zero.')
    expect(model.page.loss!.drivers.map(({ name }) => name)).toEqual(['Harm'])
    expect(model.page.loss!.terms).toEqual([])
    const { rows, sums } = model.appendix.loss!.incidents[0]!.summary!
    expect(rows.map(([label, , p50]) => [label, p50])).toEqual([
      ['Confirmed by the customer', '€1,000'],
      ['Loss before what came back', '€1,000'],
      ['Compensated by us', '-€1,500'],
      ['Loss to the customer', '€0']
    ])
    expect(sums).toEqual([1, 3])
  })

  it('does not add an incident in a currency without a rate: each stands apart, and the brief says why', async () => {
    const ids = [
      await incidentOf('In dollars', [{ title: 'Demurrage', amount: 2000 }], 'USD'),
      await incidentOf('In euros', [{ title: 'Labour', amount: 1000 }])
    ]
    const model = await brief(await caseOf('No rate', {}, ids))
    expect(model.page.loss).toBeNull()
    expect(model.page.noLoss!.text).toContain('an exchange rate to EUR is missing')
    expect(model.page.noLoss!.items.map(({ text }) => text).toSorted()).toEqual(['US$2,000', '€1,000'])
    await workspace.call('rates.create', { from: 'USD', to: 'EUR', rate: 0.92, on: '2026-11-19', source: 'European Central Bank' })
    const known = await brief(model.appendix.loss ? await caseOf('With a rate', {}, ids) : '')
    expect(known.page.loss!.main).toBe('€2,840')
    expect(known.appendix.loss!.rates!.rows).toEqual([
      ['1 USD = 0.92 EUR', '19 Nov 2026', 'European Central Bank (published after the harm began)']
    ])
  })

  it('says on the first page that a statutory amount is not confirmed, and leads to it', async () => {
    const id = await incidentOf('Train late', [
      {
        title: 'Ticket',
        amount: 0,
        calculator: 'rail-eu',
        inputs: {
          date: '2026-11-02',
          forceMajeure: false,
          fare: { as: 'exact', value: 200 },
          delayMinutes: { as: 'exact', value: 130 }
        }
      }
    ])
    const model = await brief(await caseOf('Statutory only', {}, [id]))
    expect(model.page.loss!.notConfirmed).toEqual({
      text: 'A statutory amount in it is not confirmed:',
      refs: [{ text: 'A1', to: 'line-1' }]
    })
    expect(model.appendix.loss!.incidents[0]!.lines[0]!.facts.find(({ label }) => label === 'Source')!.text).toContain(
      '[not confirmed]'
    )
    expect(
      model.appendix.loss!.incidents[0]!.lines[0]!.facts.find(({ label }) => label === 'Rail passengers, Regulation (EU) 2021/782')!
        .text
    ).toBe('from 7 Jun 2023: Regulation (EU) 2021/782, article 19 (recalled), not confirmed')
  })

  it('names the amounts in force, and is in no doubt where these are confirmed though another choice of the calculator is not', async () => {
    const exact = (value: number) => ({ as: 'exact' as const, value })
    const id = await incidentOf('Pallet lost', [
      {
        title: 'Limit',
        amount: 0,
        calculator: 'carriage-limit',
        inputs: { mode: 'cargo', date: '2025-03-04', weight: exact(120), sdrRate: exact(1.2) }
      }
    ])
    const model = await brief(await caseOf('By air', {}, [id]))
    expect(model.page.loss!.notConfirmed).toBeNull()
    expect(
      model.appendix.loss!.incidents[0]!.lines[0]!.facts.find(({ label }) => label === 'Montreal Convention limits')!.text
    ).toBe(
      'from 28 Dec 2024: Montreal Convention 1999, limits as revised from 28 Dec 2024 (forwarderlaw.com, 2024-11-01), checked on 21 Nov 2026'
    )
  })

  it('shows bands of inconvenience as a reference only: in no sum, and no doubt about the amount', async () => {
    const id = await incidentOf(
      'Their time',
      [
        {
          title: 'Hours',
          amount: 0,
          calculator: 'time-and-trouble',
          currency: 'GBP',
          inputs: { hoursSpent: { as: 'exact', value: 10 }, loadedRate: { as: 'exact', value: 30 }, band: 'substantial' }
        }
      ],
      'GBP'
    )
    const model = await brief(await caseOf('Trouble', { currency: 'GBP' }, [id]))
    expect(model.page.loss!.main).toBe('£300')
    expect(model.page.loss!.notConfirmed).toBeNull()
    const [line] = model.appendix.loss!.incidents[0]!.lines
    expect(line!.warnings).toContain('The published band is for comparison only and is not part of the loss.')
    expect(line!.working!.rows.some(([label]) => /band/i.test(label!))).toBe(true)
    expect(line!.figures).toEqual([{ label: 'Amount', text: '£300.00' }])
  })
})

it('every reference of every brief leads to a place that is there', async () => {
  const cases = await workspace.call('cases.list', {})
  expect(cases.length).toBeGreaterThan(8)
  for (const { id, title } of cases) {
    for (const audience of ['leadership', 'customer'] as const) {
      const { ways, places } = waysOf(await workspace.call('brief.model', { caseId: id, language: 'et', audience }))
      expect(ways.length, title).toBeGreaterThan(0)
      expect(
        ways.filter((way) => !places.includes(way)),
        title
      ).toEqual([])
      expect(new Set(places).size, title).toBe(places.length)
    }
  }
})
