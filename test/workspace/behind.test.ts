// A state that needs a record behind it cannot be had without it, whichever way one comes to it.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { entities } from '../../src/shared/contract/journal'
import { nothingBehind } from '../../src/shared/records/behind'
import type { WorkspaceName } from '../../src/shared/contract/table'
import { buildSample } from '../../src/workspace/sample'
import { freshWorkspace, temporaryFolder } from './support'

const now = '2026-03-11T09:00:00Z'

async function found() {
  const workspace = await freshWorkspace({ now: () => now })
  const { call } = workspace
  const make = async (name: WorkspaceName, fields: object): Promise<string> =>
    ((await call(name, fields as never)) as { id: string }).id
  /** Where it is refused: the fields that the sentence stands at; nothing changes. */
  const refused = async (name: WorkspaceName, input: object): Promise<string[]> => {
    const { head } = await call('journal.verify', {})
    const fields = await call(name, input as never).then(
      () => ({}),
      (error: { code: string; fields?: object }) => error.fields ?? { [error.code]: '' }
    )
    expect((await call('journal.verify', {})).head).toBe(head)
    return Object.keys(fields).map((field) => field.replace('patch.', ''))
  }
  const customerId = await make('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  return { call, make, refused, customerId }
}

const incident = { title: 'Late', kind: 'late-delivery', currency: 'EUR', began: '2026-03-05' }

describe('an incident', () => {
  it('is contained by what was done, resolved by its end, closed by its end and cause', async () => {
    const { call, make, refused, customerId } = await found()
    expect(await refused('incidents.create', { ...incident, customerId, state: 'resolved' })).toEqual(['state'])
    const id = await make('incidents.create', { ...incident, customerId })
    const change = (patch: object): object => ({ id, patch })
    for (const state of ['contained', 'resolved', 'closed'])
      expect(await refused('incidents.change', change({ state })), state).toEqual(['state'])
    for (const causeState of ['suspected', 'confirmed'])
      expect(await refused('incidents.change', change({ causeState })), causeState).toEqual(['causeState'])
    await call('incidents.change', change({ state: 'contained', containment: 'A van waits at the gate.' }) as never)
    await call('incidents.change', change({ ended: '2026-03-09' }) as never)
    await call('incidents.change', change({ state: 'resolved' }) as never)
    expect(await refused('incidents.change', change({ state: 'closed' }))).toEqual(['state'])
    await call('incidents.change', change({ cause: 'Nobody could find it.', state: 'closed' }) as never)
    expect((await call('incidents.get', { id })).incident).toMatchObject({ state: 'closed', ended: '2026-03-09' })
  })

  it('keeps what its state rests on, until the state is another', async () => {
    const { call, make, refused, customerId } = await found()
    const whole = { ...incident, customerId, state: 'closed', ended: '2026-03-09', cause: 'A strike', causeState: 'confirmed' }
    const id = await make('incidents.create', whole)
    expect(await refused('incidents.change', { id, patch: { ended: null } })).toEqual(['ended'])
    expect(await refused('incidents.change', { id, patch: { cause: null } })).toEqual(['cause'])
    // undo takes back the newest first, so that no state is left with nothing behind it
    await call('incidents.change', { id, patch: { state: 'open', causeState: 'unknown' } })
    await call('incidents.change', { id, patch: { cause: null, ended: null } })
    await call('journal.undo', {})
    await call('journal.undo', {})
    expect((await call('incidents.get', { id })).incident).toMatchObject({
      state: 'closed',
      ended: '2026-03-09',
      cause: 'A strike'
    })
  })
})

describe('what the customer wished for', () => {
  it('is met by words or a record, and declined with a reason', async () => {
    const { call, make, refused, customerId } = await found()
    const wish = { customerId, kind: 'wish', words: 'A person who answers', saidAt: '2026-03-01' }
    expect(await refused('voice.create', { ...wish, state: 'met' })).toEqual(['state'])
    const id = await make('voice.create', wish)
    expect(await refused('voice.change', { id, patch: { state: 'met' } })).toEqual(['state'])
    expect(await refused('voice.change', { id, patch: { state: 'declined' } })).toEqual(['state'])
    const gesture = await make('gestures.create', { customerId, givenOn: '2026-03-02', words: 'A direct line' })
    await call('voice.change', { id, patch: { state: 'met', metEntity: 'gesture', metId: gesture } })
    expect(await refused('voice.change', { id, patch: { metEntity: null, metId: null } })).toEqual(['metId'])
    expect(await refused('gestures.trash', { id: gesture })).toEqual(['conflict'])
    await call('voice.change', { id, patch: { answer: 'They have a direct line.' } })
    await call('gestures.trash', { id: gesture })
    expect(await call('voice.list', { customerId })).toMatchObject([{ state: 'met', answer: 'They have a direct line.' }])
  })

  it('is not met by a record that is in the trash, whichever way it came there', async () => {
    const { call, make, refused, customerId } = await found()
    const gesture = await make('gestures.create', { customerId, givenOn: '2026-03-02', words: 'A direct line' })
    const met = { state: 'met', metEntity: 'gesture', metId: gesture }
    const wish = { customerId, kind: 'wish', words: 'A person who answers', saidAt: '2026-03-01' }
    const id = await make('voice.create', wish)
    await call('voice.change', { id, patch: { ...met, answer: 'They have a direct line.' } as never })
    await call('gestures.trash', { id: gesture })
    expect(await refused('voice.change', { id, patch: { answer: null } })).toEqual(['answer'])
    expect(await refused('voice.create', { ...wish, ...met })).toEqual(['state'])
    // both in the trash: the wish does not come back before what met it
    await call('gestures.restore', { id: gesture })
    await call('voice.change', { id, patch: { answer: null } })
    await call('voice.trash', { id })
    await call('gestures.trash', { id: gesture })
    expect(await refused('voice.restore', { id })).toEqual(['conflict'])
    await call('gestures.restore', { id: gesture })
    await call('voice.restore', { id })
    expect(await call('voice.list', { customerId })).toMatchObject([{ state: 'met', metId: gesture }])
  })

  it('is met by a record of that customer alone', async () => {
    const { make, refused, customerId } = await found()
    const other = await make('customers.create', { name: 'Levante', currency: 'EUR' })
    const gesture = await make('gestures.create', { customerId: other, givenOn: '2026-03-02', words: 'A direct line' })
    const id = await make('voice.create', { customerId, kind: 'wish', words: 'A line', saidAt: '2026-03-01' })
    const patch = { state: 'met', metEntity: 'gesture', metId: gesture }
    expect(await refused('voice.change', { id, patch })).toEqual(['metId'])
  })
})

it('every record of the sample has behind it what it says', async () => {
  const file = join(temporaryFolder(), 'Sample.redress')
  await buildSample(file)
  const db = new Database(file, { readonly: true })
  const wrong = entities.flatMap((entity) =>
    (db.prepare(`SELECT * FROM "${entity}"`).all() as Record<string, unknown>[]).flatMap((row) => {
      const found = nothingBehind(entity, row, Object.keys(row))
      return found ? [`${entity} ${String(row.id)}: ${found.field}`] : []
    })
  )
  db.close()
  expect(wrong).toEqual([])
})
