// What Redress writes itself is told in the reader's language: records made on an English screen, their brief printed in Greek.
import { expect, it } from 'vitest'
import { eventWord } from '../../src/shared/records/events'
import { calculatorById } from '../../src/shared/losses/model/all-calculators'
import { m } from '../../src/shared/messages/messages.js'
import { freshWorkspace } from './support'

const now = '2026-11-20T09:00:00Z'

it('a Greek brief of what was recorded on an English screen has no English of ours', async () => {
  const { call } = await freshWorkspace({ now: () => now })
  const { id: customerId } = await call('customers.create', { name: 'Ξενοδοχείο Φως', currency: 'EUR', timeZone: 'Europe/Athens' })
  const { id: orderId } = await call('orders.create', {
    customerId,
    title: 'Ψυγείο',
    promisedOn: '2026-11-10',
    neededBy: '2026-11-12'
  })
  const words = 'Θα έρθει την Παρασκευή'
  const { id: promiseId } = await call('promises.create', {
    customerId,
    words,
    madeAt: '2026-11-01T09:00:00Z',
    dueAt: '2026-11-06',
    zone: 'Europe/Athens'
  })
  await call('interactions.create', {
    customerId,
    channel: 'call',
    direction: 'in',
    at: '2026-11-11T09:00:00Z',
    notes: 'Ρωτούν πότε. '.repeat(60)
  })
  await call('voice.create', { customerId, kind: 'concern', words: 'Πότε θα έρθει;', saidAt: '2026-11-11' })
  // as the forms propose it, in the language of the screen
  const start = { customerId, kind: 'late-delivery' as const, began: '2026-11-10', currency: 'EUR' }
  const { id: one } = await call('incidents.create', {
    ...start,
    title: m.orders_incident_title({ title: 'Ψυγείο' }),
    orderIds: [orderId]
  })
  const { id: two } = await call('incidents.create', {
    ...start,
    title: m.promises_incident_title({ words }),
    promiseIds: [promiseId]
  })
  await call('lossLines.create', {
    incidentId: one,
    title: calculatorById('plain-amount')!.title(),
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: { as: 'exact', value: 4_800 } }
  })
  await call('cliffs.create', { incidentId: one, title: m.loss_ui_cliff_title(), on: '2026-12-24', amount: 100_000 })
  const { id } = await call('cases.create', {
    customerId,
    title: 'Καθυστέρηση',
    ask: 'Να έρθει',
    currency: 'EUR',
    incidentIds: [one, two]
  })
  const { events } = await call('timeline.list', { customerId, whole: true })
  const taken = events.filter(({ kind }) => kind !== 'case')
  await call('cases.addFacts', {
    id,
    facts: taken.map(({ at, title, kind, step, state, direction }) => ({
      at: at || null,
      words: title,
      told: { kind, step, state, direction }
    }))
  })
  const { id: optionId } = await call('options.create', { caseId: id, title: 'Δάνειο ψυγείο' })
  await call('remedies.create', { optionId, words: 'Φορτηγό', cost: 10_000, relief: 20_000, days: 3 })
  // with the names that they begin with, as long as nobody named them
  const { id: unnamed } = await call('options.create', { caseId: id, title: m.case_new_option() })
  await call('remedies.create', { optionId: unnamed, words: m.case_new_action(), cost: 5_000 })
  await call('cases.addFacts', { id, facts: [{ words: m.case_new_fact() }] })
  await call('objections.create', { caseId: id, words: m.questions_new() })
  for (const level of [0, 1, 2, 3]) await call('cases.takeUp', { id, level, whom: 'Μαρία' })
  await call('cases.decide', { caseId: id, optionId, decidedBy: 'Μαρία', decidedOn: '2026-11-20', makePromises: true })

  const model = await call('brief.model', { caseId: id, language: 'el', paper: 'a4' })
  const texts: string[] = []
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && !/^(id|to|kind|currency|locale|language|paper|audience|fileName|on|today)$/.test(key))
      texts.push(value)
    else if (Array.isArray(value)) value.forEach((each) => collect(each, key))
    else if (value && typeof value === 'object') for (const [name, each] of Object.entries(value)) collect(each, name)
  }
  collect({ page: model.page, appendix: model.appendix, title: model.title, footer: model.footer })
  const all = texts.join('\n')
  // names, units and terms that are the same in every language
  const known =
    /^(Redress|Tester|PERT|SHA|P\d+|EUR|CASE|INC|PRM|ORD|Latin|hypercube|vose|Vose|Model|lognormal|Owen|UK|EU|v\d+|[0-9a-f]{6,})$/
  const latin = [...new Set(all.match(/\b[A-Za-z]{4,}\b/g) ?? [])].filter((word) => !known.test(word) && !/^[a-f]+$/.test(word))
  expect(latin).toEqual([])
  // the notes are there whole, under what they were
  const call1 = taken.find(({ kind }) => kind === 'interaction')!
  expect(all).toContain(`${eventWord(call1, 'el')}: ${'Ρωτούν πότε. '.repeat(60).trim()}`)
  // the screens tell it so too, wherever it stands
  await call('workspace.configure', { language: 'el' })
  const asked = await Promise.all([
    call('incidents.list', {}),
    call('incidents.get', { id: one }),
    call('incidents.get', { id: two }),
    call('cases.get', { id }),
    call('losses.sheet', { incidentId: one }),
    call('losses.waiting', { incidentId: one }),
    call('timeline.list', { customerId }),
    call('search.find', { words: 'Ψυγείο', entities: ['incident', 'order'] }),
    call('explain.changes', { of: [{ is: 'incident', id: one }] }),
    call('desk.today', {}),
    call('workspace.info', {})
  ])
  const titles: string[] = []
  const titlesOf = (value: unknown, path: string): void => {
    if (!value || typeof value !== 'object') return
    for (const [key, each] of Object.entries(value)) {
      const named =
        key === 'title' || key === 'levelName' || (/ladder|remedies|facts|objections/.test(path) && /^(words|name)$/.test(key))
      if (named && typeof each === 'string') titles.push(each, `${path}: ${each}`)
      else titlesOf(each, `${path} ${key}`)
    }
  }
  titlesOf(asked, '')
  expect(titles).toContain(m.orders_incident_title({ title: 'Ψυγείο' }, { locale: 'el' }))
  for (const ours of [
    m.case_option_nothing,
    m.case_new_option,
    m.case_new_action,
    m.case_new_fact,
    m.questions_new,
    m.ladder_board
  ])
    expect(titles).toContain(ours({}, { locale: 'el' }))
  expect(titles.filter((title) => /: .*[A-Za-z]{4}/.test(title))).toEqual([])
  await call('workspace.configure', { language: 'en' })
  // what a person renamed stays as it is
  await call('incidents.change', { id: one, patch: { title: 'Late: my own words' } })
  expect(JSON.stringify(await call('brief.model', { caseId: id, language: 'el', paper: 'a4' }))).toContain('Late: my own words')
  await call('workspace.configure', { language: 'el' })
  expect((await call('incidents.get', { id: one })).incident.title).toBe('Late: my own words')
  await call('workspace.configure', { language: 'en' })
})

