import { describe, expect, it } from 'vitest'
import { folded } from '../../src/shared/imports/quoted'
import type { Workspace } from '../../src/workspace/index'
import { fileOf } from './import-support'
import { inspect, take, zip } from './reader-support'
import { freshWorkspace, wordsOfFiles } from './support'

const own = ['ours.example']

interface Letter {
  id?: string
  from?: string
  to?: string
  date?: string | null
  subject?: string
  references?: string
  more?: string
  type?: string
  body?: string
}

function letter({
  id = '1@quay.example',
  from = 'Mira Kanto <mira@quay.example>',
  to = 'Support <help@ours.example>',
  ...rest
}: Letter = {}): string {
  const {
    date = 'Mon, 14 Sep 2026 08:12:00 +0200',
    subject = 'Pump cracked',
    references,
    more = '',
    type,
    body = 'It broke.'
  } = rest
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    ...(date ? [`Date: ${date}`] : []),
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    ...(references ? [`References: ${references}`] : []),
    'MIME-Version: 1.0',
    `Content-Type: ${type ?? 'text/plain; charset=utf-8'}`
  ]
  return `${head.join('\r\n')}\r\n${more}\r\n${body}\r\n`
}

const mbox = (...letters: string[]) =>
  letters.map((each) => `From mira@quay.example Mon Sep 14 08:12:00 2026\n${each.replaceAll('\r\n', '\n')}\n`).join('')

async function timeline(workspace: Workspace, at = 0) {
  const [customer] = (await workspace.call('customers.list', {})).slice(at)
  const { events } = await workspace.call('timeline.list', { customerId: customer!.id, kinds: ['interaction'], whole: true })
  return events.map(({ title, detail, direction, contact }) => ({ title, detail, direction, contact }))
}

