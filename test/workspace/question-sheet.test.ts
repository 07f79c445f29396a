import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { questionsXlsx } from '../../src/main/shapes/questions-xlsx'
import { everyByte, filled } from './sheet-support'
import { freshWorkspace, temporaryFolder } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })

/** A case whose loss rests on seven quantities, one of them shared; what is ours alone says "inward". */
async function begun() {
  const workspace = await freshWorkspace({ now: () => '2026-11-20T09:00:00Z' })
  const { call } = workspace
  const { id: customerId } = await call('customers.create', {
    name: 'Halden Foods',
    currency: 'EUR',
    language: 'en'
  })
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'The freezer stood still',
    kind: 'late-delivery',
    began: '2026-11-01',
    currency: 'EUR',
    whatHappened: 'inward what happened',
    cause: 'inward cause',
    containment: 'inward containment'
  })
  const { id: driverId } = await call('drivers.create', {
    incidentId,
    name: 'Days late',
    unit: 'days',
    quantity: range(8, 10, 12),
    basis: 'inward driver basis'
  })
  const line = (title: string, calculator: string, inputs: object, more: object = {}) =>
    call('lossLines.create', {
      incidentId,
      title,
      calculator,
      currency: 'EUR',
      inputs: inputs as never,
      basis: 'inward basis',
      ...more
    })
  const { id: idle } = await line('Packers without work', 'idle-labour', {
    people: exact(12),
    hoursIdle: range(30, 40, 60),
    loadedRate: exact(31.5),
    shareRedeployed: exact(0.25)
  })
  const { id: late } = await line('Packs that were not sold', 'late-delivery', {
    unitsLate: exact(1_000),
    daysLate: { as: 'driver', driverId },
    daysOfCover: exact(2),
    contributionPerUnit: range(9, 10, 14)
  })
  await line('Our goodwill', 'plain-amount', { amount: exact(777_001) }, { status: 'compensated' })
  const { id: caseId } = await call('cases.create', { customerId, title: 'inward title', currency: 'EUR' })
  await call('cases.change', { id: caseId, patch: { ask: 'inward ask' } })
  await call('cases.tieIncident', { id: caseId, incidentId, tied: true })
  const { id: optionId } = await call('options.create', { caseId, title: 'inward option', summary: 'inward summary' })
  await call('remedies.create', {
    optionId,
    words: 'inward remedy',
    cost: 888_002,
    relief: 1_000,
    owner: 'inward owner',
    source: 'inward source'
  })
  const out = () => call('inquiry.sheet', { caseId, language: 'en', paper: 'a4' }).then(questionsXlsx)
  const folder = temporaryFolder()
  const back = async (bytes: Uint8Array, answers: Parameters<typeof filled>[1], name = 'answered.xlsx') => {
    const file = join(folder, name)
    writeFileSync(file, await filled(bytes, answers))
    return file
  }
  const answered = async (file: string, expected?: string) => {
    const found = await call('inquiry.look', { file, ...(expected ? { caseId: expected } : {}) })
    if (found.is !== 'answers') throw new Error(found.is)
    return found.answered
  }
  const sheet = () => call('losses.sheet', { incidentId })
  return { workspace, call, customerId, incidentId, driverId, idle, late, caseId, out, back, answered, sheet, folder }
}

let at: Awaited<ReturnType<typeof begun>>
beforeEach(async () => {
  at = await begun()
})

