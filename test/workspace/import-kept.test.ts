import { expect, it } from 'vitest'
import type { ImportTarget } from '../../src/shared/contract/imports'
import { importFields } from '../../src/shared/imports/fields'
import { targets } from '../../src/workspace/imports/targets'
import type { Workspace } from '../../src/workspace/index'
import { fileOf, importFile, keptRows, mappingOf } from './import-support'
import { freshWorkspace } from './support'

/** A file of each kind of record, its columns named as the fields are, one with all cells filled and one with few. */
const files: Record<Exclude<ImportTarget, 'customers'>, string> = {
  orders:
    'externalId,customer,title,orderedOn,promisedOn,quantity,unit,value,currency,crucial,note,colour\nO-1,Quay,Pump,2026-01-02,2026-01-05,2.5,pieces,10.10,EUR,yes,"a ""b""",red\nO-2,Quay,Hose,,,3,,,,,,\n',
  interactions:
    'externalId,customer,at,subject,notes,channel,direction,needsReply,colour\nT-1,Quay,2026-01-02 08:00,Pump,It leaks,mail,in,yes,red\nT-2,Quay,2026-01-03,Hose,,,,,\n',
  promises:
    'externalId,customer,words,maker,madeAt,dueAt,closedAt,closingNote,colour\nP-1,Quay,A new pump,Ida,2026-01-02,2026-01-05,2026-01-04,Done,red\nP-2,Quay,A hose,,2026-01-02,,,,\n',
  contacts: 'externalId,customer,name,role,email,phone,colour\nC-1,Quay,Mira,Buyer,mira@quay.example,+358 1,red\nC-2,Quay,Jo,,,,\n',
  voice:
    'externalId,customer,words,kind,saidAt,colour\nV-1,Quay,It came late,concern,2026-01-02,red\nV-2,Quay,Well packed,,2026-01-03,\n',
  incidents:
    'externalId,customer,title,began,ended,cause,colour\nI-1,Quay,Pump cracked,2026-01-02,2026-01-04,Frost,red\nI-2,Quay,Late,2026-01-02,,,\n',
  evidence:
    'externalId,customer,title,link,collectedAt,note,colour\nE-1,Quay,Delivery note,https://quay.example/9,2026-01-02,Signed,red\nE-2,Quay,Photo,,,,\n'
}

async function take(workspace: Workspace, target: ImportTarget, text: string) {
  const headers = text.slice(0, text.indexOf('\n')).split(',')
  const known = new Set(importFields(target).map(({ id }) => id))
  const columns = headers.filter((header) => known.has(header)).map((header) => [header, { header, dates: 'iso' as const }])
  return importFile(workspace, fileOf(text), mappingOf(Object.fromEntries(columns), { target }))
}
const shortRows = ({ store }: Workspace) =>
  store.readDb.prepare("SELECT count(*) FROM importedRow WHERE substr(raw, 1, 1) = '['").pluck().get()

it.each(Object.entries(files) as [ImportTarget, string][])(
  'what a row said is had from its record, whatever becomes of that: %s',
  async (target, text) => {
    const workspace = await freshWorkspace()
    const { call, store } = workspace
    expect((await take(workspace, target, text)).counts).toMatchObject({ create: 2, error: 0 })
    const { entity } = targets[target]
    const said = await keptRows(workspace)
    expect(said).toHaveLength(2)
    expect(shortRows(workspace), 'nothing is stored twice').toBe(2)
    for (const { recordId, raw } of said) {
      const record = store.readDb.prepare(`SELECT * FROM "${entity}" WHERE id = ?`).get(recordId) as Record<string, unknown>
      for (const [field, value] of Object.entries(raw.values)) expect([field, record[field]]).toEqual([field, value])
      expect(raw.customer).toBe('Quay')
    }
    expect(said.map(({ raw }) => raw.other)).toEqual([[['colour', 'red']], []])
    expect((await take(workspace, target, text)).counts).toMatchObject({ unchanged: 2 })

    // a person changes the records, takes that back, and does it again: of the rows it changes nothing
    const field = { promises: 'closingNote', contacts: 'role', voice: 'reading', incidents: 'cause', interactions: 'notes' }[
      target as string
    ] as 'note'
    for (const { recordId: id } of said)
      await call(`${target}.change` as 'gestures.change', { id, patch: { [field ?? 'note']: 'Typed' } as never })
    expect(await keptRows(workspace)).toEqual(said)
    await call('journal.undo', {})
    expect(await keptRows(workspace)).toEqual(said)
    await call('journal.redo', {})
    expect(await keptRows(workspace)).toEqual(said)
    expect((await take(workspace, target, text)).counts).toMatchObject({ create: 0, update: 0, error: 0 })

    // the import itself is taken back and made again, with what was changed since
    for (let step = 0; step < 3; step++) await call('journal.undo', {})
    expect(await keptRows(workspace)).toEqual([])
    for (let step = 0; step < 3; step++) await call('journal.redo', {})
    expect(await keptRows(workspace)).toEqual(said)
    expect(await call('journal.verify', {})).toMatchObject({ ok: true })
  }
)

it('two people made one: what the row of each said stays said', async () => {
  const workspace = await freshWorkspace()
  await take(workspace, 'contacts', files.contacts)
  const said = await keptRows(workspace)
  const [from, into] = said.map(({ recordId }) => recordId) as [string, string]
  await workspace.call('contacts.merge', { from, into })
  expect((await keptRows(workspace)).map(({ recordId, raw }) => [recordId, raw])).toEqual(said.map(({ raw }) => [into, raw]))
  await workspace.call('journal.undo', {})
  expect(await keptRows(workspace)).toEqual(said)
})
