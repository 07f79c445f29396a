import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { redress } from '../support/cli'

// the sample is made once, by the first verb that is tested; nothing below writes to it
const folder = mkdtempSync(join(tmpdir(), 'redress-cli-test-'))
const sample = join(folder, 'Sample.redress')
const boston = 'resources/sample-imports/boston311-100.csv'
const inFolder = (name: string) => join(folder, name)

beforeAll(async () => {
  const made = await redress(['sample', sample])
  expect(made).toMatchObject({ code: 0, words: '', json: { file: sample } })
  expect(made.json.bytes).toBe(readFileSync(sample).length)
  return () => rmSync(folder, { recursive: true, force: true })
})

describe('usage', () => {
  it.each([
    ['nothing', []],
    ['an unknown verb', ['conjure']],
    ['an unknown option', ['verify', '--workspace', sample, '--colour', 'red']],
    ['an option without its value', ['verify', '--workspace']],
    ['a missing workspace', ['verify']],
    ['a missing procedure', ['call', '--workspace', sample]],
    [
      'a target that is none',
      ['import', boston, '--workspace', inFolder('none.redress'), '--as', 'wishes', '--mapping', 'boston311']
    ],
    ['too many words', ['sample', inFolder('a.redress'), inFolder('b.redress')]],
    ['a backup without its name', ['backup', '--workspace', sample]]
  ])('%s is answered with the verbs, and 2', async (_, args) => {
    const said = await redress(args)
    expect(said).toMatchObject({ code: 2, out: '' })
    for (const verb of ['sample', 'import', 'call', 'brief', 'verify', 'backup']) expect(said.words).toContain(`  ${verb} `)
  })

  it('help is no mistake, and speaks the language of the terminal', async () => {
    expect(await redress(['--help'])).toMatchObject({ code: 0, out: '', words: expect.stringContaining('How to use it') })
    const greek = await redress(['--help'], { LC_ALL: 'el_GR.UTF-8' })
    expect(greek.words).toContain('Χρήση')
  })
})

