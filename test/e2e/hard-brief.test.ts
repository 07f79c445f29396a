import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/app'
import { words } from './support/pdf'
import { leaves, splitRows, stranded } from './support/pdf-tree'

test.slow()

const long = 'Elintarviketeollisuusosuuskunta Pohjois-Karjalan Pakastevihannesjalostamo ja Kylmäkuljetuspalvelut Oy'
const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2)
const arabic = 'شركة الثلج الشمالية للأغذية المجمدة'
const hebrew = 'מפעל הקירור הצפוני'
const emoji = '🧊❄️👩‍🔧🚚'
const note = `${'The compressor stopped again, and nobody came before the morning shift had gone home. '.repeat(120)}`.slice(
  0,
  9_990
)

test('a brief of 12 incidents, 60 lines and 150 exhibits, with names and notes of every kind, lays out whole', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'hard.redress'), create: true })
  const { ask } = redress
  const { id: customerId } = await ask('customers.create', { name: long, currency: 'EUR', timeZone: 'Europe/Helsinki' })
  const { id: caseId } = await ask('cases.create', { customerId, title: `${hebrew}: ${unbroken} ${emoji}`, currency: 'EUR' })
  await ask('cases.change', {
    id: caseId,
    patch: { ask: note.slice(0, 2_000), decider: `${arabic}, ${long}`, decideBy: '2027-01-15' }
  })
  await ask('rates.create', { from: 'USD', to: 'EUR', rate: 0.9, on: '2026-11-01', source: 'ECB' })
  const titles = [long, unbroken, arabic, hebrew, `${emoji} ${emoji}`, 'Short']
  const evidence: string[] = []
  for (let at = 0; at < 150; at++)
    evidence.push(
      (
        await ask('evidence.create', {
          customerId,
          title: `${at + 1} ${titles[at % titles.length]!}`.slice(0, 300),
          ...(at % 10 === 0 ? { note: note.slice(0, 4_900) } : {})
        })
      ).id
    )
  for (let at = 0; at < 12; at++) {
    const { id: incidentId } = await ask('incidents.create', {
      customerId,
      title: titles[at % titles.length]!,
      kind: 'outage',
      began: `2026-10-${String(at + 10)}`,
      currency: at % 4 === 3 ? 'USD' : 'EUR',
      ...(at % 3 === 0 ? { whatHappened: note, cause: note.slice(0, 9_000) } : {})
    })
    await ask('cases.tieIncident', { id: caseId, incidentId, tied: true })
    for (let n = 0; n < 13; n++)
      await ask('evidence.tie', { evidenceId: evidence[(at * 13 + n) % 150]!, entity: 'incident', id: incidentId, tied: true })
    // one has no lines: what is missing is said
    if (at === 11) continue
    for (let line = 0; line < (at === 10 ? 10 : 5); line++) {
      const { id } = await ask('lossLines.create', {
        incidentId,
        title: titles[(at + line) % titles.length]!.slice(0, 200),
        calculator: line % 2 ? 'idle-labour' : 'plain-amount',
        currency: at % 4 === 3 ? 'USD' : 'EUR',
        inputs: (line % 2
          ? {
              people: { as: 'exact', value: 12 },
              hoursIdle: { as: 'range', low: 3, likely: 4, high: 9 },
              loadedRate: { as: 'exact', value: 31 }
            }
          : { amount: { as: 'range', low: 1_000, likely: 1_000_000, high: 987_654_321 } }) as never,
        ...(line === 0 ? { basis: note.slice(0, 4_990) } : {})
      })
      await ask('evidence.tie', { evidenceId: evidence[(at * 12 + line) % 150]!, entity: 'lossLine', id, tied: true })
    }
  }
  for (const title of [unbroken, arabic]) {
    const { id: optionId } = await ask('options.create', { caseId, title: title.slice(0, 300), summary: note.slice(0, 4_900) })
    await ask('remedies.create', { optionId, words: `${title} ${emoji}`.slice(0, 900) })
  }

  const file = join(folder, 'hard.pdf')
  await redress.dialogs({ save: file })
  const asked = { caseId, language: 'en', paper: 'a4' } as const
  const { pages } = await ask('shell.exportBrief', { ...asked, draft: true })
  const bytes = new Uint8Array(readFileSync(file))
  if (process.env['REDRESS_LOOK']) writeFileSync('/tmp/look-hard-en.pdf', bytes)
  const read = await words(bytes)
  expect(read.pages).toHaveLength(pages)
  expect(read.over).toEqual([])
  // letters of every kind are set in what travels with Redress
  expect(read.fonts.filter(({ name }) => !/\+(Inter|SourceSerif4|Redress|Noto)/.test(name))).toEqual([])
  const all = await leaves(bytes)
  expect(splitRows(all)).toBe(0)
  expect(stranded(all)).toEqual([])
  // each check sees what it is for
  const torn = all.find(({ row, roles }) => row && !roles.includes('THead'))!
  expect(splitRows([...all, { ...torn, page: torn.page + 1 }])).toBe(1)
  const head = { page: 3, roles: ['Document', 'H3'], row: null }
  expect(stranded([head, { ...torn, page: 4 }])).toEqual([4])
  // what is written is there, to the end of it; every exhibit has its row
  const whole = read.pages.join('').replace(/\s+/g, '')
  const model = await ask('brief.model', asked)
  expect(model.appendix.exhibits!.table!.rows).toHaveLength(150)
  for (const { text } of model.appendix.contents) expect(whole).toContain(text.replace(/\s+/g, ''))
  expect(model.appendix.loss!.incidents).toHaveLength(12)
  expect(model.appendix.loss!.incidents.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(60)
  expect(model.appendix.loss!.incidents[11]!.lines).toEqual([])
  for (const smallest of read.type) expect(smallest).toBeGreaterThan(7.95)
})