describe('mails', () => {
  it('become interactions with their customer, their person, their side and their evidence', async () => {
    const workspace = await freshWorkspace()
    const attachment = Buffer.from('Betreff: Angebot\nZwei Pumpen').toString('base64')
    const whole = letter({
      type: 'multipart/mixed; boundary=x',
      body: `--x\r\nContent-Type: text/plain; charset=iso-8859-7\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from([0xc3, 0xe5, 0xe9, 0xdc]).toString('base64')}\r\n--x\r\nContent-Type: text/plain; name="=?utf-8?B?${Buffer.from('Angebot ä.txt').toString('base64')}?="\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${attachment}\r\n--x--`
    })
    const reply = letter({
      id: '2@ours.example',
      from: 'help@ours.example',
      to: 'mira@quay.example',
      date: 'Mon, 14 Sep 2026 10:00:00 +0200',
      subject: 'Re: Pump cracked',
      references: '<1@quay.example>',
      body: 'We will replace it by Friday.\r\n\r\nOn Mon, 14 Sep 2026 at 08:12, Mira Kanto <mira@quay.example> wrote:\r\n> It broke.\r\n'
    })
    const file = fileOf(mbox(whole, reply), 'inbox')
    expect(await inspect(workspace, [file], { own })).toMatchObject({
      kind: 'mail',
      rows: 2,
      target: 'interactions',
      own: { told: true }
    })
    expect((await take(workspace, [file], { own })).counts).toMatchObject({ create: 2, error: 0 })
    expect(await timeline(workspace)).toEqual([
      { title: 'Re: Pump cracked', detail: 'We will replace it by Friday.', direction: 'out', contact: 'Mira Kanto' },
      { title: 'Pump cracked', detail: 'Γειά', direction: 'in', contact: 'Mira Kanto' }
    ])
    const [customer] = await workspace.call('customers.list', {})
    expect(customer).toMatchObject({ name: 'quay.example', replyDueAt: null })
    const evidence = await workspace.call('evidence.list', { customerId: customer!.id })
    expect(evidence.every(({ note }) => note === null)).toBe(true)
    expect(wordsOfFiles(workspace)).toEqual([
      ['mail.eml', null],
      ['Angebot ä.txt', 'Betreff: Angebot\nZwei Pumpen'],
      ['mail.eml', null]
    ])
    expect(evidence.every(({ links, sha256 }) => links[0]?.entity === 'interaction' && sha256)).toBe(true)
    // what we promised is offered, and recorded by nobody
    const { events } = await workspace.call('timeline.list', { customerId: customer!.id, kinds: ['interaction'] })
    const { offers } = await workspace.call('interactions.get', { id: events[0]!.id })
    expect(offers).toMatchObject([{ words: 'We will replace it by Friday.', due: '2026-09-18' }])
    expect(await workspace.call('promises.list', {})).toEqual([])
    // the same mailbox again, and a copy of one mail: nothing is new
    expect((await take(workspace, [file], { own })).counts).toMatchObject({ create: 0, unchanged: 2 })
    await workspace.call('journal.undo', {})
    expect(await workspace.call('customers.list', {})).toEqual([])
  })

  it('start the clock of a reply, and a mail of ours that comes later stops it', async () => {
    const workspace = await freshWorkspace()
    await take(workspace, [fileOf(letter(), 'one.eml')], { own })
    expect((await workspace.call('customers.list', {}))[0]!.replyDueAt).not.toBeNull()
    const answer = letter({
      id: '9@ours.example',
      from: 'help@ours.example',
      to: 'mira@quay.example',
      date: 'Tue, 15 Sep 2026 09:00:00 +0200',
      references: '<1@quay.example>'
    })
    await take(workspace, [fileOf(answer, 'two.eml')], { own })
    expect((await workspace.call('customers.list', {}))[0]!.replyDueAt).toBeNull()
  })

  it('an absence and a list start no clock; a colleague is no customer', async () => {
    const workspace = await freshWorkspace()
    const absent = letter({ id: 'a@quay.example', more: 'Auto-Submitted: auto-replied\r\n' })
    const among = letter({ id: 'b@ours.example', from: 'jo@ours.example', to: 'help@ours.example' })
    const { counts } = await take(workspace, [fileOf(absent, 'a.eml'), fileOf(among, 'b.eml')], { own })
    expect(counts).toMatchObject({ create: 1, error: 1 })
    expect((await workspace.call('customers.list', {}))[0]!.replyDueAt).toBeNull()
  })

  it('find the customer who is here: by an address, by the domain of their people, by the company’s name', async () => {
    const workspace = await freshWorkspace()
    const orders = fileOf('Order number,Customer,Item\n1,"Harrow Mills, Ltd.",Pump\n2,Bergtal Molkerei GmbH,Seal\n')
    await take(workspace, [orders])
    const mails = [
      letter({ id: '1', from: 'Tom <tom@harrow-mills.example>' }),
      letter({ id: '2', from: 'ann@mail.bergtalmolkerei.example' }),
      letter({ id: '3', from: 'Maria Lopez <maria.lopez@gmail.com>' })
    ]
    await take(workspace, [fileOf(mbox(...mails), 'in.mbox')], { own })
    const names = (await workspace.call('customers.list', {})).map(({ name, kind }) => [name, kind]).sort()
    expect(names).toEqual([
      ['Bergtal Molkerei GmbH', 'business'],
      ['Harrow Mills, Ltd.', 'business'],
      ['Maria Lopez', 'person']
    ])
  })

  it('are told to be whose where it was not said: those to whom they were delivered, who stands in all of them', async () => {
    const workspace = await freshWorkspace()
    const one = fileOf(letter({ more: 'Delivered-To: help@ours.example\r\n' }), 'one.eml')
    expect((await inspect(workspace, [one])).own).toMatchObject({ told: false, domains: ['ours.example'] })
    const two = fileOf(mbox(letter({ id: '1' }), letter({ id: '2', from: 'a@harrow.example' })), 'two.mbox')
    expect((await inspect(workspace, [two])).own).toMatchObject({
      domains: ['ours.example'],
      seen: expect.arrayContaining([{ domain: 'ours.example', count: 2 }])
    })
    await workspace.call('workspace.configure', { own: ['quay.example'] })
    expect((await inspect(workspace, [one])).own).toMatchObject({ told: true, domains: ['quay.example'] })
  })

  it('with a line that begins with From, with a mail within, without a date, and one that cannot be read', async () => {
    const workspace = await freshWorkspace()
    const escaped = letter({ id: '1', body: 'Hello,\r\n\r\n>From Monday on it leaks.' })
    const nested = letter({
      id: '2',
      type: 'multipart/mixed; boundary=y',
      body: `--y\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--y\r\nContent-Type: message/rfc822\r\n\r\n${letter({ id: '7', subject: 'Inner', body: 'Inner words' })}\r\n--y--`
    })
    const undated = letter({ id: '3', date: null, more: 'Received: by mx.ours.example; Tue, 15 Sep 2026 11:00:00 +0000\r\n' })
    const monster = letter({ id: '4', type: 'multipart/mixed; boundary=z', body: '--z\r\n\r\n\r\n'.repeat(5_000) })
    const { counts, outcomes } = await take(workspace, [fileOf(mbox(escaped, nested, undated, monster), 'odd.mbox')], { own })
    expect(counts).toMatchObject({ create: 3, error: 1 })
    expect(outcomes[0]).toMatchObject({ row: 4, outcome: 'error', reason: expect.stringContaining('4') })
    const events = await timeline(workspace)
    expect(events.map(({ detail }) => detail)).toEqual(['It broke.', 'See below.', 'Hello,\n\nFrom Monday on it leaks.'])
    expect(wordsOfFiles(workspace).some(([, words]) => words?.includes('Inner words'))).toBe(true)
  })

  it('in an archive, beside a table, are one part of what was given', async () => {
    const workspace = await freshWorkspace()
    const archive = zip({
      '../../a.eml': letter({ id: '1' }),
      'sub/b.eml': letter({ id: '2' }),
      'orders.csv': 'Order number,Customer,Item\n1,Quay,Pump\n'
    })
    const seen = await inspect(workspace, [fileOf(archive, 'all.zip')])
    expect(seen.kind).toBe('archive')
    expect(seen.parts.map(({ kind }) => kind).sort()).toEqual(['mail', 'table'])
    const mail = seen.parts.find(({ kind }) => kind === 'mail')!
    expect((await take(workspace, [fileOf(archive, 'all.zip')], { part: mail.name, own })).counts.create).toBe(2)
  })
})