describe('sample', () => {
  it('never overwrites a file', async () => {
    const file = inFolder('mine.redress')
    writeFileSync(file, 'mine')
    const said = await redress(['sample', file])
    expect(said).toMatchObject({ code: 1, json: { error: { code: 'conflict', message: expect.stringContaining('mine.redress') } } })
    expect(said.words.trim()).toBe(said.json.error.message)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})

describe('call', () => {
  const call = (name: string, json: string | null, workspace = sample) =>
    redress(['call', name, ...(json === null ? [] : [json]), '--workspace', workspace])

  it('reads, with or without an input, and takes references for ids', async () => {
    const customers = await call('customers.list', null)
    expect(customers).toMatchObject({ code: 0, words: '' })
    expect(customers.json).toHaveLength(8)
    const one = await call('customers.get', '{"id":"CUS-1"}')
    expect(one.json).toMatchObject({
      ref: 'CUS-1',
      customer: { name: customers.json.find((row: { ref: string }) => row.ref === 'CUS-1').name }
    })
  })

  it('writes, and what it wrote is in the journal', async () => {
    const file = inFolder('written.redress')
    await (await openWorkspace(file, { create: true })).close()
    const made = await call('customers.create', '{"name":"Zoë Ångström","currency":"sek","country":"SE"}', file)
    expect(made).toMatchObject({ code: 0, words: '', json: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect((await call('customers.list', '{}', file)).json).toMatchObject([{ name: 'Zoë Ångström', ref: 'CUS-1' }])
    expect((await call('journal.recent', '{"limit":1}', file)).json).toMatchObject([
      { label: { deed: 'create', entity: 'customer', name: 'Zoë Ångström' } }
    ])
    expect(await call('journal.undo', null, file)).toMatchObject({ code: 0, json: { label: { name: 'Zoë Ångström' } } })
    expect((await call('customers.list', '{}', file)).json).toEqual([])
  })

  it.each([
    ['what is not JSON', 'customers.list', '{broken', 'invalid', 'not JSON'],
    ['an unknown procedure', 'customers.conjure', '{}', 'not-found', ''],
    ['an inherited name', 'toString', '{}', 'not-found', ''],
    ['what needs a window', 'shell.about', '{}', 'invalid', 'shell.about'],
    ['a reference to nothing', 'customers.get', '{"id":"CUS-999"}', 'not-found', 'CUS-999'],
    ['an id of nothing', 'customers.get', '{"id":"00000000-0000-4000-8000-000000000000"}', 'not-found', ''],
    ['no object', 'customers.get', '[1,2]', 'invalid', ''],
    ['nothing at all', 'customers.get', 'null', 'invalid', '']
  ])('refuses %s in a sentence, with 1', async (_, name, json, code, words) => {
    const said = await call(name, json)
    expect(said).toMatchObject({ code: 1, json: { error: { code } } })
    expect(said.words).toContain(words)
    expect(said.words.split('\n')[0]).toBe(said.json.error.message)
    expect(said.words).not.toMatch(/\n\s+at /)
  })

  it('names each field that is wrong', async () => {
    const said = await call('customers.create', '{"name":"","currency":"XXZ","replyHours":-1,"colour":"red"}')
    expect(said).toMatchObject({ code: 1, json: { error: { code: 'invalid' } } })
    expect(Object.keys(said.json.error.fields).sort()).toEqual(['colour', 'currency', 'name', 'replyHours'])
    for (const field of ['colour', 'currency', 'name', 'replyHours']) expect(said.words).toContain(`  ${field}: `)
  })

  it('refuses what is no workspace, and makes none', async () => {
    const file = inFolder('letter.redress')
    writeFileSync(file, 'Dear Sir or Madam, this is a letter.')
    expect(await call('customers.list', '{}', file)).toMatchObject({ code: 1, json: { error: { code: 'corrupt' } } })
    expect(readFileSync(file, 'utf8')).toBe('Dear Sir or Madam, this is a letter.')
    const absent = inFolder('absent.redress')
    const said = await call('customers.list', '{}', absent)
    expect(said).toMatchObject({
      code: 1,
      json: { error: { code: 'not-found', message: expect.stringContaining('absent.redress') } }
    })
    expect(existsSync(absent)).toBe(false)
  })
})

describe('import', () => {
  const file = inFolder('Boston.redress')
  const run = (...more: string[]) =>
    redress(['import', boston, '--workspace', file, '--as', 'promises', '--mapping', 'boston311', ...more])
  const none = { create: 0, update: 0, unchanged: 0, skipped: 0, error: 0 }

  it('says what it would do, does it, and does nothing the second time', async () => {
    expect(await run('--dry-run')).toMatchObject({
      code: 0,
      words: '',
      json: { dryRun: true, rows: 100, newCustomers: 1, importId: null, counts: { ...none, create: 100 } }
    })
    expect(existsSync(file)).toBe(false)

    expect(await run()).toMatchObject({ code: 0, json: { dryRun: false, counts: { ...none, create: 100 } } })
    const counted = await redress(['call', 'promises.count', '{"asOf":"2022-06-01T04:00:00Z"}', '--workspace', file])
    expect(counted.json).toMatchObject({ kept: 72, 'kept-late': 5, overdue: 12, undated: 11 })

    expect(await run()).toMatchObject({ code: 0, json: { importId: null, counts: { ...none, unchanged: 100 } } })
  })

  it.each([
    ['no such table', ['import', 'no-such.csv', '--as', 'promises', '--mapping', 'boston311'], 'not-found', 'no-such.csv'],
    ['no such mapping', ['import', boston, '--as', 'promises', '--mapping', 'chicago'], 'not-found', 'boston311'],
    ['a mapping for something else', ['import', boston, '--as', 'orders', '--mapping', 'boston311'], 'invalid', 'boston311']
  ])('refuses %s, and leaves no workspace behind', async (_, args, code, words) => {
    const target = inFolder('refused.redress')
    const said = await redress([...args, '--workspace', target])
    expect(said).toMatchObject({ code: 1, json: { error: { code } } })
    expect(said.words).toContain(words)
    expect(existsSync(target)).toBe(false)
  })
})

describe('verify and backup', () => {
  it('verify answers with the head of the journal', async () => {
    const said = await redress(['verify', '--workspace', sample])
    expect(said).toMatchObject({
      code: 0,
      words: '',
      json: { ok: true, problems: [], head: expect.stringMatching(/^[0-9a-f]{8,}$/) }
    })
  })

  it('a backup is a whole workspace, and never stands in the place of another file', async () => {
    const out = inFolder('copy.redress')
    const said = await redress(['backup', '--workspace', sample, '--out', out])
    expect(said).toMatchObject({ code: 0, words: '', json: { file: out, bytes: readFileSync(out).length } })
    const [one, other] = await Promise.all([sample, out].map((file) => redress(['verify', '--workspace', file])))
    expect(other!.json).toEqual(one!.json)
    expect(await redress(['backup', '--workspace', sample, '--out', out])).toMatchObject({
      code: 1,
      json: { error: { code: 'conflict' } }
    })
  })

  it('answers questions, but changes nothing, while another process has the file open', async () => {
    const held = await openWorkspace(inFolder('copy.redress'))
    try {
      const args = ['--workspace', inFolder('copy.redress')]
      expect(await redress(['verify', ...args])).toMatchObject({ code: 0, json: { ok: true } })
      expect(await redress(['call', 'customers.create', '{"name":"Late","currency":"EUR"}', ...args])).toMatchObject({
        code: 1,
        json: { error: { code: 'locked' } }
      })
    } finally {
      await held.close()
    }
  })
})
