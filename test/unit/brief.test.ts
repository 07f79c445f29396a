import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Clock } from '../../src/shared/values/clock'
import type { BriefModel } from '../../src/shared/brief/model'
import { leading, shortened, wordsOf } from '../../src/shared/brief/words'
import { roughNumber, quantityText } from '../../src/shared/brief/quantity'
import { languages, type Language } from '../../src/shared/values/fields'
import { formatMoney } from '../../src/shared/values/money'
import { openWorkspace, type Workspace } from '../../src/workspace'

const folder = mkdtempSync(join(tmpdir(), 'redress-brief-'))
const now = '2026-11-20T08:30:00Z'
let workspace: Workspace
let caseId: string
let incidentId: string

/** A small case whose figures can be reckoned by hand: 1,000 exact and confirmed, 2,000 to 4,000 estimated. */
beforeAll(async () => {
  workspace = await openWorkspace(join(folder, 'brief.redress'), { create: true, now: () => now })
  const { call } = workspace
  await call('workspace.configure', {
    advocate: 'Maria Ilves',
    organisation: 'Nordhaven',
    currency: 'EUR',
    timeZone: 'Europe/Tallinn',
    language: 'en',
    paper: 'a4'
  })
  const { id: customerId } = await call('customers.create', {
    name: 'Halden <Foods> & Söhne',
    currency: 'EUR',
    timeZone: 'Europe/Helsinki',
    yearlyRevenue: 64_000_000,
    yearlyMargin: 260_000_00
  })
  const given = await call('incidents.create', {
    customerId,
    title: 'Freezer late',
    kind: 'late-delivery',
    began: '2026-10-19',
    currency: 'EUR',
    harmEnds: '2027-01-19',
    harmEndsBasis: 'Planning of 18 November',
    cause: 'Our planning slipped',
    causeState: 'suspected'
  })
  incidentId = given.id
  const mail = await call('interactions.create', {
    customerId,
    channel: 'mail',
    direction: 'in',
    at: '2026-11-18T09:00:00Z',
    subject: 'Rent of the trailers'
  })
  await call('lossLines.create', {
    incidentId,
    title: 'Trailers',
    calculator: 'plain-amount',
    inputs: { amount: { as: 'exact', value: 1000 } },
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    harm: 'extra',
    subject: 'Trailers',
    confirmedBy: 'Piia',
    confirmedOn: '2026-11-18',
    proofEntity: 'interaction',
    proofId: mail.id
  })
  await call('lossLines.create', {
    incidentId,
    title: 'Packs',
    calculator: 'plain-amount',
    inputs: { amount: { as: 'range', low: 2000, likely: 3000, high: 4000 } },
    currency: 'EUR',
    confidence: 'low',
    harm: 'margin',
    basis: 'Production sheets'
  })
  await call('cliffs.create', { incidentId, title: 'Shelf is lost', on: '2026-12-04', amount: 8_800_000 })
  const { id: orderId } = await call('orders.create', {
    customerId,
    title: 'Freezer',
    promisedOn: '2026-10-09',
    receivedOn: '2026-11-13'
  })
  await call('incidents.tieOrder', { id: incidentId, orderId, tied: true })
  await call('voice.create', {
    customerId,
    incidentId,
    kind: 'concern',
    words: 'A freezer is no ornament.',
    reading: 'They are angry.',
    saidAt: '2026-11-10'
  })
  const made = await call('cases.create', {
    customerId,
    title: 'Run the freezer',
    currency: 'EUR',
    ask: 'Send two engineers.',
    decider: 'Jaan Tamm',
    decideBy: '2026-11-23',
    ifMissed: 'The shelf goes.',
    recommendation: `Send them. ${'It pays. '.repeat(80)}End of it.`,
    unknowns: 'Whether it is in writing.',
    nextUpdateOn: '2026-11-23'
  })
  caseId = made.id
  await call('cases.tieIncident', { id: caseId, incidentId, tied: true })
  const { id: optionId } = await call('options.create', { caseId, title: 'Engineers', stay: 0.9, position: 1 })
  await call('remedies.create', { optionId, words: 'Two engineers in Turku', cost: 5_000_000, relief: 150_000, days: 6 })
  await call('cases.change', {
    id: caseId,
    patch: { recommendedId: optionId, customerThinks: 'They hate us.', background: 'Told in January.' }
  })
  await call('cases.addFacts', {
    id: caseId,
    facts: [
      { at: '2026-10-19', words: 'Production begins without it.' },
      { at: '2026-11-13', words: 'We knew and kept silent.' }
    ]
  })
  const view = await call('cases.get', { id: caseId })
  for (const [index, fact] of view.facts.entries())
    await call('facts.change', { id: fact.id, patch: { standing: index ? 'disputed' : 'undisputed' } })
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const brief = (language: Language = 'en', audience: 'leadership' | 'customer' = 'leadership', paper: 'a4' | 'letter' = 'a4') =>
  workspace.call('brief.model', { caseId, language, audience, paper })

/** Every text of a model with the way to it, pictures' numbers left out. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((one, index) => texts(one, `${path}.${index}`))
  if (value && typeof value === 'object') return Object.entries(value).flatMap(([key, one]) => texts(one, `${path}.${key}`))
  return []
}
const whole = (model: BriefModel): string =>
  texts(model)
    .map(([, text]) => text)
    .join('\n')

describe('the one page', () => {
  it('gives the figures of the incident, three of them significant, confirmed and estimated apart', async () => {
    const { page } = await brief()
    const view = await workspace.call('cases.get', { id: caseId })
    const loss = view.loss!
    expect(loss).toEqual({ ...view.incidents[0]!.loss, guard: [] })
    // PERT(2000, 3000, 4000) is symmetric: its median is 3,000, and with the exact 1,000 the sum's is 4,000
    expect(Math.abs(loss.p50 - 400_000)).toBeLessThan(1_000)
    expect(page.loss!.main).toBe(formatMoney({ minor: loss.p50, currency: 'EUR' }, 'en-GB', 'estimate'))
    expect(page.loss!.main).toMatch(/^€4,000$|^€3,990$|^€4,010$/)
    expect(page.loss!.figures.map(({ label }) => label)).toEqual(['Low end', 'Middle', 'High end'])
    expect(page.loss!.range).toContain(formatMoney({ minor: loss.p90, currency: 'EUR' }, 'en-GB', 'estimate'))
    expect(page.loss!.statuses.map(({ kind, text }) => [kind, text])).toEqual([
      ['confirmed', '€1,000'],
      ['estimated', '€3,000']
    ])
    expect(page.loss!.drivers).toHaveLength(1)
    expect(page.loss!.drivers[0]!.name).toContain('Packs')
  })

  it('names the ask, of whom, by when, and what it costs to miss the date', async () => {
    const { page } = await brief()
    expect(page.ask!.text).toBe('Send two engineers.')
    expect(page.ask!.facts.map(({ text }) => text)).toEqual(['Jaan Tamm', '23 Nov 2026', 'The shelf goes.'])
    expect(page.waiting!.cliffs).toEqual([{ when: '4 Dec, in 14 days', text: 'Shelf is lost', amount: '€88,000' }])
    expect(page.promised.table!.rows).toEqual([['Freezer', '9 Oct', 'Arrived 13 Nov, 35 days late']])
  })

  it('shows doing nothing beside the other options, what each costs, relieves and leaves', async () => {
    const { page } = await brief()
    const [nothing, engineers] = page.options!.rows
    expect(nothing).toMatchObject({ title: 'Do nothing', recommended: false })
    expect((await brief('es')).page.options!.rows[0]!.title).toBe('No hacer nada')
    expect(nothing!.cells.slice(0, 2)).toEqual(['€0', '€0'])
    // the loss so far and the shelf that goes on 4 December: nothing would be relieved of it
    expect(nothing!.cells[2]).toBe('€92,000\n€91,500 to €92,500')
    expect(engineers!.cells[2]).toBe('€90,500\n€90,000 to €91,000')
    expect(engineers).toMatchObject({ title: 'Engineers', recommended: true })
    expect(engineers!.cells.slice(0, 2)).toEqual(['€50,000', '€1,500'])
    expect(engineers!.cells.slice(3, 5)).toEqual(['6 days', '90%'])
  })

  it('gives whole sentences of a long text, says where it goes on, and keeps the whole in the appendix', async () => {
    const { page, appendix } = await brief()
    expect(page.recommendation!.text.length).toBeLessThan(560)
    expect(page.recommendation!.text).toMatch(/It pays\. \(goes on in F\)$/)
    expect(appendix.texts!.facts.find(({ text }) => text.endsWith('End of it.'))).toBeDefined()
  })
})

describe('the appendix', () => {
  it('opens each figure: formula, working, inputs with their meaning, source, confidence, who confirmed', async () => {
    const { appendix } = await brief()
    const [trailers, packs] = appendix.loss!.incidents[0]!.lines
    expect(trailers).toMatchObject({
      title: 'Trailers',
      calculator: 'Plain amount',
      status: 'Confirmed by the customer',
      figures: [{ text: '€1,000.00' }]
    })
    expect(trailers!.facts.map(({ text }) => text)).toEqual(expect.arrayContaining(['Piia, 18 Nov 2026', 'Rent of the trailers']))
    expect(packs!.figures.map(({ label }) => label)).toEqual(['Low end', 'Middle', 'High end', 'Mean'])
    expect(packs!.inputs!.rows[0]).toEqual(['Amount', '€2,000 · €3,000 · €4,000', 'Low, likely, high: it cannot lie outside'])
    expect(packs!.working!.rows[0]![2]).toBe('€3,000')
    expect(packs!.facts.map(({ text }) => text)).toEqual(expect.arrayContaining(['Production sheets', 'Low']))
  })

  it('has a table twin for each picture and says its finding', async () => {
    const { charts } = (await brief()).appendix.loss!.incidents[0]!
    expect(charts.map(({ kind }) => kind)).toEqual(['lines', 'distribution', 'chance', 'tornado', 'waiting'])
    for (const chart of charts) {
      expect(chart.table.rows.length).toBeGreaterThan(0)
      expect(chart.table.rows.every((row) => row.length === chart.table.columns.length)).toBe(true)
      expect(chart.title).toMatch(/€/)
      expect(chart.alt.length).toBeGreaterThan(20)
    }
  })

  it('bears the head of the journal as it stands', async () => {
    const { head } = await workspace.call('journal.verify', {})
    expect((await brief()).appendix.method!.facts.map(({ text }) => text)).toContain(head)
  })
})

describe('languages', () => {
  it.each(languages)('%s has every text, none of them empty, English or a placeholder', async (language) => {
    const [model, english] = await Promise.all([brief(language), brief('en')])
    const own = texts(model).filter(([path]) => !path.startsWith('.footer'))
    expect(own.filter(([, text]) => text.includes('{') || text.includes('undefined') || text.includes('NaN'))).toEqual([])
    expect(own.filter(([path, text]) => text.trim() === '' && !/\.rows\.\d+\.\d+$|\.range$|\.labels\.back$/.test(path))).toEqual([])
    expect(texts(model).map(([path]) => path)).toEqual(texts(english).map(([path]) => path))
    if (language === 'en') return
    // headings and labels are what our messages give; none may have stayed English
    const titles = ({ page, appendix }: BriefModel) =>
      [
        page.ask,
        page.promised,
        page.loss,
        page.waiting,
        page.options,
        page.confidence,
        appendix,
        appendix.method,
        appendix.exhibits
      ].map((part) => part!.heading)
    for (const [index, title] of titles(model).entries()) expect(title).not.toBe(titles(english)[index])
  })

  it('writes numbers and dates as the language and the paper ask', async () => {
    expect((await brief('el')).page.loss!.statuses[0]!.text).toBe('1.000\u00a0€')
    expect((await brief('et')).page.ask!.facts[1]!.text).toBe('23. nov 2026')
    expect((await brief('en', 'leadership', 'letter')).page.ask!.facts[1]!.text).toBe('Nov 23, 2026')
    expect((await brief('et')).footer.page.join('#')).toBe('Lehekülg #/#')
  })
})

describe('for the customer', () => {
  it('leaves out our costs, our reading, what is not decided and what we argue among ourselves', async () => {
    const [ours, theirs] = [whole(await brief()), whole(await brief('en', 'customer'))]
    const internal = [
      '€50,000',
      'Engineers',
      'Send two engineers.',
      'They are angry.',
      'They hate us.',
      'Told in January.',
      'We knew and kept silent.',
      'Our planning slipped',
      'Whether it is in writing.',
      '€640,000'
    ]
    for (const text of internal) {
      expect(ours).toContain(text)
      expect(theirs).not.toContain(text)
    }
    for (const text of ['A freezer is no ornament.', 'Production begins without it.', 'Trailers', '35 days late'])
      expect(theirs).toContain(text)
  })

  it('says what was decided, without its cost', async () => {
    const view = await workspace.call('cases.get', { id: caseId })
    await workspace.call('cases.decide', {
      caseId,
      optionId: view.case.recommendedId,
      decidedBy: 'Jaan Tamm',
      decidedOn: '2026-11-21',
      makePromises: false
    })
    const model = await brief('en', 'customer')
    expect(model.page.recommendation).toMatchObject({ decided: true, heading: 'Decided by Jaan Tamm, 21 Nov 2026' })
    expect(model.appendix.options!.options[0]!.remedies!.rows).toEqual([['Two engineers in Turku', '–', '6 days']])
    expect(whole(model)).not.toContain('50,000')
    await workspace.call('journal.undo', {})
  })
})

describe('words', () => {
  it('cuts at a sentence, else at a word, and says so', () => {
    expect(shortened('Short.', 20)).toEqual({ text: 'Short.', cut: false })
    expect(shortened('One sentence here. And another one that is long', 25)).toEqual({
      text: 'One sentence here.\u00a0…',
      cut: true
    })
    expect(shortened('onewordonlywithoutanyspace', 10).text).toHaveLength(8)
  })

  it('cuts nothing within a sentence of the one page', () => {
    expect(leading('Short.', 20, 'en')).toEqual({ text: 'Short.', cut: false })
    expect(leading('One sentence here. And another one that is long', 25, 'en')).toEqual({ text: 'One sentence here.', cut: true })
    expect(leading('Τι ζητείται; Δύο μηχανικοί τη Δευτέρα.', 20, 'el')).toEqual({ text: 'Τι ζητείται;', cut: true })
    expect(leading('One sentence that is longer than its room.', 20, 'en')).toEqual({ text: '', cut: true })
  })

  it('says what is meant by a quantity', () => {
    const w = wordsOf('en', 'a4', 'UTC' as Clock, '2026-01-01')
    expect(quantityText({ as: 'one-in-twenty', low: 2, high: 9 }, 'days', 'EUR', [], w)).toEqual({
      text: '2 to 9 days',
      meaning: '1 in 20 below, 1 in 20 above: larger values stay possible'
    })
    expect(roughNumber(6791.93, 'count', 'EUR', w)).toBe('6,790')
    expect(roughNumber(0.2219, 'share', 'EUR', w)).toBe('22.2%')
  })

  it('does not break on a case with nothing in it', async () => {
    const { id: customerId } = await workspace.call('customers.create', { name: 'Empty', currency: 'JPY' })
    const { id } = await workspace.call('cases.create', { customerId, title: 'Nothing yet', currency: 'JPY' })
    const model = await workspace.call('brief.model', { caseId: id, language: 'es' })
    expect(model.page.noLoss!.text).toContain('No hay ningún incidente')
    expect(model.appendix.loss).toBeNull()
    expect(model.page.ask!.text).toContain('no está redactada')
  })
})
