// The register of needs and wishes: what was said again, what met it, and whether they know.
import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

const now = () => '2026-11-20T23:30:00Z'

async function book() {
  const workspace = await freshWorkspace({ now })
  const { call } = workspace
  const customer = async (name: string, timeZone: string) =>
    (await call('customers.create', { name, currency: 'EUR', timeZone })).id
  const [halden, phos] = [await customer('Halden', 'Europe/Helsinki'), await customer('Ξενοδοχείο Φως', 'America/New_York')]
  const { id: interactionId } = await call('interactions.create', {
    customerId: halden,
    channel: 'meeting',
    direction: 'in',
    at: '2026-10-01T09:00:00Z',
    subject: 'Yearly review'
  })
  const say = async (customerId: string, kind: 'need' | 'wish' | 'concern' | 'praise', words: string, saidAt: string, more = {}) =>
    (await call('voice.create', { customerId, kind, words, saidAt, ...more })).id
  const invoice = await say(halden, 'wish', 'One invoice a month', '2026-10-01', { interactionId })
  const person = await say(phos, 'concern', 'Κανείς δεν απαντά', '2026-09-01')
  await say(halden, 'praise', 'Your driver is a gem', '2026-11-01')
  return { ...workspace, halden, phos, invoice, person }
}

it('holds all customers’ needs and wishes with their source, and not their praise', async () => {
  const { call, halden } = await book()
  const { rows, counts } = await call('voice.register', {})
  expect(rows).toMatchObject([
    { words: 'One invoice a month', customer: 'Halden', source: { channel: 'meeting', title: 'Yearly review' }, metBy: null },
    { words: 'Κανείς δεν απαντά', customer: 'Ξενοδοχείο Φως', source: null }
  ])
  expect(counts).toEqual({ open: 2, back: 0, met: 0, declined: 0, untold: 0 })
  const words = async (input: object) => (await call('voice.register', input)).rows.map((row) => row.words)
  expect(await words({ text: 'ΚΑΝΕΙΣ φως' })).toEqual(['Κανείς δεν απαντά'])
  expect(await words({ kind: 'wish' })).toEqual(['One invoice a month'])
  expect(await words({ customerId: halden, text: 'driver' })).toEqual([])
})

it('what is met is met on a day by something, until they are told; what comes back is open with how it was answered', async () => {
  const { call, halden, phos, invoice, person } = await book()
  await expect(call('voice.change', { id: invoice, patch: { state: 'met' } })).rejects.toMatchObject({ code: 'invalid' })
  await call('voice.change', { id: invoice, patch: { state: 'met', release: 'Billing 4.2' } })
  const { id: gesture } = await call('gestures.create', { customerId: phos, words: 'A direct line', givenOn: '2026-10-02' })
  await call('voice.change', { id: person, patch: { state: 'met', metEntity: 'gesture', metId: gesture } })
  const row = async (id: string) => (await call('voice.register', {})).rows.find((each) => each.id === id)!
  // each on its customer's own clock: it is the next day in Helsinki already
  expect(await row(invoice)).toMatchObject({ release: 'Billing 4.2', answeredOn: '2026-11-21', toldOn: null })
  expect(await row(person)).toMatchObject({ metBy: 'A direct line', answeredOn: '2026-11-20' })
  expect((await call('voice.register', {})).counts).toEqual({ open: 0, back: 0, met: 2, declined: 0, untold: 2 })
  await call('voice.change', { id: person, patch: { toldOn: '2026-11-20' } })
  expect((await call('voice.register', { standing: 'untold' })).rows.map(({ id }) => id)).toEqual([invoice])
  await expect(call('voice.change', { id: person, patch: { toldOn: '2026-11-01' } })).rejects.toMatchObject({ code: 'invalid' })

  await call('voice.again', { id: person })
  expect(await row(person)).toMatchObject({
    state: 'open',
    askedAgain: ['2026-11-20'],
    cameBackAfter: 'met',
    answeredOn: null,
    toldOn: null,
    metBy: 'A direct line'
  })
  expect((await call('voice.register', { standing: 'back' })).rows.map(({ id }) => id)).toEqual([person])
  await call('voice.again', { id: person, on: '2026-11-10' })
  await call('voice.again', { id: person })
  expect((await row(person)).askedAgain).toEqual(['2026-11-10', '2026-11-20'])
  for (const on of ['2026-08-31', '2026-11-21'])
    await expect(call('voice.again', { id: person, on })).rejects.toMatchObject({ fields: { on: expect.any(String) } })
  expect((await call('voice.list', { customerId: phos }))[0]!.askedAgain).toHaveLength(2)
  expect((await call('search.find', { words: 'Billing' })).map(({ entity }) => entity)).toEqual(['voice'])
  expect((await call('journal.verify', {})).ok).toBe(true)
  await call('journal.undo', {})
  await call('customers.trash', { id: halden })
  expect((await call('voice.register', {})).rows).toHaveLength(1)
})

it('comes in pages', async () => {
  const { call, halden } = await book()
  for (let n = 0; n < 205; n++)
    await call('voice.create', { customerId: halden, kind: 'need', words: `Need ${n}`, saidAt: `2026-0${1 + (n % 8)}-01` })
  const seen = new Set<string>()
  let after: string | undefined
  for (let pages = 0; pages < 3; pages++) {
    const { rows, more } = await call('voice.register', { after })
    for (const { id } of rows) seen.add(id)
    after = rows.at(-1)!.id
    expect(more).toBe(pages < 2)
  }
  expect(seen.size).toBe(207)
})

it('a day that was said before what became of it stands', async () => {
  const { call, invoice, person } = await book()
  const row = async (id: string) => (await call('voice.register', {})).rows.find((each) => each.id === id)!
  await call('voice.change', { id: invoice, patch: { answeredOn: '2026-10-06' } })
  await call('voice.change', { id: invoice, patch: { toldOn: '2026-10-07' } })
  await call('voice.change', { id: invoice, patch: { state: 'met', release: 'Billing 4.2' } })
  expect(await row(invoice)).toMatchObject({ state: 'met', answeredOn: '2026-10-06', toldOn: '2026-10-07' })
  await call('voice.change', { id: person, patch: { toldOn: '2026-10-07' } })
  await call('voice.change', { id: person, patch: { state: 'declined', answer: 'Not this year' } })
  expect(await row(person)).toMatchObject({ answeredOn: '2026-10-07', toldOn: '2026-10-07' })
})
