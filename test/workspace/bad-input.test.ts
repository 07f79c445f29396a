import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WorkspaceName } from '../../src/shared/contract/table'
import { errorNote, type ErrorNote } from '../../src/shared/values/errors'
import { openWorkspace, type Workspace } from '../../src/workspace/index'

const folder = mkdtempSync(join(tmpdir(), 'redress-bad-input-'))
const nowhere = '00000000-0000-4000-8000-00000000dead'
const huge = 'x'.repeat(600_000)
const ids: Record<string, string> = {}
let workspace: Workspace
let head = ''

const put = (name: string, bytes: string | Buffer) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

beforeAll(async () => {
  workspace = await openWorkspace(join(folder, 'Test.redress'), { create: true, actor: () => 'Tester' })
  const make = async (key: string, name: WorkspaceName, input: object) => {
    ids[key] = ((await workspace.call(name, input as never)) as { id: string }).id
  }
  await make('customer', 'customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const customerId = ids.customer
  await make('promise', 'promises.create', { customerId, words: 'On Friday', madeAt: '2026-03-02T09:00:00Z', dueAt: '2026-03-06' })
  await make('order', 'orders.create', { customerId, title: 'Labels' })
  await make('incident', 'incidents.create', {
    customerId,
    title: 'Labels came late',
    kind: 'late-delivery',
    began: '2026-03-06',
    currency: 'EUR'
  })
  await make('case', 'cases.create', { customerId, title: 'The labels', currency: 'EUR' })
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

// whatever is refused leaves the workspace as it was, to the byte of its journal
const verified = () => workspace.call('journal.verify', {})
beforeEach(async () => {
  head = (await verified()).head
})
afterEach(async () => {
  expect(await verified()).toMatchObject({ ok: true, head })
})

async function refused(name: string, input: unknown): Promise<ErrorNote> {
  const thrown: unknown = await workspace.call(name as WorkspaceName, input as never).then(
    () => null,
    (error: unknown) => error
  )
  expect(thrown, `${name} must refuse`).not.toBeNull()
  const note = errorNote(thrown)
  expect(note.code, String((thrown as Error).stack)).not.toBe('internal')
  expect(note.message).toMatch(/^\S.{10,}\.$/su)
  return note
}

/** The input that would do, into which each bad value is put. */
const good = (): Record<string, [WorkspaceName, Record<string, unknown>]> => {
  const customerId = ids.customer
  return {
    customer: ['customers.create', { name: 'Levante', currency: 'EUR' }],
    contact: ['contacts.create', { customerId, name: 'Ana' }],
    gesture: ['gestures.create', { customerId, givenOn: '2026-03-01', words: 'Flowers' }],
    interaction: [
      'interactions.create',
      { customerId, channel: 'call', direction: 'in', at: '2026-03-02T09:00:00Z', subject: 'Labels' }
    ],
    voice: ['voice.create', { customerId, kind: 'concern', words: 'We wait', saidAt: '2026-03' }],
    promise: ['promises.create', { customerId, words: 'On Friday', madeAt: '2026-03-02T09:00:00Z' }],
    order: ['orders.create', { customerId, title: 'Labels' }],
    incident: ['incidents.create', { customerId, title: 'Late', kind: 'late-delivery', began: '2026', currency: 'EUR' }],
    cliff: ['cliffs.create', { incidentId: ids.incident, title: 'Penalty', on: '2026-04-01', amount: 100 }],
    line: [
      'lossLines.create',
      {
        incidentId: ids.incident,
        title: 'Fee',
        calculator: 'plain-amount',
        currency: 'EUR',
        inputs: { amount: { as: 'exact', value: 5 } }
      }
    ],
    driver: ['drivers.create', { incidentId: ids.incident, name: 'Days', unit: 'days', quantity: { as: 'exact', value: 3 } }],
    rate: ['rates.create', { from: 'EUR', to: 'USD', rate: 1.1, on: '2026-03-01', source: 'ECB' }],
    case: ['cases.create', { customerId, title: 'Ask', currency: 'EUR' }],
    option: ['options.create', { caseId: ids.case, title: 'Nothing' }],
    fact: ['facts.create', { caseId: ids.case, words: 'It was late' }],
    evidence: ['evidence.create', { customerId, title: 'Mail' }],
    settings: ['workspace.configure', { advocate: 'Maria' }],
    renegotiate: ['promises.renegotiate', { id: ids.promise, dueAt: '2026-04-01', reason: 'Snow' }],
    decide: ['cases.decide', { caseId: ids.case, decidedBy: 'Board', decidedOn: '2026-04-01', makePromises: false }]
  }
}

// [what, where it is put, field, value]; the field must be named in the refusal
const wrong: [string, string, string, unknown][] = [
  ['a day that does not exist', 'order', 'promisedOn', '2026-02-30'],
  ['a leap day without a leap year', 'gesture', 'givenOn', '2025-02-29'],
  ['a thirteenth month', 'voice', 'saidAt', '2026-13'],
  ['a date in another order', 'order', 'neededBy', '31/12/2026'],
  ['an hour that does not exist', 'interaction', 'at', '2026-03-02T25:00:00Z'],
  ['an instant without its zone', 'promise', 'madeAt', '2026-03-02T09:00:00'],
  ['a year that is too far', 'incident', 'began', '20260'],
  ['a month where a day belongs', 'case', 'decideBy', '2026-03'],
  ['a year for a due date', 'promise', 'dueAt', '2026'],
  ['a word for a date', 'renegotiate', 'dueAt', 'tomorrow'],
  ['a number for a date', 'case', 'decideBy', 20_260_401],
  ['no date at all', 'gesture', 'givenOn', ''],
  ['a negative quantity', 'order', 'quantity', -1],
  ['a negative value', 'order', 'value', -100],
  ['a negative cost', 'gesture', 'cost', -1],
  ['a negative margin', 'customer', 'yearlyMargin', -1],
  ['negative people', 'incident', 'peopleAffected', -3],
  ['a negative rate', 'rate', 'rate', -1.1],
  ['a rate of nothing', 'rate', 'rate', 0],
  ['a penalty that pays', 'cliff', 'amount', -5],
  ['part of a cent', 'order', 'value', 10.5],
  ['more money than there is', 'order', 'value', 1e17],
  ['a chance above one', 'option', 'stay', 1.2],
  ['no number', 'order', 'quantity', Number.NaN],
  ['infinity', 'order', 'quantity', Number.POSITIVE_INFINITY],
  ['a huge number', 'order', 'quantity', 1e308],
  ['a text for a number', 'order', 'quantity', '12'],
  ['a promise to answer in no time', 'customer', 'replyHours', 0],
  ['half an hour for whole hours', 'settings', 'replyHours', 0.5],
  ['an unknown currency', 'customer', 'currency', 'XQZ'],
  ['a sign for a currency', 'incident', 'currency', '€'],
  ['no currency', 'case', 'currency', ''],
  ['an unknown zone', 'customer', 'timeZone', 'Mars/Olympus'],
  ['no language', 'customer', 'language', 'not a tag'],
  ['an unknown language of the screens', 'settings', 'language', 'xx'],
  ['a country by its name', 'customer', 'country', 'Norway'],
  ['an unknown kind', 'incident', 'kind', 'catastrophe'],
  ['an unknown theme', 'settings', 'theme', 'neon'],
  ['an empty name', 'customer', 'name', '   '],
  ['a huge name', 'customer', 'name', huge],
  ['huge notes', 'interaction', 'notes', huge],
  ['huge words', 'voice', 'words', huge],
  ['a list for a text', 'fact', 'words', ['It was late']],
  ['an object for a text', 'promise', 'words', { toString: 'On Friday' }],
  ['nothing where words belong', 'promise', 'words', null],
  ['an id that is none', 'promise', 'customerId', 'CUS-1; DROP TABLE customer'],
  ['a number for an id', 'promise', 'customerId', 1],
  ['a hash that is none', 'evidence', 'sha256', '../../etc/passwd'],
  ['a field nobody knows', 'customer', 'colour', 'red'],
  ['a customer that is nowhere', 'promise', 'customerId', nowhere],
  ['a contact that is nowhere', 'interaction', 'contactId', nowhere],
  ['an order that is nowhere', 'promise', 'orderId', nowhere],
  ['an incident that is nowhere', 'voice', 'incidentId', nowhere],
  ['a case that is nowhere', 'option', 'caseId', nowhere],
  ['an incident of a penalty that is nowhere', 'cliff', 'incidentId', nowhere],
  ['an unknown calculator', 'line', 'calculator', 'guess'],
  ['an inherited name for a calculator', 'line', 'calculator', 'constructor'],
  ['a shared quantity that stands for another', 'driver', 'quantity', { as: 'driver', driverId: nowhere }],
  ['a range upside down', 'driver', 'quantity', { as: 'range', low: 3, likely: 2, high: 1 }],
  ['a range of no numbers', 'driver', 'quantity', { as: 'range', low: 1, likely: Number.NaN, high: 3 }],
  ['an endless quantity', 'driver', 'quantity', { as: 'exact', value: Number.POSITIVE_INFINITY }],
  ['a bare number for a quantity', 'driver', 'quantity', 3],
  ['an input that is missing', 'line', 'inputs', {}],
  ['an input without a number', 'line', 'inputs', { amount: { as: 'exact', value: Number.NaN } }],
  ['a line of a driver that is nowhere', 'line', 'inputs', { amount: { as: 'driver', driverId: nowhere } }]
]

describe('a bad value is refused in a sentence that names its field:', () => {
  it.each(wrong)('%s (%s.%s)', async (_, kind, field, value) => {
    const [name, input] = good()[kind]!
    const note = await refused(name, { ...input, [field]: value })
    expect(note.code).toBe('invalid')
    const named = Object.keys(note.fields ?? {})
    expect(
      named.some((path) => path.split('.')[0] === field),
      `names ${named.join()} instead of ${field}`
    ).toBe(true)
    for (const sentence of Object.values(note.fields!)) expect(sentence).toMatch(/\S.{5,}\.$/su)
  })

  it('and the good ones would have passed', async () => {
    // so that no case above is refused for another reason than its own
    const copy = await openWorkspace(join(folder, 'Good.redress'), { create: true })
    const made: Record<string, string> = {}
    for (const [key, [name, input]] of Object.entries(good())) {
      const again = JSON.parse(JSON.stringify(input), (field, value: unknown) => {
        const owner =
          field === 'id' ? made.promise : /^(customer|incident|case)Id$/.test(field) ? made[field.slice(0, -2)] : undefined
        return owner ?? value
      }) as never
      made[key] = ((await copy.call(name, again)) as { id: string }).id
    }
    // what belongs to no field of the calculator is left out, whatever its name
    const inputs = JSON.parse('{"amount":{"as":"exact","value":5},"colour":"red","__proto__":{"colour":"red"}}') as never
    const line = { ...good().line![1], incidentId: made.incident, inputs } as never
    const stored = await copy.call('lossLines.get', await copy.call('lossLines.create', line))
    expect(JSON.stringify(stored.inputs)).toBe('{"amount":{"as":"exact","value":5}}')
    await copy.close()
  })
})

describe('an id', () => {
  it.each([
    ['customer', 'customer'],
    ['customer', 'promise'],
    ['order', 'customer'],
    ['case', 'incident'],
    ['incident', 'order']
  ])('is not given twice: a new %s with the id of a %s', async (kind, taken) => {
    const [name, input] = good()[kind]!
    const note = await refused(name, { ...input, id: ids[taken] })
    expect(note).toMatchObject({ code: 'conflict', fields: { id: expect.any(String) } })
  })

  it.each([
    'customers.get',
    'promises.get',
    'orders.get',
    'incidents.get',
    'cases.get',
    'interactions.get',
    'lossLines.get',
    'mappings.get',
    'promises.trash',
    'promises.restore',
    'promises.reopen',
    'customers.trash',
    'interactions.answered'
  ])('of nothing is not found: %s', async (name) => {
    expect((await refused(name, { id: nowhere })).code).toBe('not-found')
  })

  it.each<[string, () => object]>([
    ['promises.change', () => ({ id: nowhere, patch: { words: 'x' } })],
    ['promises.close', () => ({ id: nowhere, outcome: 'kept' })],
    ['promises.renegotiate', () => ({ id: nowhere, dueAt: '2026-04-01', reason: 'Snow' })],
    ['incidents.tieOrder', () => ({ id: nowhere, orderId: ids.order, tied: true })],
    ['incidents.tieOrder', () => ({ id: ids.incident, orderId: nowhere, tied: true })],
    ['cases.tieIncident', () => ({ id: ids.case, incidentId: nowhere, tied: true })],
    ['cases.addFacts', () => ({ id: nowhere, facts: [{ words: 'x' }] })],
    ['cases.decide', () => ({ caseId: nowhere, decidedBy: 'Board', decidedOn: '2026-04-01', makePromises: true })],
    [
      'cases.decide',
      () => ({ caseId: ids.case, optionId: nowhere, decidedBy: 'Board', decidedOn: '2026-04-01', makePromises: true })
    ],
    ['losses.answerGuard', () => ({ incidentId: nowhere, key: 'a|b', answer: 'separate', why: 'x' })],
    ['losses.simulate', () => ({ incidentId: nowhere })],
    ['brief.model', () => ({ caseId: nowhere, language: 'en' })],
    ['evidence.tie', () => ({ evidenceId: nowhere, entity: 'promise', id: ids.promise, tied: true })]
  ])('of nothing inside %s is refused', async (name, input) => {
    expect(['not-found', 'invalid']).toContain((await refused(name, input())).code)
  })

  it('moves no record to an owner that is nowhere', async () => {
    const note = await refused('promises.change', { id: ids.promise, patch: { words: 'New', customerId: nowhere } })
    expect(note).toMatchObject({ code: 'invalid', fields: { customerId: expect.any(String) } })
    expect(await workspace.call('promises.get', { id: ids.promise! })).toMatchObject({ words: 'On Friday' })
  })
})

describe('what is no input at all', () => {
  const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', []],
    ['a number', 1],
    ['a deep nest', deep(5_000)],
    ['a wide object', Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, n]))],
    ['a prototype', JSON.parse('{"__proto__":{"name":"x","currency":"EUR"}}')],
    ['a prototype beside the fields', JSON.parse('{"name":"x","currency":"EUR","__proto__":{"trashedAt":"2026"}}')],
    ['a constructor', JSON.parse('{"name":"x","currency":"EUR","constructor":{"prototype":{"bad":1}}}')]
  ])('%s', async (_, input) => {
    expect((await refused('customers.create', input)).code).toBe('invalid')
    expect(({} as { bad?: 1; name?: 'x' }).bad ?? ({} as { name?: 'x' }).name).toBeUndefined()
  })

  it.each(['customers.conjure', 'constructor', '__proto__', 'shell.about', ''])('an unknown procedure: %s', async (name) => {
    expect((await refused(name, {})).code).toBe('not-found')
  })
})

