import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slidesOf } from '../../src/shared/brief/slides'
import { openWorkspace, type Workspace } from '../../src/workspace'

const folder = mkdtempSync(join(tmpdir(), 'redress-versions-'))
let now = '2026-11-20T08:30:00Z'
let workspace: Workspace
let caseId: string
let lineId: string

beforeAll(async () => {
  workspace = await openWorkspace(join(folder, 'versions.redress'), { create: true, now: () => now })
  const { call } = workspace
  await call('workspace.configure', {
    advocate: 'Maria Ilves',
    organisation: 'Nordhaven',
    currency: 'EUR',
    timeZone: 'Europe/Tallinn',
    language: 'en',
    paper: 'a4'
  })
  const { id: customerId } = await call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'Freezer late',
    kind: 'late-delivery',
    began: '2026-10-19',
    currency: 'EUR'
  })
  lineId = (
    await call('lossLines.create', {
      incidentId,
      title: 'Trailers',
      calculator: 'plain-amount',
      inputs: { amount: { as: 'exact', value: 1000 } },
      currency: 'EUR',
      status: 'confirmed'
    })
  ).id
  caseId = (
    await call('cases.create', {
      customerId,
      title: 'Run the freezer',
      currency: 'EUR',
      ask: 'Send two engineers.',
      decider: 'Jaan Tamm',
      recommendation: 'Send them.'
    })
  ).id
  await call('cases.tieIncident', { id: caseId, incidentId, tied: true })
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const asked = (language: 'en' | 'el' = 'en') => ({ caseId, language, paper: 'a4', audience: 'leadership' }) as const
const versions = () => workspace.call('brief.versions', { caseId })

describe('a frozen version', () => {
  it('keeps its figures, and says that nothing has changed while nothing has', async () => {
    const { id, number } = await workspace.call('brief.freeze', asked())
    expect(number).toBe(1)
    expect(await versions()).toEqual([
      expect.objectContaining({ id, number: 1, title: 'CASE-1 v1', madeBy: 'Maria Ilves', createdAt: now, changes: [] })
    ])
    const { page, fileName } = await workspace.call('brief.model', { ...asked(), versionId: id })
    expect(page.frozen).toEqual({
      text: 'Version 1, frozen on 20 Nov 2026, 10:30 by Maria Ilves. Nothing it states has changed since, as of 20 Nov 2026, 10:30.',
      changes: []
    })
    expect(fileName).toMatch(/ v1$/)
    // the brief as it is now bears nothing of it
    expect((await workspace.call('brief.model', asked())).page.frozen).toBeNull()
  })

  it('names what has changed since, from what to what, and shows what was frozen', async () => {
    now = '2026-11-22T09:00:00Z'
    await workspace.call('lossLines.change', { id: lineId, patch: { inputs: { amount: { as: 'exact', value: 1500 } } } })
    await workspace.call('cases.change', { id: caseId, patch: { decider: 'Liis Saar' } })
    const [version] = await versions()
    expect(version!.changes).toEqual(
      expect.arrayContaining([
        { label: 'Loss to the customer', from: '€1,000', to: '€1,500' },
        { label: 'Who decides', from: 'Jaan Tamm', to: 'Liis Saar' },
        { label: 'Trailers, Estimated by us', from: 'Amount €1,000.00', to: 'Amount €1,500.00' }
      ])
    )
    const { page, appendix } = await workspace.call('brief.model', { ...asked(), versionId: version!.id })
    expect(page.loss!.main).toBe('€1,000')
    expect(appendix.loss!.incidents[0]!.lines[0]!.figures[0]!.text).toBe('€1,000.00')
    expect(page.frozen!.text).toContain('As of 22 Nov 2026, 11:00')
    expect(page.frozen!.changes).toContain('Loss to the customer: €1,000 → €1,500')
  })

  it('is counted within its case, is held against a brief in its own language, and belongs to its case only', async () => {
    const { number } = await workspace.call('brief.freeze', asked('el'))
    expect(number).toBe(2)
    expect((await versions()).map(({ language, changes }) => [language, changes.length > 0])).toEqual([
      ['el', false],
      ['en', true]
    ])
    const { id: other } = await workspace.call('cases.create', {
      customerId: (await workspace.call('cases.get', { id: caseId })).customer.id,
      title: 'Another',
      currency: 'EUR'
    })
    const [newest] = await versions()
    await expect(workspace.call('brief.model', { ...asked(), caseId: other, versionId: newest!.id })).rejects.toMatchObject({
      code: 'invalid'
    })
  })

  it('goes to the trash and comes back; its number is not given twice; the journal still verifies', async () => {
    const [newest] = await versions()
    await workspace.call('briefVersions.trash', { id: newest!.id })
    expect((await versions()).map(({ number }) => number)).toEqual([1])
    expect((await workspace.call('brief.freeze', asked())).number).toBe(3)
    await workspace.call('briefVersions.restore', { id: newest!.id })
    expect((await versions()).map(({ number }) => number)).toEqual([3, 2, 1])
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
    expect((await workspace.call('journal.undo', {})).label).toMatchObject({ entity: 'briefVersion', name: 'CASE-1 v2' })
  })
})

it('is presented in the order of a decision, with the words and figures of its page and no others', async () => {
  const { page } = await workspace.call('brief.model', asked())
  const slides = slidesOf(page)
  expect(slides.map(({ kind }) => kind)).toEqual(['ask', 'loss', 'drivers', 'options', 'close'])
  expect(slides[0]).toMatchObject({ text: 'Send two engineers.', heading: 'Decision asked' })
  expect(slides[1]).toMatchObject({ loss: page.loss })
  const theirs = slidesOf((await workspace.call('brief.model', { ...asked(), audience: 'customer' })).page)
  expect(theirs.map(({ kind }) => kind)).toEqual(['title', 'loss', 'drivers'])
})
