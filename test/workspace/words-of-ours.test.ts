// What Redress writes itself is kept as data, or told anew in the reader's language: after a working day on an English screen
// no stored text is a sentence of ours, but those that are known to be retold.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { setLocale } from '../../src/shared/messages/runtime.js'
import { m } from '../../src/shared/messages/messages.js'
import { fileOf, importFile, mappingOf } from './import-support'
import { take } from './reader-support'
import { freshWorkspace } from './support'

/** Told in the language of whoever reads, by workspace/told.ts and brief-language.ts. */
const retold = [
  'case_option_nothing',
  'orders_incident_title',
  'promises_incident_title',
  'promises_incident_title_late',
  'loss_ui_cliff_title',
  'imports_date_moved'
]

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Every English sentence of ours with some words in it, as an expression for it with anything in its blanks. */
const sentences = Object.entries(JSON.parse(readFileSync('src/shared/messages/words/en.json', 'utf8')) as Record<string, unknown>)
  .flatMap(([key, said]) => {
    const texts = typeof said === 'string' ? [said] : Object.values((said as { forms: Record<string, string> }).forms)
    return texts.map((text) => ({ key, text }))
  })
  .filter(({ text }) => {
    const own = text.replace(/\{\w+\}/g, '')
    return /^\p{L}{4,}: $/u.test(own) || (/\p{L}\P{L}+\p{L}/u.test(own) && own.replace(/\P{L}/gu, '').length >= 8)
  })
  .map(({ key, text }) => ({
    key,
    is: new RegExp(
      `^${text
        .split(/\{\w+\}/)
        .map(escape)
        .join('[^]+')}$`
    )
  }))

it('no sentence of ours is stored', async () => {
  const workspace = await freshWorkspace({ now: () => '2026-11-20T09:00:00Z' })
  const { call, store } = workspace
  await call('workspace.configure', { language: 'en' })
  const promised = mappingOf(
    { externalId: 'id', customer: 'customer', words: 'words', dueAt: 'due', madeAt: 'made' },
    { target: 'promises' }
  )
  const row = (due: string): string =>
    fileOf(`id,customer,words,made,due\np1,Quay,We replace the pump,2026-11-01,${due}\n`, 'promises.csv')
  await importFile(workspace, row('2026-11-10'), promised)
  await importFile(workspace, row('2026-11-14'), promised)
  const letter = [
    'From: Mira Kanto <mira@quay.example>',
    'To: help@ours.example',
    'Date: Mon, 14 Sep 2026 08:12:00 +0200',
    'Subject: Pump cracked',
    'Message-ID: <1@quay.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'It broke.'
  ].join('\r\n')
  const mail = fileOf(`From MAILER Mon Sep 14 08:12:00 2026\n${letter}\n`, 'inbox')
  expect((await take(workspace, [mail], { own: ['ours.example'] })).counts).toMatchObject({ create: 1 })

  const [promise] = await call('promises.list', {})
  const { customerId } = promise!
  expect((await call('promises.get', { id: promise!.id })).dates).toMatchObject([{ reason: 'The date changed in promises.csv.' }])
  const { id: orderId } = await call('orders.create', { customerId, title: 'Pump', promisedOn: '2026-11-10' })
  const begun = { customerId, kind: 'late-delivery' as const, began: '2026-11-11', currency: 'EUR' }
  const late = await call('incidents.create', { ...begun, title: m.orders_incident_title({ title: 'Pump' }), orderIds: [orderId] })
  const failed = await call('incidents.create', {
    ...begun,
    title: m.promises_incident_title_late({ words: 'We replace the pump' }),
    promiseIds: [promise!.id]
  })
  const incidents = [late.id, failed.id]
  await call('cliffs.create', { incidentId: incidents[0]!, title: m.loss_ui_cliff_title(), on: '2026-12-24', amount: 100_000 })
  const { id: caseId } = await call('cases.create', { customerId, title: 'Pumps', currency: 'EUR', incidentIds: incidents })
  const { events } = await call('timeline.list', { customerId, whole: true })
  await call('cases.addFacts', {
    id: caseId,
    facts: events.slice(0, 20).map(({ at, title, kind, step, state, direction }) => ({
      at: at || null,
      words: title,
      told: { kind, step, state, direction }
    }))
  })
  const { id: optionId } = await call('options.create', { caseId, title: 'A new pump' })
  await call('remedies.create', { optionId, words: 'A pump by air', cost: 90_000, position: 0 })
  await call('cases.decide', {
    caseId,
    optionId,
    decidedBy: 'The board',
    decidedOn: '2026-11-20',
    why: 'It is fair',
    makePromises: true
  })
  await call('promises.renegotiate', { id: promise!.id, dueAt: '2026-11-25', reason: 'The carrier was late' })
  await call('promises.close', { id: promise!.id, outcome: 'kept' })

  const found = new Map<string, string>()
  const tables = store.readDb.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all()
  let seen = 0
  for (const { name } of tables as { name: string }[]) {
    // what was searched for and what was there before are copies of these
    if (/^(search|journalRow|migration)/.test(name)) continue
    for (const stored of store.readDb.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[])
      for (const [column, text] of Object.entries(stored)) {
        if (typeof text !== 'string') continue
        seen++
        const ours = sentences.find(({ is }) => is.test(text))
        if (ours) found.set(`${name}.${column}: ${text}`, ours.key)
      }
  }
  expect(seen).toBeGreaterThan(200)
  expect([...found].filter(([, key]) => !retold.includes(key))).toEqual([])
  expect([...new Set(found.values())]).toContain('imports_date_moved')

  // and on a Greek screen those are Greek
  await call('workspace.configure', { language: 'el' })
  setLocale('el', { reload: false })
  try {
    const reasons = (await call('promises.get', { id: promise!.id })).dates.map(({ reason }) => reason)
    expect(reasons.sort()).toEqual(['The carrier was late', 'Η ημερομηνία άλλαξε στο promises.csv.'])
  } finally {
    setLocale('en', { reload: false })
  }
})

it('an action that nobody named is told in the reader’s language, where it was promised, too', async () => {
  const at = '2026-11-20T09:00:00Z'
  const { call } = await freshWorkspace({ now: () => at })
  await call('workspace.configure', { language: 'en' })
  const { id: customerId } = await call('customers.create', { name: 'Quay', currency: 'EUR' })
  const { id: caseId } = await call('cases.create', { customerId, title: 'Pump', currency: 'EUR' })
  const title = m.case_new_option({}, { locale: 'en' })
  const { id: optionId } = await call('options.create', { caseId, title, position: 1 })
  await call('remedies.create', { optionId, words: m.case_new_action({}, { locale: 'en' }), position: 0 })
  await call('cases.decide', { caseId, optionId, decidedBy: 'The board', decidedOn: '2026-11-20', makePromises: true })
  await call('workspace.configure', { language: 'el' })
  const words = m.case_new_action({}, { locale: 'el' })
  expect(await call('promises.list', { customerId })).toMatchObject([{ words }])
  expect((await call('desk.today', {})).promises).toMatchObject([{ words }])
  const { events } = await call('timeline.list', { customerId, kinds: ['promise'] })
  expect(events.map((event) => event.title)).toContain(words)
  expect((await call('cases.get', { id: caseId })).options.find(({ id }) => id === optionId)).toMatchObject({
    title: m.case_new_option({}, { locale: 'el' })
  })
})
