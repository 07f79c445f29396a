import { describe, expect, it } from 'vitest'
import { NearNames } from '../../src/shared/imports/near'
import type { Workspace } from '../../src/workspace/index'
import { fileOf, importFile, mappingOf } from './import-support'
import { take } from './reader-support'
import { freshWorkspace } from './support'

const mapping = mappingOf({ externalId: 'id', customer: 'customer', title: 'title' })
const rows = (...names: string[]) =>
  fileOf(`id,customer,title\n${names.map((name, at) => `${at}-${name.length},"${name}",Pump\n`).join('')}`)
const names = async (workspace: Workspace) => (await workspace.call('customers.list', {})).map(({ name }) => name).sort()

describe('a new customer who may be here under another spelling', () => {
  it.each([
    ['Harrow Mills', 'Harrow Mills Ltd'],
    ['Bergtal Molkerei GmbH', 'Bergtal-Molkerei'],
    ['Αφοί Νικολάου ΑΕ', 'Αφοί Νικολαου'],
    ['Lácteos Ibérica S.L.', 'Lacteos Iberica'],
    ['Stone Ferry Clinic', 'Stone Fery Clinic'],
    ['Stone Ferry Clinic', 'Stone Ferry Cilnic']
  ])('“%s”, “%s” is asked about, and stays apart until somebody says that they are one', async (here, other) => {
    const workspace = await freshWorkspace()
    await importFile(workspace, rows(here), mapping)
    const tried = await importFile(workspace, rows(other), mapping, true)
    expect(tried).toMatchObject({ newCustomers: 1, twins: [{ name: other, like: here }] })

    const given = { file: rows(other), target: 'orders' as const, mapping, dryRun: false }
    const sames = [{ name: other, as: here }]
    expect(await workspace.call('imports.run', { ...given, dryRun: true, sames })).toMatchObject({ newCustomers: 0, twins: [] })
    await workspace.call('imports.run', { ...given, sames })
    expect(await names(workspace)).toEqual([here])
    // the next month's file is not asked about again
    expect(await importFile(workspace, rows(other, 'Quay Dairy'), mapping, true)).toMatchObject({ newCustomers: 1, twins: [] })
    await workspace.call('journal.undo', {})
    await workspace.call('imports.run', given)
    expect(await names(workspace)).toEqual([here, other].sort())
  })

  it('in one file, too; and nobody is asked about who is plainly another', async () => {
    const workspace = await freshWorkspace()
    const alike = rows(
      'Harrow Mills',
      'Harrow Mills Ltd',
      'Plant 1',
      'Plant 2',
      'Branch 11',
      'Branch 12',
      'Ann Lee',
      'Ann Leo',
      'Aria',
      'Arla'
    )
    const tried = await importFile(workspace, alike, mapping, true)
    expect(tried.twins).toEqual([
      { name: 'Harrow Mills Ltd', like: 'Harrow Mills' },
      { name: 'Ann Leo', like: 'Ann Lee' }
    ])
    await workspace.call('imports.run', {
      file: alike,
      target: 'orders',
      mapping,
      dryRun: false,
      sames: [{ name: 'Harrow Mills Ltd', as: 'Harrow Mills' }]
    })
    expect(await names(workspace)).toHaveLength(9)
  })

  it('is seen by the domain of the people who write; whoever writes from where anybody can is nobody’s twin', async () => {
    const workspace = await freshWorkspace()
    await take(workspace, [fileOf('First Name,Last Name,Company,E-mail Address\nMira,Kanto,Quay Dairy,mira@quay.example\n')])
    const tickets = fileOf(
      'Ticket ID,Company,Email,Created,Subject\n1,Dairy of the Quay,jo@quay.example,2026-09-14,Pump\n2,Somebody,a@gmail.com,2026-09-14,Pump\n'
    )
    const { twins } = await take(workspace, [tickets], { dryRun: true })
    expect(twins).toEqual([{ name: 'Dairy of the Quay', like: 'Quay Dairy' }])
  })

  it('is found among many in the time of their letters', () => {
    const near = new NearNames()
    const began = performance.now()
    for (let at = 0; at < 5_000; at++) near.add(`customer of the ${at.toString(36)} quarter`, String(at))
    for (let at = 0; at < 5_000; at++) near.of(`custmer of the ${at.toString(36)} quarter`)
    expect(near.of('custmer of the 1z quarter')).toEqual(new Set([String(Number.parseInt('1z', 36))]))
    expect(performance.now() - began).toBeLessThan(6_000)
  })
})
