// One record, told on one clock wherever it is asked for: computer, workspace and customer in three zones, on the night on
// which summer time begins where the customer is.
import Zip from 'jszip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { docxOf } from '../../src/main/shapes/docx'
import { pptxOf } from '../../src/main/shapes/pptx'
import { tablesOf } from '../../src/main/shapes/tables'
import { xlsxOf } from '../../src/main/shapes/xlsx'
import { freshWorkspace } from './support'

const machine = process.env.TZ
beforeAll(() => void (process.env.TZ = 'America/New_York'))
afterAll(() => void (machine === undefined ? delete process.env.TZ : (process.env.TZ = machine)))

const customerZone = 'Europe/Athens'
// 02:30 in Athens; half an hour later the clocks there go from 03:00 to 04:00
const before = '2026-03-29T00:30:00Z'
const after = '2026-03-29T01:30:00Z'

it('the customer’s for what was said and done with them, the workspace’s for what Redress did', async () => {
  const { call } = await freshWorkspace({ now: () => after })
  await call('workspace.configure', { timeZone: 'Asia/Manila', paper: 'a4' })
  const { id: customerId } = await call('customers.create', { name: 'Φως', currency: 'EUR', timeZone: customerZone })
  const { id: promiseId } = await call('promises.create', {
    customerId,
    words: 'At once',
    madeAt: before,
    dueAt: after,
    zone: 'Europe/London'
  })
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'Dark',
    kind: 'outage',
    began: before,
    ended: after,
    currency: 'EUR',
    promiseIds: [promiseId]
  })
  await call('voice.create', { customerId, incidentId, kind: 'concern', words: 'No light', saidAt: before })
  await call('interactions.create', { customerId, channel: 'call', direction: 'in', at: before, subject: 'Call', needsReply: true })
  const { id: caseId } = await call('cases.create', { customerId, title: 'Light', currency: 'EUR', incidentIds: [incidentId] })
  await call('cases.addFacts', { id: caseId, facts: [{ at: before, words: 'The light went out' }] })

  // every answer with a customer's moments says whose clock tells them
  const desk = await call('desk.today', {})
  const clocks = [
    ...desk.replies,
    ...desk.promises,
    ...desk.signals,
    ...(await call('promises.list', {})),
    await call('promises.get', { id: promiseId }),
    ...(await call('incidents.list', {})),
    (await call('incidents.get', { id: incidentId })).customer,
    (await call('cases.get', { id: caseId })).customer,
    ...(await call('customers.list', {})),
    ...(await call('search.find', { words: 'light' })).filter(({ entity }) => entity === 'voice'),
    ...(await call('journal.history', { entity: 'promise', id: promiseId }))
  ].map(({ clock }) => clock)
  expect(clocks.length).toBeGreaterThan(8)
  expect(new Set(clocks)).toEqual(new Set([customerZone]))
  expect((await call('search.find', { words: 'light', entities: ['case'] })).map(({ clock }) => clock)).toEqual(['Asia/Manila'])

  // in the brief too: 02:30 and, an hour later, 04:30; printed at 09:30 in Manila
  const which = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const
  const model = await call('brief.model', which)
  const told = ['29 Mar 2026, 02:30', '29 Mar 2026, 04:30']
  // London, New York, UTC and Manila tell other times of the same moments; none of them is told
  const others = ['00:30', '01:30', '20:30', '21:30', '08:30', '03:30']
  const text = JSON.stringify(model)
  for (const each of [...told, '29 Mar 2026, 09:30']) expect(text).toContain(each)
  for (const other of others) expect(text).not.toContain(other)

  // and in every other shape that it is given out in, where no day is left as it is stored either
  const words = async (file: Uint8Array, of: RegExp): Promise<string> => {
    const zip = await Zip.loadAsync(file)
    const parts = Object.values(zip.files).filter(({ name }) => of.test(name))
    expect(parts.length).toBeGreaterThan(0)
    return (await Promise.all(parts.map((part) => part.async('string')))).join(' ').replaceAll(/<[^>]+>/g, ' ')
  }
  const shapes = {
    docx: await words(await docxOf(model), /^word\/(document|footer\d*)\.xml$/),
    pptx: await words(await pptxOf(model), /^ppt\/(slides\/slide|charts\/chart)\d+\.xml$/),
    csv: await words(await tablesOf(model), /\.csv$/),
    xlsx: JSON.stringify(await call('brief.book', which))
  }
  for (const each of told) expect(shapes.docx.replaceAll('\u00a0', ' ')).toContain(each)
  expect((await xlsxOf(await call('brief.book', which))).length).toBeGreaterThan(1000)
  for (const [shape, said] of Object.entries(shapes)) {
    for (const other of others) expect(said, shape).not.toContain(other)
    expect(said.match(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?/g) ?? [], shape).toEqual([])
  }

  // what Redress did stands on the timeline with its day alone
  const { events } = await call('timeline.list', { customerId })
  expect(events.find(({ kind }) => kind === 'case')!.at).toBe('2026-03-29')
})
