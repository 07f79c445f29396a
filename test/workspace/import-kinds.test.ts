import { describe, expect, it } from 'vitest'
import type { ImportTarget } from '../../src/shared/contract/imports'
import type { Workspace } from '../../src/workspace/index'
import { fileOf } from './import-support'
import { inspect, take } from './reader-support'
import { freshWorkspace } from './support'

const customerId = async (workspace: Workspace, name: string) =>
  (await workspace.call('customers.list', {})).find((each) => each.name === name)!.id

describe('every kind of record that a list may hold', () => {
  const lists: [string, string, ImportTarget][] = [
    [
      'contacts',
      'First name,Last name,Email,Company,Job title,Phone\nMira,Kanto,mira@quay.example,Quay,Buyer,+358 1\nJo,,jo@quay.example,Quay,,\n',
      'contacts'
    ],
    ['contacts in Greek', 'Όνομα;Επώνυμο;Εταιρεία;Τηλέφωνο\nΆννα;Βέργη;Ελιά;210\n', 'contacts'],
    ['contacts in Spanish', 'Nombre;Apellidos;Correo electrónico;Empresa\nAna;López Gil;ana@oliva.example;Oliva\n', 'contacts'],
    [
      'words of customers',
      'Response ID,Company,Comment,Category,Created at\n1,Quay,It came late,Complaint,2026-09-14 08:12\n2,Quay,Well packed,Compliment,2026-09-15\n',
      'voice'
    ],
    [
      'incidents',
      'Incident ID,Company,Short description,Category,Severity,Opened,Resolved,Root cause\nI-1,Quay,Pump cracked,Damaged,P1,2026-09-14 08:12,,Frost\n',
      'incidents'
    ],
    ['evidence', 'Document ID,Company,Title,Link,Date\n9,Quay,Delivery note,\\\\server\\notes\\9.pdf,2026-09-14\n', 'evidence']
  ]
  it.each(lists)('%s', async (_, text, target) => {
    const workspace = await freshWorkspace()
    const file = fileOf(text)
    const seen = await inspect(workspace, [file])
    expect(seen).toMatchObject({ target, toldBy: 'headers' })
    const rows = text.trim().split('\n').length - 1
    expect((await take(workspace, [file])).counts).toMatchObject({ create: rows, error: 0 })
    expect((await take(workspace, [file])).counts).toMatchObject({ create: 0, update: 0, error: 0 })
    await workspace.call('journal.undo', {})
    expect(await workspace.call('customers.list', {})).toEqual([])
  })

  it('people have both their names, and one who is here already is not here twice', async () => {
    const workspace = await freshWorkspace()
    await take(workspace, [fileOf(lists[0]![1])])
    const id = await customerId(workspace, 'Quay')
    const { contacts } = await workspace.call('customers.get', { id })
    expect(contacts.map(({ name, role, email }) => [name, role, email]).sort()).toEqual([
      ['Jo', null, 'jo@quay.example'],
      ['Mira Kanto', 'Buyer', 'mira@quay.example']
    ])
    // another list, other ids: known by the address
    const other = fileOf(
      'Contact ID,Full name,Email,Company\n77,M. Kanto,MIRA@quay.example,Quay\n78,New One,new@quay.example,Quay\n'
    )
    expect((await take(workspace, [other])).counts).toMatchObject({ create: 1, skipped: 1 })
  })

  it('words and incidents have their kinds, states and severities in words of many systems', async () => {
    const workspace = await freshWorkspace()
    await take(workspace, [fileOf(lists[3]![1])])
    await take(workspace, [fileOf(lists[4]![1])])
    const id = await customerId(workspace, 'Quay')
    const voices = await workspace.call('voice.list', { customerId: id })
    expect(voices.map(({ words, kind }) => [words, kind]).sort()).toEqual([
      ['It came late', 'concern'],
      ['Well packed', 'praise']
    ])
    expect(await workspace.call('incidents.list', {})).toMatchObject([
      { title: 'Pump cracked', kind: 'defect', severity: 'critical', state: 'open' }
    ])
  })
})

describe('orders', () => {
  it('in lines stand each as it stands: delivered and cancelled ones are not late, partial deliveries are lines of one order', async () => {
    const workspace = await freshWorkspace()
    const text = [
      'Order number;Kunde;Artikel;Delivery date;Status;Received;Qty',
      '7;Quay;Pump;01.08.2026 17:00;Geliefert;;1',
      '7;;Seal;01.08.2026 17:00;In Bearbeitung;;2',
      '7;;Seal, rest;01.08.2026;teilweise;;3',
      '8;Quay;Valve;01.08.2026;Storniert;;1',
      '9;Quay;Hose;01.08.2026;Delivered;31.07.2026 08:00;1'
    ].join('\n')
    const { counts } = await take(workspace, [fileOf(text)])
    expect(counts).toMatchObject({ create: 5, error: 0 })
    const states = (await workspace.call('orders.list', {})).map(({ title, state }) => [title, state]).sort()
    expect(states).toEqual([
      ['Hose', 'received'],
      ['Pump', 'received'],
      ['Seal, rest', 'late'],
      ['Seal', 'late'],
      ['Valve', 'cancelled']
    ])
  })
})
