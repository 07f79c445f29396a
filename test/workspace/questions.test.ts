import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { calculatorById } from '../../src/shared/losses/model/all-calculators'
import { plainAmount } from '../../src/shared/losses/calculators/plain-amount'
import { buildSample } from '../../src/workspace/sample'
import { openWorkspace } from '../../src/workspace/index'
import { alikeQuantities } from '../../src/shared/losses/questions/alike'
import { fileOf } from './import-support'
import { freshWorkspace, temporaryFolder } from './support'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })

async function incident(more: object = {}) {
  const workspace = await freshWorkspace()
  const { call } = workspace
  const { id: customerId } = await call('customers.create', { name: 'Halden Foods', currency: 'EUR', yearlyMargin: 50_000_000 })
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'Late',
    kind: 'late-delivery',
    began: '2026-03-02',
    currency: 'EUR',
    ...more
  })
  const line = (title: string, value: number, fields: object = {}) =>
    call('lossLines.create', {
      incidentId,
      title,
      calculator: 'plain-amount',
      currency: 'EUR',
      inputs: { amount: exact(value) },
      ...fields
    })
  return { workspace, call, incidentId, line }
}

describe('what else contributed', () => {
  it('takes the share of others off the chosen lines, in every figure', async () => {
    const { call, incidentId, line } = await incident()
    const { id: sales } = await line('Sales', 10_000)
    await line('Freight', 2_000)
    await call('answers.put', {
      incidentId,
      question: 'cause',
      patch: { words: 'The season was weak', numbers: { share: exact(0.6), lineIds: [sales] } }
    })
    const loss = await call('losses.simulate', { incidentId })
    expect(loss.p50).toBe(800_000)
    expect(loss.byLine.map(({ p50 }) => p50)).toEqual([600_000, 200_000])
    // a range of the share widens the loss and stands among what drives it
    await call('answers.put', {
      incidentId,
      question: 'cause',
      patch: { numbers: { share: range(0.4, 0.6, 0.8), lineIds: [sales] } }
    })
    const uncertain = await call('losses.simulate', { incidentId })
    expect(uncertain.p10).toBeLessThan(800_000)
    expect(uncertain.p90).toBeGreaterThan(800_000)
    expect(uncertain.tornado[0]).toMatchObject({ kind: 'driver', unit: 'share' })
    // taken away, the lines count whole again
    const { examined } = await call('losses.sheet', { incidentId })
    await call('answers.trash', { id: examined[0]!.id })
    expect((await call('losses.simulate', { incidentId })).p50).toBe(1_200_000)
  })

  it('holds in the case, and while a line goes on', async () => {
    const { call, incidentId, line } = await incident({ harmEnds: '2099-01-01' })
    const { id } = await line('Rent', 100, { runs: { per: 'day', from: '2026-03-02', most: 1_000 } })
    const put = (value: number) =>
      call('answers.put', { incidentId, question: 'cause', patch: { numbers: { share: exact(value), lineIds: [id] } } })
    await put(1)
    const whole = await call('losses.waiting', { incidentId })
    await put(0.5)
    const half = await call('losses.waiting', { incidentId })
    // the maximum is of the loss, the share of what is left of it
    expect(half?.points.at(-1)?.loss.p50 ?? (await call('losses.simulate', { incidentId })).p50).toBe(
      (whole?.points.at(-1)?.loss.p50 ?? 100_000) / 2
    )
    const { incident: found } = await call('incidents.get', { id: incidentId })
    const { id: caseId } = await call('cases.create', { customerId: found.customerId, title: 'A case', currency: 'EUR' })
    await call('cases.tieIncident', { id: caseId, incidentId, tied: true })
    expect((await call('cases.get', { id: caseId })).loss!.p50).toBe(50_000)
  })
})

