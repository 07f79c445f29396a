import { describe, expect, it } from 'vitest'
import type { Inspection } from '../../src/shared/contract/imports'
import { OwnAddresses } from '../../src/shared/imports/own'
import { meaningOf, sideNamed } from '../../src/shared/imports/values'
import { lacking } from '../../src/renderer/features/imports/becomes'
import {
  datesToAsk,
  draftOf,
  filledBy,
  lettersToAsk,
  mappingOf,
  marksToAsk,
  type Draft
} from '../../src/renderer/features/imports/draft'
import { hasWords } from '../../src/renderer/features/imports/values'
import type { Workspace } from '../../src/workspace/index'
import { wordKey } from '../../src/shared/imports/words'
import { crm } from '../support/day-one/crm'
import type { DayOneExport, Files } from '../support/day-one/export'
import { helpDesks } from '../support/day-one/help-desks'
import { lists } from '../support/day-one/lists'
import { mailbox } from '../support/day-one/mailbox'
import { salesforce } from '../support/day-one/salesforce'
import { shops } from '../support/day-one/shops'
import { tickets } from '../support/day-one/tickets'
import { fileOf } from './import-support'
import { freshWorkspace } from './support'

const exports: DayOneExport[] = [...helpDesks, ...salesforce, ...crm, ...tickets, ...shops, ...mailbox, ...lists]

/** Everything that the form asks before the rows can be checked, and every word that it cannot explain. */
function asked(seen: Inspection, draft: Draft): string[] {
  const own = seen.own && new OwnAddresses(seen.own.domains)
  const words = filledBy(draft).flatMap(({ field, source, column }) =>
    (hasWords(field) ? (seen.words.find((each) => each.column === column)?.words ?? []) : [])
      .filter(({ word }) => (meaningOf(field, word) ?? sideNamed(field, `x@${word}`, own)) === null)
      .filter(({ word }) => source.words[wordKey(word)] === undefined)
      .map(({ word }) => `what “${word}” means in ${field.id}`)
  )
  return [
    ...(seen.toldBy === 'nothing' ? ['what the rows are'] : []),
    ...(seen.own && !seen.own.told ? ['which addresses are ours'] : []),
    ...(datesToAsk(draft, seen) ? ['the order of the dates'] : []),
    ...(marksToAsk(draft, seen) ? ['the mark of the decimals'] : []),
    ...lettersToAsk(draft, seen).map((letters) => `what ${letters} is`),
    ...lacking(draft).map(({ id, kind }) => (kind === 'customer' ? 'the customer' : `where ${id} stands`)),
    ...(seen.own && !seen.own.told ? [] : words)
  ]
}

/** Brings files in as the form fills itself, with the one answer of the export; gives what was asked. */
async function bring(workspace: Workspace, files: Files, { asks }: DayOneExport) {
  const [file, ...others] = Object.entries(files).map(([name, content]) => fileOf(content, name))
  const given = { file: file!, others }
  const inspect = () => workspace.call('imports.inspect', given)
  const draftFrom = (seen: Inspection) => draftOf(seen, seen.target, seen.mapping, { zone: 'Europe/Tallinn', currency: 'EUR' })
  let seen = await inspect()
  let draft = draftFrom(seen)
  const questions = asked(seen, draft)
  if (asks?.answer.own && seen.own && !seen.own.told) {
    // asked once: the settings keep it
    await workspace.call('workspace.configure', { own: asks.answer.own })
    seen = await inspect()
    draft = draftFrom(seen)
    questions.push(...asked(seen, draft))
  }
  draft.dates = asks?.answer.dates ?? ''
  draft.customerName = asks?.answer.customerName ?? draft.customerName
  const mapping = mappingOf(draft, seen, '')
  const result = await workspace.call('imports.run', { ...given, part: seen.part, target: mapping.target, mapping, dryRun: false })
  return { seen, questions: [...new Set(questions)], result }
}

const tables = { interactions: 'interaction', orders: 'order', customers: 'customer', contacts: 'contact' } as const
type Row = Record<string, unknown> & { id: string }
const stored = (workspace: Workspace, { target }: DayOneExport): Row[] =>
  workspace.store.readDb.prepare(`SELECT * FROM "${tables[target as keyof typeof tables]}" ORDER BY id`).all() as Row[]

const rows: string[] = []
const page = `# What goes in on the first day

These exports are imported by a test as the form fills itself, the way an advocate drops them on the window the first time, and
again a month later: the kind is right, every row is taken or told, customers and directions are right, and no more is asked
than stands here. The second time only what is new is added. Nothing that stands in Redress is written over; where the source
has other words now, both are shown, and Redress asks which hold. The rows are those of \`test/support/day-one\`; this page is made by
\`test/workspace/day-one.test.ts\`. [Import](import.md) says how it is done.

| Export | Each row is | Records | New a month later | Other words, kept and asked about | What is asked |
| --- | --- | ---: | ---: | ---: | --- |`

describe('the exports of the first day', () => {
  it.each(exports.map((each) => [each.name, each] as const))('%s', async (name, given) => {
    const workspace = await freshWorkspace()
    const { seen, questions, result } = await bring(workspace, given.june, given)
    expect(questions).toEqual(given.asks ? [given.asks.question] : [])
    expect(seen.target).toBe(given.target)
    const wrong = (list: typeof result.outcomes) => list.filter(({ outcome }) => outcome === 'error').map(({ reason }) => reason)
    if (!given.refused) expect([wrong(result.outcomes), result.troubles]).toEqual([[], []])
    expect(result.counts).toEqual({
      create: given.records,
      update: 0,
      unchanged: 0,
      skipped: given.told ?? 0,
      error: given.refused ?? 0
    })
    const before = stored(workspace, given)
    const sides = Object.fromEntries(
      (['in', 'out', 'internal'] as const).flatMap((side) => {
        const count = before.filter(({ direction }) => direction === side).length
        return count > 0 ? [[side, count]] : []
      })
    )
    if (given.sides) expect(sides).toEqual(given.sides)

    const next = await bring(workspace, given.july, given)
    // what was answered in June is not asked again
    expect(next.questions.filter((question) => question !== 'the order of the dates')).toEqual([])
    if (!given.refused) expect(wrong(next.result.outcomes)).toEqual([])
    expect([next.result.counts.create, next.result.differs]).toEqual([given.more, given.changed ?? 0])
    const after = new Map(stored(workspace, given).map((row) => [row.id, row]))
    expect(after.size).toBe(given.records + given.more)
    // what stood there stands there
    for (const row of before)
      for (const [field, value] of Object.entries(row))
        if (value !== null && field !== 'updatedAt')
          expect([row.id, field, after.get(row.id)?.[field]]).toEqual([row.id, field, value])
    const customers = (await workspace.call('customers.list', {})).map((each) => each.name).sort()
    expect(customers).toEqual(given.customers.toSorted())
    rows.push(
      `| ${name} | ${given.target} | ${given.records} | ${given.more} | ${given.changed ?? 0} | ${given.asks?.question ?? 'nothing'} |`
    )
  })

  it('are at least twenty, and docs/guide/exports.md says how they went in (`npx vitest run -u` writes it anew)', async () => {
    expect(rows.length).toBeGreaterThanOrEqual(20)
    await expect(`${page}\n${rows.join('\n')}\n`).toMatchFileSnapshot('../../docs/guide/exports.md')
  })
})
