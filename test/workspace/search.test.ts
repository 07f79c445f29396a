import { describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { openWorkspace } from '../../src/workspace/index'
import { migrate } from '../../src/workspace/store/migrate'
import { entities } from '../../src/shared/contract/journal'
import { descriptions } from '../../src/workspace/store/descriptions'
import { freshWorkspace, temporaryFolder } from './support'

const found = async (workspace: Awaited<ReturnType<typeof freshWorkspace>>, words: string) =>
  (await workspace.call('search.find', { words })).map(({ entity }) => entity)

/** Words as they are written, and as a person in a hurry types them. */
const alike: [string, string][] = [
  ['Τα ξενοδοχεία της Αθήνας', 'τα ξενοδοχεια τησ ΑΘΗΝΑΣ'],
  ['ΦΩΣ ΣΤΗΝ ΟΔΌ', 'φως στην οδο'],
  ['Ёлка и йод в Москве', 'елка и ИОД в москве'],
  ['Jõgeva õlletehas', 'jogeva olletehas'],
  ['La señora pidió un camión', 'la senora pidio un CAMION'],
  ['Weißwurst in der Straße', 'weisswurst in der STRASSE']
]

describe('the search', () => {
  it.each(alike)('finds "%s" by "%s", and the other way', async (written, typed) => {
    const workspace = await freshWorkspace()
    await workspace.call('customers.create', { name: written, currency: 'EUR' })
    await workspace.call('customers.create', { name: typed, currency: 'EUR' })
    for (const words of [written, typed]) expect(await found(workspace, words)).toEqual(['customer', 'customer'])
    const [hit] = await workspace.call('search.find', { words: typed })
    // what is shown is what was written, the found word marked
    expect([written, typed]).toContain(hit!.title)
    expect(hit!.excerpt).toContain('\ue000')
    // what is changed is found no longer, and the index stays sound
    const [row] = await workspace.call('customers.list', {})
    await workspace.call('customers.change', { id: row!.id, patch: { name: 'Other' } })
    expect(await found(workspace, typed)).toEqual(['customer'])
    expect((await workspace.call('journal.verify', {})).problems).toEqual([])
  })

  it('finds facts, options, actions, lines, decisions and outcomes, and says where they stand', async () => {
    const workspace = await freshWorkspace()
    const { call } = workspace
    const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR' })
    const { id: incidentId } = await call('incidents.create', {
      customerId,
      title: 'Late',
      kind: 'service',
      began: '2026-03-01',
      currency: 'EUR'
    })
    await call('lossLines.create', {
      incidentId,
      title: 'Ενοίκιο ψυγείων',
      calculator: 'plain-amount',
      currency: 'EUR',
      inputs: { amount: { as: 'exact', value: 100 } }
    })
    const { id: caseId } = await call('cases.create', { customerId, title: 'Ask', currency: 'EUR' })
    await call('facts.create', { caseId, words: 'The trucks stood at Gdańsk' })
    const { id: optionId } = await call('options.create', { caseId, title: 'Fly them in', risks: 'Snow at Øresund' })
    await call('remedies.create', { optionId, words: 'Charter from Malmö' })
    await call('cases.decide', { caseId, optionId, decidedBy: 'Zoë', decidedOn: '2026-03-04', why: 'Coût', makePromises: false })
    await call('outcomes.create', { caseId, note: 'Todo llegó' })
    const hits = async (words: string) => (await call('search.find', { words })).map(({ entity, within }) => [entity, within])
    expect(await hits('ενοικιο ΨΥΓΕΙΩΝ')).toEqual([['lossLine', incidentId]])
    expect(await hits('gdansk')).toEqual([['fact', caseId]])
    expect(await hits('snow')).toEqual([['option', caseId]])
    expect(await hits('malmo')).toEqual([['remedy', caseId]])
    expect(await hits('zoe')).toEqual([['decision', caseId]])
    expect(await hits('cout')).toEqual([['decision', caseId]])
    expect(await hits('llego')).toEqual([['outcome', caseId]])
  })

  it('leaves out no kind of record that a person writes words in', () => {
    const silent = entities.filter((entity) => !descriptions[entity].search)
    expect(silent).toEqual([
      'promiseDate',
      'incidentOrder',
      'cliff',
      'evidenceLink',
      'evidenceUse',
      'driver',
      'rate',
      'guardAnswer',
      'answer',
      'caseIncident',
      'optionRemedy',
      'briefVersion',
      'signal',
      'mapping',
      'import',
      'importedRow',
      'exercise',
      'setting'
    ])
  })

  it('finds in an older workspace what was in it', async () => {
    const file = join(temporaryFolder(), 'Old.redress')
    const db = new Database(file)
    migrate(db, 5)
    const stamp = "'2026-01-05T08:00:00Z', '2026-01-05T08:00:00Z', NULL"
    db.exec(`INSERT INTO customer (id, createdAt, updatedAt, trashedAt, number, name, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000001', ${stamp}, 1, 'Ξενοδοχείο Φως', 'EUR');
      INSERT INTO searchText (entity, recordId, customerId, title) VALUES ('customer', '0190b0a0-0000-7000-8000-000000000001', NULL, 'Ξενοδοχείο Φως');
      INSERT INTO search (rowid, title) SELECT n, title FROM searchText;
      INSERT INTO "case" (id, createdAt, updatedAt, trashedAt, number, customerId, title, currency)
      VALUES ('0190b0a0-0000-7000-8000-000000000003', ${stamp}, 1, '0190b0a0-0000-7000-8000-000000000001', 'A case', 'EUR');
      INSERT INTO fact (id, createdAt, updatedAt, trashedAt, caseId, words)
      VALUES ('0190b0a0-0000-7000-8000-000000000005', ${stamp}, '0190b0a0-0000-7000-8000-000000000003', 'Ο οδηγός έφυγε')`)
    db.close()
    const workspace = await openWorkspace(file)
    expect((await workspace.call('search.find', { words: 'ξενοδοχειο' })).map(({ entity }) => entity)).toEqual(['customer'])
    expect((await workspace.call('search.find', { words: 'οδηγοσ εφυγε' })).map(({ entity }) => entity)).toEqual(['fact'])
    await workspace.close()
  })
})