describe('a wrong file', () => {
  const mapping = { name: 'm', target: 'customers', source: 's', currency: 'EUR', columns: [{ field: 'name', column: 0 }] }
  const run = (file: string) => refused('imports.run', { file, target: 'customers', mapping, dryRun: false })
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

  it.each<[string, () => string, RegExp]>([
    ['a picture', () => put('logo.png', Buffer.concat([png, Buffer.alloc(64)])), /logo\.png/],
    [
      'a workbook',
      () => put('customers.xlsx', Buffer.concat([Buffer.from('PK\x03\x04\x14\0\x06\0'), Buffer.alloc(400)])),
      /customers\.xlsx/
    ],
    ['a PDF', () => put('report.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n%âãÏÓ\n'), Buffer.alloc(30)])), /report\.pdf/],
    ['an empty file', () => put('empty.csv', ''), /empty\.csv/],
    ['a folder', () => (mkdirSync(join(folder, 'folder.csv'), { recursive: true }), join(folder, 'folder.csv')), /folder\.csv/],
    ['a file that is not there', () => join(folder, 'no.csv'), /no\.csv/],
    ['a workspace', () => join(folder, 'Test.redress'), /Test\.redress/]
  ])('%s is not imported', async (_, file, words) => {
    const note = await run(file())
    expect(`${note.message} ${Object.values(note.fields ?? {}).join(' ')}`).toMatch(words)
  })

  it.each<[string, () => string, string]>([
    ['a folder', () => folder, 'invalid'],
    ['a file that is not there', () => join(folder, 'no.pdf'), 'not-found']
  ])('%s is no evidence', async (_, file, code) => {
    expect((await refused('evidence.attach', { customerId: ids.customer, file: file() })).code).toBe(code)
  })

  it.each<[string, () => string]>([
    ['a letter', () => put('letter.redress', 'Dear Sir or Madam')],
    [
      'another program’s database',
      () => put('other.redress', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]))
    ],
    ['an empty file', () => put('empty.redress', '')],
    ['a folder', () => (mkdirSync(join(folder, 'folder.redress'), { recursive: true }), join(folder, 'folder.redress'))]
  ])('%s is no workspace', async (_, file) => {
    const thrown = await openWorkspace(file()).then(
      () => null,
      (error: unknown) => error
    )
    expect(errorNote(thrown)).toMatchObject({
      code: expect.stringMatching(/corrupt|not-found|invalid/),
      message: expect.stringMatching(/\S.{10,}\./)
    })
  })
})