describe('an answer', () => {
  it('is one for each question, refused at its number, and keeps what was said before', async () => {
    const { call, incidentId } = await incident()
    const first = await call('answers.put', { incidentId, question: 'mitigation', patch: { words: 'They rented a freezer' } })
    const second = await call('answers.put', {
      incidentId,
      question: 'mitigation',
      patch: { numbers: { saved: 500_000, spent: 40_000, spentLineIds: [] } }
    })
    expect(second.id).toBe(first.id)
    const { examined } = await call('losses.sheet', { incidentId })
    expect(examined).toMatchObject([{ words: 'They rented a freezer', numbers: { saved: 500_000 } }])
    await expect(
      call('answers.put', { incidentId, question: 'cause', patch: { numbers: { share: exact(1.4), lineIds: [] } } as never })
    ).rejects.toMatchObject({ code: 'invalid', fields: { 'numbers.share.value': expect.any(String) } })
    const months = [{ month: '2026-13', value: 4 }]
    await expect(
      call('answers.put', {
        incidentId,
        question: 'but-for',
        patch: { numbers: { counts: 'margin', each: null, months, from: '2026-03', to: '2026-02' } }
      })
    ).rejects.toMatchObject({ fields: { 'numbers.months': expect.any(String), 'numbers.to': expect.any(String) } })
    expect((await call('losses.sheet', { incidentId })).examined).toHaveLength(1)
  })
})

it('takes the months of a file as they stand there, and refuses one that says nothing by month', async () => {
  const { call } = await incident()
  await call('workspace.configure', { language: 'el' })
  const rows = ['Μήνας;Τεμάχια;Κέρδος', '2026-01;10;1.000,50', '2026-02;11;2.000', 'Σύνολο;21;3.000,50']
  expect(await call('answers.months', { file: fileOf(rows.join('\n'), 'κέρδη.csv') })).toEqual({
    file: 'κέρδη.csv',
    columns: [
      expect.objectContaining({ name: 'Τεμάχια', rows: 2 }),
      {
        name: 'Κέρδος',
        rows: 2,
        months: [
          { month: '2026-01', value: 1_000.5 },
          { month: '2026-02', value: 2_000 }
        ]
      }
    ]
  })
  await expect(call('answers.months', { file: fileOf('name;city\nAnna;Turku', 'names.csv') })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('names.csv')
  })
  await expect(call('answers.months', { file: fileOf('', 'empty.csv') })).rejects.toMatchObject({ code: 'invalid' })
})