it('files of different briefs of a case are proposed under different names', async () => {
  const { call } = await freshWorkspace({ now: () => now })
  const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id } = await call('cases.create', { customerId, title: 'Ask', currency: 'EUR' })
  const names = []
  for (const language of ['en', 'el'] as const)
    for (const audience of ['leadership', 'customer'] as const) {
      const asked = { caseId: id, language, audience, paper: 'a4' as const }
      names.push((await call('brief.model', asked)).fileName)
      const { id: versionId } = await call('brief.freeze', asked)
      names.push((await call('brief.model', { ...asked, versionId })).fileName)
    }
  expect(new Set(names).size).toBe(8)
  for (const name of names) expect(name).toMatch(/^CASE-1 Halden (en|el) .*2026-11-20( v\d)?$/)
})

it('a case is decided by a decision on record, and nothing becomes of what was not decided', async () => {
  const { call } = await freshWorkspace({ now: () => now })
  const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id } = await call('cases.create', { customerId, title: 'Ask', currency: 'EUR' })
  for (const state of ['decided', 'closed'] as const) {
    await expect(call('cases.change', { id, patch: { state } })).rejects.toMatchObject({
      fields: { state: expect.stringContaining('decision') }
    })
    await expect(call('cases.create', { customerId, title: 'x', currency: 'EUR', state })).rejects.toMatchObject({
      code: 'invalid'
    })
  }
  await expect(call('outcomes.create', { caseId: id, satisfied: 'yes' })).rejects.toMatchObject({ code: 'invalid' })
  await call('cases.change', { id, patch: { state: 'ready' } })
  await call('cases.decide', { caseId: id, decidedBy: 'Aino', decidedOn: '2026-11-20', makePromises: false })
  await expect(call('cases.change', { id, patch: { state: 'draft' } })).rejects.toMatchObject({
    fields: { state: expect.any(String) }
  })
  await call('cases.change', { id, patch: { state: 'closed' } })
  await call('outcomes.create', { caseId: id, satisfied: 'yes' })
  const { id: promiseId } = await call('promises.create', { customerId, words: 'x', madeAt: now })
  await expect(call('promises.change', { id: promiseId, patch: { outcome: 'kept' } })).rejects.toMatchObject({ code: 'invalid' })
})