describe('what was quoted and signed is folded away', () => {
  it.each([
    ['Thanks.\n\n-- \nMira\nQuay', 'Thanks.', 'Mira'],
    ['Yes.\n\nEl lun, 14 sept 2026 a las 8:12, Ana (<ana@x.example>) escribió:\n> ¿Cuándo?', 'Yes.', '¿Cuándo?'],
    ['Ναι.\n\nΣτις Δευ 14 Σεπ 2026 στις 8:12 π.μ., ο χρήστης Άννα <a@x.gr> έγραψε:\n> Πότε;', 'Ναι.', 'Πότε;'],
    ['Jah.\n\n-----Algne kiri-----\nSaatja: Anna\nKuupäev: 14. september 2026\nTeema: Pump\n\nMillal?', 'Jah.', 'Millal?'],
    ['Oo.\n\nNoong Lun, Set 14, 2026 nang 8:12 AM, sumulat si Ana <a@x.ph>:\n> Kailan?', 'Oo.', 'Kailan?'],
    ['Done.\n\n________________________________\nFrom: Anna\nSent: Monday\nTo: Us\nSubject: When\n\nWhen?', 'Done.', 'When?'],
    ['Gut.\n\nAm 14.09.2026 um 08:12 schrieb Anna Berg\n<anna@x.example>:\n> Wann?', 'Gut.', 'Wann?'],
    ['Soon.\n\nSent from my iPhone', 'Soon.', 'iPhone'],
    ['Sí.\n\nDe: Ana <a@x.es>\nEnviado el: lunes\nPara: Nosotros\nAsunto: Bomba\n\n¿Cuándo?', 'Sí.', '¿Cuándo?']
  ])('%j', (text, words, away) => {
    const found = folded(text)
    expect(found.words).toBe(words)
    expect(`${found.quoted}\n${found.signature}`).toContain(away)
  })

  it.each([
    '> When?\nTomorrow.\n> And where?\nAt yours.',
    'On Monday we wrote:\nplease wait, and they waited.',
    'From: the dock to the hall it took two days.\nThat is too long.',
    'A line of dashes\n-----\nis a table here.'
  ])('%j stays whole', (text) => {
    expect(folded(text).words).toBe(text)
  })
})