it('what they could have saved and did not is asked, never assumed to be nothing, and told beside the loss', async () => {
  const { call, incidentId, line } = await incident()
  await line('Sales', 10_000)
  const { incident: found } = await call('incidents.get', { id: incidentId })
  const { id: caseId } = await call('cases.create', {
    customerId: found.customerId,
    title: 'A case',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const said = async () => {
    const { appendix } = await call('brief.model', { caseId, language: 'en' })
    return appendix.method!.questions![0]!.rows[2]![1]!
  }
  const put = (avoidable: number | null) =>
    call('answers.put', {
      incidentId,
      question: 'mitigation',
      patch: { numbers: { saved: 500_000, spent: null, avoidable, spentLineIds: [] } }
    })
  expect(await said()).toContain('Not examined')
  await put(null)
  expect(await said()).toContain('It has not been said whether they could have limited it further.')
  await put(0)
  expect(await said()).toContain('They could not reasonably have limited it further.')
  await put(120_000)
  expect(await said()).toContain('they could have saved €1,200 more, which is still in the loss')
  expect((await call('losses.simulate', { incidentId })).p50).toBe(1_000_000)
  await expect(put(-1)).rejects.toMatchObject({ fields: { 'numbers.avoidable': expect.any(String) } })
})

it('makes one shared quantity of the same range typed twice: the loss is then less certain', async () => {
  const { call, incidentId } = await incident()
  const ids: string[] = []
  for (const site of ['Turku', 'Oulu', 'Vaasa', 'Pori']) {
    const { id } = await call('lossLines.create', {
      incidentId,
      title: site,
      calculator: 'late-delivery',
      currency: 'EUR',
      inputs: {
        unitsLate: exact(1_000_000),
        unitsPerDay: exact(100),
        daysLate: range(3, 8, 20),
        contributionPerUnit: exact(10)
      }
    })
    ids.push(id)
  }
  const apart = await call('losses.simulate', { incidentId })
  const uses = ids.map((lineId) => ({ lineId, fieldId: 'daysLate' }))
  await call('drivers.share', { incidentId, name: 'Days late', uses })
  const shared = await call('losses.simulate', { incidentId })
  expect(shared.p90 - shared.p10).toBeGreaterThan(1.8 * (apart.p90 - apart.p10))
  expect(shared.mean / apart.mean).toBeCloseTo(1, 2)
  // one change: one step back
  expect((await call('journal.undo', {})).label).toMatchObject({ entity: 'driver' })
  expect((await call('losses.sheet', { incidentId })).drivers).toEqual([])
  await expect(
    call('drivers.share', { incidentId, name: 'Days', uses: [uses[0]!, { lineId: ids[1]!, fieldId: 'unitsPerDay' }] })
  ).rejects.toMatchObject({ code: 'invalid' })
})

it('offers similar ranges as one shared quantity, by the widest of them, and leaves what measures something else', async () => {
  const { call, incidentId } = await incident()
  const inputs = (daysLate: object, more: object = {}) => ({
    unitsLate: exact(1_000_000),
    unitsPerDay: exact(100),
    daysLate,
    contributionPerUnit: exact(10),
    ...more
  })
  const given = [inputs(range(3, 8, 20)), inputs(range(3, 8.5, 21)), inputs(range(3, 8, 30)), inputs(range(3, 8, 20.5))]
  for (const [at, one] of given.entries())
    await call('lossLines.create', {
      incidentId,
      title: `Site ${at}`,
      calculator: 'late-delivery',
      currency: 'EUR',
      inputs: one as never
    })
  const { lines } = await call('losses.sheet', { incidentId })
  const [group, ...more] = alikeQuantities(lines)
  expect(more).toEqual([])
  expect(group).toMatchObject({ similar: true, quantity: { as: 'range', low: 3, likely: 8.5, high: 21 } })
  expect(new Set(group!.uses.map(({ lineId }) => lines.find(({ id }) => id === lineId)!.title))).toEqual(
    new Set(['Site 0', 'Site 1', 'Site 3'])
  )
  await call('drivers.share', { incidentId, name: 'Days late', uses: group!.uses })
  const after = await call('losses.sheet', { incidentId })
  expect(after.drivers.map(({ quantity }) => quantity)).toEqual([{ as: 'range', low: 3, likely: 8.5, high: 21 }])
  expect(alikeQuantities(after.lines)).toEqual([])
})

it('discounts what lies ahead: what grows from the middle of its time, a step from its own day', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const later = (days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
  const { call, incidentId, line } = await incident({ began: later(-9), harmEnds: later(360) })
  await line('Rent', 100, { runs: { per: 'day', from: later(-9) } })
  await call('cliffs.create', { incidentId, title: 'Penalty', on: later(73), amount: 1_000_000 })
  await expect(
    call('answers.put', { incidentId, question: 'money-time', patch: { numbers: { tax: 'before', discount: 1.5 } } })
  ).rejects.toMatchObject({ fields: { 'numbers.discount': expect.any(String) } })
  expect((await call('losses.waiting', { incidentId }))!.present).toBeUndefined()
  await call('answers.put', { incidentId, question: 'money-time', patch: { numbers: { tax: null, discount: 0.08 } } })
  const { present, soFar, points } = (await call('losses.waiting', { incidentId }))!
  const [now, end] = [soFar.mean, points.at(-1)!.loss.mean]
  expect([now, end]).toEqual([100_000, 100_000 + 3_600_000 + 1_000_000])
  const worth = now + (end - now - 1_000_000) * 1.08 ** (-180 / 365) + 1_000_000 * 1.08 ** (-73 / 365)
  expect(present!.mean).toBe(Math.round(worth))
  const { incident: found } = await call('incidents.get', { id: incidentId })
  const { id: caseId } = await call('cases.create', {
    customerId: found.customerId,
    title: 'A case',
    currency: 'EUR',
    incidentIds: [incidentId]
  })
  const view = await call('cases.get', { id: caseId })
  expect(view.expected!.present!.mean).toBe(Math.round(worth))
})

it('finding 3.12: tells a result that changed with its calculator, with both figures, until the line is stored again', async () => {
  const { call, incidentId, line } = await incident()
  const { id } = await line('Freight', 2_000)
  expect((await call('losses.sheet', { incidentId })).upgraded).toEqual([])
  const calculator = calculatorById('plain-amount')!
  expect(calculator).toBe(plainAmount)
  const { version, compute } = calculator
  try {
    // a newer version of it adds a tenth
    Object.assign(calculator, {
      version: version + 1,
      compute: (draw: Parameters<typeof compute>[0]) => {
        const { lines, total } = compute(draw)
        return { lines, total: total * 1.1 }
      },
      total: undefined
    })
    const { upgraded } = await call('losses.sheet', { incidentId })
    expect(upgraded).toEqual([{ lineId: id, from: version, to: version + 1, was: 200_000, is: 220_000 }])
    await call('lossLines.change', { id, patch: { inputs: { amount: exact(2_000) }, calculator: 'plain-amount' } })
    expect((await call('losses.sheet', { incidentId })).upgraded).toEqual([])
  } finally {
    Object.assign(calculator, { version, compute })
  }
})

describe('the sample', () => {
  it('answers the six questions on the method page of CASE-4, and its page one stays as it was', async () => {
    const file = join(temporaryFolder(), 'Sample.redress')
    await buildSample(file)
    const sample = await openWorkspace(file)
    onTestFinished(() => sample.close())
    const { call } = sample
    const found = (await call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!
    const { page, appendix } = await call('brief.model', { caseId: found.id, language: 'en', asOf: '2026-11-20T08:00:00Z' })
    const rows = appendix.method!.questions![0]!.rows
    expect(rows).toHaveLength(6)
    for (const [question, said, source] of rows) {
      expect(said, question).not.toContain('Not examined')
      expect(source!.length, question).toBeGreaterThan(1)
    }
    expect(rows[1]![1]).toMatch(/From 34 months before: a straight trend and an effect of each month of the year/)
    expect(rows[1]![1]).toContain('within that range')
    expect(rows[3]![1]).toContain('stay within what they earn')
    expect(page.loss!.main).toBe('€295,000')

    // who does what, what a week of waiting costs with the recommendation, and in whose hands each exhibit was
    const roles = page.ask!.roles!.find(({ label }) => label === 'Roles')!
    expect(roles.text).toContain('Recommends: Maria Ilves.')
    expect(roles.text).toContain('Acts: Ott Lepik.')
    expect(page.options!.note).toMatch(/Deciding a week later leaves the customer €[\d,]+ more of the loss\./)
    const later = appendix.options!.options.flatMap(({ facts }) =>
      facts.filter(({ label }) => label === 'A week later leaves more')
    )
    expect(later.length).toBeGreaterThan(0)
    for (const [, exhibit] of appendix.exhibits!.table!.rows) expect(exhibit).toMatch(/added: [^,]+, \d+ \w+ 2026/)
    const customer = await call('brief.model', { caseId: found.id, language: 'en', audience: 'customer' })
    const whole = JSON.stringify(customer)
    for (const ours of ['added: ', 'Recommends:', 'A week later']) expect(whole).not.toContain(ours)
  })
})