describe('the question sheet to the customer', () => {
  it('asks for each quantity once, in its unit, and holds nothing of ours', async () => {
    const { groups } = await at.call('inquiry.sheet', { caseId: at.caseId, language: 'en', paper: 'a4' })
    const rows = groups.flatMap(({ parts }) =>
      parts.flatMap(({ heading, rows }) => rows.map((row) => [heading, row.unit, row.assumedText]))
    )
    expect(rows).toEqual([
      ['Packers without work', 'people', '12 people'],
      ['Packers without work', 'hours', '30 · 40 · 60 hours'],
      ['Packers without work', 'EUR an hour', '31.50 EUR an hour'],
      ['Packers without work', '%', '25%'],
      ['Packs that were not sold', 'number', '1,000'],
      ['Packs that were not sold', 'days', '2 days'],
      ['Packs that were not sold', 'EUR each', '9 · 10 · 14 EUR each'],
      ['Used in several places', 'days', '8 · 10 · 12 days']
    ])
    const said = await everyByte(await at.out())
    for (const shown of ['Packers without work', 'Halden Foods', '30 · 40 · 60']) expect(said).toContain(shown)
    for (const ours of ['inward', '777001', '7770.01', '888002', '8880.02', 'Our goodwill', 'Tester'])
      expect(said).not.toContain(ours)
  })

  it('comes back filled in: ours beside theirs, what is taken is confirmed with the file as its evidence, and one undo takes it back', async () => {
    const { idle, late, driverId, call, caseId } = at
    const file = await at.back(await at.out(), {
      [`${idle}|people`]: { right: 'x' },
      [`${idle}|hoursIdle`]: { figure: 52 },
      [`${idle}|loadedRate`]: { figure: '€ 33.20' },
      [`${idle}|shareRedeployed`]: { figure: 10 },
      [`${late}|unitsLate`]: { figure: '1,400', least: 1_300, most: 1_600 },
      [driverId]: { figure: 11 },
      by: { beside: 'Maria Ilves' },
      on: { beside: '18 Nov 2026' },
      remark: { beside: 'The night shift stood still as well.' }
    })
    const seen = await at.answered(file, caseId)
    expect(seen).toMatchObject({
      by: 'Maria Ilves',
      on: '2026-11-18',
      remark: 'The night shift stood still as well.',
      made: '2026-11-20'
    })
    const said = (row: (typeof seen.rows)[number]) => [row.label, row.ours, row.theirs, row.same]
    expect(seen.rows.map(said)).toEqual([
      ['People', '12 people', '12 people', true],
      [expect.any(String), '30 · 40 · 60 hours', '52 hours', false],
      [expect.any(String), '31.50 EUR an hour', '33.20 EUR an hour', false],
      [expect.any(String), '25%', '10%', false],
      [expect.any(String), '1,000', '1,300 · 1,400 · 1,600', false],
      [expect.any(String), '2 days', null, false],
      [expect.any(String), '9 · 10 · 14 EUR each', null, false],
      ['Days late', '8 · 10 · 12 days', '11 days', false]
    ])
    expect(seen.rows.every(({ problem }) => problem === null)).toBe(true)

    const before = await at.sheet()
    const keys = seen.rows.filter(({ theirs }) => theirs !== null).map(({ key }) => key)
    const taken = await call('inquiry.accept', { file, caseId, keys, by: 'Maria Ilves', on: '2026-11-18' })
    expect(taken).toMatchObject({ figures: 6, lines: 1 })
    const { lines, drivers, proofs } = await at.sheet()
    const [first, second] = [lines.find(({ id }) => id === idle)!, lines.find(({ id }) => id === late)!]
    expect(first).toMatchObject({
      status: 'confirmed',
      confirmedBy: 'Maria Ilves',
      confirmedOn: '2026-11-18',
      proofId: taken.evidenceId,
      inputs: { people: exact(12), hoursIdle: exact(52), loadedRate: exact(33.2), shareRedeployed: exact(0.1) }
    })
    // of a line that was answered in part the figures are theirs, and it is not confirmed
    expect(second).toMatchObject({ status: 'estimated', inputs: { unitsLate: range(1_300, 1_400, 1_600), daysOfCover: exact(2) } })
    expect(second.basis).toContain('Maria Ilves')
    expect(drivers[0]!.quantity).toEqual(exact(11))
    expect(proofs).toMatchObject([{ lineId: idle, entity: 'evidence', id: taken.evidenceId }])
    const evidence = await call('evidence.list', { customerId: at.customerId })
    expect(evidence[0]).toMatchObject({ fileName: 'answered.xlsx', note: 'The night shift stood still as well.' })
    expect(evidence[0]!.links.map(({ id }) => id).sort()).toEqual([idle, late, driverId].sort())
    const loss = await call('losses.simulate', { incidentId: at.incidentId })
    expect(loss.byLine.find(({ id }) => id === idle)).toMatchObject({
      status: 'confirmed',
      p50: Math.round(12 * 52 * 33.2 * 0.9 * 100)
    })
    // the file itself says nothing else: the same once more is there already
    expect((await at.answered(file)).rows.filter(({ taken }) => taken)).toHaveLength(4)

    expect((await call('journal.recent', { limit: 1 }))[0]!.label).toMatchObject({
      deed: 'confirm',
      entity: 'case',
      name: 'inward title'
    })
    await call('journal.undo', {})
    expect(await at.sheet()).toEqual(before)
    expect(await call('evidence.list', { customerId: at.customerId })).toEqual([])
    expect((await call('journal.verify', {})).ok).toBe(true)
  })

  it('asks no more for what is confirmed, and says when there is nothing left to ask', async () => {
    const { call, caseId } = at
    const bytes = await at.out()
    const all = (await call('inquiry.sheet', { caseId, language: 'en', paper: 'a4' })).groups.flatMap(({ parts }) =>
      parts.flatMap(({ rows }) => rows.map(({ key }) => key))
    )
    const file = await at.back(bytes, Object.fromEntries(all.map((key) => [key, { right: 'x' }])))
    await at.answered(file)
    expect(await call('inquiry.accept', { file, caseId, keys: all, by: 'M', on: '2026-11-19' })).toMatchObject({
      figures: 8,
      lines: 2
    })
    await expect(at.out()).rejects.toThrow('There is nothing to ask')
  })

  it('is refused in a sentence where its layout or a unit was changed, where it is another case’s, older, or not ours', async () => {
    const { call, idle, caseId, workspace } = at
    const bytes = await at.out()
    const refused = async (answers: Parameters<typeof filled>[1], words: RegExp) => {
      const file = await at.back(bytes, answers)
      await expect(call('inquiry.look', { file })).rejects.toThrow(words)
    }
    await refused({ [`${idle}|hoursIdle`]: { unit: 'days' } }, /unit of “.*” was changed from “hours” to “days”/)
    await refused({ [`${idle}|hoursIdle`]: { label: 'Something else' } }, /layout of this sheet was changed/)
    await refused({ [`${idle}|hoursIdle`]: { key: '' } }, /layout of this sheet was changed/)
    await refused({ [`${idle}|hoursIdle`]: { key: `${idle}|people` } }, /layout of this sheet was changed/)
    await refused({ head: { figure: 'At least' } }, /layout of this sheet was changed at “Your figure”/)

    const { id: other } = await call('cases.create', { customerId: at.customerId, title: 'Another', currency: 'EUR' })
    const file = await at.back(bytes, {})
    await expect(call('inquiry.look', { file, caseId: other })).rejects.toThrow(
      /about another case: CASE-1 inward title, of Halden Foods/
    )
    const elsewhere = await freshWorkspace()
    await expect(elsewhere.call('inquiry.look', { file })).rejects.toThrow(/is not in this workspace/)
    await expect(elsewhere.call('brief.check', { file })).rejects.toThrow('not a brief')

    // looked at, then changed by hand: what is taken is held against what is there then
    const answered = await at.back(bytes, { [`${idle}|people`]: { figure: 13 } })
    await at.answered(answered)
    const { lines } = await at.sheet()
    const line = lines.find(({ id }) => id === idle)!
    await call('lossLines.change', { id: idle, patch: { inputs: { ...line.inputs, people: exact(20) } } })
    const before = workspace.store.journal!.head()
    await expect(
      call('inquiry.accept', { file: answered, caseId, keys: [`${idle}|people`], by: 'M', on: '2026-11-19' })
    ).rejects.toThrow(/older version/)
    await expect(call('inquiry.look', { file: answered })).rejects.toThrow(/older version.*the assumption for “People” has changed/)
    expect(workspace.store.journal!.head()).toBe(before)
    expect(await call('evidence.list', { customerId: at.customerId })).toEqual([])
  })

  it('says of each answer what is wrong with it, takes the others, and nothing that nobody looked at', async () => {
    const { idle, late, driverId, call, caseId } = at
    const file = await at.back(await at.out(), {
      [`${idle}|people`]: { right: 'perhaps' },
      [`${idle}|hoursIdle`]: { figure: '7 days' },
      [`${idle}|loadedRate`]: { figure: '$ 33' },
      [`${idle}|shareRedeployed`]: { figure: 130 },
      [`${late}|unitsLate`]: { figure: 5, least: 1 },
      [`${late}|daysOfCover`]: { right: 'x', figure: 9 },
      [`${late}|contributionPerUnit`]: { figure: 'a lot' },
      [driverId]: { figure: '11 days' }
    })
    await expect(call('inquiry.accept', { file, caseId, keys: [driverId], by: 'M', on: '2026-11-19' })).rejects.toThrow(
      /on the window again/
    )
    const { rows } = await at.answered(file)
    expect(rows.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('can mean yes or no'),
      expect.stringContaining('“7 days” is in another unit'),
      expect.stringContaining('“$ 33” is in another unit'),
      expect.stringContaining('100%'),
      expect.stringContaining('part of a range'),
      expect.stringContaining('ticked as right'),
      expect.stringContaining('not a number'),
      null
    ])
    expect(rows.at(-1)!.theirs).toBe('11 days')
    await expect(call('inquiry.accept', { file, caseId, keys: [`${idle}|hoursIdle`], by: 'M', on: '2026-11-19' })).rejects.toThrow(
      /another unit/
    )
    expect(await call('inquiry.accept', { file, caseId, keys: [driverId], by: 'M', on: '2026-11-19' })).toMatchObject({
      figures: 1,
      lines: 0
    })
  })
})
