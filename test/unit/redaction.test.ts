import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { BriefFacts } from '../../src/shared/brief/facts'

const caught = vi.hoisted(() => ({ facts: [] as unknown[] }))
vi.mock('../../src/shared/brief/model', async (original) => {
  const real = await original<typeof import('../../src/shared/brief/model')>()
  return {
    ...real,
    briefModel: (...given: Parameters<typeof real.briefModel>) => {
      caught.facts.push(given[0])
      return real.briefModel(...given)
    }
  }
})
// what other tests have loaded knows nothing of that
vi.resetModules()
const { briefModel } = await import('../../src/shared/brief/model')
const { dataText } = await import('../../src/shared/brief/data')
const { buildSample } = await import('../../src/workspace/sample')
const { openWorkspace } = await import('../../src/workspace')

const folder = mkdtempSync(join(tmpdir(), 'redress-redaction-'))
let facts: BriefFacts
let caseId: string

beforeAll(async () => {
  const file = join(folder, 'sample.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file, { readOnlyIfLocked: true })
  caseId = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!.id
  await workspace.call('brief.model', { caseId, language: 'en' })
  facts = caught.facts.at(-1) as BriefFacts
  await workspace.close()
})
afterAll(() => {
  vi.resetModules()
  rmSync(folder, { recursive: true, force: true })
})

const text = (given: BriefFacts) => dataText({ caseId, versionId: null, model: briefModel(given, 'en') })

/** Puts a word of its own into every text that somebody could have written: longer than a code, with a space or a capital. */
function marked(value: unknown, words: string[], field = ''): unknown {
  if (typeof value === 'string') {
    const written = /\s/.test(value) || (/^\p{Lu}\p{Ll}/u.test(value) && !/[/]/.test(value))
    if (!written || /^(currency|timeZone|clock|zone)$/.test(field)) return value
    const word = `Qx${words.length}Zv`
    words.push(word)
    return `${value} ${word}`
  }
  if (Array.isArray(value)) return value.map((one) => marked(one, words, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, words, name)]))
}

it('words that are left out stand nowhere in a brief, whichever field they were in', () => {
  const words: string[] = []
  const all = marked(facts, words) as BriefFacts
  expect(words.length).toBeGreaterThan(200)
  // without it they are there, so the test can see them
  const shown = text(all)
  expect(words.filter((word) => shown.includes(word)).length).toBeGreaterThan(120)
  const left = text({ ...all, shape: { words } })
  const small = left.toLowerCase()
  expect(words.filter((word) => small.includes(word.toLowerCase()))).toEqual([])
  expect(left).toContain('[left out]')
})

it('names of people and of the customer are hidden in every form, and the file is not called after them', () => {
  const left = text({ ...facts, shape: { hide: ['people', 'customer'] } })
  for (const name of ['Halden', 'Jaan', 'Tamm', 'Maria', 'Ilves', 'Sjöblom', 'Rantanen', 'Lepik']) expect(left).not.toContain(name)
  expect(left).toContain('[the customer]')
})

it('amounts are hidden, in figures, pictures and texts', () => {
  const left = text({ ...facts, shape: { hide: ['amounts'] } })
  for (const found of left.matchAll(/.{20}(?:€|EUR )\s?\d.{5}/gu)) expect(found[0]).toBe('')
  for (const found of left.matchAll(/.{30}(?<![\da-f-])(?:295|640,000|7,440|50,000)(?![\da-f-]).{20}/gu)) expect(found[0]).toBe('')
  expect(left).toContain('Amounts are left out of this copy.')
})

it('what things cost us is hidden, and the rest stays', () => {
  const model = briefModel({ ...facts, shape: { hide: ['costs'] } }, 'en')
  const all = JSON.stringify(model.appendix.options) + JSON.stringify(model.page.options)
  for (const found of all.matchAll(/.{60}(?<!\d)(?:38,000|12,000).{20}/gu)) expect(found[0]).toBe('')
  expect(model.page.options!.rows.every(({ cells }) => cells[0] === '–')).toBe(true)
  expect(model.page.loss!.main).toBe('€295,000')
})

it('parts that are not chosen are not there, and nothing leads to them', () => {
  const model = briefModel({ ...facts, shape: { without: ['options', 'exhibits', 'method'] } }, 'en')
  expect(model.appendix).toMatchObject({ options: null, exhibits: null, method: null })
  expect(model.appendix.contents.map(({ text }) => text[0])).toEqual(['A', 'B', 'C'])
})
